"""Counts the words that carry what a sentence binds, allows, denies or doubts: must, may, not, if, up to."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TAKEN = "\0"
# 2 May: a month, which allows nothing.
MONTH = r"\d(?:st|nd|rd|th)? May\b|\bMay,? \d|\b(?:in|of|since|until|from|to|by) May\b"
# 不到五人, 不到\0 where a figure of the law stands: fewer, which denies nothing; 找不到 denies.
FEWER = r"不到(?=[ \d一二两三四五六七八九十百千万半几\0])"
# 是不是, 会不会, 可不可以: a question, which denies nothing.
ASKED = r"([\u4e00-\u9fff])不\1"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one kind in one language; `also` may answer a counterpart and wants none."""

    wanted: re.Pattern[str]
    every: re.Pattern[str]
    skipped: re.Pattern[str]

    def wants(self, words: str) -> list[str]:
        """What wants a counterpart in the twin, in order."""
        return [found for found in self._found(words) if self.wanted.fullmatch(found)]

    def answers(self, words: str) -> int:
        """How many counterparts these words can be at most."""
        return len(self._found(words))

    def _found(self, words: str) -> list[str]:
        """Every word of this kind: the longer of two that begin alike, so that 不同 is not a 不."""
        return self.every.findall(self.skipped.sub(TAKEN, words))


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of signal: how it is called in a waiver and in a message, and its words by language."""

    id: str
    name: str
    words: Mapping[str, Words]


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind that signals.toml names."""
    data = tomllib.loads(Path(__file__).with_name("signals.toml").read_text(encoding="utf-8"))
    return tuple(
        Kind(id, said["name"], {lang: _words(said, lang) for lang in ("en", "zh")})
        for id, said in data.items()
    )


def _words(said: Mapping[str, Iterable[str]], lang: str) -> Words:
    wanted, also, skipped = ([*said.get(f"{lang}{part}", ())] for part in ("", "_also", "_skip"))
    skip = _any(skipped, lang)
    if "不" in wanted:
        skip = re.compile(f"{ASKED}|{FEWER}|{skip.pattern}")
    if "may" in wanted:
        skip = re.compile(f"{MONTH}|(?i:{skip.pattern})")
    return Words(_any(wanted, lang), _any([*wanted, *also], lang), skip)


def _any(words: Iterable[str], lang: str) -> re.Pattern[str]:
    """Any of the words, the longest first."""
    longest = sorted(words, key=len, reverse=True)
    if not longest:
        return re.compile("(?!)")
    if lang == "zh":
        return re.compile("|".join(map(re.escape, longest)))
    escaped = (re.escape(word).replace(r"\*", r"\w*") for word in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(escaped)})(?!\w)", re.IGNORECASE)
