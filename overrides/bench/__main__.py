"""`make bench`: how long from the navigation to the first answer, ours and others, in fresh browsers.

Every round visits every page once under every condition, so that a busy minute hits all of them alike.
"""

import argparse
import multiprocessing
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from overrides import corpus
from overrides.bench import browser, peers
from overrides.bench.desk import kept
from overrides.bench.shaping import Line, Proxy
from overrides.bench.table import Condition, Results, Target, write
from overrides.static_host import Server
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
FOLDER = ROOT / ".cache" / "bench"
TARGETS = (
    Target("ours", "this page", "amnesty/"),
    Target("plain", "plain `loadPyodide` page, the same wheel", "plain/"),
    Target("pyscript", "PyScript with Pyodide, the same wheel", "pyscript/"),
    Target("micropython", "MicroPython, one sum", "micropython/"),
    Target("script", "plain JavaScript", "script/"),
)
CONDITIONS = (
    Condition("free", "no limit"),
    Condition("line", "10 Mbit/s, 40 ms", bytes_per_second=10e6 / 8, round_trip=0.04),
    Condition("quarter", "a quarter of the CPU", slow=True),
)


# A path of the rules out of this many is asked for after the first answer.
STRIDE = 397


def main() -> None:
    """Measure, print the table and write it to docs/benchmark.md."""
    parser = argparse.ArgumentParser(prog="python -m overrides.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmark.md")
    options = parser.parse_args()
    npm = shutil.which("npm", path=f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}") or "npm"
    peers.prepare(ROOT, SITE, FOLDER, npm)
    further = [asked for asked in corpus.every_path(peers.NOTICE, STRIDE) if '"explain": false' in asked]
    chromium = browser.chromium()
    results: Results = defaultdict(list)
    with _servers() as ports, browser.quarter() as grouped, sync_playwright() as playwright:
        for number in range(options.rounds):
            for condition in CONDITIONS:
                if condition.slow and not grouped:
                    continue
                for target in TARGETS:
                    for warm in (False, True):
                        if warm and condition.id != "free":
                            continue
                        results[target.id, condition.id, warm].append(
                            _measure(
                                partial(browser.visit, playwright, chromium, slow=condition.slow, warm=warm),
                                ports[target.id == "ours"],
                                target,
                                condition,
                                further,
                            )
                        )
            print(f"bench: round {number + 1} of {options.rounds}", flush=True)  # noqa: T201
        version = playwright.chromium.launch(executable_path=chromium, args=browser.FLAGS).version
    text = write(results, TARGETS, CONDITIONS, chromium=version, grouped=grouped, rounds=options.rounds)
    options.out.write_text(text + kept(options.out), encoding="utf-8")
    print(text)  # noqa: T201


def _measure(
    visit: Callable[..., browser.Visit], port: int, target: Target, condition: Condition, further: list[str]
) -> tuple[browser.Visit, int]:
    line = Line(condition.bytes_per_second, condition.round_trip)
    with Proxy(port, line) as proxy:
        url = f"http://127.0.0.1:{proxy.port}/{target.path}"
        visited = visit(url=url, then=further if target.id == "ours" and not condition.slow else ())
    return visited, line.received


@contextmanager
def _servers() -> Iterator[dict[bool, int]]:
    """The servers of our site (True) and of the peers (False) in processes of their own; their ports."""
    with ExitStack() as stack:
        ports = {}
        for ours, folder in ((True, SITE), (False, FOLDER / "pages")):
            here, there = multiprocessing.Pipe()
            process = multiprocessing.Process(target=_serve, args=(folder, there), daemon=True)
            process.start()
            stack.callback(process.terminate)
            ports[ours] = here.recv()
        yield ports


def _serve(folder: Path, told: Connection) -> None:
    with Server(folder, 0, base="/", compressed=True) as server:
        told.send(server.server_address[1])
        server.serve_forever()


if __name__ == "__main__":
    main()
