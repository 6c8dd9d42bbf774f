"""Splits Chinese into words for the search index."""

import re
from collections.abc import Iterable

import rjieba

HAN = re.compile(r"[\u4e00-\u9fff]+")
# A longer term kept whole would hide the words in it from the search.
LONGEST_WORD = 4


class Segmenter:
    """Has the one function that Material's search calls of `jieba`, a package no longer kept up."""

    def __init__(self, terms: Iterable[str]) -> None:
        """Teach the dictionary the site's own words, such as 令吉."""
        self._words = rjieba.Jieba()
        for term in terms:
            for word in HAN.findall(term):
                if len(word) <= LONGEST_WORD:
                    self._words.add_word(word, None, None)

    def cut(self, text: bytes) -> list[str]:
        """The words of a run of Chinese characters, given as UTF-8."""
        return self._words.cut(text.decode())
