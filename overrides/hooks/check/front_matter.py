"""Checks the front matter of pages and outcomes: what must be there, and nothing that nobody reads."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from overrides.hooks.read.files import Document
from overrides.hooks.read.text import Problem, hint
from overrides.hooks.render.context import Place

PAGE = ("title", "description")
NOTICE = (*PAGE, "notice", "published", "updated", "status")
# A day of its own, where a page does not speak of the law as last checked; whose law, where it has no notice.
MAY = ("as_at", "law")
DAYS = ("published", "updated", "as_at")
# Of a notice: the day on which what it is about ended, and what its readers have to do next, in words.
NOTICE_MAY = ("ended", "due")
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
        yield text.problem(f'no {key} "{text.words}"{hint(text.words, known)}')
