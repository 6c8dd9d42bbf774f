"""The two days of a row: its month, and the day on which it is paid."""

from dataclasses import dataclass
from datetime import date

from calculator.arrears.cells import Refusal
from calculator.arrears.interest import Delay
from calculator.engine import Month


@dataclass(slots=True, eq=False)
class When:
    """A month and a day of payment, or what is wrong with them; `delay` is found when it is first needed.

    `paid` says that the row has that day itself, and that it is not after the day chosen for all: a payment
    that is still to come leaves owed what it is for.
    """

    month: Month | None
    paid_on: date | None
    paid: bool
    wrong_month: tuple[Refusal, ...] = ()
    wrong_day: tuple[Refusal, ...] = ()
    delay: Delay | None = None
