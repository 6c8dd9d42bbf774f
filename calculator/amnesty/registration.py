"""Whether the reader registered in time, and what follows."""

from collections.abc import Generator, Iterable, Iterator
from datetime import date

from calculator.amnesty import costs, discounts, programmes
from calculator.amnesty.codes import Code, Employs, Facts, Outcome, Registration
from calculator.amnesty.time_limit import TimeLimit, counted_from, transition, transition_finding
from calculator.engine import Figure, Finding, InvalidFactError, Law, Ruling, Value
from calculator.law.perkeso.common import ask_careline, day, since

PAGE = ["perkeso-registration"]


def judge(facts: Facts, law: Law, hired_on: date, duty_from: date) -> Ruling:
    """Registration within 30 days (PERKESO's registration page), counted from `duty_from`.

    `duty_from` is the day of hiring, or a later one on which the Acts took these workers in.
    """
    start = max(duty_from, law.since("employer_threshold").since)
    if start > hired_on:
        yield Finding(Code.COUNTED_FROM, {"counted_from": day(start)}, PAGE)
    foreign = law.since("foreign_employment_injury")
    if facts.employs is Employs.EMPLOYEES and start < foreign.since <= facts.as_at:
        yield Finding(Code.FOREIGN_WORKERS, {"foreign_from": since(foreign)})
    limit = counted_from(start, law, duty_from)
    period: Figure | Value = law.value("registration_period", start)
    if facts.employs is Employs.FOREIGN_ONLY:
        # Act 800 s 16(1) has the same number of days, and is no source for those it leaves out
        period = Figure(period.amount, period.unit, sources=tuple(PAGE))
    yield Finding(Code.REGISTER_BY, {"registration_period": period, **limit.figures})

    if facts.registration is Registration.REGISTERED:
        return (yield from _registered(facts, law, limit))
    return (yield from _not_registered(facts, law, limit))


def _registered(facts: Facts, law: Law, limit: TimeLimit) -> Ruling:
    registered_on = facts.registered_on
    if registered_on is not None and registered_on > facts.as_at:
        raise InvalidFactError("registered_on", "after_as_at")
    if registered_on is None and facts.as_at > limit.sure:
        yield Finding(Code.REGISTRATION_DAY_UNKNOWN, sources=PAGE)
        return (yield from undecided(facts, law))

    # A day that is not known still lies before the day of the answer
    latest = registered_on or facts.as_at
    if latest <= limit.doubtful:
        # Lateness shows from the first day the sources cover; being in time needs a rule on the day itself
        law.value("registration_period", limit.duty_from)
    if latest <= limit.sure:
        if registered_on is None:
            yield Finding(Code.REGISTERED_ALREADY, {"registered_by": day(latest)}, PAGE)
        else:
            yield Finding(Code.REGISTERED_WITHIN, {"registered_on": day(registered_on)}, PAGE)
        yield from _carried_over(facts, law, latest)
        yield from costs.monthly(law, facts.as_at)
        yield from discounts.discount(law, facts.as_at)
        yield ask_careline(Code.ASK_CARELINE, law)
        return Outcome.REGISTERED_IN_TIME

    if doubt := _doubt(facts, law, limit, latest):
        yield doubt
        return (yield from undecided(facts, law))
    ran_out = yield from _last_limit(facts, law, limit)
    late = {"registered_on": day(latest), **ran_out.late(latest)}
    yield Finding(Code.REGISTERED_AFTER, late, PAGE)
    yield from _holiday(ran_out, latest)
    yield from _carried_over(facts, law, latest)
    return (yield from programmes.registered_late(facts, law, latest))


def _not_registered(facts: Facts, law: Law, limit: TimeLimit) -> Ruling:
    as_at = facts.as_at
    if as_at <= limit.sure:
        if as_at == limit.sure:
            yield Finding(Code.LAST_DAY, {"register_by_safe": day(limit.sure)}, PAGE)
        figures = {"register_by_safe": day(limit.sure), **limit.left(as_at)}
        yield Finding(Code.REGISTER_BEFORE, figures, PAGE)
        yield from costs.exposure(facts, law)
        yield from costs.monthly(law, as_at)
        yield ask_careline(Code.ASK_CARELINE, law)
        return Outcome.REGISTRATION_OPEN
    if doubt := _doubt(facts, law, limit, as_at):
        yield doubt
        return (yield from undecided(facts, law))

    ran_out = yield from _last_limit(facts, law, limit)
    yield Finding(Code.NOT_REGISTERED_SINCE, ran_out.late(as_at), PAGE)
    yield from _holiday(ran_out, as_at)
    yield from costs.arrears(facts, law)
    yield from _register_now(facts, law)
    return Outcome.REGISTRATION_OVERDUE


def _last_limit(facts: Facts, law: Law, limit: TimeLimit) -> Generator[Finding, None, TimeLimit]:
    """The limit after which lateness is certain, and why it is a later one than the reader's own."""
    later = transition(facts.employs, law, limit)
    if later:
        yield transition_finding(law)
    return later or limit


def _holiday(limit: TimeLimit, on: date) -> Iterator[Finding]:
    if limit.holiday_may_matter(on):
        yield Finding(Code.HOLIDAY_MAY_MATTER, {"ran_out_on": day(limit.register_by)}, PAGE)


def _doubt(facts: Facts, law: Law, limit: TimeLimit, on: date) -> Finding | None:
    """Why public documents do not say whether a registration on this day is late; None where they do."""
    if on <= limit.doubtful:
        return Finding(Code.DAY_COUNT_UNSETTLED, limit.figures, PAGE)
    later = transition(facts.employs, law, limit)
    return transition_finding(law) if later and on <= later.doubtful else None


def _carried_over(facts: Facts, law: Law, registered_on: date) -> Iterator[Finding]:
    if costs.carried_over(facts, law, registered_on):
        yield Finding(
            Code.ACT800_CARRIED_OVER, {"act800_from": since(law.since("act800_in_force"))}, ["act800-s15"]
        )


def hiring_day_unknown(facts: Facts, law: Law) -> Ruling:
    """Without the day of hiring the time limit has no beginning; what to do does not depend on it."""
    yield Finding(Code.HIRING_DAY_UNKNOWN, sources=PAGE)
    return (yield from undecided(facts, law))


def _register_now(facts: Facts, law: Law, checks: Iterable[Finding] = ()) -> Iterator[Finding]:
    """What an employer who is not registered needs to know and do, whether late or in doubt."""
    yield Finding(Code.REGISTER_NOW, sources=["perkeso-assist", "perkeso-registration"])
    yield from checks
    yield from programmes.open_now(law, facts.as_at)
    yield from costs.exposure(facts, law)
    yield from costs.monthly(law, facts.as_at)
    yield ask_careline(Code.ASK_CARELINE, law)


def undecided(facts: Facts, law: Law, checks: Iterable[Finding] = ()) -> Ruling:
    """What to do where the reader's case is doubtful; it does not depend on the doubt.

    `checks` are what the reader can look up to end it; who is not registered does that first all the same.
    """
    if facts.registration is Registration.NOT_REGISTERED:
        yield from _register_now(facts, law, checks)
    else:
        yield from checks
        yield Finding(Code.CHECK_REGISTRATION, sources=["perkeso-assist", "perkeso-registration"])
        yield ask_careline(Code.ASK_CARELINE, law)
    return Outcome.CANNOT_BE_DECIDED
