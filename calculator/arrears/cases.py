"""What rows come to that have all in common but the amount of their wages and their two days."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from calculator.arrears.cells import EMPTY, MISSING, Refusal
from calculator.arrears.columns import AGE, BORN_ON, MONTH, WAGES
from calculator.arrears.numbers import Key, Numbers
from calculator.arrears.owed import Frame, Owed
from calculator.engine import Law, Month
from calculator.engine.asking.notice import Loaded
from calculator.engine.rows import Classes, Missing


class FinerError(Exception):
    """Raised where classes have become finer: numbers and keys have lost their meaning."""


@dataclass(slots=True, eq=False)
class Case:
    """What is wrong with the cells of such rows, or the frame of what they owe.

    There are two frames where a birthday in the month leaves open which holds. Where wages lead to more than
    the cells of tables there are `replies`: the rules are asked with them at each class of wages. `owed` has
    what was found so far, by the class of the month and of the wages.
    """

    refusals: tuple[Refusal, ...] = ()
    frames: tuple[Frame, ...] = ()
    replies: tuple[Mapping[str, object], ...] = ()
    owed: dict[tuple[Hashable, int], Owed] = field(default_factory=dict)


class Cases(dict[Key, Case]):
    """The case of each key, found when it is first met; keys with the same frames have one."""

    def __init__(self, contributions: Loaded, classes: Classes[Frame], numbers: Numbers) -> None:
        super().__init__()
        self._law, self._classes, self._numbers = contributions.law, classes, numbers
        self._edition = classes.edition
        self._highest = _highest(contributions.law)
        self._unknown = {each.id: None for each in contributions.questions if each.may_be_unknown}
        self._same: dict[object, Case] = {}
        self._met: dict[tuple[int, ...], tuple[Case, object]] = {}

    def clear(self) -> None:
        """Forget all cases."""
        super().clear()
        self._same.clear()
        self._met.clear()
        self._edition = self._classes.edition

    def owed(self, case: Case, month: Month, period: Hashable, wages: int) -> Owed:
        """What rows of a case owe at a class of wages in a month of this class; raises FinerError."""
        found = case.owed.get((period, wages))
        if found is None:
            amount, frames = self._numbers.meant(WAGES, wages), case.frames
            if case.replies:
                further = {MONTH: month, WAGES: amount}
                frames = tuple(self._classes.anew({**each, **further}) for each in case.replies)
                self._check()
            either = [frame.at(self._law, month.first_day, amount) for frame in frames]
            found = case.owed[period, wages] = either[0].or_else(either[-1])
        return found

    def __missing__(self, key: Key) -> Case:
        values = self._numbers.values(key)
        month = values.pop(MONTH)
        refusals = tuple(each for each in values.values() if isinstance(each, Refusal))
        if refusals or not isinstance(month, Month):
            found = self._one(Case(refusals))
        else:
            given = {id: value for id, value in values.items() if value is not EMPTY}
            found = self._put({**self._unknown, **given, MONTH: month})
            self._check()
        self[key] = found
        return found

    def _put(self, given: dict[str, object]) -> Case:
        """Put it to the rules, at either age where there are two."""
        ages = given.pop(BORN_ON, None)
        replies = tuple({**given, AGE: age} for age in ages) if isinstance(ages, tuple) else (given,)
        frames = tuple(self._classes.result(each) for each in replies)
        # by identity, with the frames themselves, so that nothing else can have it
        same = tuple(map(id, frames))
        if same not in self._met:
            self._met[same] = self._of(frames, replies), frames
        return self._met[same][0]

    def _of(self, frames: tuple[Frame | Missing, ...], replies: tuple[Mapping[str, object], ...]) -> Case:
        """The case of rows with these frames."""
        for frame in frames:
            if isinstance(frame, Missing):
                return self._one(Case((Refusal(frame.question, "", MISSING),)))
        known = tuple(frame for frame in frames if isinstance(frame, Frame))
        if all(map(self._has_one_frame, known, replies)):
            return self._one(Case(frames=known))
        return Case((), known, replies)

    def _one(self, case: Case) -> Case:
        return self._same.setdefault((case.refusals, case.frames), case)

    def _has_one_frame(self, frame: Frame, replies: Mapping[str, object]) -> bool:
        """Whether the least and the highest wages lead to the same cells of the tables."""
        if not isinstance(wages := replies.get(WAGES), Decimal) or not wages:
            return True
        return frame == self._classes.anew({**replies, WAGES: self._highest})

    def _check(self) -> None:
        if self._edition != self._classes.edition:
            raise FinerError


def _highest(law: Law) -> Decimal:
    """Wages in the last band of every table."""
    edges = (
        band.wage_over for table in law.tables.values() for each in table.in_force() for band in each.bands
    )
    return max(edges) + 1
