"""The table of `overrides.bench.payroll`: time, time of the processor and memory, by way and number of rows."""

import os
import platform
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from statistics import median


@dataclass(frozen=True, slots=True)
class Taken:
    """What a run took: seconds by the clock and of the processor, and the most memory of one process in MB."""

    clock: float
    processor: float
    memory: float


# By way and number of rows.
type Measured = dict[tuple[str, int], list[Taken]]


def written(head: str, ways: Mapping[str, str], taken: Measured, rounds: int) -> str:
    """The section, with what stands above its tables."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    sizes = sorted({count for _, count in taken})
    compared = [
        line
        for what, of in (("seconds by the clock", _clock), ("seconds of the processor", _processor))
        for line in ("", *_table(what, ways, sizes, partial(_time, taken, of)))
    ]
    memory = _table(
        "MB at most", ways, sizes, lambda way, count: f"{_median(taken, _memory, way, count):.0f}"
    )
    used = [_median(taken, _processor, "ours", count) for count in sizes]
    steps = pairwise(zip(sizes, used, strict=True))
    further = ", ".join(f"{(d - b) / (c - a) * 1e6:.1f} up to {c:,}" for (a, b), (c, d) in steps)
    return "\n".join(
        [
            head,
            "",
            (
                f"Made by `python -m overrides.bench.payroll` on {datetime.now(UTC):%Y-%m-%d}: {machine}, {rounds} "
                f"rounds, load {os.getloadavg()[0]:.1f} at the end, all ways in turn, each a fresh process that reads "
                "CSV and writes CSV. All write the same, cell by cell; ours adds up all totals besides. Medians, in "
                "brackets microseconds a row; then how many times as long as ours. The machine is not quiet: read the "
                "ratios."
            ),
            *compared,
            "",
            *memory,
            "",
            "Memory is that of the largest process.",
            f"Microseconds of the processor that each further row takes of ours: {further}.",
            "",
        ]
    )


def _table(
    what: str, ways: Mapping[str, str], sizes: Sequence[int], cell: Callable[[str, int], str]
) -> list[str]:
    lines = [
        f"| {what} | {' | '.join(f'{count:,} rows' for count in sizes)} |",
        f"|---|{'---|' * len(sizes)}",
    ]
    return lines + [
        f"| {name} | {' | '.join(cell(way, count) for count in sizes)} |" for way, name in ways.items()
    ]


def _time(taken: Measured, of: Callable[[Taken], float], way: str, count: int) -> str:
    seconds, ours = _median(taken, of, way, count), _median(taken, of, "ours", count)
    ratio = "" if way == "ours" else f", **{seconds / ours:.2f}x**"
    return f"{seconds:.2f} ({seconds / count * 1e6:.1f}){ratio}"


def _median(taken: Measured, of: Callable[[Taken], float], way: str, count: int) -> float:
    return median(map(of, taken[way, count]))


def _clock(each: Taken) -> float:
    return each.clock


def _processor(each: Taken) -> float:
    return each.processor


def _memory(each: Taken) -> float:
    return each.memory
