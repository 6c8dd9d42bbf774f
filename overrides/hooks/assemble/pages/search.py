"""The search of the site: a file for each language with its pages and words, fetched when wanted."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from overrides.hooks.assemble.bundle import Bundles
from overrides.hooks.assemble.node import AssembleError
from overrides.hooks.assemble.pages import named, scripts
from overrides.hooks.assemble.pages.sections import TEXT, sections
from overrides.hooks.assemble.pages.traditional import characters
from overrides.hooks.read.addresses import address, relative
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.staged import SEARCH, Staged

FOLDER = "assets/search"
SCRIPT, STYLE = "javascripts/search.js", "stylesheets/search.css"


def put(folder: Path, site: Path, found: Staged, bundles: Bundles) -> None:
    """Write the files, and into every page the button with the address of its language's file."""
    for lang in LANGUAGES:
        said = json.loads((folder / SEARCH / f"{lang}.json").read_text(encoding="utf-8"))
        pages = {name: site / address(name, lang) / "index.html" for name in found.pages}
        read = {name: path.read_text(encoding="utf-8") for name, path in pages.items()}
        titles = {name: twins[lang]["title"] for name, twins in found.pages.items()}
        text = json.dumps(_made(said, read, titles, lang, bundles), ensure_ascii=False, separators=(",", ":"))
        file = named.write(site, FOLDER, lang, text)
        print(f"search: {lang}: {len(text.encode())} bytes")  # noqa: T201 - to be seen
        for name, html in read.items():
            button = said["button"].replace(
                'data-search=""', f'data-search="{relative(file, address(name, lang))}"'
            )
            pages[name].write_text(html.replace(scripts.SEARCH, button, 1), encoding="utf-8")


def _made(
    said: Mapping[str, Any], read: Mapping[str, str], titles: Mapping[str, str], lang: str, bundles: Bundles
) -> dict[str, Any]:
    """What search/types.d.ts calls `Found`; its addresses are relative to the file's own."""
    script, style = (relative(f"assets/{bundles.files[file]}", FOLDER) for file in (SCRIPT, STYLE))
    parts = list(_sections(read))
    pages = [
        {
            "address": relative(address(name, lang), FOLDER),
            "title": titles[name],
            "notice": name in said["notices"],
        }
        for name in read
    ]
    return {
        "script": script,
        "style": style,
        "html": said["dialog"],
        "words": said["words"],
        "phrases": said["phrases"],
        "fillers": said["fillers"],
        "brief": said["brief"],
        "characters": characters(_all_words(said, parts)),
        "pages": pages,
        "sections": parts,
    }


def _sections(read: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The sections of all pages, each with the number of its page; AssembleError for one without text."""
    for number, (name, html) in enumerate(read.items()):
        found = list(sections(html))
        if not found:
            raise AssembleError(f"the theme has no <{TEXT}> with the text of {name}")
        yield from ({"page": number, **asdict(each)} for each in found)


def _all_words(said: Mapping[str, Any], parts: Iterable[Mapping[str, str]]) -> str:
    """Whatever a reader may type in other characters."""
    return "".join(
        [
            *(f"{each['title']}{each['text']}" for each in parts),
            *(typed for typed, _ in said["phrases"]),
            *said["fillers"],
        ]
    )
