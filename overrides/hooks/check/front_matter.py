"""Checks the front matter of pages and outcomes: what must be there, and nothing that nobody reads."""

from collections.abc import Iterable, Iterator
from datetime import date

from overrides.hooks.read.files import Document, Problem, hint
from overrides.hooks.render.context import Place

PAGE = ("title", "description")
NOTICE = (*PAGE, "notice", "published", "updated", "status")
# A day of its own, for a page that does not speak of the law as last checked.
MAY = ("as_at",)
DAYS = ("published", "updated", "as_at")
# Read by the theme.
THEME = ("hide", "search")
OUTCOME = ("tone",)
# An outcome may have a title for where another answer names it; without one, its first sentence stands there.
OUTCOME_MAY = (*OUTCOME, "title")


def problems(document: Document, place: Place) -> Iterator[Problem]:
    """What is missing, unknown or of the wrong kind."""
    if place.in_answer:
        yield from _keys(document, OUTCOME, OUTCOME_MAY)
        yield from _one_of(document, "tone", place.words("interface").get("tones", {}))
        return
    wanted = NOTICE if "notice" in document.meta else PAGE
    yield from _keys(document, wanted, (*NOTICE, *MAY, *THEME))
    yield from _one_of(document, "notice", place.site.notices)
    for key in DAYS:
        if key in document.meta and not isinstance(document.meta[key], date):
            said = f'"{key}" is "{document.meta[key]}"; write a day such as {key}: 2026-11-23'
            yield Problem(document.path, document.meta_line(key), said)


def _keys(document: Document, wanted: Iterable[str], known: Iterable[str]) -> Iterator[Problem]:
    for key in wanted:
        if key not in document.meta:
            yield Problem(document.path, 1, f'no "{key}" in the front matter')
    for key in document.meta:
        if key not in known:
            said = f'nobody reads "{key}" in the front matter{hint(key, known)}'
            yield Problem(document.path, document.meta_line(key), said)


def _one_of(document: Document, key: str, known: Iterable[str]) -> Iterator[Problem]:
    value = document.meta.get(key)
    if value is not None and value not in known:
        yield Problem(document.path, document.meta_line(key), f'no {key} "{value}"{hint(str(value), known)}')
