"""What lateness can cost, and what is owed month by month."""

from collections.abc import Iterator
from datetime import date

from calculator.amnesty.codes import Code
from calculator.engine.decision import Finding
from calculator.engine.law import Law

COURT = ("act4_fine", "act4_imprisonment")
COURT_800 = ("act800_fine", "act800_imprisonment")


def exposure(law: Law, as_at: date) -> Iterator[Finding]:
    """Act 4 ss 94 and 95A, Act 800 ss 14, 16(5) and 77: court, and compound before it comes to court."""
    act800 = law.history("act800_in_force")[0].since <= as_at
    court = (*COURT, *COURT_800) if act800 else COURT
    code = Code.COURT if act800 else Code.COURT_ACT4
    yield Finding(code, {name: law.value(name, as_at) for name in court})
    yield Finding(Code.COMPOUND, {"compound": law.value("compound", as_at)})


def arrears(law: Law, as_at: date) -> Iterator[Finding]:
    """Act 4 s 9A and Act 800 s 16(4) point different ways for the months before registration."""
    yield Finding(Code.ACT4_ARREARS, sources=["act4-s9a"])
    if law.history("act800_in_force")[0].since <= as_at:
        yield Finding(Code.ACT800_ARREARS, sources=["act800-s16"])


def monthly(law: Law, as_at: date) -> Iterator[Finding]:
    """When each month's contributions must be paid; Act 4 s 14A and the 1971 Regulations: interest by the day.

    The minimum is reported in different wordings, so it is a warning and nothing is computed from it.
    """
    figures = {name: law.value(name, as_at) for name in ("late_interest_rate", "late_interest_minimum")}
    yield Finding(Code.LATE_INTEREST, figures)
    yield Finding(Code.PAY_MONTHLY, {"contribution_due_day": law.value("contribution_due_day", as_at)})
