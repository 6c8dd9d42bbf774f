"""The most that interest may be, once all rows of each month are added up."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any

from calculator.arrears import protocol
from calculator.arrears.columns import MONTH, PAID_ON
from calculator.arrears.interest import Terms, terms
from calculator.arrears.owed import CONTRIBUTIONS, DUE_ON, ringgit
from calculator.arrears.unusable import UnusableError
from calculator.engine import Month
from calculator.engine.asking.bounds import Between, ReplyError
from calculator.engine.asking.found import load
from calculator.engine.asking.kinds import KINDS

AMOUNT = re.compile(r"(\d{1,15})\.(\d\d)", re.ASCII)
ISO_MONTH = re.compile(r"(\d{4})-(\d\d)", re.ASCII)
# So many days are kept as they are read: months have many in common.
KEPT = 1 << 12
# Both readings of the law for months before a registration.
READINGS = (("owed", "interest_estimate"), ("without_act800", "interest_without_act800"))


def at_most(months: Sequence[object]) -> protocol.InterestResponse:
    """Answer how much it may be; raises UnusableError."""
    found: dict[str, list[int]] = {}
    for entry in months:
        try:
            month, sums = _month(entry)
        except UnusableError:
            raise
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
    days = {_day(day): each for day, each in entry["unpaid"].items()}
    sums = []
    for which, estimate in READINGS:
        unpaid = {day: _sen(each[which]) for day, each in days.items()}
        # the estimates of many rows, each rounded, may be more by some sen; of no row there is none
        estimated = _sen(entry[estimate]) if entry[estimate] != "" else 0
        sums.append(max(due.at_most(unpaid), estimated))
    return month, sums


@cache
def terms_of(month: Month) -> Terms | None:
    """How interest runs on the contributions of a month; None where its due day is not known."""
    contributions = load(CONTRIBUTIONS)
    due = contributions.notice.due[DUE_ON](contributions.law.fresh(), month)
    day = due.amount if due else None
    return terms(contributions.law.fresh(), month, day) if isinstance(day, date) else None


@lru_cache(maxsize=KEPT)
def _day(text: str) -> date:
    return _within("date", PAID_ON, date.fromisoformat(text))


def _iso(text: str) -> Month:
    found = ISO_MONTH.fullmatch(text)
    if not found:
        raise ValueError(text)
    return _within("month", MONTH, Month(int(found[1]), int(found[2])))


def _within[T](kind: str, column: str, value: T) -> T:
    """The value, if a form takes it; raises UnusableError."""
    within: Between[Any] | None = KINDS[kind].within
    assert within is not None  # noqa: S101 - narrows for mypy; both kinds are declared with bounds
    try:
        within.check(value)
    except ReplyError as error:
        raise UnusableError(error.code, column) from None
    return value


def _sen(text: str) -> int:
    found = AMOUNT.fullmatch(text)
    if not found:
        raise ValueError(text)
    return int("".join(found.groups()))
