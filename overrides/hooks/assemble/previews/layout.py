"""Breaks a text into lines that fit: between words, in Chinese too, and at a pause where it can be."""

import re
from collections.abc import Callable
from functools import cache

from overrides.hooks.assemble.previews.words import HAN, Segmenter

NEVER_FIRST = "，。、：；？！）》」』”’…,.:;?!)"
NEVER_LAST = "第（《「『“‘("
PAUSES = "，。：；？！,.:;?!"
PIECE = re.compile(rf"{HAN.pattern}|[A-Za-z0-9][!-~’–]*|\s+|.")
# How much worse a line is than one of the ideal width, in parts of the width of the picture, squared.
NO_PAUSE, BEGINS_WITH_ONE_SIGN = 0.05, 0.03

type Width = Callable[[str], float]


def pieces(text: str, words: Segmenter) -> list[str]:
    """The parts of a text that stay whole."""
    made: list[str] = []
    for piece in (word for found in PIECE.findall(text) for word in words.cut(found)):
        glued = made and (piece.isspace() or piece in NEVER_FIRST or made[-1][-1] in NEVER_LAST)
        if glued:
            made[-1] += piece
        else:
            made.append(piece)
    return made


def lines(parts: list[str], most: float, width: Width) -> list[str]:
    """As few lines of at most that width as hold the parts, and of all ways the one that reads best.

    A part that is wider has a line of its own.
    """
    fewest = _fewest(parts, most, width)
    ideal = width("".join(parts)) / len(fewest) if fewest else 0

    @cache
    def best(start: int, count: int) -> tuple[float, list[str]]:
        """The cost and the lines of the parts from there on, in so many lines."""
        ends = range(start + 1, len(parts) + 1) if count > 1 else [len(parts)]
        found = (_with(start, end, count) for end in ends)
        return min(found, default=(float("inf"), []))

    def _with(start: int, end: int, count: int) -> tuple[float, list[str]]:
        line = "".join(parts[start:end]).rstrip()
        wide = width(line)
        if wide > most and end - start > 1:
            return float("inf"), []
        cost = ((wide - ideal) / most) ** 2
        if end == len(parts):
            return (cost, [line]) if count == 1 else (float("inf"), [])
        cost += 0 if line[-1] in PAUSES else NO_PAUSE
        cost += BEGINS_WITH_ONE_SIGN if HAN.fullmatch(parts[end]) and len(parts[end]) == 1 else 0
        further, rest = best(end, count - 1)
        return cost + further, [line, *rest]

    return best(0, len(fewest))[1] if fewest else []


def _fewest(parts: list[str], most: float, width: Width) -> list[str]:
    """Each line as full as it gets."""
    made: list[str] = []
    for part in parts:
        if made and width((made[-1] + part).rstrip()) <= most:
            made[-1] += part
        else:
            made.append(part)
    return made
