"""Who must register with PERKESO, by when, and what a late registration means.

Employees' Social Security Act 1969 (Act 4) and Employment Insurance System Act 2017 (Act 800).
"""

from collections.abc import Generator, Iterator
from datetime import date

from calculator.amnesty import costs, discounts, registration, wage_limit
from calculator.amnesty.codes import Code, Employs, Facts, Outcome
from calculator.engine import Finding, InvalidFactError, Law, Notice, Ruling
from calculator.law.perkeso import PERKESO
from calculator.law.perkeso.common import ask_careline, day, since

# The parameter whose first day took these workers into both Acts, and what is said of an earlier day
TAKEN_IN = {
    Employs.SPOUSE_ONLY: ("spouse_insured", Code.SPOUSE_NOT_YET),
    Employs.DOMESTIC_ONLY: ("domestic_insured", Code.DOMESTIC_NOT_YET),
    Employs.FOREIGN_ONLY: ("foreign_employment_injury", Code.FOREIGN_NOT_YET),
}


def decide(facts: Facts, law: Law) -> Ruling:
    """Act 4 ss 3 to 5, Act 800 ss 2, 14 and 16; then the programmes and what lateness can cost."""
    # Act 4 s 3, Act 800 s 2: every industry with one or more employees
    threshold = law.value("employer_threshold", facts.as_at)
    if facts.as_at > law.as_at:
        yield Finding(Code.AFTER_LAST_CHECK, {"law_as_at": day(law.as_at)}, ["perkeso-registration"])
    if facts.employs is Employs.NOBODY:
        cited = ["act4-s3", *(["act800-s2"] if law.begun("act800_in_force", facts.as_at) else [])]
        yield Finding(Code.NO_EMPLOYEE, {"employer_threshold": threshold}, cited)
        if facts.employed_before is not False:
            return (yield from _past_employer(facts, law))
        if law.in_force("act789_in_force", facts.as_at):
            yield Finding(Code.SELF_EMPLOYED, sources=["act789-s11"])
        period = law.value("registration_period", facts.as_at)
        yield Finding(Code.REGISTER_ON_HIRING, {"registration_period": period})
        yield ask_careline(Code.ASK_CARELINE, law)
        return Outcome.NOT_AN_EMPLOYER

    # Act 4 First Schedule, Act 800 First Schedule: pensionable public service is outside
    if facts.employs is Employs.PUBLIC_SERVICE_ONLY:
        yield Finding(
            Code.PUBLIC_SERVICE_OUTSIDE, sources=["perkeso-employer-eligibility", "act800-first-schedule"]
        )
        yield ask_careline(Code.ASK_CARELINE, law)
        return Outcome.OUTSIDE_THE_ACTS

    # No public document settles whether a director is an employee; one list says what is reported
    if facts.employs is Employs.DIRECTOR_ONLY:
        yield Finding(Code.DIRECTOR_REPORTED, sources=["landco-payroll"])
        yield ask_careline(Code.ASK_CARELINE, law)
        return Outcome.CANNOT_BE_DECIDED

    taken_in = yield from _taken_in(facts, law)
    if taken_in is None:
        yield ask_careline(Code.ASK_CARELINE, law)
        return Outcome.OUTSIDE_THE_ACTS

    told = wage_limit.has_ended(facts, law)
    if told:
        yield from _acts(facts, law)
    hired_on = facts.first_employed_on
    if hired_on is not None and hired_on > facts.as_at:
        raise InvalidFactError("first_employed_on", "after_as_at")
    duty_from = None if hired_on is None else max(hired_on, taken_in)
    if not told and not wage_limit.may_leave_out(facts, duty_from):
        yield from _acts(facts, law)
    if hired_on is None or duty_from is None:
        return (yield from registration.hiring_day_unknown(facts, law))
    return (yield from wage_limit.judge(facts, law, hired_on, duty_from))


def _acts(facts: Facts, law: Law) -> Iterator[Finding]:
    """Act 4 ss 3 to 5, Act 800 ss 14 and 16: which Acts reach the reader."""
    threshold = law.value("employer_threshold", facts.as_at)
    yield Finding(Code.ACT4_APPLIES, {"employer_threshold": threshold}, ["act4-s3", "act4-s4", "act4-s5"])
    if facts.employs is Employs.FOREIGN_ONLY:
        yield Finding(Code.ACT800_NOT_FOREIGN, sources=["perkeso-foreign-workers"])
        return
    applies = Code.ACT800_APPLIES if facts.employs is Employs.EMPLOYEES else Code.ACT800_UNLESS_FOREIGN
    code = applies if law.begun("act800_in_force", facts.as_at) else Code.ACT800_NOT_YET
    figures = {"act800_from": since(law.since("act800_in_force"))}
    sources = ["act800-s14", "act800-s16", "perkeso-foreign-workers"]
    if code is Code.ACT800_UNLESS_FOREIGN:
        # whose text names foreign employees, and so a foreign spouse too
        sources.append("act800-first-schedule-10")
    yield Finding(code, figures, sources)


def _past_employer(facts: Facts, law: Law) -> Ruling:
    """Act 4 s 6(8): what fell due while someone worked stays owed, also for the last days of work."""
    if facts.employed_before is None:
        yield Finding(Code.PAST_UNKNOWN, sources=["act4-s3"])
    yield Finding(Code.PAST_DUTY, sources=["act4-s6"])
    yield from costs.arrears(facts, law)
    yield from costs.exposure(facts, law)
    yield costs.late_interest(law, facts.as_at)
    yield Finding(Code.CHECK_REGISTRATION, sources=["perkeso-assist", "perkeso-registration"])
    yield from discounts.discount(law, facts.as_at)
    if law.in_force("cessation_notice", facts.as_at):
        yield Finding(Code.REPORT_CESSATION, {"cessation_notice": law.value("cessation_notice", facts.as_at)})
    period = law.value("registration_period", facts.as_at)
    yield Finding(Code.REGISTER_AGAIN, {"registration_period": period})
    yield ask_careline(Code.ASK_CARELINE, law)
    return Outcome.PAST_EMPLOYER


def _taken_in(facts: Facts, law: Law) -> Generator[Finding, None, date | None]:
    """The day that took in whom the reader employs; None where it is still to come."""
    if facts.employs not in TAKEN_IN:
        return date.min  # employees are the Acts' own case: no day took them in
    parameter, not_yet = TAKEN_IN[facts.employs]
    insured = law.since(parameter)
    if law.begun(parameter, facts.as_at):
        return insured.since
    yield Finding(not_yet, {"insured_from": since(insured)})
    return None


def undecided(law: Law) -> Ruling:
    """No rule covers the day: say so and name who can answer."""
    yield Finding(Code.NO_RULE_FOR_DAY, sources=["perkeso-registration"])
    yield ask_careline(Code.ASK_CARELINE, law)
    return Outcome.CANNOT_BE_DECIDED


NOTICE = Notice(
    facts=Facts,
    outcomes=Outcome,
    codes=Code,
    decide=decide,
    undecided=undecided,
    law=PERKESO,
    day="as_at",
    cannot_decide=Outcome.CANNOT_BE_DECIDED,
    after_last_check=Code.AFTER_LAST_CHECK,
    ask=Code.ASK_CARELINE,
    phone="careline",
    errors={"first_employed_on": ("after_as_at",), "registered_on": ("after_as_at",)},
)
