"""A small number for each text of a column, so that equal rows are found by looking up and nothing else."""

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable, Sequence
from decimal import Decimal
from typing import Any

from calculator.arrears.cells import Refusal
from calculator.engine.asking.bounds import Between

# So many texts and values of a column are kept: then all are forgotten, and memory does not grow with rows.
MOST = 100_000
# An amount as programs write it has one reading, which is found without looking for others.
PLAIN = re.compile(r"\d{1,8}\.\d\d", re.ASCII)
# So has one as people and spreadsheets write it: RM 1,234.50 and 1234.50令吉. A zero begins no thousands
# (0,123.50 is refused), and with so few spaces it is never longer than what is read of any text.
USUAL = re.compile(r" {0,9}(?:RM ?)?([1-9]\d{0,2}(?:,\d{3}){1,2}|\d{1,8})\.(\d\d)(?:令吉)? {0,9}", re.ASCII)

# What stands for the cells with a value; what cannot be used stands for itself, so that keys show it.
type Number = int | Refusal


class Of[Found](dict[Any, Found]):
    """Something of each number, or of whatever stands in a key, found once."""

    def __init__(self, find: Callable[[Any], Found]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, code: Hashable) -> Found:
        found = self[code] = self._find(code)
        return found


class Codes(dict[str, Number]):
    """The number of each text of a column, read when it is first met; equal values have equal numbers.

    `full` tells that it is time to forget.
    """

    def __init__(self, read: Callable[[str], object]) -> None:
        super().__init__()
        self._read = read
        self._known: dict[object, int] = {}
        self._meant: dict[int, object] = {}

    def of(self, column: Sequence[str]) -> list[Number]:
        """The number of each cell."""
        return list(map(self.__getitem__, column))

    def meant(self, code: Number) -> object:
        """What stands in the cells with a number."""
        return code if isinstance(code, Refusal) else self._meant[code]

    def __missing__(self, text: str) -> Number:
        if len(self) >= MOST:
            # the same texts have the same numbers when they are read again
            super().clear()
        code = self[text] = self._number(text)
        return code

    @property
    def full(self) -> bool:
        """Whether there are as many values as are kept."""
        return len(self._meant) >= MOST

    def clear(self) -> None:
        """Forget all texts and values."""
        super().clear()
        self._known.clear()
        self._meant.clear()

    def _number(self, text: str) -> Number:
        return self._code(self._read(text))

    def _code(self, value: object) -> Number:
        if isinstance(value, Refusal):
            return value
        # below zero: from there on up stand the classes of who has classes
        code = self._known.setdefault(value, -1 - len(self._known))
        self._meant[code] = value
        return code


class Cut(Codes):
    """The same for a column of whole numbers that have classes, too; the least of a class stands for all.

    `cuts` gives the least number of each class but the first, as they are now.
    """

    def __init__(self, read: Callable[[str], object], cuts: Callable[[], Sequence[int]]) -> None:
        super().__init__(read)
        self._cuts = cuts

    def meant(self, code: Number) -> object:
        """What stands in the cells with a number, or the least of its class."""
        return self._cuts()[code - 1] if isinstance(code, int) and code > 0 else super().meant(code)

    def class_of(self, code: Number) -> Number:
        """The number of the class of cells with a number."""
        value = self.meant(code)
        return self._class(value) if isinstance(value, int) else code

    def _class(self, value: int) -> int:
        return bisect_right(self._cuts(), value)


class Classed(Cut):
    """The same where all that are in a class have its number from the first."""

    def _code(self, value: object) -> Number:
        return self._class(value) if isinstance(value, int) else super()._code(value)


class Amounts(Classed):
    """The same for a column of amounts, by their sen."""

    def __init__(
        self, read: Callable[[str], object], cuts: Callable[[], Sequence[int]], within: Between[Decimal]
    ) -> None:
        super().__init__(read, cuts)
        self._least, self._most = (int(each * 100) for each in (within.least, within.most))

    def of(self, column: Sequence[str]) -> list[Number]:
        """The number of each cell; amounts that nearly every row has another of are not kept."""
        plain, least, most, cuts = PLAIN.fullmatch, self._least, self._most, self._cuts()
        return [
            bisect_right(cuts, sen)
            if plain(text) and least <= (sen := int(text.replace(".", ""))) <= most
            else self[text]
            for text in column
        ]

    def _number(self, text: str) -> Number:
        usual = USUAL.fullmatch(text)
        if usual and self._least <= (sen := int("".join(usual.groups()).replace(",", ""))) <= self._most:
            return self._class(sen)
        return super()._number(text)

    def meant(self, code: Number) -> object:
        """What stands in the cells with a number, or the least of its class in ringgit."""
        found = super().meant(code)
        return Decimal(found) / 100 if isinstance(found, int) else found

    def _code(self, value: object) -> Number:
        return super()._code(int(value * 100) if isinstance(value, Decimal) else value)
