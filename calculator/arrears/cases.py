"""What rows come to that have all in common but the amount of their wages and their two days."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field

from calculator.arrears.cells import EMPTY, MISSING, Refusal
from calculator.arrears.codes import Number, Of
from calculator.arrears.columns import AGE, BORN_ON, MONTH, WAGES
from calculator.arrears.frames import Frame
from calculator.arrears.numbers import Key, Numbers
from calculator.arrears.owed import Owed
from calculator.engine import Month
from calculator.engine.asking.notice import Loaded
from calculator.engine.rows import Classes, Missing

# The class of no reply, where there must be one: nothing was ever decided for it.
NO_REPLY: Hashable = object()


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
    owed: dict[tuple[Hashable, Hashable], Owed] = field(default_factory=dict)


class Cases(dict[Key, Case]):
    """The case of each key, found when it is first met; keys with the same frames have one."""

    def __init__(self, contributions: Loaded, classes: Classes[Frame], numbers: Numbers) -> None:
        super().__init__()
        self._law, self._classes, self._numbers = contributions.law, classes, numbers
        self._edition = classes.edition
        self._unknown = {each.id: None for each in contributions.questions if each.may_be_unknown}
        self._same: dict[object, Case] = {}
        self._asked = {each.id: self._classes_of(each.id) for each in contributions.questions}
        self._of_age = Of(lambda age: classes.of(AGE, age))

    def clear(self) -> None:
        """Forget all cases."""
        super().clear()
        self._same.clear()
        for each in (self._of_age, *(of for _, of in self._asked.values())):
            each.clear()
        self._edition = self._classes.edition

    def check(self) -> None:
        """Raises FinerError where somebody has made the classes finer since the last `clear`."""
        if self._edition != self._classes.edition:
            raise FinerError

    def owed(self, case: Case, month: Month, period: Hashable, wages: Number) -> Owed:
        """What rows of a case owe at a class of wages in a month of this class; raises FinerError."""
        found = case.owed.get((period, wages))
        if found is None:
            amount, frames = self._numbers.meant(WAGES, wages), case.frames
            if case.replies:
                further = {MONTH: month, WAGES: amount}
                frames = tuple(self._classes.anew({**each, **further}) for each in case.replies)
                self.check()
            either = [frame.at(self._law, month.first_day, amount) for frame in frames]
            found = case.owed[period, wages] = either[0].or_else(either[-1])
        return found

    def __missing__(self, key: Key) -> Case:
        # a cell that cannot be used is refused, whether the rules ask for it or not
        found = None if Refusal in map(type, key) else self._known(key)
        self[key] = found = found or self._read(key)
        return found

    def _classes_of(self, question: str) -> tuple[int, Of[Hashable]]:
        """Where in keys the reply to a question stands, and its class by what stands there."""
        place = self._numbers.places.get(question)
        if place is None:
            return 0, Of(lambda _: self._class(question, EMPTY))
        return place, Of(lambda part: self._class(question, self._numbers.value(question, part)))

    def _class(self, question: str, value: object) -> Hashable:
        if value is not EMPTY:
            return self._classes.of(question, value)
        return self._classes.of(question, None) if question in self._unknown else NO_REPLY

    def _known(self, key: Key) -> Case | None:
        """What was decided for the same replies, at either age where there are two."""
        frames = list[Frame]()
        for age in self._numbers.ages(key):
            frame = self._classes.known(self._classes_in(key, age))
            if frame is None or not frame.alike:
                return None
            frames.append(frame)
        return self._one(Case(frames=tuple(frames)))

    def _classes_in(self, key: Key, age: int | None) -> Callable[[str], Hashable]:
        asked = self._asked

        def of(question: str) -> Hashable:
            if question == AGE and age is not None:
                return self._of_age[age]
            place, classes = asked[question]
            return classes[key[place]]

        return of

    def _read(self, key: Key) -> Case:
        values = self._numbers.values(key)
        month = values.pop(MONTH)
        refusals = tuple(each for each in values.values() if isinstance(each, Refusal))
        if refusals or not isinstance(month, Month):
            return self._one(Case(refusals))
        given = {id: value for id, value in values.items() if value is not EMPTY}
        return self._put({**self._unknown, **given, MONTH: month})

    def _put(self, given: dict[str, object]) -> Case:
        """Put it to the rules, at either age where there are two."""
        ages = given.pop(BORN_ON, None)
        replies = tuple({**given, AGE: age} for age in ages) if isinstance(ages, tuple) else (given,)
        frames = list[Frame]()
        for each in replies:
            frame = self._classes.result(each)
            self.check()
            if isinstance(frame, Missing):
                return self._one(Case((Refusal(frame.question, "", MISSING),)))
            frames.append(frame)
        if all(frame.alike for frame in frames):
            return self._one(Case(frames=tuple(frames)))
        return Case((), tuple(frames), replies)

    def _one(self, case: Case) -> Case:
        return self._same.setdefault((case.refusals, case.frames), case)
