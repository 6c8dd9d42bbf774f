"""A small number for each text of a column, so that equal rows are found by looking up and nothing else."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from decimal import Decimal

from calculator.arrears.cells import Refusal
from calculator.engine.asking.bounds import Between

# So many texts and values of a column are kept: then all are forgotten, and memory does not grow with rows.
MOST = 100_000
# An amount as programs write it has one reading, which is found without looking for others.
PLAIN = re.compile(r"(\d{1,8})(?:\.(\d\d?))?", re.ASCII)


# The numbers of cells that cannot be used are below this one's negative.
REFUSED = 1_000_000_000


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
        return self._kept(text, self._code(self._read(text)))

    @property
    def full(self) -> bool:
        """Whether there are as many values as are kept."""
        return len(self.meant) >= MOST

    def _kept(self, text: str, code: int) -> int:
        if len(self) >= MOST:
            # the same texts have the same numbers when they are read again
            super().clear()
        self[text] = code
        return code

    def clear(self) -> None:
        """Forget all texts and values."""
        super().clear()
        self._known.clear()
        self.meant.clear()

    def _code(self, value: object) -> int:
        # below zero: from there on up stand the classes of who has classes
        code = -1 - len(self._known) - (REFUSED if isinstance(value, Refusal) else 0)
        code = self._known.setdefault(value, code)
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
            ringgit, small = found.groups("00")
            sen = int(ringgit) * 100 + int(small) * (1 if len(small) > 1 else 10)
            if self._least <= sen <= self._most:
                code = bisect_right(self._cuts(), sen)
                if code not in self.meant:
                    self.meant[code] = Decimal(sen) / 100
                return self._kept(text, code)
        return super().__missing__(text)

    def _code(self, value: object) -> int:
        return self.of(int(value * 100), value) if isinstance(value, Decimal) else super()._code(value)
