"""Months of delay: each begins with a day like that on which was due, or with the last of a shorter month."""

from calendar import monthrange
from datetime import date
from functools import cache
from itertools import pairwise

from calculator.engine.asking.kinds import FIRST_YEAR, LAST_YEAR

# So many days a month of delay has.
LENGTHS = range(28, 32)


@cache
def months_of(due: int) -> tuple[tuple[date, ...], bytes]:
    """By the day of the month on which was due, on which days months of delay begin, and how long they are.

    Lengths are bytes, which are counted fast. The last month that is taken is due, and has its first month of
    delay, in years that are not.
    """
    months = [(year, month) for year in range(FIRST_YEAR, LAST_YEAR + 2) for month in range(1, 13)]
    begins = tuple(date(year, month, min(due, monthrange(year, month)[1])) for year, month in months)
    return begins, bytes((after - day).days for day, after in pairwise(begins))
