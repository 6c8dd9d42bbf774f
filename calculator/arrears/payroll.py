"""The rows of a payroll, one after the other; equal ones are worked out once."""

from collections.abc import Iterator, Sequence
from datetime import date

from calculator.arrears.ages import ages_in
from calculator.arrears.cells import EMPTY, MISSING, Refusal, bounds, questions
from calculator.arrears.columns import AGE, BORN_ON, MONTH, PAID_ON, WORKER_ID
from calculator.arrears.decided import Decided
from calculator.arrears.kinds import Days, Key, Kinds
from calculator.arrears.line import BLANK, Line, again, refused
from calculator.arrears.numbers import Numbers
from calculator.arrears.owed import CONTRIBUTIONS
from calculator.engine import Month
from calculator.engine.asking.found import load

# A day of birth after the month or too long before it, and an age beside it that is another.
TOO_LATE, TOO_LONG_AGO, DIFFERS = "too_large", "too_small", "differs_from_born_on"
# So many lines are kept; then all are forgotten, so that memory does not grow with rows.
MOST = 200_000
# So many rows are read at once, column by column.
BLOCK = 4096

# The months of each worker that stood in a payroll, as the bits of lines.
type Stood = dict[str, int]


class Payroll:
    """Rows of cells in, lines out.

    `columns` are ids in the order of the cells. `paid_on` is the day of payment for rows without one, `epoch`
    the year from which a bare number counts days.
    """

    def __init__(self, columns: Sequence[str], paid_on: date | None = None, epoch: int | None = None) -> None:
        contributions = load(CONTRIBUTIONS)
        asked = questions(contributions)
        self._decided = Decided(contributions, paid_on)
        self._numbers = Numbers(columns, asked, self._decided.classes, epoch)
        self._kinds = Kinds(self._numbers.places)
        self._edition, self._kept = self._decided.classes.edition, 0
        self._unknown = {each.id: None for each in contributions.questions if each.may_be_unknown}
        self._ages = bounds(asked[AGE])
        self._at_id = columns.index(WORKER_ID) if WORKER_ID in columns else -1

    def lines(self, rows: Sequence[Sequence[str]], stood: Stood | None = None) -> Iterator[Line]:
        """The line of each row, all as wide as the columns; a wholly empty one has a line that says so.

        `stood` are the months by worker that stood before: a second row for one of them is refused. What
        stands in these rows is added to it.
        """
        stood = {} if stood is None else stood
        at = 0
        while at < len(rows):
            block = self._block(rows[at : at + BLOCK], stood)
            yield from block
            at += len(block)

    def _block(self, rows: Sequence[Sequence[str]], stood: Stood) -> list[Line]:
        """The lines of rows, until numbers lose their meaning or the rows end."""
        if self._kept > MOST or self._numbers.full:
            self._forget()
        kinds, at_id, edition = self._kinds, self._at_id, self._edition
        keys, days = self._numbers.of(rows)
        lines = list[Line]()
        for row, key, day in zip(rows, keys, days, strict=True):
            try:
                found = kinds[key][day]
            except KeyError:
                found = self._line(key, day, row)
            if not found.bit:
                found = found if any(cell.strip() for cell in row) else BLANK
            elif at_id >= 0 and (worker := row[at_id].strip()):
                months = stood.get(worker, 0)
                stood[worker] = months | found.bit
                if months & found.bit:
                    found = again(found, row[at_id])
            lines.append(found)
            if edition != self._edition:
                break
        return lines

    def _line(self, key: Key, days: Days, row: Sequence[str]) -> Line:
        """The line of a row that is the first of its kind with these days."""
        found = self._of_known_kind(key, days)
        if found is None:
            found = self._work_out(row)
            if self._edition == self._decided.classes.edition:
                self._kinds.add(key, found.owed)[days] = found
            else:
                self._forget()
        self._kept += 1
        return found

    def _of_known_kind(self, key: Key, days: Days) -> Line | None:
        """The same where it is known what such rows owe; None where it is not, or a day cannot be used."""
        kind = self._kinds.get(key) or self._kinds.find(key)
        if kind is None or kind.owed is None:
            return None
        month, paid_on = [*self._numbers.meant(days), EMPTY][:2]
        if not isinstance(month, Month) or isinstance(paid_on, Refusal):
            return None
        found = self._decided.paid(kind.owed, month, paid_on if isinstance(paid_on, date) else None)
        kind[days] = found
        return found

    def _forget(self) -> None:
        """Forget all: numbers have lost their meaning, or as much is kept as may be."""
        self._edition, self._kept = self._decided.classes.edition, 0
        self._kinds.clear()
        self._numbers.forget()

    def _work_out(self, row: Sequence[str]) -> Line:
        values = self._numbers.values(row)
        refusals = [each for each in values.values() if isinstance(each, Refusal)]
        given = {
            id: each for id, each in values.items() if each is not EMPTY and not isinstance(each, Refusal)
        }
        month, born_on, paid_on = (given.pop(id, None) for id in (MONTH, BORN_ON, PAID_ON))
        if not isinstance(month, Month):
            if values[MONTH] is EMPTY:
                refusals.insert(0, Refusal(MONTH, "", MISSING))
            return refused(None, refusals)
        ages: Sequence[int] = ()
        if isinstance(born_on, date):
            ages = tuple(dict.fromkeys(ages_in(month, born_on)))
            refusals += self._wrong(ages, given.pop(AGE, None), row)
        if refusals:
            return refused(month, refusals)
        return self._decided.line(
            month, ages, {**self._unknown, **given}, paid_on if isinstance(paid_on, date) else None
        )

    def _wrong(self, ages: Sequence[int], age: object, row: Sequence[str]) -> Iterator[Refusal]:
        """What is wrong with a day of birth: out of all bounds, or not that of the age beside it."""
        shown = self._numbers.shown
        if ages[0] < self._ages.least:
            yield Refusal(BORN_ON, shown(row, BORN_ON), TOO_LATE)
        elif ages[-1] > self._ages.most:
            yield Refusal(BORN_ON, shown(row, BORN_ON), TOO_LONG_AGO)
        elif age is not None and age not in ages:
            yield Refusal(AGE, shown(row, AGE), DIFFERS)
