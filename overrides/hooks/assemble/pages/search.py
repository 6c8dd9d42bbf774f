"""Splits Chinese into words in the search index, so that a word is found inside a sentence."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import rjieba

INDEX = "search/search_index.json"
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
# Takes no place, and mkdocs.yml names it among the marks at which the search splits a text.
BETWEEN = "\u200b"
# A longer term kept whole would hide the words in it from the search.
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

    def split(self, text: str) -> str:
        """The text with a mark around every Chinese word."""
        parted = HAN.sub(lambda han: f"{BETWEEN}{BETWEEN.join(self._words.cut(han[0]))}{BETWEEN}", text)
        return parted.strip(BETWEEN)


def split_words(site: Path, terms: Iterable[str]) -> None:
    """Split the titles and texts of the index that the generator has written, if it has written one."""
    path = site / INDEX
    if not path.exists():
        return
    index, segmenter = json.loads(path.read_text(encoding="utf-8")), Segmenter(terms)
    for entry in index["docs"]:
        entry.update({key: segmenter.split(entry[key]) for key in ("title", "text")})
    path.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")
