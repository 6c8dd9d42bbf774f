"""`python -m overrides.hooks.lint`: every check of texts and law that needs no build, all problems at once.

What the rules give in their answers, and the pages without a script, are found by walking the rules, which
takes seconds and minutes; both stay in .cache until the rules change. Where they are not there, what is
checked against them is left for the build, and said. `--all` walks the rules, and leaves nothing.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from overrides.hooks.check import steps
from overrides.hooks.check.every_file import check
from overrides.hooks.read import library
from overrides.hooks.read.answers_given import UNKNOWN, Given, given_by, kept_given
from overrides.hooks.read.library import Library
from overrides.hooks.read.loading import loaded
from overrides.hooks.read.rules import Loaded, bodies, notices
from overrides.hooks.read.saved import of_spreadsheet, text_of
from overrides.hooks.read.strays import strays
from overrides.hooks.read.tables import read_table
from overrides.hooks.read.text import Problem, WordsError
from overrides.hooks.read.tree import Tree, TreeError
from overrides.hooks.render.context import CACHE, Site

ROOT = Path(__file__).parents[2]
# What people write besides the texts (the law, the replies to try, the lawyers' tables), and what reads it
# here: what TOML of the law says is left to its own reader.
WRITTEN: Mapping[str, Callable[[Path, Path], object]] = {
    "calculator/**/*.toml": text_of,
    "calculator/**/*.csv": text_of,
    "tests/*/cases.csv": of_spreadsheet,
    "tests/*/*.toml": read_table,
}
LEFT = {
    "figures": "which figures the answers of {} give",
    "steps": "the words of the pages without a script of {}",
}


@dataclass
class Found:
    """The problems, and how many texts there are.

    `compared` tells whether all could be read, and so compared; `left` has the notices for which something is
    left for the build.
    """

    problems: set[Problem] = field(default_factory=set)
    texts: int = 0
    compared: bool = False
    left: dict[str, list[str]] = field(default_factory=dict)

    def left_in_words(self) -> str:
        """What was left for the build, "" where nothing was."""
        said = (LEFT[what].format(" and ".join(which)) for what, which in self.left.items() if which)
        return "; ".join(said)


def lint(root: Path, *, walk: bool = False) -> Found:
    """Check what people write under `root`; what the rules give is found by walking them, or left."""
    found = Found()
    misnamed = strays(root / "calculator", root, texts=False)
    found.problems.update(misnamed.values(), _unreadable(root))
    ids = [id for id in notices() if root / "calculator" / id not in misnamed]
    known = dict(loaded(ids, root, found.problems))
    try:
        read = library.read(root, tuple(ids))
    except WordsError as error:
        found.problems.update(error.problems)
    else:
        found.texts = count(read)
        found.compared = not found.problems
        if found.compared:
            _check(root, read, known, found, walk=walk)
    return found


def _unreadable(root: Path) -> Iterator[Problem]:
    """Files besides the texts that cannot be read, all at once."""
    for path, read in ((path, read) for pattern, read in WRITTEN.items() for path in root.glob(pattern)):
        try:
            read(path, root)
        except WordsError as error:
            yield from error.problems


def _check(root: Path, read: Library, known: Mapping[str, Loaded], found: Found, *, walk: bool) -> None:
    """The checks that compare texts, law and rules, once all of them can be read."""
    given = dict(_given(root, known, found, walk=walk))
    # rules that fail when they are walked have no pages either
    trees_of = steps.trees if walk and not found.problems else steps.kept_trees
    site = Site(read, bodies(known.values()), known, {id: each or UNKNOWN for id, each in given.items()})
    trees: Mapping[str, Tree] = {}
    try:
        trees = trees_of(site, root)
    except WordsError as error:
        found.problems.update(error.problems)
    except TreeError as error:
        found.problems.add(Problem.printed(str(error)) or Problem("calculator", 1, str(error)))
    try:
        check(site, trees)
    except WordsError as error:
        found.problems.update(error.problems)
    found.left["figures"] = [id for id, each in given.items() if each is None]
    found.left["steps"] = [id for id in known if id not in trees]


def _given(
    root: Path, known: Mapping[str, Loaded], found: Found, *, walk: bool
) -> Iterator[tuple[str, Given | None]]:
    """What the rules of each notice give; None where that is not known, and why if they fail."""
    for id, notice in known.items():
        try:
            yield id, (given_by if walk else kept_given)(notice, root / CACHE)
        except WordsError as error:
            found.problems.update(error.problems)
            yield id, None


def count(read: Library) -> int:
    """How many texts there are: pages, outcomes, and the sentences of the tables."""
    documents = [*read.pages.values(), *read.outcomes.values()]
    tables = (table for twins in read.tables.values() for table in twins.values())
    return sum(map(len, documents)) + sum(1 for table in tables for _ in table.texts())


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> Iterator[str]:
    """The problems, or how many texts were checked; exits with 1 where there is a problem."""
    parser = argparse.ArgumentParser(prog="python -m overrides.hooks.lint", description=__doc__)
    parser.add_argument("--all", action="store_true", help="walk the rules first, where they have changed")
    parser.add_argument("--columns", action="store_true", help="write file:line:column: for editors")
    options = parser.parse_args(arguments)
    found = lint(root, walk=options.all)
    for each in sorted(found.problems):
        place = f"{each.path}:{each.line}:{each.column}" if options.columns else f"{each.path}:{each.line}"
        yield f"{place}: {each.text}"
    if found.problems:
        if not found.compared:
            yield "once these files can be read, the rest is checked"
        raise SystemExit(1)
    yield f"{found.texts:,} texts checked"
    if left := found.left_in_words():
        yield f"left for the build, since rules or law have changed: {left}; make lint ALL=1 checks them"


if __name__ == "__main__":
    for line in main():
        sys.stdout.write(f"{line}\n")
