"""A child that makes pages of one language: the generator, then the second stage, page by page."""

import hashlib
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path

from overrides.desk.generator import Generator
from overrides.desk.places import BUNDLES
from overrides.hooks.assemble import bundle, node
from overrides.hooks.assemble.pages import along, pictures
from overrides.hooks.assemble.plain.page import Frame
from overrides.hooks.assemble.previews.files import Previews
from overrides.hooks.finish import finish_page
from overrides.hooks.read.navigation import Navigation
from overrides.hooks.read.staged import ALONG, NOTHING, PAGES

# In the place of the worker that would start Python in the browser.
WORKER = Path(__file__).parent / "page" / "worker.js"


class Pages:
    """Pages of one language, from the folder of the first stage into that of the site."""

    def __init__(self, root: Path, staged: Path, site: Path, lang: str, navigation: Navigation) -> None:
        """Begin the generator."""
        self._root, self._staged, self._site, self._lang = root, staged, site, lang
        self._generator = Generator(root, staged / PAGES, site, lang, navigation)
        self._generated: dict[str, tuple[Path, str]] = {}
        self._draws = ""
        self.bundled()

    def bundled(self) -> None:
        """Take the scripts and styles as they are now; pictures stay while what draws them does."""
        found = bundle.read(self._root, BUNDLES)
        worker = WORKER.read_text(encoding="utf-8")
        found = replace(found, inline={**found.inline, "rules-worker": worker})
        # without the pictures that chats show: nobody sees them on this machine
        self._frame = Frame(self._root, self._site, NOTHING, None, found, Previews(defaultdict(str)))
        if found.files[pictures.DRAW] != self._draws:
            self._draws, self._drawn = found.files[pictures.DRAW], cache(node.ask)

    def make(self, name: str, said: dict[str, str], titles: dict[str, str]) -> tuple[str, str]:
        """Make one page of its Markdown: its HTML, and a mark that differs where that differs."""
        path = self._generator.make(name, titles)
        self._generated[name] = path, path.read_text(encoding="utf-8")
        return self.finish(name, said)

    def finish(self, name: str, said: dict[str, str]) -> tuple[str, str]:
        """The same page where only scripts and styles have changed since."""
        path, generated = self._generated[name]
        path.write_text(generated, encoding="utf-8")
        finish_page(name, self._lang, said, self._frame)
        words = self._staged / ALONG / f"{name}.{self._lang}.html"
        if words.exists():
            along.put_page(words, name, self._lang, self._site, self._frame.bundles)
        pictures.draw(self._root, self._site, self._frame.bundles, [path], self._drawn)
        html = path.read_text(encoding="utf-8")
        return html, hashlib.sha256(html.encode()).hexdigest()[:16]

    def links(self) -> list[str]:
        """What is wrong with the links between pages."""
        return self._generator.links()
