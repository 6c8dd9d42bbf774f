"""The most that interest may be, once all rows of each month are added up."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from calculator.arrears import protocol
from calculator.arrears.columns import MONTH
from calculator.arrears.interest import Terms, terms
from calculator.arrears.owed import CONTRIBUTIONS, DUE_ON, ringgit
from calculator.arrears.unusable import UnusableError
from calculator.engine import Month
from calculator.engine.asking.found import load

AMOUNT = re.compile(r"(\d{1,15})\.(\d\d)", re.ASCII)
ISO_MONTH = re.compile(r"(\d{4})-(\d\d)", re.ASCII)
# Both readings of the law for months before a registration.
READINGS = (("owed", "interest_estimate"), ("without_act800", "interest_without_act800"))


def at_most(months: Sequence[object]) -> protocol.InterestResponse:
    """Answer how much it may be; raises UnusableError."""
    found: dict[str, list[int]] = {}
    for entry in months:
        try:
            month, sums = _month(entry)
        except (TypeError, KeyError, ValueError, AttributeError):
            raise UnusableError("not_interest", "interest") from None
        if str(month) in found:
            raise UnusableError("month_twice", MONTH)
        found[str(month)] = sums
    found = {month: sums for month, sums in found.items() if sums}
    said = {month: [ringgit(each) for each in sums] for month, sums in found.items()}
    whole, without = (ringgit(sum(sums[at] for sums in found.values())) for at in range(len(READINGS)))
    return protocol.InterestResponse(
        months={
            month: protocol.MonthAtMost(interest_up_to=all_of_it, interest_up_to_without_act800=but_one)
            for month, (all_of_it, but_one) in said.items()
        },
        interest_up_to=whole,
        interest_up_to_without_act800=without,
    )


def _month(entry: object) -> tuple[Month, list[int]]:
    """A month, and the most in either reading; none where no day by which it was due is known."""
    if not isinstance(entry, dict):
        raise TypeError
    month = _iso(entry["month"])
    due = terms_of(month)
    if due is None:
        return month, []
    sums = []
    for which, estimate in READINGS:
        unpaid = {date.fromisoformat(day): _sen(each[which]) for day, each in entry["unpaid"].items()}
        # the estimates of many rows, each rounded, may be more by some sen
        sums.append(max(due.at_most(unpaid), _sen(entry[estimate])))
    return month, sums


@cache
def terms_of(month: Month) -> Terms | None:
    """How interest runs on the contributions of a month; None where its due day is not known."""
    contributions = load(CONTRIBUTIONS)
    due = contributions.notice.due[DUE_ON](contributions.law.fresh(), month)
    day = due.amount if due else None
    return terms(contributions.law.fresh(), month, day) if isinstance(day, date) else None


def _iso(text: str) -> Month:
    found = ISO_MONTH.fullmatch(text)
    if not found:
        raise ValueError(text)
    return Month(int(found[1]), int(found[2]))


def _sen(text: str) -> int:
    found = AMOUNT.fullmatch(text)
    if not found:
        raise ValueError(text)
    return int("".join(found.groups()))
