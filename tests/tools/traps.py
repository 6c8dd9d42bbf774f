"""`python -m tests.tools.traps`: asks the built answer runtime request after request, and counts its traps.

Different requests, drawn as those are that the runtime is made with but from another seed, in long sequences
to one instance, as in a page that stays open; and payroll files in the pieces in which a page sends them.
Counted are traps (the full runtime would answer these), answers that are not CPython's (one in `--checked` is
compared), processor time and memory at the beginning and at the end.
"""

import argparse
import json
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path
from statistics import median
from typing import IO, Any

from calculator import answer
from calculator.engine.asking.found import notices
from overrides import corpus, corpus_payroll
from overrides.hooks.assemble.node import node

ROOT = Path(__file__).parents[2]
RUNTIME = ROOT / "site" / "assets" / "runtime"
SCRIPT = ROOT / "tests" / "runtime" / "in_a_row.mjs"
# Far from the seeds of the corpus and of the tests.
SEED = 7_000_000
MB = 1 << 20


@dataclass
class Counted:
    """What came of a sequence; `ms`, `memory`: of each part of it, in their order."""

    asked: int = 0
    traps: list[dict[str, str]] = field(default_factory=list)
    different: list[str] = field(default_factory=list)
    checked: int = 0
    ms: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)

    def line(self, name: str) -> str:
        """One row of the table."""
        tenth = max(1, len(self.ms) // 10)
        first, last = median(self.ms[:tenth]), median(self.ms[-tenth:])
        return (
            f"| {name} | {self.asked:,} | {len(self.traps)} | {self.checked:,} | {len(self.different)} "
            f"| {first:,.0f} | {last:,.0f} | {self.memory[0] / MB:.0f} | {self.memory[-1] / MB:.0f} |"
        )


HEAD = (
    "| image | requests | traps | compared | different "
    "| CPU ms for 1,000, first tenth | last tenth | MB, first | last |\n"
    "|---|---|---|---|---|---|---|---|---|"
)


def form(notice: str, seed: int = SEED) -> Iterator[str]:
    """Requests of a notice's form, no two alike, without end."""
    asked: set[int] = set()
    for number in count():
        for request in corpus.generated(notice, 1000, seed=seed + number):
            if hash(request) not in asked:
                asked.add(hash(request))
                yield request


def payroll(files: int, pieces: int, seed: int = SEED) -> Iterator[str]:
    """Each file in its pieces."""
    for number in range(files):
        yield from corpus_payroll.file(seed + number, pieces)


def asked(name: str, requests: Iterable[str], every: int, checked: int, runtime: Path = RUNTIME) -> Counted:
    """Ask one instance all of them."""
    command = [node(ROOT), str(SCRIPT), str(runtime), name, str(every)]
    found, marked = Counted(), list[str]()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        writer = threading.Thread(target=_write, args=(process.stdin, requests, checked, marked))
        writer.start()
        for line in process.stdout:
            _add(found, json.loads(line), marked)
        writer.join()
    if process.returncode:
        raise SystemExit(f"Node ended with {process.returncode}")
    return found


def _write(stdin: IO[str], requests: Iterable[str], checked: int, marked: list[str]) -> None:
    with stdin:
        for number, request in enumerate(requests):
            mark = number % checked == 0
            if mark:
                marked.append(request)
            stdin.write(json.dumps({"request": request, "marked": mark}) + "\n")


def _add(found: Counted, part: dict[str, Any], marked: list[str]) -> None:
    found.asked += part["asked"]
    found.traps += part["traps"]
    found.ms.append(part["ms"] / part["asked"] * 1000)
    found.memory.append(part["memory"])
    for response in part["marked"]:
        request = marked[found.checked]
        found.checked += 1
        if response is not None and response != answer(request):
            found.different.append(request)


def main() -> int:
    """Print the table, and what trapped or differed; 1 where something did."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.traps", description=__doc__)
    parser.add_argument("--requests", type=int, default=200_000, help="for all notices together")
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--checked", type=int, default=100)
    parser.add_argument("--only", help="the name of one image")
    parser.add_argument("--runtime", type=Path, default=RUNTIME, help="the folder with the runtime's files")
    options = parser.parse_args()
    each = options.requests // len(notices())
    pieces = -(-options.rows // corpus_payroll.PIECE)
    print(HEAD)  # noqa: T201
    sequences: list[tuple[str, Iterable[str], int]] = [
        (name, islice(form(name), each), 1000) for name in notices()
    ]
    sequences.append((corpus_payroll.PAYROLL, payroll(options.files, pieces), pieces))
    wrong = 0
    for name, requests, every in sequences:
        if options.only not in (None, name):
            continue
        found = asked(name, requests, every, options.checked, options.runtime)
        print(found.line(name), flush=True)  # noqa: T201
        wrong += len(found.traps) + len(found.different)
        for trap in found.traps[:20]:
            print(f"trap: {trap['what']}\n  {trap['request'][:300]}", file=sys.stderr)  # noqa: T201
        for request in found.different[:20]:
            print(f"another answer than CPython's: {request[:300]}", file=sys.stderr)  # noqa: T201
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
