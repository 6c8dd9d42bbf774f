"""Checks docs/redirects.toml: each old address leads to a page that there is, and is none itself."""

import re
from collections.abc import Iterator, Mapping

from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.library import Library
from overrides.hooks.read.tables import Table
from overrides.hooks.read.text import Problem, hint

NAME = re.compile(r"[a-z0-9_-]+(/[a-z0-9_-]+)*")
# Folders that the build fills itself.
TAKEN = ("assets", "data", "embed", "schema", "search", *LANGUAGES)


def redirects(library: Library) -> Iterator[Problem]:
    """What is wrong in the file; it need not be there."""
    table = library.redirects
    if table is None:
        return
    pages = {name.removesuffix("index").rstrip("/"): name for name in library.pages}
    for old, new in table.data.items():
        if not isinstance(new, str):
            yield table.problem(f'"{old}" leads nowhere; write "{old}" = "the-new-name"', old)
            continue
        yield from _old(table, old, pages)
        yield from _new(table, old, new, library, pages)


def _old(table: Table, old: str, pages: Mapping[str, str]) -> Iterator[Problem]:
    if not NAME.fullmatch(old):
        said = f'"{old}" is no address below a language; write it as in the address bar: "notice/page"'
        yield table.problem(said, old)
    elif old.partition("/")[0] in TAKEN:
        yield table.problem(f'the build fills the folder "{old.partition("/")[0]}" itself', old)
    elif old in pages:
        yield table.problem(f'"{old}" is a page; only an address without one can lead elsewhere', old)


def _new(table: Table, old: str, new: str, library: Library, pages: Mapping[str, str]) -> Iterator[Problem]:
    name, _, anchor = new.partition("#")
    page = library.page_named(name)
    if page not in library.pages and name in table.data:
        end = _end(table, old, pages)
        said = f'"{name}" leads on to "{end}"; write that here' if end else "that leads back here"
        yield table.problem(f'"{old}" leads to "{new}", and {said}', old)
    elif page not in library.pages:
        yield table.problem(f'no page "{name}"{hint(name, pages)}', old)
    elif anchor:
        ids = [section.id for section in library.pages[page][LANGUAGES[0]].sections() if section.id]
        if anchor not in ids:
            yield table.problem(f'no heading "{anchor}" on the page "{name}"{hint(anchor, ids)}', old)


def _end(table: Table, old: str, pages: Mapping[str, str]) -> str:
    """Where an old address leads in the end, "" where it leads in a circle."""
    passed, at = set[str](), old
    while at in table.data and (at == old or at not in pages):
        if at in passed:
            return ""
        passed.add(at)
        at = str(table.data[at]).partition("#")[0]
    return at
