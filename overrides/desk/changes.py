"""What a changed file asks of the desk, and in which pages it shows."""

import posixpath
from collections.abc import Collection, Iterable
from enum import Flag, auto
from fnmatch import fnmatchcase
from functools import reduce
from operator import or_

from overrides.hooks.read.files import LANGUAGES


class Redo(Flag):
    """What is done again after a change; with nothing, no page differs."""

    NOTHING = 0
    WORDS = auto()  # the writers' files are read again
    RULES = auto()  # law and rules are loaded by new processes
    CODE = auto()  # which must import our code anew, too
    BUNDLES = auto()  # scripts and styles are bundled
    TEMPLATES = auto()  # pages are written again, from what is known
    GENERATOR = auto()  # the generator looks at its theme and its list of pages again
    DESK = auto()  # the desk itself has changed, and has to be started anew


# The first pattern that fits counts; a star stands for folders too.
FILES: tuple[tuple[str, Redo], ...] = (
    # what editors leave beside a file, and what no page shows
    ("*~", Redo.NOTHING),
    ("*.swp", Redo.NOTHING),
    ("*.pyc", Redo.NOTHING),
    (".*", Redo.NOTHING),
    ("*/.*", Redo.NOTHING),
    ("docs/decisions/*", Redo.NOTHING),
    ("docs/addresses/*", Redo.NOTHING),
    ("docs/benchmark.md", Redo.NOTHING),
    ("docs/promises.md", Redo.NOTHING),
    ("docs/*.md", Redo.WORDS),
    ("docs/*.toml", Redo.WORDS),
    ("docs/*", Redo.WORDS | Redo.GENERATOR),
    ("calculator/*.py", Redo.RULES | Redo.CODE),
    ("calculator/*.toml", Redo.RULES),
    ("calculator/*.csv", Redo.RULES),
    ("mkdocs.yml", Redo.GENERATOR),
    ("overrides/theme/*", Redo.GENERATOR),
    ("overrides/hooks/*.py", Redo.RULES | Redo.CODE | Redo.GENERATOR),
    ("overrides/hooks/*.mjs", Redo.BUNDLES),
    ("overrides/hooks/*.html", Redo.TEMPLATES),
    ("overrides/calculator/*.html", Redo.TEMPLATES),
    ("overrides/calculator/*.js", Redo.BUNDLES),
    ("overrides/calculator/*.css", Redo.BUNDLES),
    ("overrides/assets/*.js", Redo.BUNDLES),
    ("overrides/assets/*.css", Redo.BUNDLES),
    ("overrides/desk/*.py", Redo.DESK),
    ("overrides/desk/*.mjs", Redo.DESK),
)


def redo(paths: Iterable[str]) -> Redo:
    """What changed files ask for together; a path is told from the root of the project."""
    return reduce(or_, map(_redo, paths), Redo.NOTHING)


def language(paths: Iterable[str]) -> str | None:
    """The language of which alone files have changed: pages of the other one can be looked at later."""
    found = {path.split(".")[-2] if path.count(".") > 1 else "" for path in paths}
    return found.pop() if len(found) == 1 and found <= set(LANGUAGES) else None


def _redo(path: str) -> Redo:
    return next((asked for pattern, asked in FILES if fnmatchcase(path, pattern)), Redo.NOTHING)


def shown_in(path: str, pages: Collection[str]) -> list[str]:
    """The pages in which a file shows, by name: those of a notice show its words, its rules and its law."""
    if not _redo(path) & ~Redo.DESK:
        return []
    part, _, inside = path.partition("/")
    folder = inside.partition("/")[0]
    of_folder = [page for page in pages if page.startswith(f"{folder}/")]
    if part == "docs" and path.endswith(".md"):
        name = posixpath.splitext(posixpath.splitext(inside)[0])[0]
        return [name] if name in pages else of_folder[:1]
    if part in {"docs", "calculator"} and of_folder:
        return of_folder
    return list(pages)
