"""Age in completed years from the day of birth, on the first and the last day of a month."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date

from calculator.arrears.columns import AGE, BORN_ON
from calculator.engine import Month
from calculator.engine.asking.bounds import Between

# A day of birth after the month or too long before it, and an age beside it that is another.
TOO_LATE, TOO_LONG_AGO, DIFFERS = "too_large", "too_small", "differs_from_born_on"


def ages_in(month: Month, born_on: date) -> tuple[int, int]:
    """The age on the first and on the last day of a month; they differ where a birthday is between them."""
    months = (month.year - born_on.year) * 12 + month.number - born_on.month
    first = (months - (born_on.day > 1)) // 12
    # whoever was born on 29 February has no birthday in the February of most years
    leap = months % 12 == 0 and born_on.day > (month.following.first_day - month.first_day).days
    return first, (months - leap) // 12


class Ages:
    """Ages from a day of birth; `cuts` gives the least age of each class but the first."""

    def __init__(self, within: Between[int], cuts: Callable[[], Sequence[int]]) -> None:
        self._within, self._cuts = within, cuts

    def wrong(self, ages: tuple[int, int], beside: object) -> tuple[str, str] | None:
        """The column and the code, where the ages are out of all bounds or that beside them is another."""
        if ages[0] < self._within.least:
            return BORN_ON, TOO_LATE
        if ages[1] > self._within.most:
            return BORN_ON, TOO_LONG_AGO
        return (AGE, DIFFERS) if isinstance(beside, int) and beside not in ages else None

    def classes(self, ages: tuple[int, int]) -> tuple[int, ...]:
        """The least age of the class of each; one where a birthday makes no difference."""
        cuts = self._cuts()
        least = (cuts[max(bisect_right(cuts, age) - 1, 0)] for age in ages)
        return tuple(dict.fromkeys(least))
