"""The 24-hour scheme (Act A1788): the employee alone pays for it, in both categories of Act 4."""

from collections.abc import Generator, Iterator
from datetime import date

from calculator.contributions.codes import Code, Facts, Lindung24, Worker
from calculator.contributions.owed import LEFT, NOTHING, Owed, Scheme
from calculator.engine import Figure, Finding, Law, NotInForceError
from calculator.law.perkeso.common import since

# Says whether someone takes part; returns what is owed where it is not what the table says.
type Whether = Generator[Finding, None, Owed | None]

# Act A1788: in every phase the employee alone pays, so of the employer's share it is known that there is none
EMPLOYEE_UNKNOWN = Owed(employee=None)


def lindung24(facts: Facts, law: Law, day: date) -> Scheme:
    """Compulsory for foreign workers; local workers had a choice for some weeks, and keep what they chose."""
    if not law.begun("skbbk_in_force", day):
        return NOTHING
    who = _foreign if facts.worker is Worker.FOREIGN else law.rule_on(day, LOCAL)
    if (owed := (yield from who(facts, law, day))) is not None:
        return owed
    try:
        band = law.band("skbbk_contributions", day, facts.wages)
    except NotInForceError:
        rate = {"skbbk_rate": law.value("skbbk_rate", day)}
        yield Finding(Code.LINDUNG24_NOT_KNOWN, {**rate, **EMPLOYEE_UNKNOWN.figures("skbbk")})
        return EMPLOYEE_UNKNOWN
    owed = Owed(employee=band.amounts["skbbk_employee"])
    yield Finding(Code.LINDUNG24_DUE, owed.figures("skbbk"), band.sources)
    return owed


def _foreign(_facts: Facts, law: Law, _day: date) -> Whether:
    """Foreign workers are in from the first day on."""
    yield Finding(Code.LINDUNG24_FOREIGN, {"skbbk_from": since(law.since("skbbk_in_force"))})
    return None


def _compulsory(_facts: Facts, law: Law, _day: date) -> Whether:
    """Local workers were in like all others until they had a choice."""
    begins, choice = law.since("skbbk_in_force"), law.since("skbbk_optional_local")
    yield Finding(Code.LINDUNG24_COMPULSORY, {"skbbk_from": since(begins), "choice_from": since(choice)})
    return None


def _optional(facts: Facts, law: Law, day: date) -> Whether:
    """Whoever has left pays nothing; whether a temporary resident can leave is not known."""
    yield from _choice(facts, law, day)
    if facts.lindung24 is Lindung24.TAKES_PART:
        return None
    return EMPLOYEE_UNKNOWN if facts.worker is Worker.TEMPORARY_RESIDENT else LEFT


# By the parameter on whose first day each rule for local workers began
LOCAL = {"skbbk_in_force": _compulsory, "skbbk_optional_local": _optional}


def _choice(facts: Facts, law: Law, day: date) -> Iterator[Finding]:
    """PERKESO's published answers: who had not left by a day is in, and stays in."""
    choice = _choice_from(law)
    left = facts.lindung24 is Lindung24.OPTED_OUT
    if facts.worker is Worker.TEMPORARY_RESIDENT:
        # The answers name citizens and permanent residents, and foreign workers
        its_row = EMPLOYEE_UNKNOWN.figures("skbbk") if left else {}
        yield Finding(Code.LINDUNG24_TEMPORARY_RESIDENT, {**choice, **its_row})
        return
    code = Code.LINDUNG24_OPTED_OUT if left else Code.LINDUNG24_TAKES_PART
    days = {
        "leave_from": law.value("skbbk_leave_from", day),
        "leave_by": law.value("skbbk_release_notice_by", day),
    }
    yield Finding(code, {**choice, **days})


def refund(law: Law) -> Finding:
    """PERKESO's published answers: what was deducted all the same is claimed back by the employer."""
    return Finding(
        Code.CLAIM_REFUND, _choice_from(law), ["perkeso-skbbk-faq-2-1", "perkeso-statement-2026-07-10"]
    )


def _choice_from(law: Law) -> dict[str, Figure]:
    """The day from whose wages on there was a choice."""
    return {"choice_from": since(law.since("skbbk_optional_local"))}
