"""Tells every open page what has happened, by Server-Sent Events."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, Queue
from threading import Lock
from typing import Any

# Seconds after which something is written in any case: only then is it noticed that a page has gone.
SIGN_OF_LIFE = 15


class Hub:
    """Whoever listens gets what is told from then on, and first of all the last of each kind."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._listening: list[Queue[bytes]] = []
        self._last: dict[str, Any] = {}
        self._lock = Lock()

    def tell(self, kind: str, said: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
        """Tell all of them; `kind` is the name of the event."""
        with self._lock:
            self._last[kind] = said
            for queue in self._listening:
                queue.put(_event(kind, said))

    @contextmanager
    def listening(self) -> Iterator[Iterator[bytes]]:
        """What to write to one of them, as long as the block lasts."""
        queue: Queue[bytes] = Queue()
        with self._lock:
            for kind, said in self._last.items():
                queue.put(_event(kind, said))
            self._listening.append(queue)
        try:
            yield _lines(queue)
        finally:
            with self._lock:
                self._listening.remove(queue)


def _event(kind: str, said: Any) -> bytes:  # noqa: ANN401 - whatever JSON can hold
    return f"event: {kind}\ndata: {json.dumps(said, ensure_ascii=False)}\n\n".encode()


def _lines(queue: "Queue[bytes]") -> Iterator[bytes]:
    while True:
        try:
            yield queue.get(timeout=SIGN_OF_LIFE)
        except Empty:
            yield b": here\n\n"
