"""Compares twins: what one language says, the other says too."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from overrides.hooks.read.calls import Call
from overrides.hooks.read.files import Document, Problem, Section, Table
from overrides.hooks.render.run_macros import SLOT

TARGET = re.compile(r"(?<!!)\[[^\]]*\]\(\s*(?P<target>\{\{.*?\}\}|[^)\s]+)[^)]*\)|<(?P<bare>https?://[^>]+)>")
# Words differ between the languages; everything else in the front matter is the same.
TEXTS = frozenset({"title", "description", "status"})
# The one key that a page may leave out and that changes what it says.
OWN_DAY = "as_at"


def documents(one: Document, other: Document, calls: Mapping[str, Sequence[Call]]) -> Iterator[Problem]:
    """Front matter, headings, macro calls and links that differ; `calls` by path."""
    yield from _front_matter(one, other)
    here, there = list(one.sections()), list(other.sections())
    if [(section.level, section.id) for section in here] != [(twin.level, twin.id) for twin in there]:
        yield from _headings(one, here, there, other)
        return
    for section, twin in zip(here, there, strict=True):
        for pair in (((section, one), (twin, other)), ((twin, other), (section, one))):
            yield from _calls(*pair, calls)
            yield from _links(*pair)


def _front_matter(one: Document, other: Document) -> Iterator[Problem]:
    """Values that are no words and differ, and a day that one names alone; matter.py demands the rest."""
    for key, value in one.meta.items():
        if key in other.meta and key not in TEXTS and value != other.meta[key]:
            said = f'"{key}" is {other.meta[key]} here and {value} in {one.path}'
            yield Problem(other.path, other.meta_line(key), said)
    for page, twin in ((one, other), (other, one)):
        if OWN_DAY in page.meta and OWN_DAY not in twin.meta:
            said = f'"{OWN_DAY}" stands here and not in {twin.path}; both speak of the same day'
            yield Problem(page.path, page.meta_line(OWN_DAY), said)


def _headings(one: Document, here: list[Section], there: list[Section], other: Document) -> Iterator[Problem]:
    for section, twin in zip(here, there, strict=False):
        if (section.level, section.id) != (twin.level, twin.id):
            said = f'the heading "{twin.id}" stands where {one.path}:{section.line} has "{section.id}"'
            yield Problem(other.path, twin.line, f"{said}; the same headings in the same order")
            return
    longer, shorter, more = (one, other, here) if len(here) > len(there) else (other, one, there)
    first = more[min(len(here), len(there))]
    yield Problem(longer.path, first.line, f'{shorter.path} ends before the heading "{first.id}"')


def _calls(
    here: tuple[Section, Document], there: tuple[Section, Document], calls: Mapping[str, Sequence[Call]]
) -> Iterator[Problem]:
    (section, one), (twin, other) = here, there
    said = {call.same_as for call in _within(twin, calls[other.path])}
    for call in _within(section, calls[one.path]):
        if call.same_as not in said:
            yield Problem(one.path, call.line, f"{call} stands here and not in {_where(twin, other)}")


def _where(section: Section, document: Document) -> str:
    return f'{document.path}, section "{section.id}"' if section.id else document.path


def _within(section: Section, calls: Sequence[Call]) -> list[Call]:
    end = section.line + section.text.count("\n")
    return [call for call in calls if section.line <= call.line <= end and call.name != "link"]


def _links(here: tuple[Section, Document], there: tuple[Section, Document]) -> Iterator[Problem]:
    (section, one), (twin, other) = here, there
    known = {target for target, _ in targets(twin.text)}
    for target, offset in targets(section.text):
        if target not in known:
            said = f"the link to {target} stands here and not in {_where(twin, other)}"
            yield Problem(one.path, section.line + offset, said)


def targets(text: str) -> Iterator[tuple[str, int]]:
    """Where the links of a text lead, with the line each stands on, counted from 0."""
    for found in TARGET.finditer(text):
        yield found["target"] or found["bare"], text.count("\n", 0, found.start())


def tables(one: Table, other: Table) -> Iterator[Problem]:
    """Texts of `one` that `other` lacks or has with other slots."""
    there = dict(other.texts())
    for keys, text in one.texts():
        name, line = ".".join(keys), other.line(*keys)
        if keys not in there:
            yield Problem(other.path, line, f'no "{name}", which {one.path}:{one.line(*keys)} has')
        elif missing := set(SLOT.findall(text)) - set(SLOT.findall(there[keys])):
            slots = ", ".join(f"{{{slot}}}" for slot in sorted(missing))
            yield Problem(other.path, line, f'"{name}" lacks {slots}, which {one.path} has')


def not_texts(table: Table) -> Iterator[Problem]:
    """Values that are no texts."""
    yield from _not_texts(table, table.data, ())


def _not_texts(table: Table, data: Mapping[str, Any], keys: tuple[str, ...]) -> Iterator[Problem]:
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from _not_texts(table, value, (*keys, key))
        elif not isinstance(value, str):
            yield Problem(table.path, table.line(*keys, key), f'"{key}" is no text; put it in quotes')
