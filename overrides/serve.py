"""Serves the built site on this machine: `python -m overrides.serve site`; tests call `serve()`."""

import argparse
import errno
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Final

from overrides.static_host import Server

PORTS: Final = range(8000, 8020)  # tried in turn where no port is asked for


@contextmanager
def serve(root: Path, *, base: str = "/", compressed: bool = True, port: int = 0) -> Iterator[str]:
    """Serve the folder `root` in the background while the block runs, and give the home page's address.

    `base` puts the site into a sub-folder of the host; `compressed=False` is a host that compresses nothing.
    Raises OSError where the port is taken; port 0 takes any free one.
    """
    with Server(root, port, base=base, compressed=compressed) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server.url
        finally:
            server.shutdown()
            thread.join()


def main(arguments: list[str] | None = None) -> int:
    """Serve a folder until Ctrl-C and return the exit code; 1 with one sentence where that cannot be."""
    parser = argparse.ArgumentParser(prog="python -m overrides.serve", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, help="default: the first free one from 8000 on")
    parser.add_argument("--base", default="/", help="serve under this path, as a sub-folder of a host")
    parser.add_argument("--uncompressed", action="store_true", help="never send the .br and .gz files")
    options = parser.parse_args(arguments)
    if not (options.folder / "index.html").is_file():
        return _stop(f"{options.folder}/ holds no site: run `make build` first.")
    ports = PORTS if options.port is None else [options.port]
    made = partial(Server, options.folder, base=options.base, compressed=not options.uncompressed)
    server = first_free(ports, made)
    if server is None:
        return _stop(f"port {ports[0]} is taken: choose another one, as in `make serve PORT=8123`.")
    print(f"The site is at {server.url} (Ctrl-C stops)", flush=True)
    with server, suppress(KeyboardInterrupt):
        server.serve_forever()
    return 0


def first_free(ports: Iterable[int], make: Callable[[int], Server]) -> Server | None:
    """The server that is made for the first port that nobody has; None where all are taken."""
    for port in ports:
        try:
            return make(port)
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    return None


def _stop(sentence: str) -> int:
    print(f"make: {sentence}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
