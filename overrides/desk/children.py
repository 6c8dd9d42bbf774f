"""Processes that keep what they have read, and answer what the desk asks of them.

Each is a copy of one that has the libraries imported and nothing of ours, so that a new one knows today's
rules after a fraction of a second, and one whose rules are broken takes nothing down with it.
"""

import multiprocessing
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from typing import Any

from overrides.desk.problems import problems_of
from overrides.hooks.read.text import Problem

# What takes long to import and is not ours.
LIBRARIES = (
    "mkdocs.commands.build",
    "mkdocs.config.defaults",
    "mkdocs_static_i18n.plugin",
    "markdown.extensions.admonition",
    "markdown.extensions.attr_list",
    "markdown.extensions.def_list",
    "markdown.extensions.md_in_html",
    "markdown.extensions.tables",
    "calendar",
    "csv",
    "tomllib",
    "jinja2.ext",
    "markupsafe",
    "yaml",
    "rjieba",
    "PIL.Image",
    "multiprocessing.connection",
)
_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(list(LIBRARIES))


class ChildError(Exception):
    """Raised when a child could not do what was asked; `problems` says what is to be mended."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep what is to be mended."""
        self.problems = list(problems)
        super().__init__("\n".join(map(str, self.problems)))


class GoneError(ChildError):
    """Raised when the child has been stopped: another one is there, or none."""


class Child:
    """A process with one object of ours, `package.module:Class`, whose methods are asked by name."""

    def __init__(self, made_of: str, root: Path, *given: Any) -> None:  # noqa: ANN401 - whatever the object takes
        """Start it and let it import our code; the object is made when it is first needed."""
        self._connection, there = _context.Pipe()
        self._process = _context.Process(target=run, args=(there, made_of, root, given), daemon=True)
        self._process.start()
        there.close()
        self._lock, self._begun, self._waits = Lock(), False, True

    def make(self) -> None:
        """Let it make its object; what is asked next waits for it."""
        with self._lock:
            if not self._begun:
                self._begun = True
                with suppress(GoneError):  # why it has gone stands in what it has sent
                    self._send(None)

    def ready(self) -> None:
        """Wait until its object is made; raises ChildError where that failed."""
        self.make()
        with self._lock:
            if self._waits:
                self._waits = False
                self._receive()

    def ask(self, method: str, *given: Any) -> Any:  # noqa: ANN401 - whatever the method gives
        """What a method gives; one is asked at a time. Raises ChildError with what it could not do."""
        self.ready()
        with self._lock:
            self._send((method, given))
            return self._receive()

    def _send(self, asked: object) -> None:
        try:
            self._connection.send(asked)
        except OSError:
            raise GoneError([]) from None

    def _receive(self) -> Any:  # noqa: ANN401 - whatever the method gives
        try:
            failed, made = self._connection.recv()
        except (EOFError, OSError):
            raise GoneError([]) from None
        if failed:
            raise ChildError(made)
        return made

    def stop(self, *, now: bool = False) -> None:
        """End the process, after what it is doing, or `now`."""
        if now:
            self._process.kill()
        with self._lock:
            self._connection.close()
        self._process.join(1)
        if self._process.is_alive():
            self._process.kill()


def run(connection: Connection, made_of: str, root: Path, given: Sequence[Any]) -> None:
    """What the process does: makes the object, and answers until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the desk ends its children itself
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    try:
        module, _, name = made_of.partition(":")
        kind = getattr(import_module(module), name)
        connection.recv()
        made = kind(root, *given)
    except EOFError:
        return
    except Exception as error:  # noqa: BLE001 - a writer's mistake may raise anything
        connection.send((True, problems_of(error, root)))
        return
    connection.send((False, None))
    while True:
        try:
            method, asked = connection.recv()
        except EOFError:
            return
        try:
            answer = (False, getattr(made, method)(*asked))
        except Exception as error:  # noqa: BLE001 - likewise
            answer = (True, problems_of(error, root))
        connection.send(answer)
