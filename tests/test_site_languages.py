"""Whole pages of the built site: no words stand in the language of something else."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from overrides.hooks.assemble.pages.languages import VOID

# What is no language, or is not said.
NOT_SAID = frozenset({"script", "style", "title", "svg", "textarea", "code", "pre", "option"})
SAID = ("alt", "title", "aria-label", "placeholder")
# A word of its own: neither a name in capitals, nor a piece of an address, of a file's name or of a slot.
WORD = re.compile(r"(?<![\w./@{-])(?=\w*[a-z])[A-Za-z]{3,}(?![\w@/}-]|\.\w)", re.ASCII)
HAN = re.compile(r"[\u3400-\u9fff]+")
# Pages without a script are made of the same words, hundreds of times over.
EVERY_STEPS = 20


class Spoken(HTMLParser):
    """What a screen reader says of a page, each text with the language in which it says it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[tuple[str, str]] = []
        self._within: list[tuple[str, str, bool]] = [("", "", True)]
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        _, lang, said = self._within[-1]
        lang, said = has.get("lang") or lang, said and tag not in NOT_SAID
        self.texts += [(lang, has[name] or "") for name in SAID if name in has and said]
        if tag not in VOID:
            self._within.append((tag, lang, said))

    def handle_endtag(self, tag: str) -> None:
        if tag in {each for each, _, _ in self._within}:
            while self._within.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        _, lang, said = self._within[-1]
        if said:
            self.texts.append((lang, data))


def foreign(html: str) -> Iterator[str]:
    """English or Malay words said as Chinese, and Chinese said as one of these."""
    for lang, text in Spoken(html).texts:
        yield from (HAN if lang in {"en", "ms"} else WORD).findall(text)


def test_each_word_has_its_language(site: Path) -> None:
    files = sorted(site.rglob("*.html"))
    steps = [file for file in files if "steps" in file.parts]
    chosen = sorted({*files} - {*steps}) + steps[::EVERY_STEPS]
    found = {str(file.relative_to(site)): {*foreign(file.read_text(encoding="utf-8"))} for file in chosen}
    assert {name: words for name, words in found.items() if words} == {}
