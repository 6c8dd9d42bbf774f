"""What the search of the site says, and what readers type for the words of the pages."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.library import Library
from overrides.hooks.read.staged import SEARCH
from overrides.hooks.render.templates import html


def write(library: Library, folder: Path) -> None:
    """Put it where finishing looks for it, a file for each language."""
    (folder / SEARCH).mkdir(parents=True, exist_ok=True)
    for lang in LANGUAGES:
        words = library.words("interface", lang)["search"]
        made = {
            "button": html("search/button.html", words=words),
            "dialog": html("search/dialog.html", words=words),
            "words": words["found"],
            "phrases": phrases(library, lang),
            "fillers": library.searched.data[lang]["fillers"],
            "brief": library.words("interface", lang)["by_hand_id"],
            "notices": list(library.notice_pages().values()),
        }
        text = json.dumps(made, ensure_ascii=False, indent=1)
        (folder / SEARCH / f"{lang}.json").write_text(text, encoding="utf-8")


def phrases(library: Library, lang: str) -> list[tuple[str, str]]:
    """What readers may type, and the words of the pages that it means, as docs/searched.toml says."""
    return list(dict.fromkeys([*_of_words(library.searched.data[lang]["means"]), *_of_terms(library, lang)]))


def _of_words(means: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    for ours, typed in means.items():
        yield from ((each, ours) for each in typed)


def _of_terms(library: Library, lang: str) -> Iterator[tuple[str, str]]:
    """A term that a notice calls otherwise has both names."""
    for notice in library.glossaries:
        for entry in library.terms(notice).values():
            for typed in _typed(entry):
                if typed.casefold() != entry[lang].casefold():
                    yield typed, entry[lang]


def _typed(entry: Mapping[str, Any]) -> Iterator[str]:
    for lang in LANGUAGES:
        yield entry[lang]
        yield from entry.get(f"never_{lang}", ())
    yield from entry.get("searched", ())
