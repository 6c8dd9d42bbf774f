"""Small mistakes as a translator makes them, each a changed copy of a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from overrides.hooks.check.meaning.blocks import blocks
from overrides.hooks.check.meaning.sentences import sentences
from overrides.hooks.check.prose import hidden
from overrides.hooks.read.text import Text

NUMBERS = {
    "en": {
        "two": "three",
        "three": "four",
        "five": "six",
        "ten": "eleven",
        "twenty": "thirty",
        "second": "third",
    },
    "zh": {"两项": "三项", "三项": "四项", "十行": "十一行", "二十行": "三十行", "第二": "第三"},
}
UP_TO = {
    "en": r"\b(?:up to|at most|no more than|not more than|no later than|at the latest|at least) ?",
    "zh": "最高|最多|最长|至多|不超过|最迟|至少|最少|最低",
}
# What each binding or allowing word becomes.
MODAL = {
    "en": {"must": "may", "have to": "may", "has to": "may", "may": "must", "can": "must", "could": "had to"},
    "zh": {"必须": "可以", "可以": "必须", "可能": "必须", "强制": "自愿"},
}
# What is left of a "not"; "no later than" and the like belong to "up to".
NOT = {
    "en": {
        r"\b(?:not|never)\b(?! more than) ?": "",
        r"\bno\b(?! more than| later than| longer)": "a",
        r"\bcannot\b": "can",
        r"n['’]t\b": "",
        r"\bnone\b": "one",
        r"\bnobody\b": "somebody",
        r"\bnothing\b": "something",
        r"\bwithout\b": "with",
        r"\bunless\b": "if",
    },
    "zh": {
        r"(?<![是算会可要])不(?![管论同过足久一断仅但妨])": "",
        r"(?<!有)没有": "有",
        r"未(?![来满])": "已",
        r"无法": "可以",
        r"除非": "如果",
    },
}
MACRO = re.compile(r"(?P<before>\{\{\s*(?:figure|ended|result|programme)\(\")(?P<name>\w+)")
SLOT = re.compile(r"(?<![{#])\{(?P<name>\w+)\}(?!\})")
FIGURE = re.compile(r"\{\{\s*(?:figure|ended|result|programme)\([^{}]*\)\s*\}\}|(?<![{#])\{\w+\}(?!\})")
DIGITS = re.compile(r"\d+")
TARGET = re.compile(r"\]\(\s*(\{\{.*?\}\}|[^)\s]+)|cite\(\"([^\"]+)\"\)")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: of what kind, the words with it, where it stands, and what was done."""

    kind: str
    words: str
    at: int
    said: str


def mistakes(text: Text) -> Iterator[Mistake]:
    """Every mistake that can be made within the text, one at a time."""
    yield from _figures(text)
    yield from _said_otherwise(text)
    yield from _sentences(text)
    yield from _swapped("two links swapped", text.words, TARGET)
    yield from _swapped("two figures swapped", text.words, FIGURE)


def _figures(text: Text) -> Iterator[Mistake]:
    words, prose = text.words, hidden(text.words)
    for found in DIGITS.finditer(prose):
        yield _instead("another figure", words, found, str(int(found[0]) + 1))
    for word, other in NUMBERS[text.lang].items():
        for found in _each(word, text.lang, prose):
            yield _instead("another number in words", words, found, other)
    for pattern in (MACRO, SLOT):
        for found in pattern.finditer(words):
            start = found.start("name")
            wrong = f"{words[:start]}other_{words[start:]}"
            yield Mistake("another macro", wrong, start, f"other_{found['name']}")


def _said_otherwise(text: Text) -> Iterator[Mistake]:
    words, prose = text.words, hidden(text.words)
    for found in re.finditer(UP_TO[text.lang], prose, re.IGNORECASE):
        yield _instead("“up to” or “at least” lost", words, found, "")
    for word, other in MODAL[text.lang].items():
        for found in _each(word, text.lang, prose):
            yield _instead("must and may swapped", words, found, other)
    for pattern, other in NOT[text.lang].items():
        for found in re.finditer(pattern, prose, re.IGNORECASE):
            yield _instead("“not” lost", words, found, other)


def _each(word: str, lang: str, prose: str) -> Iterator[re.Match[str]]:
    """Where a word stands; English words have edges, Chinese ones do not."""
    return re.finditer(rf"\b{word}\b" if lang == "en" else word, prose, re.IGNORECASE)


def without_a_block(body: Text) -> Iterator[Mistake]:
    """The text without one item of a list, one row of a table, one paragraph, box or macro."""
    for start, words in _blocks(body):
        if not words.lstrip().startswith("#"):
            left = body.words[:start] + body.words[start + len(words) :]
            yield Mistake("an item or a paragraph lost", left, start, words[:40])


def _sentences(text: Text) -> Iterator[Mistake]:
    for start, words in _blocks(text):
        found = sentences(hidden(words), text.lang)
        if len(found) > 1:
            for sentence, at in found:
                begin, end = start + at, start + at + len(sentence)
                left = text.words[:begin] + text.words[end:]
                yield Mistake("a sentence lost", left, begin, text.words[begin:end].strip()[:60])


def _blocks(text: Text) -> Iterator[tuple[int, str]]:
    """Each block with where it begins in the words."""
    starts = [0]
    for line in text.words.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for block in blocks(text):
        yield starts[block.text.line - text.line], block.text.words


def _swapped(kind: str, words: str, pattern: re.Pattern[str]) -> Iterator[Mistake]:
    """Neighbours within one line, in the place of each other."""
    for one, other in pairwise(pattern.finditer(words)):
        here, there = one[0], other[0]
        between = words[one.end() : other.start()]
        if "\n" not in between and here != there and (here[0] == there[0]):
            swapped = words[: one.start()] + there + between + here + words[other.end() :]
            yield Mistake(kind, swapped, one.start(), f"{here} and {there}")


def _instead(kind: str, words: str, found: re.Match[str], other: str) -> Mistake:
    around = words[max(0, found.start() - 15) : found.end() + 15].replace("\n", " ")
    said = f"{found[0].strip()} → {other or 'nothing'} in “{around}”"
    return Mistake(kind, words[: found.start()] + other + words[found.end() :], found.start(), said)
