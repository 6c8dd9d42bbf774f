"""Compares twins: what one language says, the other says too."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from overrides.hooks.calls import Call
from overrides.hooks.render import SLOT
from overrides.hooks.words import Document, Problem, Section, Table

TARGET = re.compile(r"(?<!!)\[[^\]]*\]\(\s*(?P<target>\{\{.*?\}\}|[^)\s]+)[^)]*\)|<(?P<bare>https?://[^>]+)>")
# Words differ between the languages; everything else in the front matter is the same.
TEXTS = frozenset({"title", "description", "status"})


def documents(one: Document, other: Document, calls: Mapping[str, Sequence[Call]]) -> Iterator[Problem]:
    """What stands in `one` and not in `other`; `calls` by path."""
    yield from _front_matter(one, other)
    here, there = list(one.sections()), list(other.sections())
    ids = (
        [(section.level, section.id) for section in here],
        [(section.level, section.id) for section in there],
    )
    if ids[0] != ids[1]:
        yield from _headings(one, here, there, other)
        return
    for section, twin in zip(here, there, strict=True):
        yield from _calls(section, twin, one, other, calls)
        yield from _links(section, twin, one, other)


def _front_matter(one: Document, other: Document) -> Iterator[Problem]:
    for key, value in one.meta.items():
        line = 2 + list(one.meta).index(key)
        if key not in other.meta:
            yield Problem(other.path, 1, f'no "{key}" in the front matter, which {one.path} has')
        elif key not in TEXTS and value != other.meta[key]:
            yield Problem(one.path, line, f'"{key}" is {value} here and {other.meta[key]} in {other.path}')


def _headings(one: Document, here: list[Section], there: list[Section], other: Document) -> Iterator[Problem]:
    for section, twin in zip(here, there, strict=False):
        if (section.level, section.id) != (twin.level, twin.id):
            said = f'the heading "{section.id}" stands where {other.path}:{twin.line} has "{twin.id}"'
            yield Problem(one.path, section.line, f"{said}; the same headings in the same order")
            return
    for section in here[len(there) :]:
        yield Problem(one.path, section.line, f'{other.path} has no heading "{section.id}" here')


def _calls(
    section: Section, twin: Section, one: Document, other: Document, calls: Mapping[str, Sequence[Call]]
) -> Iterator[Problem]:
    there = {call.same_as for call in _within(twin, calls[other.path])}
    for call in _within(section, calls[one.path]):
        if call.same_as not in there:
            place = (
                f'the section "{section.id}" of {other.path}'
                if section.id
                else f"the beginning of {other.path}"
            )
            yield Problem(one.path, call.line, f"{call} stands here and not in {place}")


def _within(section: Section, calls: Sequence[Call]) -> list[Call]:
    end = section.line + section.text.count("\n")
    return [call for call in calls if section.line <= call.line <= end and call.name != "link"]


def _links(section: Section, twin: Section, one: Document, other: Document) -> Iterator[Problem]:
    there = {target for target, _ in targets(twin.text)}
    for target, offset in targets(section.text):
        if target not in there:
            said = f"the link to {target} stands here and not in {other.path}"
            yield Problem(one.path, section.line + offset, f'{said}, section "{section.id}"')


def targets(text: str) -> Iterator[tuple[str, int]]:
    """Where the links of a text lead, with the line each stands on, counted from 0."""
    for found in TARGET.finditer(text):
        yield found["target"] or found["bare"], text.count("\n", 0, found.start())


def tables(one: Table, other: Table) -> Iterator[Problem]:
    """Keys of `one` that `other` lacks, and texts with other slots than their twin."""
    there = dict(other.texts())
    for keys, text in one.texts():
        name = ".".join(keys)
        if keys not in there:
            yield Problem(
                other.path, other.line(*keys), f'no "{name}", which {one.path}:{one.line(*keys)} has'
            )
        elif missing := set(SLOT.findall(text)) - set(SLOT.findall(there[keys])):
            slots = ", ".join(f"{{{slot}}}" for slot in sorted(missing))
            yield Problem(other.path, other.line(*keys), f'"{name}" lacks {slots}, which {one.path} has')
    yield from _not_texts(one, one.data, ())


def _not_texts(table: Table, data: Mapping[str, Any], keys: tuple[str, ...]) -> Iterator[Problem]:
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from _not_texts(table, value, (*keys, key))
        elif not isinstance(value, str):
            yield Problem(table.path, table.line(*keys, key), f'"{key}" is no text; put it in quotes')
