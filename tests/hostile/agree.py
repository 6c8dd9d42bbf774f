"""`python -m tests.hostile.agree`: the same hostile requests through CPython and both runtimes of the page.

The requests are drawn from a fixed seed, another one than the image of the answer runtime was made with; each
goes to the image of its own notice, as in a page. All answers are compared byte for byte. What the answer
runtime has no answer for, the full runtime answers in a page: these are counted.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from calculator import answer
from calculator.engine.asking.found import notices
from overrides.corpus_hostile import drawn
from overrides.corpus_payroll import PAYROLL
from tests.pyodide import in_node

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SITE = ROOT / "site"
NAMES = (*notices(), PAYROLL)
SEED = 20261127
# So many requests go to a process at once.
PIECE = 5000


def requests(count: int, seed: int = SEED) -> dict[str, list[str]]:
    """So many for all notices together, by the name of the image that a page would ask."""
    each = -(-count // len(NAMES))
    return {name: list(drawn(name, each, seed)) for name in NAMES}


def in_image(site: Path, asked: Mapping[str, Sequence[str]]) -> dict[str, list[str | None]]:
    """What the answer runtime answers; None where it has no answer."""
    done = subprocess.run(
        [in_node.NODE, HERE / "answers.mjs", site],
        input=json.dumps(asked),
        env={**os.environ, "TZ": "Pacific/Kiritimati"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str | None]] = json.loads(done.stdout)
    return found


def differences(
    asked: Sequence[str], here: Sequence[str], there: Sequence[str | None]
) -> Iterator[tuple[str, str, str]]:
    """Each request that is answered in two ways, and the answers."""
    for request, ours, theirs in zip(asked, here, there, strict=True):
        if theirs is not None and theirs != ours:
            yield request, ours, theirs


def main() -> int:
    """Compare, and say how many differ; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.agree")
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument(
        "--site", type=Path, default=SITE, help="a built site; a preview has no answer runtime"
    )
    options = parser.parse_args()
    asked = requests(options.requests, options.seed)
    differ = 0
    pruned = (options.site / "assets" / "runtime" / f"{PAYROLL}.json").is_file()
    for name, texts in asked.items():
        begun, slowest = time.perf_counter(), 0.0
        here: list[str] = []
        for text in texts:
            started = time.process_time()
            here.append(answer(text))
            slowest = max(slowest, time.process_time() - started)
        full, traps = set[str](), 0
        wrong: list[tuple[str, str, str]] = []
        for at in range(0, len(texts), PIECE):
            piece, ours = texts[at : at + PIECE], here[at : at + PIECE]
            stock = in_node.ask(options.site, piece)
            image = in_image(options.site, {name: piece})[name] if pruned else [None] * len(piece)
            full.add(stock["python"])
            traps += image.count(None)
            wrong += [*differences(piece, ours, stock["responses"]), *differences(piece, ours, image)]
        differ += len(wrong)
        sys.stdout.write(
            f"{name}: {len(texts):,} requests, CPython {platform.python_version()}, Pyodide {', '.join(full)}, answer"
            f" runtime: {len(wrong)} differ; {traps} go to the full runtime; slowest {slowest * 1000:.0f} ms of"
            f" CPU; {time.perf_counter() - begun:.0f} s\n"
        )
        for request, ours, theirs in wrong[:5]:
            sys.stdout.write(f"  {request[:300]!r}\n  here   {ours[:300]!r}\n  there  {theirs[:300]!r}\n")
        sys.stdout.flush()
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
