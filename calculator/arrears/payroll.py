"""The rows of a payroll, one after the other; equal ones are worked out once."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date

from calculator.arrears.ages import ages_in
from calculator.arrears.cells import EMPTY, EPOCHS, MISSING, Reader, Refusal, bounds, questions
from calculator.arrears.codes import Amounts, Classed, Codes
from calculator.arrears.columns import AGE, BORN_ON, COLUMNS, MONTH, PAID_ON, WAGES, WORKER_ID
from calculator.arrears.decided import Decided
from calculator.arrears.line import BLANK, Line, again, refused
from calculator.arrears.owed import CONTRIBUTIONS, Owed
from calculator.engine import Month
from calculator.engine.asking.found import load

# A day of birth after the month or too long before it, and an age beside it that is another.
TOO_LATE, TOO_LONG_AGO, DIFFERS = "too_large", "too_small", "differs_from_born_on"
# So many lines are kept; then all are forgotten, so that memory does not grow with rows.
MOST = 200_000

# The months of each worker that stood in a payroll, as the bits of lines.
type Stood = dict[str, int]


class _Periods(dict[int, Hashable]):
    """The class of each month by its number; what is no month is a class of its own."""

    def __init__(self, months: Codes, of: Callable[[Month], Hashable]) -> None:
        super().__init__()
        self._months, self._of = months, of

    def __missing__(self, code: int) -> Hashable:
        month = self._months.meant[code]
        found = self[code] = self._of(month) if isinstance(month, Month) else code
        return found


class Payroll:
    """Rows of cells in, lines out.

    `columns` are ids in the order of the cells. `paid_on` is the day of payment for rows without one, `epoch`
    the year from which a bare number counts days.
    """

    def __init__(self, columns: Sequence[str], paid_on: date | None = None, epoch: int | None = None) -> None:
        contributions = load(CONTRIBUTIONS)
        asked, first_day = questions(contributions), EPOCHS[epoch] if epoch else None
        self._decided = Decided(contributions, paid_on)
        self._unknown = {each.id: None for each in contributions.questions if each.may_be_unknown}
        self._ages = bounds(asked[AGE])
        self._at_id = columns.index(WORKER_ID) if WORKER_ID in columns else -1
        # in the order in which what is wrong with a row is named
        self._columns = [id for id in COLUMNS if id in columns and id != WORKER_ID]
        classes = self._decided.classes
        self._codes: dict[str, Codes] = {id: Codes(Reader(asked[id], first_day)) for id in self._columns}
        self._codes[WAGES] = Amounts(
            Reader(asked[WAGES], first_day), lambda: classes.cuts.money, bounds(asked[WAGES])
        )
        self._born = self._columns.index(BORN_ON) if BORN_ON in columns else -1
        if AGE in columns and self._born < 0:
            self._codes[AGE] = Classed(Reader(asked[AGE], first_day), lambda: classes.cuts.whole)
        self._cells = [(columns.index(id), self._codes[id]) for id in self._columns]
        self._by_id = list(zip(self._columns, self._cells, strict=True))
        self._dated = [(self._columns.index(id), self._codes[id]) for id in (MONTH, BORN_ON) if id in columns]
        # the month is the first of the cells, and the day of payment the last
        self._end = len(self._cells) - (PAID_ON in columns)
        self._periods = _Periods(self._codes[MONTH], lambda month: classes.of(MONTH, month))
        self._edition, self._kept = classes.edition, 0
        # by the classes of all cells but the two days, and then by these
        self._lines: dict[tuple[Hashable, ...], dict[tuple[int, ...], Line]] = {}
        self._owing: dict[Owed, dict[tuple[int, ...], Line]] = {}

    def lines(self, rows: Iterable[Sequence[str]], stood: Stood | None = None) -> Iterator[Line]:
        """The line of each row; a wholly empty one has a line that says so.

        `stood` are the months by worker that stood before: a second row for one of them is refused. What
        stands in these rows is added to it.
        """
        stood = {} if stood is None else stood
        cells, known, at_id, end = self._cells, self._lines, self._at_id, self._end
        with_ages, periods = self._born >= 0, self._periods
        for row in rows:
            numbers = [codes[row[at]] for at, codes in cells]
            days = (numbers[0], *numbers[end:])
            key: tuple[Hashable, ...] = (periods[numbers[0]], *numbers[1:end])
            if with_ages:
                key = self._with_ages(numbers, key)
            try:
                found = known[key][days]
            except KeyError:
                found = self._line(key, days, row)
            if not found.bit:
                yield found if any(cell.strip() for cell in row) else BLANK
                continue
            if at_id >= 0 and (worker := row[at_id].strip()):
                months = stood.get(worker, 0)
                if months & found.bit:
                    found = again(found, row[at_id])
                stood[worker] = months | found.bit
            yield found

    def _with_ages(self, numbers: Sequence[int], key: tuple[Hashable, ...]) -> tuple[Hashable, ...]:
        """The key with the class of the age in place of the day of birth, which few workers share."""
        month, born_on = (codes.meant[numbers[at]] for at, codes in self._dated)
        if not isinstance(month, Month) or not isinstance(born_on, date):
            return key
        ages = ages_in(month, born_on)
        if not self._ages.least <= ages[0] <= ages[1] <= self._ages.most:
            return key
        of = self._decided.classes.of
        return (*key[: self._born], (of(AGE, ages[0]), of(AGE, ages[1])), *key[self._born + 1 :])

    def _line(self, key: tuple[Hashable, ...], days: tuple[int, ...], row: Sequence[str]) -> Line:
        """The line of a row that is the first of its kind."""
        found = self._work_out(row)
        self._kept += 1
        stale = self._edition != self._decided.classes.edition
        if stale or self._kept > MOST or any(codes.full for _, codes in self._cells):
            # numbers have lost their meaning
            self._edition, self._kept = self._decided.classes.edition, 0
            self._forget()
            return found
        if key not in self._lines:
            self._lines[key] = self._owing.setdefault(found.owed, {}) if found.owed else {}
        self._lines[key][days] = found
        return found

    def _forget(self) -> None:
        self._lines.clear()
        self._owing.clear()
        self._periods.clear()
        for codes in self._codes.values():
            codes.clear()

    def _work_out(self, row: Sequence[str]) -> Line:
        values = {id: codes.meant[codes[row[at]]] for id, (at, codes) in self._by_id}
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
        shown = {id: row[at] for id, (at, _) in self._by_id}
        if ages[0] < self._ages.least:
            yield Refusal(BORN_ON, shown[BORN_ON], TOO_LATE)
        elif ages[-1] > self._ages.most:
            yield Refusal(BORN_ON, shown[BORN_ON], TOO_LONG_AGO)
        elif age is not None and age not in ages:
            yield Refusal(AGE, shown[AGE], DIFFERS)
