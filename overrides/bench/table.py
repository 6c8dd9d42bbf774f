"""The table of the benchmark: medians, spreads, bytes, and ratios to our page in the same run."""

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from overrides.bench.browser import Visit

type Results = Mapping[tuple[str, str, bool], list[tuple[Visit, int]]]
KB = 1000


@dataclass(frozen=True)
class Target:
    """A page that is measured."""

    id: str
    name: str
    path: str


@dataclass(frozen=True)
class Condition:
    """What a page is measured under."""

    id: str
    name: str
    bytes_per_second: float = 0
    round_trip: float = 0
    slow: bool = False


def write(
    results: Results,
    targets: Sequence[Target],
    conditions: Sequence[Condition],
    *,
    chromium: str,
    grouped: bool,
    rounds: int,
) -> str:
    """The benchmark as Markdown."""
    columns = [(one, False) for one in conditions if grouped or not one.slow] + [(conditions[0], True)]
    heads = [f"{one.name}, {'third visit' if warm else 'cold'}" for one, warm in columns]
    lines = [
        "# Benchmark: from the navigation to the first answer",
        "",
        f"{made('make bench', chromium, rounds)}, all pages in turn, each visit in a fresh profile.",
        (
            "Every page is self-hosted and compressed with brotli beforehand, and opened in a phone's window when the "
            "browser's own start is over. A form is filled by a script as soon as it can be seen; the time ends when the "
            "outcome can be read. Medians, in brackets the middle half of the visits; then how many times as long as our "
            "page. The machine is not quiet: read the ratios."
        ),
        "",
        f"| page | kB | {' | '.join(heads)} |",
        f"|---|---|{'---|' * len(heads)}",
    ]
    for target in targets:
        size = median(received for _, received in results[target.id, conditions[0].id, False])
        cells = [_cell(results, target.id, condition.id, warm=warm) for condition, warm in columns]
        lines.append(f"| {target.name} | {size / KB:,.0f} | {' | '.join(cells)} |")
    lines += ["", *_limits(results, conditions, grouped=grouped), ""]
    return "\n".join(lines)


def put_below(path: Path, head: str, text: str) -> None:
    """Put a table with its heading into a file, in place of the last one with this heading, else below all."""
    before, _, rest = (path.read_text(encoding="utf-8") if path.exists() else "").partition(head)
    _, following, after = rest.partition("\n## ")
    path.write_text(f"{before.rstrip()}\n\n{text}".lstrip() + following + after, encoding="utf-8")


def made(command: str, chromium: str, rounds: int) -> str:
    """By what, when and where a table was made."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Chromium {chromium} headless"
    return f"Made by `{command}` on {datetime.now(UTC):%Y-%m-%d}: {machine}, {rounds} rounds"


def _cell(results: Results, target: str, condition: str, *, warm: bool) -> str:
    times = [visit.milliseconds for visit, _ in results[target, condition, warm]]
    ours = median(visit.milliseconds for visit, _ in results["ours", condition, warm])
    middle = quantiles(times, n=4) if len(times) > 1 else [times[0]] * 3
    ratio = "" if target == "ours" else f", **{median(times) / ours:.1f}x**"
    return f"{median(times):,.0f} ms ({middle[0]:,.0f}-{middle[2]:,.0f}){ratio}"


def _limits(results: Results, conditions: Sequence[Condition], *, grouped: bool) -> list[str]:
    line = next(one for one in conditions if one.bytes_per_second)
    visits = results["ours", line.id, False]
    seconds = median(received for _, received in visits) / line.bytes_per_second + 3 * line.round_trip
    took = median(visit.milliseconds for visit, _ in visits) / KB
    free = [visit for visit, _ in results["ours", conditions[0].id, False]]
    longest = median(visit.longest_task for visit in free)
    further = [took for visit in free for took in visit.further]
    cpu = "half a core by a control group" if grouped else "not measured: no control group could be made"
    return [
        (
            f"- On the slow line our page takes {took / seconds:.2f} times what the line itself needs "
            f"(all bytes of the page, and three round trips: {seconds * KB:,.0f} ms)."
        ),
        (
            f"- Longest task on our page's main thread until the answer, without a limit: median {longest:.0f} ms "
            "(0: none above 50 ms)."
        ),
        (
            f"- Each further answer: median {median(further):.1f} ms, 95 of 100 within {quantiles(further, n=20)[-1]:.1f} ms, "
            "from the page's question to the worker's answer, over paths of both notices."
        ),
        f"- A quarter of the CPU: {cpu}, for all of the browser, not for the server.",
        (
            "- PyScript and MicroPython: versions in `overrides/bench/peers.py`. MicroPython only adds two "
            "numbers; it lacks `decimal` and `dataclasses` and could not run the rules."
        ),
    ]
