"""Which files of the project have changed, told as soon as they are saved."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

FOLDERS = ("docs", "calculator", "overrides")
FILES = ("mkdocs.yml",)
NOT_LOOKED_INTO = {"__pycache__", "node_modules"}
# An editor writes a file in several steps.
SETTLED = 0.02

type Snapshot = dict[str, tuple[int, int]]


class Watch(FileSystemEventHandler):
    """Looks at the folders of the project from the moment it is made."""

    def __init__(self, root: Path) -> None:
        """Begin to look."""
        self._root, self._stirred, self._closed = root, Event(), False
        self._observer = Observer()
        for folder in FOLDERS:
            self._observer.schedule(self, str(root / folder), recursive=True)
        self._observer.schedule(self, str(root))
        self._observer.start()
        self._seen = self._snapshot()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by the library for whatever happens to a file; reading one is no change."""
        if event.event_type not in {"opened", "closed_no_write"}:
            self._stirred.set()

    def changes(self) -> Iterator[set[str]]:
        """The paths that have changed, come or gone since the last ones; waits for them."""
        while True:
            self._stirred.wait()
            if self._closed:
                return
            time.sleep(SETTLED)
            self._stirred.clear()
            before, self._seen = self._seen, self._snapshot()
            if changed := {path for path, _ in before.items() ^ self._seen.items()}:
                yield changed

    def close(self) -> None:
        """Look no more."""
        self._closed = True
        self._stirred.set()
        self._observer.stop()
        self._observer.join()

    def _snapshot(self) -> Snapshot:
        found: Snapshot = {}
        for folder in FOLDERS:
            for at, folders, files in os.walk(self._root / folder):
                folders[:] = [name for name in folders if name not in NOT_LOOKED_INTO]
                for name in files:
                    self._add(Path(at, name), found)
        for name in FILES:
            self._add(self._root / name, found)
        return found

    def _add(self, path: Path, found: Snapshot) -> None:
        try:
            known = path.stat()
        except FileNotFoundError:  # gone between two looks
            return
        found[path.relative_to(self._root).as_posix()] = (known.st_mtime_ns, known.st_size)
