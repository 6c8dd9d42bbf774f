"""Months of delay: each begins with a day like that on which was due, or with the last of a shorter month."""

from datetime import date
from functools import cache

from calculator.engine.asking.kinds import FIRST_YEAR, LAST_YEAR

# So many days a month of delay has.
LENGTHS = range(28, 32)


@cache
def months_of(due: int) -> tuple[tuple[date, ...], tuple[int, ...]]:
    """By the day of the month on which was due, on which days months of delay begin, and how long they are.

    The last month that is taken is due, and has its first month of delay, in years that are not.
    """
    firsts = [date(year, month, 1) for year in range(FIRST_YEAR, LAST_YEAR + 3) for month in range(1, 13)]
    begins = tuple(
        date(first.year, first.month, min(due, (firsts[at + 1] - first).days))
        for at, first in enumerate(firsts[:-12])
    )
    return begins, tuple((begins[at + 1] - begins[at]).days for at in range(len(begins) - 1))


def begun(begins: tuple[date, ...], day: date) -> int:
    """Which month of delay a day belongs to: the last that began before it."""
    at = (day.year - FIRST_YEAR) * 12 + day.month - 1
    return at if begins[at] < day else at - 1
