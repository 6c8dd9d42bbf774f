"""`python -m overrides.bench.payroll`: a payroll on the command line against pandas and polars, side by side.

Each way is a fresh process that reads CSV and writes CSV with the same columns; the three files are compared cell
by cell, so that what is measured is the same work. Every round runs every way once at every size, so that a busy
minute hits all of them alike. The table goes into docs/benchmark.md, below the others.
"""

import argparse
import csv
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from itertools import zip_longest
from pathlib import Path

from overrides.bench import payroll_rows
from overrides.bench.payroll_table import Measured, Taken, written
from overrides.bench.table import put_below

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FOLDER = ROOT / ".cache" / "bench" / "payroll"
TOOLS, PINS = FOLDER / "tools", HERE / "payroll_tools.txt"
TABLE = ROOT / "docs" / "benchmark.md"
HEAD = "## A payroll on the command line"
PAID_ON = "2026-11-26"
CORES = os.cpu_count() or 1
WAYS: Mapping[str, str] = {
    "ours": "`python -m calculator.arrears`",
    "jobs": f"the same with `--jobs {CORES}`",
    "pandas": "plain pandas, merge and masks",
    "polars1": "polars, one lazy plan, one core",
    "polars": "the same, all cores",
}
OURS = ("ours", "jobs")


def main() -> None:
    """Measure, compare what was written, print the table and write it to docs/benchmark.md."""
    parser = argparse.ArgumentParser(prog="python -m overrides.bench.payroll", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args()
    _install()
    taken: Measured = defaultdict(list)
    for count in options.rows:
        payroll_rows.write(FOLDER / f"{count}.csv", count)
    for number in range(options.rounds):
        for count in options.rows:
            # whoever begins finds the file cold, so another one does each time
            for way in [*WAYS][number % len(WAYS) :] + [*WAYS][: number % len(WAYS)]:
                taken[way, count].append(_run(way, count))
            for way in WAYS if number == 0 else ():
                _compare(FOLDER / f"ours-{count}.csv", FOLDER / f"{way}-{count}.csv")
    table = written(HEAD, WAYS, taken, options.rounds)
    print(table)  # noqa: T201
    put_below(options.out, HEAD, table)


def _install() -> None:
    """Put the other ways' tools into a folder of their own: nothing else needs them."""
    if not (TOOLS / "polars").is_dir():
        TOOLS.mkdir(parents=True, exist_ok=True)
        pip = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
        ]
        subprocess.run([*pip, "--target", TOOLS, "-r", PINS], check=True)  # noqa: S603 - our own command


def _run(way: str, count: int) -> Taken:
    """What a process took from its start to its end."""
    given, taken = FOLDER / f"{count}.csv", FOLDER / f"{way}-{count}.csv"
    if way in OURS:
        jobs = ["--jobs", str(CORES)] if way == "jobs" else []
        command = [sys.executable, "-m", "calculator.arrears", "--paid-on", PAID_ON, *jobs]
    else:
        command = [sys.executable, str(HERE / f"payroll_{way.rstrip('1')}.py"), str(given), str(taken)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT if way in OURS else TOOLS)}
    if way == "polars1":
        environment["POLARS_MAX_THREADS"] = "1"
    said, complaints = taken if way in OURS else FOLDER / "said", FOLDER / "complaints"
    with given.open("rb") as stdin, said.open("wb") as stdout, complaints.open("wb") as stderr:
        begun = time.perf_counter()
        ran = subprocess.Popen(  # noqa: S603 - our own commands
            command, stdin=stdin, stdout=stdout, stderr=stderr, env=environment, cwd=FOLDER
        )
        # its own use and that of the processes that it began
        _, status, used = os.wait4(ran.pid, 0)
        seconds = time.perf_counter() - begun
    ran.returncode = os.waitstatus_to_exitcode(status)
    # some rows are bad on purpose, which ours says in its exit code
    if ran.returncode not in ((0, 1) if way in OURS else (0,)):
        raise SystemExit(f"{way} failed on {count} rows:\n{complaints.read_text(encoding='utf-8')}")
    return Taken(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _compare(ours: Path, theirs: Path) -> None:
    """Stop where two ways do not say the same of some row."""
    with ours.open(encoding="utf-8", newline="") as one, theirs.open(encoding="utf-8", newline="") as other:
        for line, (a, b) in enumerate(zip_longest(csv.reader(one), csv.reader(other)), 1):
            if a != b:
                raise SystemExit(f"{ours.name} and {theirs.name} differ in line {line}:\n{a}\n{b}")


if __name__ == "__main__":
    main()
