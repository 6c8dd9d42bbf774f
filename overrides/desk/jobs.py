"""What takes long and is done when somebody asks: the whole site, all states, the answers that differ."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from threading import Lock, Thread
from typing import Any

from overrides.desk.changed import BASE
from overrides.desk.children import ChildError
from overrides.desk.desk import Desk
from overrides.desk.places import FOLDER, NEXT, STATES, WHOLE


class Jobs:
    """One at a time of each; how far it is, and what it said, every open page is told."""

    def __init__(self, desk: Desk) -> None:
        """Begin with none."""
        self._desk, self._lock = desk, Lock()
        self._running: set[str] = set()
        self._versions: dict[str, int] = {}
        self._does: Mapping[str, Callable[[], str]] = {
            "whole": self._whole,
            "states": self._states,
            "affected": self._affected,
            "examples": self._examples,
        }

    def begin(self, what: str) -> bool:
        """Begin it, unless it runs; False where there is no such thing."""
        if what not in self._does:
            return False
        with self._lock:
            if what not in self._running:
                self._running.add(what)
                Thread(target=self._run, args=(what,), daemon=True).start()
        return True

    def _run(self, what: str) -> None:
        version = self._desk.version
        self._desk.hub.tell(what, {"runs": True})
        said, done = "", False
        try:
            said, done = self._does[what](), True
            self._versions[what] = version
        except subprocess.CalledProcessError as error:
            said = f"{error.stdout}{error.stderr}"
        except ChildError as error:
            said = str(error)
        with self._lock:
            self._running.discard(what)
        self._desk.hub.tell(what, {"runs": False, "done": done, "said": said, "version": version})

    def whole_as_of(self) -> str:
        """When the whole site was built, if something has changed since; "" where it is as the files are."""
        index = self._desk.root / WHOLE / "index.html"
        if self._versions.get("whole") == self._desk.version or not index.exists():
            return ""
        return datetime.fromtimestamp(index.stat().st_mtime).astimezone().strftime("%H:%M")

    def _whole(self) -> str:
        """The whole site, as `make preview` builds it; that of before is there until it is done."""
        root = self._desk.root
        said = self._command("mkdocs", "build", "--strict", RULES_RUN_BY="stock", SITE_DIR=NEXT)
        shutil.rmtree(root / WHOLE, ignore_errors=True)
        (root / NEXT).rename(root / WHOLE)
        return said

    def _states(self) -> str:
        return self._command("tests.tools.states", STATES)

    def _affected(self) -> str:
        return self._command("tests.tools.affected", BASE)

    def _command(self, module: str, *given: str, **settings: str) -> str:
        """What a command of the project says; raises CalledProcessError."""
        root = self._desk.root
        (root / FOLDER).mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", module, *given]
        done = subprocess.run(  # noqa: S603 - the project's own
            command,
            cwd=root,
            env={**os.environ, **settings},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout

    def answers(self) -> dict[str, Any]:
        """Every outcome and finding by notice; replies that lead there are found meanwhile, if need be."""
        try:
            return {"notices": self._desk.family.ask("words", "answers")}
        except ChildError as error:
            return {"problems": str(error)}
        finally:
            if self._versions.get("examples") != self._desk.version:
                self.begin("examples")

    def _examples(self) -> str:
        self._desk.family.ask("examples", "examples")
        return ""
