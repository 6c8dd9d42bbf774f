"""The result of a row, the same for all rows with equal cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from calculator.arrears.cells import Refusal
from calculator.arrears.columns import ANSWERED, EMPTY, REFUSED, VALUES, WORKER_ID, Status
from calculator.arrears.interest import Delay
from calculator.arrears.owed import Owed, ringgit
from calculator.arrears.sums import AT
from calculator.arrears.when import When
from calculator.engine import Month

NO_VALUES = ("",) * len(VALUES)
NOT_LATE = ("", "")
# Puts estimates among the sums of a row, and once more among those on what is paid.
OWED, PAID_TOO = 1, 1 + (1 << AT["paid_interest"])
# Reasons of this module: why a row is refused, and that what was due is paid.
DUPLICATE, PAID = "duplicate", "paid"
# Months have a bit each; those before this year have the highest, and nobody asks about them.
FIRST_YEAR, YEARS = 2000, 200


@dataclass(slots=True, eq=False)
class Line:
    """The result of a row: what is written of it, and what totals need, in sen.

    `month` is None where it could not be read, `owed` where the row was refused, `interest` where no day by
    which it was due is known, or not all that is owed. `late` has that day and the days after it as written.
    `paid` says that what was due is paid, so that no more than interest on it can be owed.
    `bit` is that of the month, and none where the row was refused: it takes no other's place.
    """

    status: Status
    reason: str
    month: Month | None
    bit: int
    owed: Owed | None = None
    when: When | None = None
    paid: bool = False
    late: tuple[str, str] = NOT_LATE
    interest: int | None = None
    sums: int = 0
    refusals: tuple[Refusal, ...] = ()
    # kept here by who writes it
    written: str = ""

    @property
    def values(self) -> tuple[str, ...]:
        """What is written, in the order of VALUES."""
        return (*self.owed.said, *self.late, ringgit(self.interest)) if self.owed else NO_VALUES


def bit_of(month: Month) -> int:
    """The bit of a month in a number that tells which months of a worker there are."""
    return 1 << (month.year - FIRST_YEAR) % YEARS * 12 + month.number


BLANK = Line(EMPTY, "", None, 0)


def refused(month: Month | None, refusals: Sequence[Refusal]) -> Line:
    """The line of a row that cannot be used."""
    reason = " ".join(f"{each.column}:{each.code}" for each in refusals)
    return Line(REFUSED, reason, month, 0, refusals=tuple(refusals))


def again(of: Line, worker: str) -> Line:
    """The line of a row for a worker and month that stood before, in place of its own."""
    return refused(of.month, [Refusal(WORKER_ID, worker, DUPLICATE)])


def line(owed: Owed, month: Month, when: When, delay: Delay | None) -> Line:
    """The line of a row that was put to the rules."""
    answered = owed.status == ANSWERED
    # of what cannot be decided nobody knows how much had to be paid
    paid = when.paid and owed.due and answered
    sums = owed.sums_of_paid if paid else owed.sums
    interest = 0 if not owed.due and owed.together == 0 else None
    late = NOT_LATE
    if delay:
        late = delay.said
        interest = None if owed.together is None else delay.interest(owed.together)
        if answered and interest:
            without = delay.interest(owed.without_act800 or 0)
            sums += (interest + (without << AT["without_act800"])) * (PAID_TOO if paid else OWED)
    reason = f"{owed.reason} {PAID}".lstrip() if paid else owed.reason
    return Line(owed.status, reason, month, bit_of(month), owed, when, paid, late, interest, sums)
