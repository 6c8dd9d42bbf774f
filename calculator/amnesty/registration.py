"""The time limit for registering, and whether the reader kept it."""

from dataclasses import dataclass
from datetime import date, timedelta

from calculator.amnesty import costs, programmes
from calculator.amnesty.codes import Code, Employs, Facts, Outcome, Registration
from calculator.engine.decision import Finding, Ruling
from calculator.engine.facts import InvalidFactError
from calculator.engine.law import Law
from calculator.law.perkeso.common import ask_careline, day, since

ONE_DAY = timedelta(days=1)
# Weekly rest days in at least one state, as date.weekday() counts: Friday, Saturday, Sunday
REST_DAYS = {4, 5, 6}


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """The days between which registration is in time, doubtful, or late.

    Public documents do not settle whether the first day counts, nor whether a rest day extends the time:
    up to `sure` every reading agrees on in time, after `doubtful` on late.
    """

    duty_from: date
    register_by: date

    @property
    def sure(self) -> date:
        """The last day if the first day counts."""
        return self.register_by - ONE_DAY

    @property
    def doubtful(self) -> date:
        """The last day if the first day does not count and rest days extend the time."""
        last = self.register_by
        while last.weekday() in REST_DAYS:
            last += ONE_DAY
        return last


def judge(facts: Facts, law: Law, taken_in: date) -> Ruling:
    """Registration within 30 days (PERKESO's registration page), counted from `taken_in` at the earliest."""
    hired_on = facts.first_employed_on
    if hired_on is None:
        return (yield from _hiring_day_unknown(facts, law))
    if hired_on > facts.as_at:
        raise InvalidFactError("first_employed_on", "after_as_at")

    duty_from = max(hired_on, taken_in)
    start = max(duty_from, law.history("employer_threshold")[0].since)
    if start > hired_on:
        yield Finding(Code.COUNTED_FROM, {"counted_from": day(start)}, ["perkeso-registration"])
    period = law.value("registration_period", start)
    limit = TimeLimit(duty_from, start + timedelta(days=period.whole))
    figures = {"register_by": day(limit.register_by), "register_by_safe": day(limit.sure)}
    yield Finding(Code.REGISTER_BY, {"registration_period": period, **figures})

    if facts.registration is Registration.REGISTERED:
        return (yield from _registered(facts, law, limit))
    return (yield from _not_registered(facts, law, limit))


def _registered(facts: Facts, law: Law, limit: TimeLimit) -> Ruling:
    registered_on = facts.registered_on
    if registered_on is not None and registered_on > facts.as_at:
        raise InvalidFactError("registered_on", "after_as_at")
    if registered_on is None and facts.as_at > limit.sure:
        yield Finding(Code.REGISTRATION_DAY_UNKNOWN, sources=["perkeso-registration"])
        return (yield from _undecided(law, Code.CHECK_REGISTRATION))

    # A day that is not known still lies before the day of the answer
    latest = registered_on or facts.as_at
    if latest <= limit.doubtful:
        # Lateness shows from the first day the sources cover; being in time needs a rule on the day itself
        law.value("registration_period", limit.duty_from)
    if latest <= limit.sure:
        yield Finding(Code.REGISTERED_WITHIN, {"registered_by": day(latest)}, ["perkeso-registration"])
        # Act 800 ss 15 and 17: registered under Act 4 before Act 800 began, so registered under both
        act800 = law.history("act800_in_force")[0]
        if latest < act800.since <= facts.as_at:
            yield Finding(Code.ACT800_CARRIED_OVER, {"act800_from": since(act800)}, ["act800-s15"])
        yield from costs.monthly(law, facts.as_at)
        return Outcome.REGISTERED_IN_TIME

    if doubt := _doubt(facts, law, limit, latest):
        yield doubt
        return (yield from _undecided(law, Code.CHECK_REGISTRATION))
    yield Finding(Code.REGISTERED_AFTER, {"registered_on": day(latest)}, ["perkeso-registration"])
    return (yield from programmes.registered_late(law, latest, facts.as_at))


def _not_registered(facts: Facts, law: Law, limit: TimeLimit) -> Ruling:
    as_at = facts.as_at
    if as_at <= limit.sure:
        yield from costs.exposure(law, as_at)
        yield Finding(Code.REGISTER_BEFORE, {"register_by_safe": day(limit.sure)}, ["perkeso-registration"])
        yield from costs.monthly(law, as_at)
        return Outcome.REGISTRATION_OPEN
    if doubt := _doubt(facts, law, limit, as_at):
        yield doubt
        return (yield from _undecided(law, Code.REGISTER_NOW))

    yield Finding(
        Code.NOT_REGISTERED_SINCE, {"register_by": day(limit.register_by)}, ["perkeso-registration"]
    )
    yield from programmes.open_now(law, as_at)
    yield from costs.exposure(law, as_at)
    yield from costs.arrears(law, as_at)
    yield Finding(Code.REGISTER_NOW, sources=["perkeso-assist", "perkeso-registration"])
    yield from costs.monthly(law, as_at)
    yield ask_careline(Code.ASK_CARELINE, law)
    return Outcome.REGISTRATION_OVERDUE


def _doubt(facts: Facts, law: Law, limit: TimeLimit, on: date) -> Finding | None:
    """Why public documents do not say whether a registration on this day is late; None where they do."""
    if on <= limit.doubtful:
        figures = {"register_by": day(limit.register_by), "register_by_safe": day(limit.sure)}
        return Finding(Code.DAY_COUNT_UNSETTLED, figures, ["perkeso-registration"])
    # Employer Circular 5/2021: domestic workers came in on one day, compulsorily for all a year later
    compulsory = law.history("domestic_compulsory")[0]
    if facts.employs is not Employs.DOMESTIC_ONLY or limit.duty_from >= compulsory.since:
        return None
    period = law.value("registration_period", compulsory.since)
    last = TimeLimit(compulsory.since, compulsory.since + timedelta(days=period.whole)).doubtful
    if on > last:
        return None
    insured = law.history("domestic_insured")[0]
    return Finding(
        Code.DOMESTIC_TRANSITION, {"insured_from": since(insured), "compulsory_from": since(compulsory)}
    )


def _hiring_day_unknown(facts: Facts, law: Law) -> Ruling:
    """Without the day of hiring the time limit has no beginning; what to do does not depend on it."""
    registered = facts.registration is Registration.REGISTERED
    yield Finding(Code.HIRING_DAY_UNKNOWN, sources=["perkeso-registration"])
    return (yield from _undecided(law, Code.CHECK_REGISTRATION if registered else Code.REGISTER_NOW))


def _undecided(law: Law, action: Code) -> Ruling:
    yield Finding(action, sources=["perkeso-assist", "perkeso-registration"])
    yield ask_careline(Code.ASK_CARELINE, law)
    return Outcome.CANNOT_BE_DECIDED
