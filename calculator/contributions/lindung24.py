"""The 24-hour scheme (Act A1788): the employee alone pays for it, in both categories of Act 4."""

from collections.abc import Iterator
from datetime import date

from calculator.contributions.codes import Code, Facts, Lindung24, Worker
from calculator.contributions.owed import NOTHING, UNKNOWN, Owed, Scheme, ringgit
from calculator.engine.dated import NotInForceError
from calculator.engine.decision import Finding
from calculator.engine.law import Law
from calculator.law.perkeso.common import since


def lindung24(facts: Facts, law: Law, day: date) -> Scheme:
    """Compulsory for foreign workers; local workers had a choice for some weeks, and keep what they chose."""
    begins, choice = law.history("skbbk_in_force")[0], law.history("skbbk_optional_local")[0]
    if day < begins.since:
        return NOTHING
    if facts.worker is Worker.FOREIGN:
        yield Finding(Code.LINDUNG24_FOREIGN, {"skbbk_from": since(begins)})
    elif day < choice.since:
        yield Finding(Code.LINDUNG24_COMPULSORY, {"skbbk_from": since(begins), "choice_from": since(choice)})
    else:
        yield from _choice(facts, law, day)
        if facts.lindung24 is Lindung24.OPTED_OUT:
            return UNKNOWN if facts.worker is Worker.TEMPORARY_RESIDENT else NOTHING
    try:
        band = law.band("skbbk_contributions", day, facts.wages)
    except NotInForceError:
        yield Finding(Code.LINDUNG24_NOT_KNOWN, {"skbbk_rate": law.value("skbbk_rate", day)})
        return UNKNOWN
    owed = Owed(employee=band.amounts["skbbk_employee"])
    yield Finding(Code.LINDUNG24_DUE, {"skbbk_employee": ringgit(owed.employee)}, band.sources)
    return owed


def _choice(facts: Facts, law: Law, day: date) -> Iterator[Finding]:
    """PERKESO's published answers: who had not left by a day is in, and stays in."""
    choice = {"choice_from": since(law.history("skbbk_optional_local")[0])}
    left = facts.lindung24 is Lindung24.OPTED_OUT
    if facts.worker is Worker.TEMPORARY_RESIDENT:
        # The answers name citizens and permanent residents, and foreign workers
        yield Finding(Code.LINDUNG24_TEMPORARY_RESIDENT, choice)
        return
    code = Code.LINDUNG24_OPTED_OUT if left else Code.LINDUNG24_TAKES_PART
    days = {
        "leave_from": law.value("skbbk_leave_from", day),
        "leave_by": law.value("skbbk_release_notice_by", day),
    }
    yield Finding(code, {**choice, **days})
    if left:
        yield Finding(Code.CLAIM_REFUND, choice, ["perkeso-skbbk-faq-2-1", "perkeso-statement-2026-07-10"])
