"""Everything under docs/ that the build reads, by name and language."""

import posixpath
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from overrides.hooks.read import templates as to_fill_in
from overrides.hooks.read.files import LANGUAGES, Document, read_document
from overrides.hooks.read.strays import strays
from overrides.hooks.read.tables import Table, read_table
from overrides.hooks.read.text import Problem, WordsError, missing

# Texts that belong to the whole site, and those that each notice has in its own folder.
SITE_TABLES = ("interface", "sources", "parameters", "programmes", "labels")
NOTICE_TABLES = ("form", "findings")
# A notice may name what its own law alone has in its own folder, in files of the same names.
OWN_TABLES = ("sources", "parameters", "programmes", "labels", "sections")
# Where a table of costs names a section instead of a number.
MAY_BE_MISSING = ("sections",)
NOT_PUBLISHED = "decisions"
OUTCOMES = "outcomes"
GLOSSARY, REDIRECTS, SEARCHED = "glossary.toml", "redirects.toml", "searched.toml"
COLUMNS = "columns.toml"
# The key of the front matter that says what readers have to do.
DUE = "due"

type Twins[T] = Mapping[str, Mapping[str, T]]


@dataclass(frozen=True)
class Library:
    """The writers' files: pages and outcomes by their path without suffixes, then by language."""

    pages: Twins[Document]
    outcomes: Twins[Document]
    tables: Twins[Table]
    # by notice; "" has what holds for all of them
    glossaries: Mapping[str, Table]
    # what readers type for words that are no terms
    searched: Table
    # old addresses, each with the page that stands there no more under its new name
    redirects: Table | None = None
    # by folder what columns of other people's files are called, in whatever language
    columns: Mapping[str, Table] = field(default_factory=dict)
    # the rows of the files to fill in
    templates: to_fill_in.Templates = field(default_factory=dict)

    def notice_pages(self) -> dict[str, str]:
        """The id of every notice that has a page, with the name of that page."""
        found = ((twins["en"].meta.get("notice"), name) for name, twins in self.pages.items())
        return {str(notice): name for notice, name in found if notice and name == f"{notice}/index"}

    def by_folder(self) -> dict[str, list[str]]:
        """The pages of each folder (docs/ itself is ""), its index first, then by name, the last first."""
        folders: dict[str, list[str]] = {}
        for name in sorted(self.pages, reverse=True):
            pages = folders.setdefault(posixpath.dirname(name), [])
            pages.insert(0 if posixpath.basename(name) == "index" else len(pages), name)
        return folders

    def page_named(self, name: str) -> str:
        """The page that `name` is short for, as `amnesty` for that of its folder; it need not be there."""
        return name if name in self.pages else f"{name}/index".removeprefix("/")

    def newest_first(self) -> list[str]:
        """The ids of the notices, the latest `published` first."""
        return self._latest(self.notice_pages())

    def listed(self) -> list[str]:
        """The same with the folders that stand among them: a page that says what its reader has to do."""
        own = {posixpath.dirname(name): name for name, twins in self.pages.items() if DUE in twins["en"].meta}
        return self._latest({**own, **self.notice_pages()})

    def _latest(self, pages: Mapping[str, str]) -> list[str]:
        days = {id: str(self.pages[name]["en"].meta.get("published", "")) for id, name in pages.items()}
        return sorted(pages, key=lambda id: (days[id], id), reverse=True)

    def outcomes_of(self, notice: str, lang: str) -> dict[str, Document]:
        """The texts of a notice's outcomes by code."""
        return {code: twins[lang] for code, twins in self._outcomes.get(notice, {}).items()}

    @cached_property
    def _outcomes(self) -> dict[str, dict[str, Mapping[str, Document]]]:
        """The texts of outcomes by notice and code."""
        found: dict[str, dict[str, Mapping[str, Document]]] = {}
        for name, twins in self.outcomes.items():
            notice, _, code = name.partition(f"/{OUTCOMES}/")
            found.setdefault(notice, {})[code] = twins
        return found

    def words(self, table: str, lang: str, notice: str | None = None) -> Mapping[str, Any]:
        """The texts of one table, with those that the notice's own folder adds to it; some may have none."""
        shared = {} if table in MAY_BE_MISSING and table not in self.tables else self.tables[table][lang].data
        own = self.tables.get(f"{notice}/{table}") if notice and table in OWN_TABLES else None
        return joined(shared, own[lang].data) if own else shared

    def terms(self, notice: str = "") -> dict[str, Mapping[str, Any]]:
        """The glossary that holds in the folder of a notice: the shared one and what its own adds."""
        own = self.glossaries[notice].data if notice in self.glossaries else {}
        return {**self.glossaries[""].data, **own}


def joined(shared: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Both tables in one, at any depth; where both have a text, the own one stands."""
    both = shared.keys() & own.keys()
    return {
        **shared,
        **own,
        **{key: joined(shared[key], own[key]) for key in both if isinstance(own[key], Mapping)},
    }


def read(root: Path, notices: tuple[str, ...]) -> Library:
    """Read docs/ under `root`; raises WordsError with every file that is missing or cannot be read."""
    docs = root / "docs"
    left_out = strays(docs, root)
    problems = list(left_out.values())
    pages = _twins(docs, "md", left_out.keys(), problems)
    tables = _twins(docs, "toml", left_out.keys(), problems)
    wanted = [f"{name}.{{}}.toml" for name in SITE_TABLES]
    for notice in notices:
        wanted += [f"{notice}/index.{{}}.md", *(f"{notice}/{name}.{{}}.toml" for name in NOTICE_TABLES)]
    files = (docs / name.format(lang) for name in wanted for lang in LANGUAGES)
    problems.extend(missing(path.relative_to(root).as_posix()) for path in files if not path.exists())
    read_pages = {name: _read(by_lang, read_document, root, problems) for name, by_lang in pages.items()}
    read_tables = {name: _read(by_lang, read_table, root, problems) for name, by_lang in tables.items()}
    glossaries = _read(_glossaries(docs, notices), read_table, root, problems)
    old = {each: docs / each for each in (REDIRECTS,) if (docs / each).exists()}
    others = _read({SEARCHED: docs / SEARCHED, **old}, read_table, root, problems)
    named = {path.parent.name: path for path in sorted(docs.glob(f"*/{COLUMNS}"))}
    columns = _read(named, read_table, root, problems)
    templates = _read(to_fill_in.paths(docs), to_fill_in.read_template, root, problems)
    if problems:
        raise WordsError(problems)
    return Library(
        pages={name: twins for name, twins in read_pages.items() if f"/{OUTCOMES}/" not in name},
        outcomes={name: twins for name, twins in read_pages.items() if f"/{OUTCOMES}/" in name},
        tables=read_tables,
        glossaries=glossaries,
        searched=others[SEARCHED],
        redirects=others.get(REDIRECTS),
        columns=columns,
        templates=templates,
    )


def _glossaries(docs: Path, notices: tuple[str, ...]) -> dict[str, Path]:
    own = {notice: docs / notice / GLOSSARY for notice in notices}
    return {"": docs / GLOSSARY, **{notice: path for notice, path in own.items() if path.exists()}}


def _twins(
    docs: Path, suffix: str, left_out: AbstractSet[Path], problems: list[Problem]
) -> dict[str, dict[str, Path]]:
    """Files by name and language; a file without its twin becomes a problem and is left out."""
    found: dict[str, dict[str, Path]] = {}
    for lang in LANGUAGES:
        ending = f".{lang}.{suffix}"
        for path in sorted(docs.rglob(f"*{ending}")):
            name = path.relative_to(docs).as_posix().removesuffix(ending)
            hidden = path.name.startswith(".") or not left_out.isdisjoint((path, *path.parents))
            if not hidden and not name.startswith(f"{NOT_PUBLISHED}/"):
                found.setdefault(name, {})[lang] = path
    for name, by_lang in found.items():
        absent = set(LANGUAGES) - set(by_lang)
        problems.extend(missing(f"docs/{name}.{lang}.{suffix}") for lang in absent)
    return {name: found[name] for name in sorted(found) if len(found[name]) == len(LANGUAGES)}


def _read[T](
    paths: Mapping[str, Path], reader: Callable[[Path, Path], T], root: Path, problems: list[Problem]
) -> dict[str, T]:
    found = {}
    for key, path in paths.items():
        try:
            found[key] = reader(path, root)
        except WordsError as error:
            problems.extend(error.problems)
    return found
