"""Children for what the pages do not wait for: the checks of a build, and walks of the rules."""

import os
from pathlib import Path

from overrides.desk.given import examples, last_given
from overrides.hooks.check.every_file import check
from overrides.hooks.check.steps import kept_trees
from overrides.hooks.read.answers_given import UNKNOWN, Given, given_by, kept_given
from overrides.hooks.read.rules import Loaded, load, notices
from overrides.hooks.read.text import Problem, WordsError
from overrides.hooks.render.context import CACHE, load_site

# A walk takes seconds: whatever else the machine has to do comes first.
BEHIND = 10


class Checks:
    """The checks of a build, with law and rules as they were when this was made."""

    def __init__(self, root: Path) -> None:
        """Load law and rules."""
        self._root = root
        for id in notices():  # once: `load_site` gets these
            load(id)

    def check(self) -> None:
        """Raise WordsError as a build does; the rules have been walked, and no tree is grown for it."""
        site = load_site(self._root, {}, _walked)
        check(site, kept_trees(site, self._root))


def _walked(notice: Loaded, kept_in: Path) -> Given:
    """What the rules gave when they were walked; nothing is known where they failed."""
    return kept_given(notice, kept_in) or UNKNOWN


class Walks:
    """Walks every path of the rules, as they were when this was made."""

    def __init__(self, root: Path) -> None:
        """Load law and rules, and stand back."""
        os.nice(BEHIND)
        self._root = root
        self._loaded = {id: load(id) for id in notices()}

    def given(self) -> bool:
        """Find what the rules give, if they are not those for which it is known; whether that is news.

        Raises WordsError for all rules that fail.
        """
        news, failed = False, list[Problem]()
        for notice in self._loaded.values():
            before = last_given(notice, self._root)
            try:
                news |= before != given_by(notice, self._root / CACHE)
            except WordsError as error:
                failed += error.problems
        if failed:
            raise WordsError(failed)
        return news

    def examples(self) -> None:
        """Find replies that lead to each answer, likewise."""
        for notice in self._loaded.values():
            examples(notice, self._root)
