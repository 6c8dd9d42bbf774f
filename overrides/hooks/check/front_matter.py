"""Checks the front matter of pages and outcomes: what must be there, and nothing that nobody reads."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from overrides.hooks.read.files import Document
from overrides.hooks.read.text import Problem, hint
from overrides.hooks.render.context import Place
from overrides.hooks.render.found.structured import ACTS, NAME
from overrides.hooks.render.life import BEGINS, ENDS, OWN_WORD, PAST, SUCCESSOR, days_given, life

PAGE = ("title", "description")
NOTICE = (*PAGE, "notice", "published", "updated")
# A day of its own, where a page does not speak of the law as last checked; whose law, where it has no notice.
MAY = ("as_at", "law")
DAYS = ("published", "updated", "as_at")
# Of a notice: the first and the last day of what it is about, the notice that takes its place, a word of its
# own for "in force", and what its readers have to do next, in words.
# The Acts that it is about are told to search engines.
NOTICE_MAY = (BEGINS, ENDS, SUCCESSOR, OWN_WORD, "due", ACTS)
# Read by the theme.
THEME = ("hide",)
OUTCOME = ("tone",)
# An outcome may have a title for where another answer names it; without one, its first sentence stands there.
# It may have what it means in `general`, for where no answer stands, and key figures, which stand large below
# it.
OUTCOME_MAY = (*OUTCOME, "title", "general", "figures")
# A figure of the decision in the first paragraph.
FIGURE_FIRST = re.compile(r"\s*(?:\S[^\n]*\n)*?[^\n]*\{\{\s*result\(")


def problems(document: Document, place: Place) -> Iterator[Problem]:
    """What is missing, unknown or of the wrong kind."""
    if place.in_answer:
        yield from _keys(document, OUTCOME, OUTCOME_MAY)
        yield from _one_of(document, "tone", place.words("interface").get("tones", {}))
        if "title" not in document.meta and (found := FIGURE_FIRST.match(document.body.words)):
            said = "another answer names this outcome by its first paragraph, and there is no figure for this"
            yield document.body.problem(f"{said}; write title: … in the front matter", found.end())
        return
    wanted = NOTICE if "notice" in document.meta else PAGE
    yield from _keys(document, wanted, (*NOTICE, *NOTICE_MAY, *MAY, *THEME))
    yield from _one_of(document, "notice", place.site.notices)
    yield from _one_of(document, "law", place.site.laws)
    if "law" in document.meta and place.home:
        said = f"the pages of a notice have its law, here that of {place.home.id}; leave law: out"
        yield document.said("law").problem(said)
    for key in DAYS:
        if key in document.meta and not isinstance(document.meta[key], date):
            text = document.said(key)
            yield text.problem(f'"{key}" is "{text.words}"; write a day such as {key}: 2026-11-23')
    if place.notice:
        yield from _life(document, place)
        yield from _acts(document, place)


def _life(document: Document, place: Place) -> Iterator[Problem]:
    """Nothing said, days that are none or out of order, a notice that cannot take the place of this one."""
    if not {BEGINS, ENDS, SUCCESSOR, OWN_WORD} & set(document.meta):
        said = f'neither "{ENDS}" nor "{OWN_WORD}" in the front matter: readers must see whether the notice'
        yield document.problem(f"{said} holds; write {ENDS}: with its last day, or {OWN_WORD}: In force")
    published, updated = document.day("published"), document.day("updated")
    if published and updated and updated < published:
        yield document.said("updated").problem(
            f"updated on {updated}, before it was published on {published}"
        )
    for key in (BEGINS, ENDS):
        if key in document.meta and len(days_given(place, key)) != 1:
            example = f"""{key}: '{{{{ programme("…", "last_day") }}}}'"""
            yield document.said(key).problem(f'"{key}" gives no one day of the law; write such as {example}')
    found = life(place)
    if found.begins and found.ends and found.ends < found.begins:
        said = f"ends on {found.ends}, before it begins on {found.begins}"
        yield document.said(ENDS).problem(said)
    if SUCCESSOR in document.meta:
        yield from _successor(document, place)
    elif OWN_WORD in document.meta and (now := found.on(place.law.as_at)) in PAST:
        said = f'nobody sees "{OWN_WORD}", since the notice has {now} by its dates; leave it out'
        yield document.said(OWN_WORD).problem(said)


def _acts(document: Document, place: Place) -> Iterator[Problem]:
    terms = place.site.library.terms(place.home.id if place.home else "")
    acts = document.meta.get(ACTS, [])
    for act in acts if isinstance(acts, list) else [acts]:
        for term in (str(act), f"{act}{NAME}"):
            if term not in terms:
                said = f'no term "{term}" in docs/glossary.toml{hint(term, terms)}'
                yield document.said(ACTS).problem(said)


def _successor(document: Document, place: Place) -> Iterator[Problem]:
    """A notice that is not there, or that leads back here."""
    text, pages = document.said(SUCCESSOR), place.site.library.notice_pages()
    if text.words not in pages:
        yield text.problem(f'no notice "{text.words}"{hint(text.words, pages)}')
        return
    follows, after = [str(document.meta.get("notice"))], text.words
    while after in pages and after not in follows:
        follows.append(after)
        after = str(place.site.place(pages[after], place.lang).document.meta.get(SUCCESSOR, ""))
    if after == follows[0]:
        way = " → ".join([*follows, after])
        yield text.problem(f"the notices take each other's place: {way}; one of them must be the last")


def _keys(document: Document, wanted: Iterable[str], known: Iterable[str]) -> Iterator[Problem]:
    for key in wanted:
        if key not in document.meta:
            yield document.problem(f'no "{key}" in the front matter')
    for key in document.meta:
        if key not in known:
            yield document.said(key).problem(f'nobody reads "{key}" in the front matter{hint(key, known)}')


def _one_of(document: Document, key: str, known: Iterable[str]) -> Iterator[Problem]:
    if document.meta.get(key) is not None and document.meta[key] not in known:
        text = document.said(key)
        yield text.problem(
            f'no {key} "{text.words}"{hint(text.words, known) or f"; write one of {', '.join(known)}"}'
        )
