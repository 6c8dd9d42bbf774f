"""`make recheck DAY=2026-11-25`: what has to be looked at before the law is said to be checked on that day.

Today's date is never asked for: the same command says the same on any day.
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from calculator.engine.law import LawFileError, load_law
from calculator.engine.law.reading.folder import SAMPLES
from tests.tools import law_rows
from tests.tools.bodies import LAW, body_of, home
from tests.tools.grouped import printed
from tests.tools.looked_at import Check

ROOT = Path(__file__).parents[2]
STEPS = (
    "Read this list and open the sources; mend the law first, in commits of its own (law(<body>): …).",
    "Change law_as_at to {day} in {places}.",
    "make affected lists the answers that differ; the day alone shows only in answers about days after it.",
    "Set updated: in the front matter of the pages whose text changed.",
    "Add a line to CHANGELOG.md under Law: what was checked, on which day, and what has changed.",
)


class RecheckError(ValueError):
    """Raised when there is nothing to list; says what to write instead."""


def folders(root: Path) -> list[Path]:
    """The folders that hold law: those of the bodies first, then those of notices."""
    found = {path.parent for path in (root / "calculator").rglob("*.toml") if path.name != SAMPLES}
    return sorted(found, key=lambda folder: (folder.parent != root / LAW, folder))


def load_each(root: Path, every: Sequence[Path]) -> None:
    """Read what each folder says, a notice's with that of its body; raises LawFileError."""
    for own in every:
        body = body_of(own)
        load_law(list(dict.fromkeys([home(root, body), own])), body)


def asked(argument: str, checked: date) -> date:
    """The day that was asked for, or that of the last check; raises RecheckError."""
    try:
        day = date.fromisoformat(argument) if argument else checked
    except ValueError:
        raise RecheckError(f'"{argument}" is not a day; write make recheck DAY=2026-11-25') from None
    if day < checked:
        raise RecheckError(f"{day} is before the last check, {checked}; write that day or a later one")
    return day


def main(argument: str, root: Path = ROOT) -> Iterator[str]:
    """The steps, a count for each group, then the groups; raises RecheckError and LawFileError."""
    every = folders(root)
    load_each(root, every)
    places = [place for folder in every for place in law_rows.checked(folder)]
    checked = min(day for _, day in places)
    day = asked(argument, checked)
    yield f"The law was last checked on {checked}. Before it is said to be checked on {day}:"
    named = " and ".join(f"{where} ({said})" for where, said in places)
    yield from (f"  {n}. {step.format(day=day, places=named)}" for n, step in enumerate(STEPS, 1))
    yield ""
    yield from printed(list(Check(root, every, checked, day).groups()))


if __name__ == "__main__":
    try:
        for line in main("".join(sys.argv[1:])):
            sys.stdout.write(f"{line}\n")
    except (RecheckError, LawFileError) as error:
        sys.exit(str(error))
