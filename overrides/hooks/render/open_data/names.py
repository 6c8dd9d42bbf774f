"""What ids are called, in every language: the writers' words for figures, sources and notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.rules import Loaded
from overrides.hooks.render.context import Place
from overrides.hooks.render.form import questions


@dataclass(frozen=True)
class Names:
    """The words of a notice by language: its own, and those that all notices share."""

    places: Mapping[str, Place]

    def of(self, table: str, id: str) -> dict[str, str]:
        """What an id is called in the tables of that name, such as docs/parameters."""
        return {lang: str(place.words(table)[id]) for lang, place in self.places.items()}

    def label(self, *keys: str) -> dict[str, str]:
        """Words of docs/labels under these keys, such as those for what is special about a row."""
        found = {}
        for lang, place in self.places.items():
            words = place.words("labels")
            for key in keys:
                words = words[key]
            found[lang] = str(words)
        return found

    def questions(self, notice: Loaded, lang: str) -> Sequence[Mapping[str, Any]]:
        """The questions as the form words them."""
        return questions(self.places[lang], notice)

    @staticmethod
    def columns(name: str, said: Mapping[str, str]) -> dict[str, str]:
        """Cells of a row, one for each language; empty where nothing is said."""
        return {f"{name}_{lang}": said.get(lang, "") for lang in LANGUAGES}
