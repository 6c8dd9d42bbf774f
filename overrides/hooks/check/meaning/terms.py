"""One rendering for each term of the glossary that is in use, and no English left over in Chinese."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from overrides.hooks.check.meaning.pairs import Pair
from overrides.hooks.check.prose import HAN
from overrides.hooks.read.text import Problem

KIND = "terms"
LATIN = re.compile(r"[A-Za-z][A-Za-z’'-]*")
# What is typed as it is: an address, or a command between quotation marks.
AS_TYPED = re.compile(r"[\w.+-]+@[\w.-]+|\b[\w-]+(?:\.[\w-]+)+|“[\x20-\x7e]+”|#")
BEGINS = re.compile(r"(?:^|[.!?:|“*]\s*|\n\s*|^[-\d.]+ )[“*(]*$")


@dataclass(frozen=True)
class Terms:
    """The glossary that holds for some texts: what each term may be called."""

    entries: Mapping[str, Mapping[str, Any]]

    @cached_property
    def _english(self) -> list[tuple[str, re.Pattern[str], list[str]]]:
        """Each English term, the longest first, with what finds it and its Chinese renderings."""
        longest = sorted(self.entries.values(), key=lambda entry: -len(entry["en"]))
        return [
            (entry["en"].lower(), _edged(entry["en"]), [entry["zh"], *entry.get("also_zh", ())])
            for entry in longest
        ]

    @cached_property
    def _names(self) -> re.Pattern[str]:
        """Every Chinese rendering that has Latin letters."""
        names = {name for _, _, renderings in self._english for name in renderings if LATIN.search(name)}
        longest = sorted(names, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest)) or "(?!)")

    def problems(self, pair: Pair) -> Iterator[Problem]:
        """Terms without their rendering, and English words among the Chinese."""
        yield from self._renderings(pair)
        yield from self._only_in_chinese(pair)
        yield from self._left_over(pair)

    def _renderings(self, pair: Pair) -> Iterator[Problem]:
        prose = pair.prose["en"]
        lower = prose.lower()
        for term, pattern, renderings in self._english:
            if term not in lower or not (found := pattern.search(prose)):
                continue
            prose = pattern.sub(lambda match: "\0" * len(match[0]), prose)  # not "Act 4" within a longer name
            if not any(name in pair.zh.words for name in renderings):
                where = pair.place("en", found.start())
                said = f'"{found[0]}" in {where} is "{renderings[0]}" in Chinese, and not here'
                yield from pair.differs(KIND, "zh", said)

    def _only_in_chinese(self, pair: Pair) -> Iterator[Problem]:
        """Terms that only the Chinese names, of those that say how else English may put it."""
        for entry in self.entries.values():
            if "also_en" in entry and entry["zh"] in pair.prose["zh"]:
                known = (entry["en"], *entry["also_en"])
                if not any(_edged(term).search(pair.prose["en"]) for term in known):
                    at = pair.prose["zh"].index(entry["zh"])
                    where = pair.place("zh", at)
                    said = f'"{entry["zh"]}" in {where} is "{entry["en"]}" in English, and not here'
                    yield from pair.differs(KIND, "en", said)

    def _left_over(self, pair: Pair) -> Iterator[Problem]:
        prose = self._names.sub(lambda match: "\0" * len(match[0]), AS_TYPED.sub(_blank, pair.prose["zh"]))
        if not re.search(f"[{HAN}]", prose) and pair.beside == "#" and " " not in prose.strip():
            return  # a name by itself, or a code
        for found in LATIN.finditer(prose):
            if not self._is_a_name(found[0], pair.prose["en"]):
                said = (
                    f'"{found[0]}" is left in English; write it in Chinese, '
                    "or add the name to the glossary with this form as its zh"
                )
                yield from pair.differs(KIND, "zh", said, found.start())
                return

    @staticmethod
    def _is_a_name(word: str, english: str) -> bool:
        """Whether the word is one that both languages write alike: PERKESO, MyKAS, Google, JSON."""
        if word == word.lower():
            return len(word) == 1
        if word[1:] != word[1:].lower() or len(word) == 1:
            return True
        places = re.finditer(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])", english, re.IGNORECASE)
        return any(not BEGINS.search(english[: place.start()]) for place in places)


def _blank(found: re.Match[str]) -> str:
    return "\0" * len(found[0])


def _edged(term: str) -> re.Pattern[str]:
    plural = "(?:s|es)?" if term[-1:].islower() else ""
    return re.compile(rf"(?<!\w){re.escape(term)}{plural}(?!\w)", re.IGNORECASE if term[:1].islower() else 0)
