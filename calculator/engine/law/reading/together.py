"""Figures of the law that belong together, refused where they disagree on a day of change.

What is checked here stands in different files, so it can only be looked at when all are read.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.resources.abc import Traversable
from itertools import pairwise

from calculator.engine.law.dated import Dated, Gap
from calculator.engine.law.parameters import Value
from calculator.engine.law.reading.file import LawFile, Report, nearest
from calculator.engine.law.reading.row import Row
from calculator.engine.law.tables import Edition

type Problem = Callable[[str], None]

PARAMETERS = "parameters.toml"


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
    """The parameters of all folders, and the file in which each stands.

    The files of `shared` folders were read before, and are opened again only to name a line in them.
    """

    dated: Mapping[str, Dated[Value]]
    files: Mapping[str, LawFile]
    shared: Sequence[Traversable]
    report: Report

    def find(self, id: str, problem: Problem) -> Dated[Value] | None:
        """Return the parameter, or report that there is none."""
        found = self.dated.get(id)
        if found is None:
            problem(f'no parameter "{id}"{nearest(id, self.dated) or "; add it to parameters.toml"}')
        return found

    def left_behind(self, id: str, edition: Edition, day: date) -> None:
        """Report, in the parameter's row of `day`, that a table still has the rows from before it."""
        Row(self._file(id), {}, id, rf"from\s*=\s*{day}").problem(
            f"{id} changes here, but {edition.table} still has its rows of {edition.since}; add its rows "
            f"from {day}, or in tables.toml ends = [{{ from = {day}, unknown = true, … }}]"
        )

    def _file(self, id: str) -> LawFile:
        if id in self.files:
            return self.files[id]
        files = (LawFile.find(folder, PARAMETERS, self.report) for folder in self.shared)
        return next(file for file in files if file)


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
