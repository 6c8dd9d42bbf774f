"""What has changed in a text since it was confirmed, sentence by sentence, with what its twin says there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from tests.tools.translate.blocks import Block


@dataclass(frozen=True, slots=True)
class Change:
    """Sentences of a block as they were and as they are, its line, and the twin's block there, if any."""

    line: int
    was: tuple[str, ...]
    now: tuple[str, ...]
    twin: Block | None
    beside: tuple[str, ...]


def changes(before: Sequence[Block], now: Sequence[Block], twin: Sequence[Block]) -> Iterator[Change]:
    """Every block that is not as it was, in the order of today's text; `twin` is the other language today."""
    for part in dict.fromkeys(block.part for block in (*now, *before)):
        old, new, there = (_of(part, every) for every in (before, now, twin))
        for one, other, at in _pairs(old, new):
            moved = (one is None or other is None) and len(there) != len(new if one is None else old)
            beside = there[at] if at < len(there) and not moved else None
            was, said = _sentences(one), _sentences(other)
            line = other.line if other else _line_after(part, now)
            yield Change(line, *_differing(was, said), beside, tuple(_beside(was, said, beside)))


def _of(part: str, every: Sequence[Block]) -> list[Block]:
    return [block for block in every if block.part == part]


def _pairs(old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[Block | None, Block | None, int]]:
    """Blocks that differ, the old beside the new, and the place among today's of that part."""
    was, now = ([block.words for block in every] for every in (old, new))
    for tag, first, last, start, end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag != "equal":
            for at, (one, other) in enumerate(zip_longest(old[first:last], new[start:end]), start):
                yield one, other, at


def _line_after(part: str, now: Sequence[Block]) -> int:
    """Where a block is gone: the last line of its part that is left."""
    return max((block.line for block in now if block.part == part), default=1)


def _sentences(block: Block | None) -> list[str]:
    return block.sentences() if block else []


def _differing(was: Sequence[str], now: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences that are not in the other, or all where only their order differs."""
    gone = tuple(each for each in was if each not in now)
    come = tuple(each for each in now if each not in was)
    return (gone, come) if gone or come else (tuple(was), tuple(now))


def _beside(was: Sequence[str], now: Sequence[str], twin: Block | None) -> Iterator[str]:
    """The twin's sentences at the places of those that differ, or all where they cannot be told apart."""
    there = _sentences(twin)
    if len(was) == len(now) == len(there):
        yield from (there[at] for at, (old, new) in enumerate(zip(was, now, strict=True)) if old != new)
    else:
        yield from there
