"""`python -m tests.hostile.agree`: the same hostile requests through CPython and both runtimes of the page.

The requests are drawn from a fixed seed, another one than the image of the answer runtime was made with; each
goes to the image of its own notice, as in a page. All answers are compared byte for byte. What the answer
runtime has no answer for, the full runtime answers in a page: these are counted.
"""

import argparse
import platform
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
    return in_node.run(HERE / "answers.mjs", site, asked)


def differences(
    asked: Sequence[str], here: Sequence[str], there: Sequence[str | None]
) -> Iterator[tuple[str, str, str]]:
    """Each request that is answered in two ways, and the answers."""
    for request, ours, theirs in zip(asked, here, there, strict=True):
        if theirs is not None and theirs != ours:
            yield request, ours, theirs


@dataclass(slots=True)
class Found:
    """What the requests of one notice showed."""

    wrong: list[tuple[str, str, str]] = field(default_factory=list)
    pythons: set[str] = field(default_factory=set)
    unanswered: int = 0
    slowest: float = 0


def compared(site: Path, name: str, asked: Sequence[str]) -> Found:
    """All requests of a notice; a site without an answer runtime is asked in stock Pyodide alone."""
    found = Found(pythons={f"CPython {platform.python_version()}"})
    pruned = (site / "assets" / "runtime" / f"{PAYROLL}.json").is_file()
    for at in range(0, len(asked), PIECE):
        piece, here = asked[at : at + PIECE], list[str]()
        for request in piece:
            begun = time.process_time()
            here.append(answer(request))
            found.slowest = max(found.slowest, time.process_time() - begun)
        stock = in_node.ask(site, piece)
        found.pythons.add(f"Pyodide {stock['python']}")
        found.wrong += differences(piece, here, stock["responses"])
        if pruned:
            image = in_image(site, {name: piece})[name]
            found.pythons.add("answer runtime")
            found.unanswered += image.count(None)
            found.wrong += differences(piece, here, image)
    return found


def main() -> int:
    """Compare, and say how many differ; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.agree")
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--site", type=Path, default=SITE, help="a built site, or a preview")
    options = parser.parse_args()
    differ = 0
    for name, asked in requests(options.requests, options.seed).items():
        found = compared(options.site, name, asked)
        differ += len(found.wrong)
        for line in (
            f"{name}: {len(asked):,} requests, {', '.join(sorted(found.pythons))}: {len(found.wrong)} differ",
            f"  {found.unanswered} go from the answer runtime to the full one",
            f"  the slowest takes {found.slowest * 1000:.0f} ms of CPU here",
            *(f"  {each!r}"[:500] for wrong in found.wrong[:5] for each in wrong),
        ):
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
