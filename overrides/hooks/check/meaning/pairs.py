"""The texts to compare, two by two: what one language says in a place, and what the other says there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from overrides.hooks.check.meaning.sentences import sentences
from overrides.hooks.check.meaning.waivers import Waiver
from overrides.hooks.check.prose import HIDDEN, hidden
from overrides.hooks.read.text import Problem, Text

# How a box begins; its title follows.
BOX = re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?) \w+", re.MULTILINE)


@dataclass(frozen=True)
class Pair:
    """Twins of one place; `waived` by the comments beside either, which `beside` begins."""

    en: Text
    zh: Text
    waived: tuple[Waiver, ...] = ()
    beside: str = "{##"

    @cached_property
    def prose(self) -> Mapping[str, str]:
        """The words of each language with everything that is not prose blanked out."""
        return {
            text.lang: BOX.sub(lambda box: HIDDEN * len(box[0]), hidden(text.words))
            for text in (self.en, self.zh)
        }

    @cached_property
    def by_sentence(self) -> list[Mapping[str, tuple[str, int]]]:
        """What to compare word by word: sentence by sentence where there are as many, else all at once."""
        each = {lang: sentences(prose, lang) for lang, prose in self.prose.items()}
        if len(each["en"]) != len(each["zh"]):
            finer = sentences(self.prose["zh"], "zh", finely=True)
            if len(finer) != len(each["en"]):
                return [{lang: (prose, 0) for lang, prose in self.prose.items()}]
            each["zh"] = finer
        return [{"en": one, "zh": other} for one, other in zip(each["en"], each["zh"], strict=True)]

    def text(self, lang: str) -> Text:
        """The text in this language."""
        return self.en if lang == "en" else self.zh

    def differs(self, kind: str, lang: str, said: str, at: int = 0) -> Iterator[Problem]:
        """A difference in the text of this language, unless it is waived; how to waive it stands with it."""
        waived = [waiver for waiver in self.waived if kind in waiver.kinds]
        for waiver in waived:
            waiver.used.add(kind)
        if not waived:
            how = (
                f"# differs in {kind}: why, above"
                if self.beside == "#"
                else f"{{## differs in {kind}: why ##}}, above or at the end of an item"
            )
            yield self.text(lang).problem(f"{said}. If this is meant, write {how}", at)

    def place(self, lang: str, at: int = 0) -> str:
        """The file and line of these words, for a message about the twin."""
        text = self.text(lang)
        return f"{text.path}:{text.line_at(at)}"
