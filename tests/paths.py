"""Every path of the rules on the days on which the law changes, walked once for all tests."""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path as File

from calculator.engine.asking.found import load
from calculator.engine.asking.kinds import KINDS
from calculator.engine.asking.notice import Loaded
from calculator.engine.asking.paths import walk
from calculator.engine.decision import Decision

type Path = tuple[Mapping[str, str], Decision]

TESTS = File(__file__).parent
ONE_DAY = timedelta(days=1)


def days_around_changes(notice: Loaded) -> list[date]:
    """Every day on which the law changes, with the day before and the day after."""
    near = {day + step for day in notice.law.days() for step in (-ONE_DAY, 0 * ONE_DAY, ONE_DAY)}
    return sorted(near)


def samples(notice: Loaded) -> dict[str, tuple[str, ...]]:
    """The notice's sample replies, with the days of change added to the fact that dates the answer.

    `paths.toml` in the folder of its tests has other replies to some questions, where a test of their own
    tries the rest.
    """
    replies = {**notice.samples, **_of_its_own(TESTS / notice.id / "paths.toml")}
    for question in notice.questions:
        as_reply = KINDS[question.kind].of_day
        if question.id == notice.notice.day and as_reply:
            days = {as_reply(day) for day in days_around_changes(notice)}
            replies[question.id] = tuple(sorted({*replies[question.id], *days}))
    return replies


def first_day(notice: Loaded, given: Mapping[str, str]) -> str:
    """The day of which an answer speaks, the first one of a month or year, as YYYY-MM-DD."""
    return (given[notice.notice.day] + "-01-01")[: len("YYYY-MM-DD")]


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


def _of_its_own(file: File) -> dict[str, tuple[str, ...]]:
    found = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return {question: tuple(replies) for question, replies in found.items()}
