"""Compares how twins are built: the same paragraphs, lists, tables, boxes, pictures in the same order."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from overrides.hooks.check.meaning.blocks import Block, blocks, loose
from overrides.hooks.read.files import Document
from overrides.hooks.read.text import Problem

ITEMS = ("item", "row")
SHOWN = 24


def ids(document: Document) -> Iterator[Problem]:
    """An id that two headings of a page have."""
    seen: dict[str, int] = {}
    for section in document.sections():
        if section.id in seen:
            said = f'the id "{section.id}" stands in line {seen[section.id]} already'
            yield section.text.problem(f"{said}; each heading has an id of its own")
        elif section.id:
            seen[section.id] = section.text.line


def pieces(one: Document, other: Document) -> tuple[list[tuple[Block, Block]], list[Problem]]:
    """The blocks in the same places, section by section, and where the twins are built differently."""
    pairs, problems, above = list[tuple[Block, Block]](), list[Problem](), ("", "")
    for section, twin in zip(one.sections(), other.sections(), strict=False):
        here, there = list(blocks(section.text, above[0])), list(blocks(twin.text, above[1]))
        above = loose(section.text), loose(twin.text)
        if section.id != twin.id:
            break  # the headings differ, which another check says
        if [block.shape for block in here] == [block.shape for block in there]:
            pairs += zip(here, there, strict=True)
        else:
            problems += _difference(here, there, one, other)
    return pairs, problems


def _difference(
    here: Sequence[Block], there: Sequence[Block], one: Document, other: Document
) -> Iterator[Problem]:
    """The first place in which two sections are built differently."""
    matcher = SequenceMatcher(
        None, [block.shape for block in here], [block.shape for block in there], autojunk=False
    )
    for tag, first, last, begin, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        mine, theirs = _said(here, first, last), _said(there, begin, end)
        if tag == "delete":
            at = there[min(begin, len(there) - 1)].text if there else other.body
            yield at.problem(
                f"{one.path}:{here[first].text.line} has {mine} that this section lacks; say it here too"
            )
        elif tag == "insert":
            at = here[min(first, len(here) - 1)].text if here else one.body
            yield at.problem(
                f"{other.path}:{there[begin].text.line} has {theirs} that this section lacks; say it here too"
            )
        else:
            where = f"{one.path}:{here[first].text.line}"
            yield there[begin].text.problem(
                f"{theirs} stands here and {mine} in {where}; the same blocks in both"
            )
        return


def _said(found: Sequence[Block], first: int, last: int) -> str:
    """The blocks in words: one by its beginning, several alike by their number."""
    shapes = [(shape, len(list(same))) for shape, same in groupby(block.shape for block in found[first:last])]
    if first == last:
        return ""
    shown = found[first].text.words.strip().split("\n")[0]
    whole = _list_around(found, first)
    begins = f" (“{shown[:SHOWN]}{'…' if len(shown) > SHOWN else ''}”)"
    return (
        ", ".join(
            f"{number} × {shape}" if number > 1 else f"{'an' if shape[0] in 'aeio' else 'a'} {shape}"
            for shape, number in shapes
        )
        + begins
        + whole
    )


def _list_around(found: Sequence[Block], at: int) -> str:
    """How many items the list has in which one is too many."""
    kind = found[at].kind
    if not kind.startswith(ITEMS):
        return ""
    first = last = at
    while first > 0 and found[first - 1].kind == kind:
        first -= 1
    while last + 1 < len(found) and found[last + 1].kind == kind:
        last += 1
    return (
        f" in a list of {last - first + 1}"
        if kind.startswith("item")
        else f" in a table of {last - first + 1} rows"
    )
