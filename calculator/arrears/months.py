"""What the rows of one month add up to, in sen until it is written."""

from dataclasses import dataclass, field
from datetime import date
from itertools import compress

from calculator.arrears import protocol
from calculator.arrears.columns import OF_EMPLOYEE, OF_EMPLOYER, SHARES
from calculator.arrears.owed import ringgit
from calculator.arrears.sums import apart, one_of

# Interest, where it is not known.
NOT_KNOWN = dict.fromkeys(("interest", "without_act800", "paid_interest", "paid_without_act800"), "")


@dataclass(slots=True)
class MonthSums:
    """A month: the shares still owed, all interest, and what was owed by the day on which it was paid.

    Of rows that are paid no more than the interest is added. Rows that cannot be decided are counted, and
    nothing of them is added. The sums are those of sums.py; `by_day` has them by the day of payment.
    """

    by_day: dict[date | None, int] = field(default_factory=dict)

    def add(self, paid_on: date | None, sums: int) -> None:
        """Add rows that are paid on a day, or are not."""
        self.by_day[paid_on] = self.by_day.get(paid_on, 0) + sums

    def merge(self, other: "MonthSums") -> None:
        """Add another piece of the same month."""
        for paid_on, sums in other.by_day.items():
            self.add(paid_on, sums)

    def said(self) -> protocol.MonthTotals:
        """The month as it is written."""
        sums = apart(sum(self.by_day.values()))
        employer = sum(sums[name] for name in compress(SHARES, OF_EMPLOYER))
        employee = sum(sums[name] for name in compress(SHARES, OF_EMPLOYEE))
        # whether the day is known depends on nothing but the month; of nothing answered there is no estimate
        known = sums["answered"] > 0 and not sums["due_day_not_known"]
        said = {name: ringgit(amount) for name, amount in sums.items()}
        of_interest = said if known else NOT_KNOWN
        return {
            "act4_employer": said["act4_employer"],
            "act4_employee": said["act4_employee"],
            "act800_employer": said["act800_employer"],
            "act800_employee": said["act800_employee"],
            "skbbk_employee": said["skbbk_employee"],
            "employer_total": ringgit(employer),
            "employee_total": ringgit(employee),
            "interest_estimate": of_interest["interest"],
            "interest_without_act800": of_interest["without_act800"],
            "interest_on_paid": of_interest["paid_interest"],
            "interest_on_paid_without_act800": of_interest["paid_without_act800"],
            "unpaid": self._unpaid(),
            "answered": sums["answered"],
            "paid": sums["paid"],
            "not_decided": sums["not_decided"],
            "due_day_not_known": sums["due_day_not_known"],
        }

    def _unpaid(self) -> dict[str, protocol.Unpaid]:
        """What was owed and due on a known day, by the day on which it was paid."""
        days = sorted((day, sums) for day, sums in self.by_day.items() if day and one_of(sums, "dated"))
        return {
            str(day): {
                "owed": ringgit(one_of(sums, "owed")),
                "without_act800": ringgit(one_of(sums, "owed_without_act800")),
            }
            for day, sums in days
        }
