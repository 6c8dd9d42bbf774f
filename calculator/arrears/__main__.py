"""`python -m calculator.arrears < payroll.csv > result.csv`: what a payroll owes, row by row.

Reads CSV in UTF-8, with commas, semicolons or tabs; the columns are those of `columns.py`, by their ids in
the first line, in any order and with any others between them. Writes every column as it stood and the result
after it, one line for each row that is not empty. How many rows there were of each status goes to the
standard error; with --totals a file gets all totals as JSON. A cell that a spreadsheet would take for a
formula, one that begins with = + - @, is written with an apostrophe before it, unless it is a number. Memory
grows with the number of workers, for each of whom the months that stood are kept, and not with that of rows.

A row with a day of payment of its own is taken for paid on that day, and no more than interest is added for
it; with --paid-on that holds where its day is not after the one given there.

The exit code is 0 where all rows could be read, 1 where some were refused, 2 where the file cannot be
used or has no rows.
"""

import argparse
import gc
import sys
from datetime import date
from pathlib import Path

from calculator.arrears.cells import EPOCHS, Reader, questions
from calculator.arrears.columns import PAID_ON, REFUSED
from calculator.arrears.files import run
from calculator.arrears.owed import CONTRIBUTIONS
from calculator.arrears.report import as_json, counted
from calculator.arrears.table import FileError
from calculator.engine.asking.found import load

# So many objects come before the collector looks for garbage among them.
NEW = 200_000
PAID_ON_HELP = (
    "the day of payment for rows without one; a row with a day of its own that is not after it, and without "
    "this option any row with one, is taken for paid"
)


def main() -> int:
    """Read the standard input, write the standard output; returns the exit code."""
    options = _options()
    before = gc.get_threshold()
    # what is kept of rows is no garbage, and to look through it again and again takes time
    gc.freeze()
    gc.set_threshold(NEW)
    try:
        totals = run(
            sys.stdin.buffer,
            sys.stdout.buffer,
            paid_on=options.paid_on,
            epoch=options.epoch,
            jobs=options.jobs,
        )
    except FileError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
    sys.stderr.write(counted(totals))
    if options.totals:
        options.totals.write_text(as_json(totals), encoding="utf-8")
    return 1 if totals.rows[REFUSED] else 0


def _options() -> argparse.Namespace:
    # the runtime in the page keeps no docstrings, so that this module's cannot be its help
    parser = argparse.ArgumentParser(
        prog="python -m calculator.arrears",
        description="python -m calculator.arrears < payroll.csv > result.csv",
    )
    parser.add_argument("--paid-on", type=_day, metavar="DAY", help=PAID_ON_HELP)
    parser.add_argument(
        "--epoch", type=int, choices=tuple(EPOCHS), help="read bare numbers as days counted from this year"
    )
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="use N cores")
    parser.add_argument("--totals", type=Path, metavar="FILE", help="write the totals to a file, as JSON")
    return parser.parse_args()


def _day(text: str) -> date:
    day = Reader(questions(load(CONTRIBUTIONS))[PAID_ON], None)(text)
    if not isinstance(day, date):
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-11-26")
    return day


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of cores; write 1 or more")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
