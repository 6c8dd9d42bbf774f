"""What employer and worker pay for a month under Act 4, Act 800 and the 24-hour scheme (Act A1788)."""

from collections.abc import Iterator, Sequence
from datetime import date

from calculator.contributions.codes import DECISIVE, Code, Facts, Outcome, Role, Worker
from calculator.contributions.lindung24 import lindung24, refund
from calculator.contributions.owed import Owed
from calculator.contributions.schemes import act4, act800
from calculator.engine import Figure, Finding, Law, Month, Notice, Ruling
from calculator.law.perkeso import PERKESO
from calculator.law.perkeso.common import ask_careline, day, since

# The parameter whose first day took these workers into both Acts, and what is said of an earlier month
TAKEN_IN = {
    Role.SPOUSE: ("spouse_insured", Code.SPOUSE_NOT_YET),
    Role.DOMESTIC: ("domestic_insured", Code.DOMESTIC_NOT_YET),
}


def decide(facts: Facts, law: Law) -> Ruling:
    """Whether the worker is inside the Acts that month, then each scheme, then the sum and the due day."""
    first = facts.month.first_day
    law.value("wage_ceiling", first)  # no rule of this notice reaches further back than the ceilings
    if first > law.as_at:
        yield Finding(Code.AFTER_LAST_CHECK, {"law_as_at": day(law.as_at)}, ["perkeso-rates"])
    if outside := _outside(facts, law, first):
        yield outside
        return Outcome.NOTHING_DUE
    if facts.wages == 0:
        yield Finding(Code.NO_WAGES, sources=["perkeso-rates"])
        return Outcome.NOTHING_DUE
    if facts.role is Role.DOMESTIC and not law.begun("domestic_compulsory", first):
        compulsory = law.since("domestic_compulsory")
        yield Finding(Code.DOMESTIC_TRANSITION, {"compulsory_from": since(compulsory)})

    owed = [
        (yield from act4(facts, law, first)),
        (yield from act800(facts, law, first)),
        (yield from lindung24(facts, law, first)),
    ]
    known = all(part.together is not None for part in owed)
    # who does not know the amount asks for it before anything else; wages are checked before they are paid on
    yield _total(owed) if known else ask_careline(Code.ASK_CARELINE, law)
    yield Finding(Code.CHECK_WAGES, sources=["perkeso-registration"])
    # Act 4 s 9A and Act 800 s 16(3), (4) point different ways for months before a registration
    yield Finding(Code.ASSUMES_REGISTERED, sources=["act4-s9a", "act800-s16"])
    yield from _due(facts, law, Code.DUE_ON if known else Code.PAY_WHAT_IS_SAID)
    yield Finding(Code.PAY_IN_ASSIST, sources=["perkeso-assist"])
    if any(part.left for part in owed):
        yield refund(law)
    return Outcome.CONTRIBUTIONS_DUE if known else Outcome.CANNOT_BE_DECIDED


def _outside(facts: Facts, law: Law, first: date) -> Finding | None:
    """Why the Acts do not reach this worker in this month; None where they do."""
    if facts.role is Role.PUBLIC_SERVICE:
        return Finding(
            Code.PUBLIC_SERVICE_OUTSIDE, sources=["perkeso-employer-eligibility", "act800-first-schedule"]
        )
    if facts.role in TAKEN_IN:
        parameter, not_yet = TAKEN_IN[facts.role]
        if not law.begun(parameter, first):
            return Finding(not_yet, {"insured_from": since(law.since(parameter))})
    # Foreign workers with a valid pass: Employment Injury Scheme first, Invalidity Scheme later
    injury = "foreign_employment_injury"
    if facts.worker is Worker.FOREIGN and not law.begun(injury, first):
        return Finding(Code.FOREIGN_NOT_YET, {"insured_from": since(law.since(injury))})
    return None


def _total(owed: Sequence[Owed]) -> Finding:
    """The sums of what the tables give; no rate is applied anywhere."""
    employer = sum(part.employer for part in owed if part.employer is not None)
    employee = sum(part.employee for part in owed if part.employee is not None)
    figures = {
        "employer_total": Figure(employer, "ringgit"),
        "employee_total": Figure(employee, "ringgit"),
        "together_total": Figure(employer + employee, "ringgit"),
    }
    return Finding(Code.TOTAL, figures, ["perkeso-rates"])


def due_on(law: Law, month: Month) -> Figure | None:
    """Paid no later than a day of the following month (PERKESO's payment page); None where not known."""
    if not law.in_force("contribution_due_day", month.first_day):
        return None
    due_day = law.value("contribution_due_day", month.first_day)
    return Figure(month.following.first_day.replace(day=due_day.whole), "date", sources=due_day.sources)


def _due(facts: Facts, law: Law, pay: Code) -> Iterator[Finding]:
    """Paid by the day that is due, then interest by the day."""
    first, following = facts.month.first_day, facts.month.following.first_day
    if due := due_on(law, facts.month):
        due_day = law.value("contribution_due_day", first)
        yield Finding(pay, {"due_on": due, "contribution_due_day": due_day})
    else:
        yield Finding(Code.DUE_DAY_NOT_KNOWN, sources=["perkeso-payment"])
    yield Finding(Code.LATE_INTEREST, {"late_interest_rate": law.value("late_interest_rate", following)})


def undecided(law: Law) -> Ruling:
    """No rule covers the month: say so, from which month there are some, and who can answer."""
    covered = {"covered_from": since(law.since("wage_ceiling"))}
    yield Finding(Code.NO_RULE_FOR_DAY, covered, ["perkeso-rates"])
    yield ask_careline(Code.ASK_CARELINE, law)
    return Outcome.CANNOT_BE_DECIDED


NOTICE = Notice(
    facts=Facts,
    outcomes=Outcome,
    codes=Code,
    decide=decide,
    undecided=undecided,
    law=PERKESO,
    day="month",
    cannot_decide=Outcome.CANNOT_BE_DECIDED,
    after_last_check=Code.AFTER_LAST_CHECK,
    ask=Code.ASK_CARELINE,
    phone="careline",
    decisive=DECISIVE,
    due={"due_on": due_on},
)
