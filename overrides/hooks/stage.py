"""The first stage: the writers' files become finished Markdown, a file for each page and language.

`python -m overrides.hooks.stage FOLDER` writes them to FOLDER/pages, for any generator that knows Markdown
with front matter. What is HTML in them stays as it is. Nothing here knows a generator or a theme.
"""

import json
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
from overrides.hooks.check import steps
from overrides.hooks.check.every_file import check
from overrides.hooks.check.unwritten import unwritten
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.library import NOT_PUBLISHED
from overrides.hooks.read.navigation import Navigation, navigation
from overrides.hooks.read.rules import LawFileError
from overrides.hooks.read.staged import PAGES, Staged
from overrides.hooks.read.strays import OF_THE_SYSTEM
from overrides.hooks.read.text import WordsError
from overrides.hooks.read.tree import Tree, TreeError, depth_of
from overrides.hooks.render import along, changes, framed, redirects, search, shared
from overrides.hooks.render.calendars.files import calendars
from overrides.hooks.render.context import Place, Site, load_site
from overrides.hooks.render.days import days
from overrides.hooks.render.folds import folded
from overrides.hooks.render.footer import footer, shell
from overrides.hooks.render.form import form
from overrides.hooks.render.found import llms, markdown
from overrides.hooks.render.found.feeds import feeds
from overrides.hooks.render.found.structured import structured
from overrides.hooks.render.life import past, state
from overrides.hooks.render.open_data import write as open_data
from overrides.hooks.render.opening import CALCULATOR, opened
from overrides.hooks.render.payroll import payroll
from overrides.hooks.render.payroll_template import templates
from overrides.hooks.render.previews import previews
from overrides.hooks.render.run_macros import page
from overrides.hooks.render.said import said
from overrides.hooks.render.steps.kept import left, within
from overrides.hooks.render.steps.pages import pages as pages_of
from overrides.hooks.render.steps.places import Map

ROOT = Path(__file__).parents[2]
# Read by the theme as the writer has put them.
KEPT = ("hide",)


class StageError(ValueError):
    """Raised when the writers' files or the law cannot be used; holds what is to be mended."""


@dataclass(frozen=True)
class Stage:
    """What a generator asks beside the pages: their order, and the day of their law."""

    navigation: Navigation
    law_as_at: date


def stage(root: Path, into: Path, consultancy: Mapping[str, str], *, published: bool = False) -> Stage:
    """Read and check the writers' files under `root`, and write the finished pages; raises StageError.

    What is to be published has nothing in it that is still to be written.
    """
    try:
        site = load_site(root, consultancy)
        trees = steps.trees(site, root)
        check(site, trees)
        _written(root, site, published=published)
        without_script = _steps(site, trees, root)
    except (WordsError, LawFileError, TreeError) as error:
        raise StageError(str(error)) from None
    shutil.rmtree(into, ignore_errors=True)
    copy_other_files(root / "docs", into / PAGES)
    pages = {name: _twins(site, name, into) for name in site.library.pages}
    words = {lang: site.library.tables["interface"][lang].data["not_found"] for lang in LANGUAGES}
    terms = [
        entry["zh"]
        for notice in ("", *site.library.glossaries)
        for entry in site.library.terms(notice).values()
    ]
    shells = {lang: shell(site, lang) for lang in LANGUAGES}
    framed.write(site, into)
    search.write(site.library, into)
    open_data.write(site, trees, root, into)
    markdown.write(site, into, root / ".cache" / "markdown")
    llms.write(site, into)
    Staged(
        pages,
        words,
        list(dict.fromkeys(terms)),
        shells,
        steps=without_script,
        calendars=calendars(site),
        previews=previews(site),
        plain={lang: [*changes.pages(site, lang), *redirects.pages(site, lang)] for lang in LANGUAGES},
        feeds=feeds(site),
        structured=structured(site),
        templates=templates(site),
    ).write(into)
    return Stage(navigation(site.library, past(site)), site.as_at)


def _written(root: Path, site: Site, *, published: bool) -> None:
    """Refuse to publish what is still to be written; a preview only says so."""
    left = unwritten(root, site.notices)
    if left and published:
        raise WordsError(left)
    if left:
        first = f"{left[0].path}:{left[0].line}"
        print(f"not written yet ({len(left)}), first at {first}; refused with SITE_URL")  # noqa: T201 - to be seen


def _steps(site: Site, trees: Mapping[str, Tree], root: Path) -> dict[str, dict[str, list[dict[str, Any]]]]:
    maps = {notice: Map(tree) for notice, tree in trees.items()}
    for notice, tree in trees.items():
        print(f"steps: {notice}: every way ends in an answer, after {depth_of(tree)} questions at the most")  # noqa: T201 - to be seen
    moved = {notice: within(notice, mapped, left(root, notice, mapped)) for notice, mapped in maps.items()}
    return {
        notice: {lang: list(pages_of(site, lang, mapped, moved[notice])) for lang in LANGUAGES}
        for notice, mapped in maps.items()
    }


def _twins(site: Site, name: str, into: Path) -> dict[str, dict[str, str]]:
    return {lang: write_page(site.place(name, lang), into) for lang in LANGUAGES}


def copy_other_files(docs: Path, into: Path) -> None:
    """Pictures and whatever else is no text of ours."""
    ignored = shutil.ignore_patterns("*.md", "*.toml", NOT_PUBLISHED, "addresses", ".*", *OF_THE_SYSTEM)
    shutil.copytree(docs, into, ignore=ignored, dirs_exist_ok=True)


def write_page(place: Place, into: Path) -> dict[str, str]:
    """One page: its front matter with the macros run, then its text; what finishing needs of it."""
    document = place.document
    labels = place.words("interface")["page"]
    try:
        text = page(document.body.words, place, form, payroll)
        along.write(place, into)
        shared.write(place, into)
    except jinja2.UndefinedError as error:  # the macros have been checked, so it is the form
        fault = f"{document.path}: the form needs a text that docs/interface.{place.lang}.toml lacks"
        raise StageError(f"{fault}: {error}") from None
    text = folded(opened(text, days(place, document), labels["own_case"], labels["contents"]), labels["fold"])
    title, updated = said(place, "title"), str(document.day("updated") or place.as_at)
    meta: dict[str, Any] = {
        "title": title,
        "description": said(place, "description"),
        "updated": updated,
        "banner": state(place)["banner"] if "notice" in document.meta else "",
        "calculator": CALCULATOR.search(text) is not None,
        "footer": footer(place),
        **{key: document.meta[key] for key in KEPT if key in document.meta},
    }
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
    path = into / PAGES / f"{place.page}.{place.lang}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{lines}---\n{text}", encoding="utf-8")
    return {"title": title, "description": meta["description"], "updated": updated}


if __name__ == "__main__":
    try:
        stage(ROOT, Path(sys.argv[1]), {})
    except StageError as error:
        sys.exit(str(error))
