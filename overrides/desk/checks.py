"""Children for what the pages do not wait for: the checks of a build, and walks of the rules."""

import os
from pathlib import Path

from overrides.desk.given import examples, last_given
from overrides.hooks.check.every_file import check
from overrides.hooks.check.steps import CACHE as TREES
from overrides.hooks.read import library
from overrides.hooks.read.answers_given import given_by
from overrides.hooks.read.rules import bodies, load, notices
from overrides.hooks.read.tree import Tree
from overrides.hooks.read.tree.kept import kept_tree
from overrides.hooks.render.context import CACHE, Site
from overrides.hooks.render.steps.texts import days

# A walk takes seconds: whatever else the machine has to do comes first.
BEHIND = 10


class Checks:
    """The checks of a build, with law and rules as they were when this was made."""

    def __init__(self, root: Path) -> None:
        """Load law and rules."""
        self._root = root
        self._loaded = {id: load(id) for id in notices()}
        self._laws = bodies(self._loaded.values())

    def check(self) -> None:
        """Raise WordsError with every problem of the writers' files; the rules have been walked."""
        given = {id: given_by(notice, self._root / CACHE) for id, notice in self._loaded.items()}
        site = Site(library.read(self._root, notices()), self._laws, self._loaded, given)
        check(site, self._trees(site))

    def _trees(self, site: Site) -> dict[str, Tree]:
        """The trees that need not be grown; the build of the whole site grows them."""
        every = {
            id: kept_tree(notice, self._root / TREES, *days(site, id)) for id, notice in self._loaded.items()
        }
        return {id: tree for id, tree in every.items() if tree}


class Walks:
    """Walks every path of the rules, as they were when this was made."""

    def __init__(self, root: Path) -> None:
        """Load law and rules, and stand back."""
        os.nice(BEHIND)
        self._root = root
        self._loaded = {id: load(id) for id in notices()}

    def given(self) -> bool:
        """Find what the rules give, if they are not those for which it is known; whether that is news."""
        before = {id: last_given(notice, self._root) for id, notice in self._loaded.items()}
        return before != {id: given_by(notice, self._root / CACHE) for id, notice in self._loaded.items()}

    def examples(self) -> None:
        """Find replies that lead to each answer, likewise."""
        for notice in self._loaded.values():
            examples(notice, self._root)
