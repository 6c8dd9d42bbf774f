"""Splits Chinese into words, so that a line of a picture breaks between them."""

import re
from collections.abc import Iterable

import rjieba

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
# A longer term kept whole could not be parted where it does not fit.
LONGEST_WORD = 4


class Segmenter:
    """Splits Chinese into words; it knows the site's own words, such as 令吉."""

    def __init__(self, terms: Iterable[str]) -> None:
        """Teach the dictionary the terms."""
        self._words = rjieba.Jieba()
        for term in terms:
            for word in HAN.findall(term):
                if len(word) <= LONGEST_WORD:
                    self._words.add_word(word, None, None)

    def cut(self, text: str) -> list[str]:
        """The words of a text in Chinese; another text is one."""
        return self._words.cut(text) if HAN.fullmatch(text) else [text]
