"""The cells of rows as small numbers, column by column, and the keys that equal rows have in common."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import repeat
from typing import Any

from calculator.arrears.ages import Ages, ages_in
from calculator.arrears.cells import EMPTY, EPOCHS, Reader, Refusal, bounds
from calculator.arrears.codes import Amounts, Classed, Codes, Cut, Number, Of
from calculator.arrears.columns import AGE, BORN_ON, COLUMNS, MONTH, PAID_ON, WAGES, WORKER_ID
from calculator.arrears.own_days import OwnDays
from calculator.engine import Month
from calculator.engine.asking.kinds import Question
from calculator.engine.rows import Cuts

# What rows that are one case have in common: the class of the month, and what is in the cells but both days.
type Key = tuple[Hashable, ...]
# What stands for all wages that there are.
SOME = "some"


@dataclass(frozen=True, slots=True)
class Read:
    """Rows as they were read: keys, and the numbers of months, wages and days of payment."""

    keys: Iterable[Key]
    months: Iterable[Number]
    wages: Iterable[Number]
    paid_on: Iterable[Number]


class Numbers:
    """The columns that are read, in the order in which what is wrong with a row is named.

    A key has the class of the month, whether there are wages, and the numbers of all other cells but the day
    of payment; in place of a day of birth, which few workers share, the classes of the age that it gives.
    `cuts` are those of the classes as they are now.
    """

    def __init__(
        self,
        columns: Sequence[str],
        asked: Mapping[str, Question],
        cuts: Callable[[], Cuts],
        epoch: int | None,
    ) -> None:
        self.ids = [id for id in COLUMNS if id in columns and id != WORKER_ID]
        readers = {id: Reader(asked[id], EPOCHS[epoch] if epoch else None) for id in self.ids}
        self._codes = {id: Codes(reader) for id, reader in readers.items()}
        self._codes[WAGES] = Amounts(readers[WAGES], lambda: cuts().money, bounds(asked[WAGES]))
        self._ages = Ages(bounds(asked[AGE]), lambda: cuts().whole)
        self._age_classes: Of[Number] = Of(lambda code: code)
        if AGE in columns:
            # beside a day of birth each is compared with the age that it gives
            ages = (Cut if BORN_ON in columns else Classed)(readers[AGE], lambda: cuts().whole)
            self._codes[AGE], self._age_classes = ages, Of(ages.class_of)
        self._at = {id: columns.index(id) for id in self.ids}
        # in a key
        self.places = {id: place for place, id in enumerate(id for id in self.ids if id != PAID_ON)}
        self._month = asked[MONTH], cuts
        self._periods, self._some = Of(self._period), Of(self._whether)
        self._stands_for: dict[Hashable, Month] = {}
        self._own_days = OwnDays(lambda code: self.meant(MONTH, code), lambda code: self.meant(PAID_ON, code))

    @property
    def full(self) -> bool:
        """Whether there are as many values as are kept."""
        return any(codes.full for codes in self._codes.values())

    def forget(self) -> None:
        """Forget all numbers."""
        self._stands_for.clear()
        self._periods.clear()
        self._some.clear()
        self._age_classes.clear()
        self._own_days.clear()
        for codes in self._codes.values():
            codes.clear()

    def of(self, columns: Sequence[Sequence[str]]) -> Read:
        """The numbers of rows, given by their columns."""
        numbers = {id: self._codes[id].of(columns[self._at[id]]) for id in self.ids}
        parts: dict[str, Iterable[Hashable]] = {id: of for id, of in numbers.items() if id != PAID_ON}
        parts[MONTH] = map(self._periods.__getitem__, numbers[MONTH])
        parts[WAGES] = map(self._some.__getitem__, numbers[WAGES])
        if BORN_ON in numbers and AGE in numbers:
            parts[AGE] = map(self._age_classes.__getitem__, numbers[AGE])
        if BORN_ON in numbers:
            shown = [columns[self._at[id]] if id in numbers else repeat("") for id in (BORN_ON, AGE)]
            ages = numbers.get(AGE, repeat(0))
            parts[BORN_ON] = map(self._aged, numbers[MONTH], numbers[BORN_ON], ages, *shown)
        keys = zip(*parts.values(), strict=True)
        paid_on: Iterable[Number] = repeat(0)
        if PAID_ON in numbers:
            paid_on = self._own_days.of(numbers[MONTH], numbers[PAID_ON], columns[self._at[PAID_ON]])
        return Read(keys, numbers[MONTH], numbers[WAGES], paid_on)

    def period(self, code: Number) -> Hashable:
        """The class of a month."""
        return self._periods[code]

    def meant(self, id: str, code: Number) -> object:
        """What a cell with this number is; EMPTY where there is no such column."""
        return self._codes[id].meant(code) if id in self._codes else EMPTY

    def ages(self, key: Key) -> tuple[int | None, ...]:
        """The least age of each class that a day of birth gives; None where the age is what stands for it."""
        at = self.places.get(BORN_ON)
        return ages if at is not None and isinstance(ages := key[at], tuple) else (None,)

    def values(self, key: Key) -> dict[str, object]:
        """What stands in the cells of rows with a key, or in those of a row in their place."""
        return {id: self.value(id, part) for id, part in zip(self.places, key, strict=True)}

    def value(self, id: str, part: Any) -> object:  # noqa: ANN401 - whatever stands there
        """What a part of a key is."""
        if id == MONTH and part in self._stands_for:
            return self._stands_for[part]
        if id == WAGES and part == SOME:
            return Decimal(1)
        return self._codes[id].meant(part) if isinstance(part, int) else part

    def _period(self, code: Number) -> Hashable:
        """The class of a month; what is no month is a class of its own."""
        month, (question, cuts) = self._codes[MONTH].meant(code), self._month
        if not isinstance(month, Month):
            return code
        period = cuts().of(question, month)
        self._stands_for.setdefault(period, month)
        return period

    def _whether(self, code: Number) -> Hashable:
        """Whether there are wages, whatever they are; what is no amount is a class of its own."""
        wages = self._codes[WAGES].meant(code)
        return SOME if isinstance(wages, Decimal) and wages > 0 else code

    def _aged(self, month: Number, born_on: Number, age: Number, shown: str, beside: str) -> Hashable:
        """What stands in a key for a day of birth, with what is shown of it and of an age beside it."""
        day, of = self._codes[BORN_ON].meant(born_on), self._codes[MONTH].meant(month)
        if not isinstance(day, date) or not isinstance(of, Month):
            return born_on
        ages = ages_in(of, day)
        if wrong := self._ages.wrong(ages, self.meant(AGE, age)):
            return Refusal(wrong[0], shown if wrong[0] == BORN_ON else beside, wrong[1])
        return self._ages.classes(ages)
