"""Compares twins: what one language says, the other says too."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from overrides.hooks.read.calls import Call
from overrides.hooks.read.files import Document, Section
from overrides.hooks.read.tables import Table
from overrides.hooks.read.text import Problem, Text
from overrides.hooks.render.found.structured import ACTS
from overrides.hooks.render.life import BEGINS, ENDS, OWN_WORD, SUCCESSOR
from overrides.hooks.render.run_macros import SLOT

TARGET = re.compile(r"(?<!!)\[[^\]]*\]\(\s*(?P<target>\{\{.*?\}\}|[^)\s]+)[^)]*\)|<(?P<bare>https?://[^>]+)>")
# Words differ between the languages; everything else in the front matter is the same.
TEXTS = frozenset({"title", "description", OWN_WORD, "due", "general"})
# Days that macros give, the same in both.
LIFE = (BEGINS, ENDS)
# Labels are words, the figures below them are not.
FIGURES = "figures"
# What may be left out and changes what is said: in both or in none.
IN_BOTH = {
    "as_at": "both speak of the same day",
    "general": "both say what an outcome means in general",
    **dict.fromkeys((*LIFE, SUCCESSOR, OWN_WORD, ACTS), "both are of the same notice"),
}


def documents(one: Document, other: Document, calls: Mapping[str, Sequence[Call]]) -> Iterator[Problem]:
    """Front matter, headings, macro calls and links that differ; `calls` by path."""
    yield from _front_matter(one, other)
    here, there = list(one.sections()), list(other.sections())
    if [(section.level, section.id) for section in here] != [(twin.level, twin.id) for twin in there]:
        yield from _headings(one, here, there, other)
        return
    for section, twin in zip(here, there, strict=True):
        if section.folded != twin.folded:
            plain, folded = (section, twin) if twin.folded else (twin, section)
            said = f'"{plain.id}" is folded in {folded.text.path}:{folded.text.line} and not here'
            yield plain.text.problem(f"{said}; write {{#{plain.id} .fold}} in both or in none")
        for pair in ((section, twin), (twin, section)):
            yield from _calls(*pair, calls)
            yield from _links(*pair)


def _front_matter(one: Document, other: Document) -> Iterator[Problem]:
    """Values that are no words and differ, and a day that one names alone."""
    for key, value in one.meta.items():
        if key in other.meta and key not in (*TEXTS, FIGURES) and value != other.meta[key]:
            said = f'"{key}" is {other.meta[key]} here and {value} in {one.path}'
            yield other.said(key).problem(said)
    here, there = list(one.figures.values()), list(other.figures.values())
    if here != there:
        said = f"the key figures are {_listed(there)} here and {_listed(here)} in {one.path}"
        text = other.said(FIGURES) if FIGURES in other.meta else other.body
        yield text.problem(f"{said}; the same figures in the same order")
    for page, twin in ((one, other), (other, one)):
        for key, why in IN_BOTH.items():
            if key in page.meta and key not in twin.meta:
                yield page.said(key).problem(f'"{key}" stands here and not in {twin.path}; {why}')


def _listed(figures: Sequence[str]) -> str:
    return ", ".join(figures) or "none"


def _headings(one: Document, here: list[Section], there: list[Section], other: Document) -> Iterator[Problem]:
    """The first heading that differs, or the first that one of the twins lacks."""
    for section, twin in zip_longest(here, there):
        if section is None or twin is None:
            longer, shorter = (section, other) if section else (twin, one)
            yield longer.text.problem(f'{shorter.path} ends before the heading "{longer.id}"')
            return
        if (section.level, section.id) != (twin.level, twin.id):
            where = f"{one.path}:{section.text.line}"
            said = f'the heading "{twin.id}" stands where {where} has "{section.id}"'
            if section.id == twin.id:
                said = f'the heading "{twin.id}" has {"#" * twin.level} and in {where} {"#" * section.level}'
            yield twin.text.problem(f"{said}; the same headings in the same order")
            return


def _calls(section: Section, twin: Section, calls: Mapping[str, Sequence[Call]]) -> Iterator[Problem]:
    said = {call.same_as for call in _within(twin, calls)}
    for call in _within(section, calls):
        if call.same_as not in said:
            text = f"{call} stands here and not in {_where(twin)}"
            yield section.text.problem_below(text, call.line - section.text.line)


def _within(section: Section, calls: Mapping[str, Sequence[Call]]) -> list[Call]:
    lines = range(section.text.line, section.last_line + 1)
    return [call for call in calls[section.text.path] if call.line in lines and call.name != "link"]


def _where(section: Section) -> str:
    return f'{section.text.path}, section "{section.id}"' if section.id else section.text.path


def _links(section: Section, twin: Section) -> Iterator[Problem]:
    known = {target for target, _ in targets(twin.text.words)}
    for target, at in targets(section.text.words):
        if target not in known:
            said = f"the link to {target} stands here and not in {_where(twin)}"
            yield section.text.problem(said, at)


def targets(words: str) -> Iterator[tuple[str, int]]:
    """Where the links of a text lead, with the place of each."""
    for found in TARGET.finditer(words):
        yield found["target"] or found["bare"], found.start()


def tables(one: Table, other: Table) -> Iterator[Problem]:
    """Texts of `one` that `other` lacks or has with other slots, or with other links."""
    there = dict(other.texts())
    for keys, text in one.texts():
        name = ".".join(keys)
        if keys not in there:
            yield other.problem(f'no "{name}", which {one.path}:{text.line} has', *keys)
        elif missing := set(SLOT.findall(text.words)) - set(SLOT.findall(there[keys].words)):
            slots = ", ".join(f"{{{slot}}}" for slot in sorted(missing))
            yield there[keys].problem(f'"{name}" lacks {slots}, which {one.path} has')
        elif links := _targets(text) - _targets(there[keys]):
            said = f'"{name}" lacks the link to {", ".join(sorted(links))}, which {one.path} has'
            yield there[keys].problem(said)


def _targets(text: Text) -> set[str]:
    return {target for target, _ in targets(text.words)}


def not_texts(table: Table) -> Iterator[Problem]:
    """Values that are no texts."""
    for keys, value in table.values():
        if not isinstance(value, str):
            yield table.problem(f'"{keys[-1]}" is no text; put it in quotes', *keys)
