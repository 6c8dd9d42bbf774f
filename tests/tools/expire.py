"""`make expire DAY=2026-11-26`: what has ended, ends soon, or has not been looked at for a year, on that day.

`make recheck` lists what to open before the law is said to be checked again; this, what readers meet already.
The day is always given: the same command says the same whenever it is run.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from calculator.engine.law import LawFileError
from overrides.hooks.read.text import WordsError
from tests.tools.ending import SOON, Expiry
from tests.tools.grouped import printed
from tests.tools.recheck import ROOT, folders, load_each


class ExpireError(ValueError):
    """Raised where there is no day to look at; says what to write instead."""


def main(argument: str, root: Path = ROOT) -> Iterator[str]:
    """The day, a count for each group, then the groups; raises ExpireError, LawFileError and WordsError."""
    try:
        day = date.fromisoformat(argument)
    except ValueError:
        raise ExpireError(f'"{argument}" is not a day; write make expire DAY=2026-11-26') from None
    every = folders(root)
    load_each(root, every)
    yield f"As readers meet it on {day}; soon and lately are within {SOON.days} days."
    yield ""
    yield from printed(list(Expiry(root, every, day).groups()))


if __name__ == "__main__":
    try:
        for line in main("".join(sys.argv[1:])):
            sys.stdout.write(f"{line}\n")
    except (ExpireError, LawFileError, WordsError) as error:
        sys.exit(str(error))
