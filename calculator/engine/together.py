"""Figures of the law that belong together, refused where they disagree on a day of change.

What is checked here stands in different files, so it can only be looked at when all are read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from calculator.engine.dated import Dated, Gap
from calculator.engine.law_file import LawFile, nearest
from calculator.engine.law_row import Row
from calculator.engine.parameters import Value
from calculator.engine.programmes import Programme
from calculator.engine.tables import Edition

type Problem = Callable[[str], None]

ONE_DAY = timedelta(days=1)
# What an offer takes away, and the parameter without which there is nothing to take away.
NEEDED: Mapping[str, str] = {
    "interest": "late_interest_rate",
    "compound": "compound",
    "prosecution": "act4_fine",
}


@dataclass(frozen=True, slots=True)
class Ties:
    """A contribution table with the ids of the parameters it must agree with.

    `ceiling` is that of the wages, `changes_with` the rates its amounts embody. `row` is its place in
    tables.toml, and `last_rows` has, by from-date, what reports a mistake in the last row of an edition.
    """

    table: Dated[Edition]
    row: Row
    last_rows: Mapping[date, Problem]
    ceiling: str | None
    changes_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of all folders, and the file in which each stands."""

    dated: Mapping[str, Dated[Value]]
    files: Mapping[str, LawFile]

    def find(self, id: str, problem: Problem) -> Dated[Value] | None:
        """Return the parameter, or report that there is none."""
        found = self.dated.get(id)
        if found is None:
            problem(f'no parameter "{id}"{nearest(id, self.dated) or "; add it to parameters.toml"}')
        return found

    def left_behind(self, id: str, edition: Edition, day: date) -> None:
        """Report, in the parameter's row of `day`, that a table still has the rows from before it."""
        Row(self.files[id], {}, id, rf"from\s*=\s*{day}").problem(
            f"{id} changes here, but {edition.table} still has its rows of {edition.since}; add its rows "
            f"from {day}, or in tables.toml ends = [{{ from = {day}, unknown = true, … }}]"
        )


def check_table(ties: Ties, parameters: Parameters) -> None:
    """Refuse a rate or a ceiling that changes without its table, and rows that end at another ceiling."""
    for id in ties.changes_with:
        if rate := parameters.find(id, partial(ties.row.problem, key="changes_with")):
            for day in _changes(rate):
                if edition := _older(ties.table, day):
                    parameters.left_behind(id, edition, day)
    if ties.ceiling and (ceiling := parameters.find(ties.ceiling, partial(ties.row.problem, key="ceiling"))):
        _check_ceiling(ties, ceiling, parameters)


def _changes(rate: Dated[Value]) -> Iterator[date]:
    """The days on which a rate becomes another one or ends; a better source for it is no change."""
    for before, entry in pairwise(rate.entries):
        if isinstance(before, Gap) or isinstance(entry, Gap) or before.amount != entry.amount:
            yield entry.since


def _older(table: Dated[Edition], day: date) -> Edition | None:
    """The rows that hold on `day` and began to hold before it."""
    edition = table.entry(day)
    return edition if isinstance(edition, Edition) and edition.since < day else None


def _check_ceiling(ties: Ties, ceiling: Dated[Value], parameters: Parameters) -> None:
    """Compare the ceiling with the last row of the table on every day on which one of them changes."""
    for edition in ties.table.in_force():
        limit = ceiling.entry(edition.since)
        if isinstance(limit, Value) and edition.ceiling != limit.amount:
            ties.last_rows[edition.since](
                f"the last row is for wages over {edition.ceiling}, but {ceiling.id} is {limit.amount} "
                f"on {edition.since}; add the missing rows, or mend the figure that is wrong"
            )
    for limit in ceiling.entries:
        older = _older(ties.table, limit.since)
        if older and (isinstance(limit, Gap) or older.ceiling != limit.amount):
            parameters.left_behind(ceiling.id, older, limit.since)


def check_programme(programme: Programme, file: LawFile, parameters: Parameters) -> None:
    """Refuse days far from the period, and an offer about something that was not in force in it."""
    first, last, row = programme.first_day, programme.last_day, Row(file, {}, programme.id)
    announced = programme.announced_last_day
    if announced and not first <= announced <= last:
        what = f"the end first announced, {announced}, is not between {first} and {last}; look at the three"
        row.problem(what, "announced_last_day")
    for day in programme.disputed_days:
        if not _reaches(day, programme):
            what = f"the disputed day {day} is apart from the period, {first} to {last}; look at the three, "
            row.problem(f"{what}or name the days between as well", "disputed_days")
    subjects = [offer.of for offer in programme.offers]
    for at, subject in enumerate(subjects):
        place = Row(file, {}, programme.id, rf'of\s*=\s*"?{subject}', subjects[:at].count(subject))
        _check_offer(NEEDED[subject], (first, last), place, parameters)


def _reaches(day: date, programme: Programme) -> bool:
    """Tell whether a disputed day is in the period, or next to it but for other disputed days."""
    step = ONE_DAY if day < programme.first_day else -ONE_DAY
    while day in programme.disputed_days and not programme.first_day <= day <= programme.last_day:
        day += step
    return programme.first_day <= day <= programme.last_day


def _check_offer(id: str, days: Iterable[date], row: Row, parameters: Parameters) -> None:
    """Refuse an offer to take away what there was not on the first or the last day."""
    if needed := parameters.find(id, row.problem):
        for day in dict.fromkeys(days):
            if not isinstance(needed.entry(day), Value):
                row.problem(f"{id} is not in force on {day}; look at it, and at the days of the programme")
