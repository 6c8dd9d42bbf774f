"""What is to be mended, by where it was found; told in the page and in the terminal whenever that changes."""

import sys
from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from overrides.desk.hub import Hub
from overrides.desk.problems import told
from overrides.hooks.read.text import Problem

# What the checks find says it better than a page that could not be made.
PAGES = "pages"


class Mistakes:
    """All that is wrong now."""

    def __init__(self, hub: Hub, root: Path) -> None:
        """Begin with nothing wrong."""
        self._hub, self._root, self._lock = hub, root, Lock()
        self._found: dict[str, list[Problem]] = {}
        self._shown: list[Problem] = []

    def found(self, where: str, problems: Iterable[Problem]) -> None:
        """What is wrong there now, in place of what was."""
        with self._lock:
            self._found[where] = list(problems)
            shown = self._all()
            if shown == self._shown:
                return
            mended, self._shown = not shown, shown
            self._hub.tell("problems", told(shown, self._root))
            lines = [f"  {each}" for each in shown]
            head = "desk: mended" if mended else f"desk: {len(shown)} to mend"
            sys.stderr.write("\n".join([head, *lines]) + "\n")

    def _all(self) -> list[Problem]:
        by_pages = {where: each for where, each in self._found.items() if where.startswith(PAGES)}
        others = {where: each for where, each in self._found.items() if where not in by_pages}
        every = (others if any(others.values()) else by_pages).values()
        return sorted({problem for problems in every for problem in problems})
