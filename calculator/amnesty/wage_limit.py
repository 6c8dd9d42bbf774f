"""The limit of wages above which Act 4 once left people out, and what it means for the time to register.

First Schedule as it then was: out above it, unless insured before or both sides elected. Act A1508 ended it.
"""

from datetime import date, timedelta

from calculator.amnesty import registration
from calculator.amnesty.codes import Code, Facts, Outcome
from calculator.engine import Figure, Finding, Gap, Law, NotInForceError, Ruling, Value
from calculator.law.perkeso.common import ask_careline, since

ONE_DAY = timedelta(days=1)
LIMIT = "act4_wage_limit"


def has_ended(facts: Facts, law: Law) -> bool:
    """Whether there is no limit any more on the day of the answer."""
    return facts.as_at >= law.repeal(LIMIT).since


def may_leave_out(facts: Facts, duty_from: date | None) -> bool:
    """Whether the limit, while it holds, leaves or may leave all of the reader's people outside."""
    return duty_from is None or not facts.earned_within_limit


def judge(facts: Facts, law: Law, hired_on: date, duty_from: date) -> Ruling:
    """Whether the reader registered in time, where the time may have begun before the limit ended."""
    end = law.repeal(LIMIT)
    if duty_from >= end.since:
        return (yield from registration.judge(facts, law, hired_on, duty_from))
    figures = _figures(law, end)
    if facts.earned_within_limit:
        yield Finding(Code.WITHIN_WAGE_LIMIT, figures)
        return (yield from registration.judge(facts, law, hired_on, duty_from))
    if facts.earned_within_limit is not None:
        yield Finding(Code.ABOVE_WAGE_LIMIT, figures)
        return (yield from _above(facts, law, hired_on, end))

    within = _outcome(registration.judge(facts, law.fresh(), hired_on, duty_from))
    if within is not _outcome(_above(facts, law.fresh(), hired_on, end)):
        yield Finding(Code.WAGE_LIMIT_DECIDES, figures)
        checks = [Finding(Code.CHECK_OLD_WAGES, figures)]
        return (yield from registration.undecided(facts, law, checks))
    yield Finding(Code.WAGE_LIMIT_CHANGES_NOTHING, figures)
    return (yield from registration.judge(facts, law, hired_on, end.since))


def _above(facts: Facts, law: Law, hired_on: date, end: Gap) -> Ruling:
    """Nobody within the limit: outside Act 4 until it ended, and the time runs from that day."""
    if not has_ended(facts, law):
        yield ask_careline(Code.ASK_CARELINE, law)
        return Outcome.OUTSIDE_THE_ACTS
    return (yield from registration.judge(facts, law, hired_on, end.since))


def _outcome(ruling: Ruling) -> Outcome:
    """Where a ruling ends, whatever it finds on the way; a day without a rule cannot be decided."""
    try:
        while True:
            next(ruling)
    except StopIteration as stop:
        return Outcome(stop.value)
    except NotInForceError:
        return Outcome.CANNOT_BE_DECIDED


def _figures(law: Law, end: Gap) -> dict[str, Figure | Value]:
    """The last limit, the one before it, and the day on which there was none any more."""
    before = law.since(LIMIT)
    return {
        "wage_limit_ended": since(end),
        "wage_limit": law.value(LIMIT, end.since - ONE_DAY),
        "earlier_wage_limit": Figure(before.amount, before.unit, sources=before.sources),
    }
