"""`make write`: the site as it is being written, in both languages side by side.

Whatever is saved is seen at once in every open page; a mistake with its file and line, there and here.
"""

import argparse
import os
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread

from overrides.desk import checking
from overrides.desk.desk import Desk
from overrides.desk.jobs import Jobs
from overrides.desk.places import LIVE
from overrides.desk.server import server
from overrides.desk.watch import Watch
from overrides.serve import PORTS, first_free

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Serve until Ctrl-C, and return the exit code; 1 with one sentence where that cannot be."""
    parser = argparse.ArgumentParser(prog="python -m overrides.desk", description=__doc__)
    parser.add_argument("--port", type=int, help="default: the first free one from 8000 on")
    options = parser.parse_args()
    os.chdir(ROOT)  # problems of the law are told from the folder at hand
    (ROOT / LIVE).mkdir(parents=True, exist_ok=True)
    desk = Desk(ROOT)
    jobs = Jobs(desk)
    ports = PORTS if options.port is None else [options.port]
    served = first_free(ports, lambda port: server(desk, jobs, port))
    if served is None:
        desk.end()
        sys.stderr.write("make: the port is taken: choose another one, as in `make write PORT=8123`.\n")
        return 1
    watch = Watch(ROOT)
    Thread(target=served.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    with suppress(KeyboardInterrupt):
        print("The desk reads everything; the first time that takes a while.", flush=True)  # noqa: T201 - to be seen
        desk.begin()
        checking.begin(desk)
        print(f"The desk is at {served.url}desk/ (Ctrl-C stops)", flush=True)  # noqa: T201 - the address
        for paths in watch.changes():
            desk.changed(paths)
    watch.close()
    served.shutdown()
    desk.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
