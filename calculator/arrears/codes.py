"""A small number for each text of a column, so that equal rows are found by looking up and nothing else."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from decimal import Decimal

from calculator.engine.asking.bounds import Between

# So many texts of a column are kept: then all are forgotten, and memory does not grow with rows.
MOST = 100_000
# An amount as programs write it has one reading, which is found without looking for others.
PLAIN = re.compile(r"(\d{1,7})(?:\.(\d\d?))?", re.ASCII)


class Codes(dict[str, int]):
    """The number of each text of a column; equal values have equal numbers, and `meant` has them by number.

    A text is read when it is first met; `full` tells that it is time to forget.
    """

    def __init__(self, read: Callable[[str], object]) -> None:
        super().__init__()
        self._read = read
        self._known: dict[object, int] = {}
        self.meant: dict[int, object] = {}

    def __missing__(self, text: str) -> int:
        code = self[text] = self._code(self._read(text))
        return code

    @property
    def full(self) -> bool:
        """Whether there are as many texts as are kept."""
        return len(self) >= MOST

    def clear(self) -> None:
        """Forget all texts and values."""
        super().clear()
        self._known.clear()
        self.meant.clear()

    def _code(self, value: object) -> int:
        # below zero: from there on up stand the classes of who has classes
        code = self._known.setdefault(value, -1 - len(self._known))
        self.meant[code] = value
        return code


class Classed(Codes):
    """The same for a column of whole numbers: those of one class have one number.

    `cuts` gives the least number of each class but the first, as they are now.
    """

    def __init__(self, read: Callable[[str], object], cuts: Callable[[], Sequence[int]]) -> None:
        super().__init__(read)
        self._cuts = cuts

    def _code(self, value: object) -> int:
        return self.of(value, value) if isinstance(value, int) else super()._code(value)

    def of(self, number: int, value: object) -> int:
        """The class of a number; the first value met in it stands for it."""
        code = bisect_right(self._cuts(), number)
        self.meant.setdefault(code, value)
        return code


class Amounts(Classed):
    """The same for a column of amounts, by their sen."""

    def __init__(
        self, read: Callable[[str], object], cuts: Callable[[], Sequence[int]], within: Between[Decimal]
    ) -> None:
        super().__init__(read, cuts)
        self._least, self._most = (int(each * 100) for each in (within.least, within.most))

    def __missing__(self, text: str) -> int:
        if found := PLAIN.fullmatch(text):
            ringgit, small = found.groups("")
            sen = int(ringgit) * 100 + int(f"{small:0<2}")
            if self._least <= sen <= self._most:
                code = self[text] = self.of(sen, Decimal(sen) / 100)
                return code
        return super().__missing__(text)

    def _code(self, value: object) -> int:
        return self.of(int(value * 100), value) if isinstance(value, Decimal) else super()._code(value)
