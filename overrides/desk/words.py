"""A child that knows law, rules and the writers' files: the first stage, page by page."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import jinja2
import yaml
from overrides.desk.given import last_examples, last_given
from overrides.desk.listed import Listed
from overrides.desk.places import COMPILED
from overrides.desk.problems import of_page
from overrides.hooks.read import library
from overrides.hooks.read.addresses import address
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.navigation import navigation
from overrides.hooks.read.rules import bodies, load, notices
from overrides.hooks.read.staged import NOTHING, PAGES
from overrides.hooks.read.text import WordsError
from overrides.hooks.render.context import Site
from overrides.hooks.render.form import questions
from overrides.hooks.render.life import past
from overrides.hooks.render.run_macros import findings, title
from overrides.hooks.render.said import said
from overrides.hooks.render.templates import TEMPLATES
from overrides.hooks.stage import copy_other_files, write_page

NAME = "mkdocs.yml"


class Words:
    """Law and rules as they were when this was made, and the writers' files as they were last read."""

    def __init__(self, root: Path, into: Path) -> None:
        """Load law and rules; the writers' files are read with `read`."""
        self._root, self._into = root, into
        self._loaded = {id: load(id) for id in notices()}
        self._consultancy = _consultancy(root)
        self._site: Site | None = None
        # compiling the templates takes as long as all the rest of a page
        (root / COMPILED).mkdir(parents=True, exist_ok=True)
        TEMPLATES.bytecode_cache = jinja2.FileSystemBytecodeCache(str(root / COMPILED))

    def read(self) -> Listed:
        """Read the writers' files; where one cannot be read, those of before stay."""
        read = library.read(self._root, notices())
        given = {id: last_given(notice, self._root) for id, notice in self._loaded.items()}
        self._site = Site(read, bodies(self._loaded.values()), self._loaded, given, self._consultancy)
        each = {name: {lang: self._site.place(name, lang) for lang in LANGUAGES} for name in read.pages}
        return Listed(
            {
                name: {lang: said(place, "title") for lang, place in twins.items()}
                for name, twins in each.items()
            },
            {name: {lang: address(name, lang) for lang in LANGUAGES} for name in each},
            navigation(read, past(self._site)),
        )

    @property
    def site(self) -> Site:
        """What is known; raises WordsError where the files could never be read."""
        if self._site is None:
            raise WordsError([])
        return self._site

    def stage_all(self) -> None:
        """Write every page and what the generator asks besides, and remove those that are gone."""
        pages = self._into / PAGES
        wanted = {pages / f"{name}.{lang}.md" for name in self.site.library.pages for lang in LANGUAGES}
        for old in set(pages.rglob("*.md")) - wanted:
            old.unlink()
        copy_other_files(self._root / "docs", pages)
        said_of = {}
        for name in self.site.library.pages:
            said_of[name] = {lang: self._empty(name, lang) for lang in LANGUAGES}
        replace(NOTHING, pages=said_of).write(self._into)

    def _empty(self, name: str, lang: str) -> dict[str, str]:
        """A file for the generator to know of, until somebody looks at the page."""
        place, path = self.site.place(name, lang), self._into / PAGES / f"{name}.{lang}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_text("---\n---\n", encoding="utf-8")
        return {"title": said(place, "title"), "description": said(place, "description")}

    def stage(self, name: str, lang: str) -> dict[str, str]:
        """Write one page for the generator; what finishing needs of it."""
        place = self.site.place(name, lang)
        try:
            return write_page(place, self._into)
        except Exception as error:
            raise WordsError(of_page(error, place.document.path, self._root)) from error

    def answers(self) -> dict[str, Any]:
        """By notice and language the outcomes, findings and questions, with replies that lead there."""
        return {
            notice: {
                **{lang: self._answers(notice, lang) for lang in LANGUAGES},
                "examples": last_examples(notice, self._root),
            }
            for notice in self._loaded
        }

    def _answers(self, notice: str, lang: str) -> dict[str, Any]:
        place = self.site.place(f"{notice}/index", lang)
        texts = self.site.library.outcomes_of(notice, lang)
        parts = place.words(f"{notice}/findings")
        asked = questions(place, self._loaded[notice])
        return {
            "outcomes": {
                str(code): title(texts[code], place)
                for code in self._loaded[notice].outcomes
                if code in texts
            },
            "findings": {
                code: " · ".join(text for key, text in said_of.items() if key != "more")
                for part in parts.values()
                for code, said_of in findings(part, place.answer()).items()
            },
            "questions": {
                each["id"]: {"label": each["label"], "choices": dict(each["choices"])} for each in asked
            },
        }


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml without what is only for the generator."""


_Loader.add_multi_constructor("!", lambda *_: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def _consultancy(root: Path) -> dict[str, str]:
    config = yaml.load((root / NAME).read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe one
    return dict(config.get("extra", {}).get("consultancy", {}))
