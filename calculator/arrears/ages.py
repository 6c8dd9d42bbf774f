"""Age in completed years from the day of birth, on the first and the last day of a month."""

from calendar import monthrange
from datetime import date

from calculator.engine import Month


def ages_in(month: Month, born_on: date) -> tuple[int, int]:
    """The age on the first and on the last day of a month; they differ where a birthday is between them."""
    months = (month.year - born_on.year) * 12 + month.number - born_on.month
    first = (months - (born_on.day > 1)) // 12
    # whoever was born on 29 February has no birthday in the February of most years
    leap = months % 12 == 0 and born_on.day > monthrange(month.year, month.number)[1]
    return first, (months - leap) // 12
