"""The cells of rows as small numbers, column by column, and the keys that equal rows have in common."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date

from calculator.arrears.ages import ages_in
from calculator.arrears.cells import EPOCHS, Reader, bounds
from calculator.arrears.codes import Amounts, Classed, Codes
from calculator.arrears.columns import AGE, BORN_ON, COLUMNS, MONTH, PAID_ON, WAGES, WORKER_ID
from calculator.arrears.kinds import Days, Key
from calculator.arrears.owed import Frame
from calculator.engine import Month
from calculator.engine.asking.kinds import Question
from calculator.engine.rows import Classes


class _Periods(dict[int, Hashable]):
    """The class of each month by its number; what is no month is a class of its own."""

    def __init__(self, months: Codes, of: Callable[[Month], Hashable]) -> None:
        super().__init__()
        self._months, self._of = months, of

    def __missing__(self, code: int) -> Hashable:
        month = self._months.meant[code]
        found = self[code] = self._of(month) if isinstance(month, Month) else code
        return found


class Numbers:
    """The columns that are read, in the order in which what is wrong with a row is named.

    The month is the first of them and the day of payment the last. A key has the class of the month and the
    numbers of all other cells but the day of payment; in place of a day of birth, which few workers share,
    the classes of the age that it gives.
    """

    def __init__(
        self,
        columns: Sequence[str],
        asked: Mapping[str, Question],
        classes: Classes[Frame],
        epoch: int | None,
    ) -> None:
        self.ids = [id for id in COLUMNS if id in columns and id != WORKER_ID]
        self._classes, self._ages = classes, bounds(asked[AGE])
        readers = {id: Reader(asked[id], EPOCHS[epoch] if epoch else None) for id in self.ids}
        self._codes = {id: Codes(reader) for id, reader in readers.items()}
        self._codes[WAGES] = Amounts(readers[WAGES], lambda: classes.cuts.money, bounds(asked[WAGES]))
        self._born = self.ids.index(BORN_ON) if BORN_ON in columns else -1
        if AGE in columns and self._born < 0:
            self._codes[AGE] = Classed(readers[AGE], lambda: classes.cuts.whole)
        self._at = {id: columns.index(id) for id in self.ids}
        self._days = [id for id in (MONTH, PAID_ON) if id in columns]
        self._end = len(self.ids) - (PAID_ON in columns)
        self._periods = _Periods(self._codes[MONTH], lambda month: classes.of(MONTH, month))

    @property
    def places(self) -> dict[str, int]:
        """Where in a key the reply to each question stands; nowhere where an age has two columns."""
        if AGE in self.ids and BORN_ON in self.ids:
            return {}
        return {AGE if id == BORN_ON else id: at for at, id in enumerate(self.ids[: self._end])}

    @property
    def full(self) -> bool:
        """Whether there are as many values as are kept."""
        return any(codes.full for codes in self._codes.values())

    def forget(self) -> None:
        """Forget all numbers."""
        self._periods.clear()
        for codes in self._codes.values():
            codes.clear()

    def of(self, rows: Sequence[Sequence[str]]) -> tuple[Iterable[Key], Iterable[Days]]:
        """The key of each row, and the numbers of its month and its day of payment."""
        columns = list(zip(*rows, strict=True))
        numbers = [list(map(self._codes[id].__getitem__, columns[self._at[id]])) for id in self.ids]
        periods = map(self._periods.__getitem__, numbers[0])
        keys: Iterable[Key] = zip(periods, *numbers[1 : self._end], strict=True)
        if self._born >= 0:
            keys = map(self._with_ages, zip(*numbers, strict=True), keys)
        return keys, zip(numbers[0], *numbers[self._end :], strict=True)

    def _with_ages(self, numbers: Sequence[int], key: Key) -> Key:
        month, born_on = self._codes[MONTH].meant[numbers[0]], self._codes[BORN_ON].meant[numbers[self._born]]
        if not isinstance(month, Month) or not isinstance(born_on, date):
            return key
        ages = ages_in(month, born_on)
        if not self._ages.least <= ages[0] <= ages[1] <= self._ages.most:
            return key
        classes = tuple(self._classes.of(AGE, age) for age in ages)
        return (*key[: self._born], classes, *key[self._born + 1 :])

    def meant(self, days: Days) -> list[object]:
        """What the month and the day of payment are, if there is a column for it."""
        return [self._codes[id].meant[number] for id, number in zip(self._days, days, strict=True)]

    def values(self, row: Sequence[str]) -> dict[str, object]:
        """What each cell of a row is: that of the first with its number."""
        return {id: self._codes[id].meant[self._codes[id][row[at]]] for id, at in self._at.items()}

    def shown(self, row: Sequence[str], id: str) -> str:
        """What stands in a cell."""
        return row[self._at[id]]
