"""The result of a row, the same for all rows with equal cells."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from calculator.arrears.cells import Refusal
from calculator.arrears.columns import EMPTY, REFUSED, VALUES, WORKER_ID, Status
from calculator.arrears.interest import Terms
from calculator.arrears.owed import Owed, ringgit
from calculator.engine import Month

NO_VALUES = ("",) * len(VALUES)
DUPLICATE = "duplicate"
# Months have a bit each; those before this year have the highest, and nobody asks about them.
FIRST_YEAR, YEARS = 2000, 200


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The result of a row: what is written of it, and what totals need, in sen.

    `month` is None where it could not be read, `owed` where the row was refused, `interest` where no day by
    which it was due is known, or not all that is owed.
    """

    status: Status
    reason: str
    values: tuple[str, ...]
    month: Month | None
    owed: Owed | None = None
    paid_on: date | None = None
    interest: int | None = None
    without_act800: int | None = None
    refusals: tuple[Refusal, ...] = ()
    bit: int = field(init=False)

    def __post_init__(self) -> None:
        """Give the month its bit; none where there is no month."""
        object.__setattr__(self, "bit", bit_of(self.month) if self.month else 0)


def bit_of(month: Month) -> int:
    """The bit of a month in a number that tells which months of a worker there are."""
    return 1 << (month.year - FIRST_YEAR) % YEARS * 12 + month.number


BLANK = Line(EMPTY, "", NO_VALUES, None)


def refused(month: Month | None, refusals: Sequence[Refusal]) -> Line:
    """The line of a row that cannot be used."""
    reason = " ".join(f"{each.column}:{each.code}" for each in refusals)
    return Line(REFUSED, reason, NO_VALUES, month, refusals=tuple(refusals))


def again(of: Line, worker: str) -> Line:
    """The line of a row for a worker and month that stood before."""
    return refused(of.month, [Refusal(WORKER_ID, worker, DUPLICATE), *of.refusals])


def line(owed: Owed, month: Month, paid_on: date | None, terms: Terms | None) -> Line:
    """The line of a row that was put to the rules; `paid_on` is there where `terms` are."""
    interest, without = _interest(owed, paid_on, terms)
    days = (str(terms.due_on), str(terms.late(paid_on))) if terms and paid_on else ("", "")
    values = (*owed.said, *days, ringgit(interest))
    return Line(owed.status, owed.reason, values, month, owed, paid_on, interest, without)


def _interest(owed: Owed, paid_on: date | None, terms: Terms | None) -> tuple[int | None, int | None]:
    """The estimate on all that is owed, and on all but Act 800."""
    if not owed.due and owed.together == 0:
        return 0, 0
    if terms is None or paid_on is None:
        return None, None
    all_of_it, without = owed.together, owed.without_act800
    return (
        None if all_of_it is None else terms.estimate(all_of_it, paid_on),
        None if without is None else terms.estimate(without, paid_on),
    )
