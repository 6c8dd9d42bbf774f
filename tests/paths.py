"""Every path of the rules on the days on which the law changes, walked once for all tests."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from calculator.engine.decision import Decision
from calculator.engine.month import Month
from calculator.engine.notice import Notice, load
from calculator.engine.paths import walk

type Path = tuple[Mapping[str, str], Decision]

ONE_DAY = timedelta(days=1)
# The rows of the tables have a test of their own, one by one; here one row, one above all ceilings, and none
WAGES = ("0", "3500.00", "6000.01")


def days_around_changes(notice: Notice) -> list[date]:
    """Every day on which the law changes, with the day before and the day after."""
    near = {day + step for day in notice.law.days() for step in (-ONE_DAY, 0 * ONE_DAY, ONE_DAY)}
    return sorted(near)


def samples(notice: Notice) -> dict[str, tuple[str, ...]]:
    """The notice's sample replies, with the days of change added to the fact that dates the answer."""
    replies = dict(notice.samples)
    days = days_around_changes(notice)
    if "as_at" in replies:
        replies["as_at"] = _merged(replies["as_at"], (day.isoformat() for day in days))
    if "month" in replies:
        replies["month"] = _merged(replies["month"], (str(Month(day.year, day.month)) for day in days))
    if "wages" in replies:
        replies["wages"] = WAGES
    return replies


@cache
def paths(notice: str) -> tuple[Path, ...]:
    """Every path with its decision."""
    found = load(notice)
    return tuple(walk(found, samples(found)))


@cache
def kinds(notice: str) -> tuple[Path, ...]:
    """One path for each different set of findings: what is slow is looked at on these."""
    found = {
        (path[1].outcome, tuple(finding.code for finding in path[1].findings)): path for path in paths(notice)
    }
    return tuple(found.values())


def codes(decision: Decision) -> set[str]:
    """The codes of a decision's findings."""
    return {str(finding.code) for finding in decision.findings}


def _merged(replies: tuple[str, ...], more: Iterator[str]) -> tuple[str, ...]:
    return tuple(sorted({*replies, *more}))
