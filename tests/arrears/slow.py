"""What a row owes, worked out in the slow and obvious way: the tables read anew, one row after the other.

Nothing of the rules is imported. The days and ages of the law are written here a second time, as in a table
of cases; amounts stand in the CSV files alone.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from tests.arrears.made import Made
from tests.arrears.schemes import act4, act800, last_check, lindung24, row_inferred

SEN = Decimal("0.01")
SHARES = ("act4_employer", "act4_employee", "act800_employer", "act800_employee", "skbbk_employee")


@dataclass(slots=True)
class Result:
    """As in the result of a payroll; amounts that are not known are None."""

    status: str
    reasons: set[str]
    shares: dict[str, Decimal | None]
    due_on: date | None = None
    days_late: int | None = None
    interest: Decimal | None = None
    without_act800: Decimal | None = None


def worked_out(made: Made, paid_by_default: date) -> Result:
    """The result of a row; for one that is bad, that it is refused and why."""
    before = made.paid_on is not None and made.paid_on < made.month
    if before or made.bad:
        reason = "paid_on:before_month" if before else made.bad
        return Result("refused", {reason}, dict.fromkeys(SHARES))
    if made.born_on is None:
        result, due = owed(made, made.age)
    else:
        last = (made.month + timedelta(32)).replace(day=1) - timedelta(1)
        (result, due), (other, _) = (owed(made, age_on(made.born_on, day)) for day in (made.month, last))
        if (result.status, result.reasons, result.shares) != (other.status, other.reasons, other.shares):
            shares = {name: a if a == other.shares[name] else None for name, a in result.shares.items()}
            result = Result("cannot_be_decided", {"birthday_in_month"}, shares)
    if due and result.status == "answered" and made.paid_on and made.paid_on <= paid_by_default:
        result.reasons |= {"paid"}
    return with_interest(result, made, made.paid_on or paid_by_default) if due else result


def age_on(born_on: date, day: date) -> int:
    """Completed years."""
    had = (day.month, day.day) >= (born_on.month, born_on.day)
    return day.year - born_on.year - (0 if had else 1)


def owed(made: Made, age: int | None) -> tuple[Result, bool]:
    """What the row owes, and whether there is anything to pay."""
    assert age is not None
    cells, month = made.cells, made.month
    worker, role = cells["worker"].lower().replace(" ", "_"), cells["role"]
    if month < date(2016, 6, 1):
        return Result("cannot_be_decided", {"no_rule_for_day"}, dict.fromkeys(SHARES)), False
    outside = ""
    if role == "public_service":
        outside = "public_service_outside"
    elif role == "spouse" and month < date(2018, 7, 1):
        outside = "spouse_not_yet"
    elif role == "domestic" and month < date(2021, 6, 1):
        outside = "domestic_not_yet"
    elif worker == "foreign" and month < date(2019, 1, 1):
        outside = "foreign_not_yet"
    elif made.wages == 0:
        outside = "no_wages"
    if outside:
        nothing = dict.fromkeys(SHARES, Decimal("0.00"))
        return Result(
            "answered",
            {outside, *cautions(made)},
            {**nothing},
            interest=Decimal("0.00"),
            without_act800=Decimal(0),
        ), False
    shares: dict[str, Decimal | None] = dict.fromkeys(SHARES, Decimal("0.00"))
    unknown: set[str] = set()
    wages = Decimal(made.wages) / 100
    act4(made, worker, age, wages, shares, unknown)
    act800(made, worker, age, wages, shares, unknown)
    lindung24(made, worker, wages, shares, unknown)
    if unknown:
        return Result("cannot_be_decided", unknown, shares), True
    return Result("answered", cautions_of_amount(made), shares), True


def cautions(made: Made) -> set[str]:
    """What must be said of any answer, also that nothing is due."""
    return {"after_last_check"} if made.month > last_check() else set()


def cautions_of_amount(made: Made) -> set[str]:
    """What must be said beside an amount that is known."""
    said = cautions(made)
    if made.cells["role"] == "domestic" and made.month < date(2022, 6, 1):
        said.add("domestic_transition")
    if row_inferred(made.month, Decimal(made.wages) / 100):
        said.add("act4_row_inferred")
    return said


def with_interest(result: Result, made: Made, paid_on: date) -> Result:
    """The day by which it was due, the days after it, and simple interest of six per cent a year."""
    if made.month < date(2022, 6, 1):
        if result.status == "answered":
            result.reasons |= {"due_day_not_known"}
        return result
    result.due_on = (made.month + timedelta(32)).replace(day=15)
    result.days_late = max((paid_on - result.due_on).days, 0)
    result.interest = interest(list(result.shares.values()), result.days_late)
    but_act800 = [share for name, share in result.shares.items() if not name.startswith("act800")]
    result.without_act800 = interest(but_act800, result.days_late)
    return result


def interest(shares: list[Decimal | None], days: int) -> Decimal | None:
    known = [share for share in shares if share is not None]
    if len(known) < len(shares):
        return None
    exact = sum(known, Decimal(0)) * 6 * days / Decimal(36500)
    return exact.quantize(SEN, ROUND_HALF_UP)
