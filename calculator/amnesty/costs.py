"""What lateness can cost, and what is owed month by month."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from calculator.amnesty.codes import Code
from calculator.engine.decision import Finding
from calculator.engine.law import Law


def exposure(law: Law, as_at: date, waived: AbstractSet[str] = frozenset()) -> Iterator[Finding]:
    """Act 4 ss 94 and 95A, Act 800 ss 14, 16(5): court, and compound before it comes to court.

    `waived` names what a programme is reported to have waived without contradiction.
    """
    if "prosecution" not in waived:
        yield _court(Code.COURT, law, as_at, ("act4_fine", "act4_imprisonment"))
        if law.in_force("act800_in_force", as_at):
            yield _court(Code.COURT_ACT800, law, as_at, ("act800_fine", "act800_imprisonment"))
    if "compound" not in waived:
        yield Finding(Code.COMPOUND, {"compound": law.value("compound", as_at)})


def _court(code: Code, law: Law, as_at: date, names: tuple[str, ...]) -> Finding:
    return Finding(code, {name: law.value(name, as_at) for name in names})


def arrears(law: Law, as_at: date) -> Iterator[Finding]:
    """Act 4 s 9A and Act 800 s 16(4) point different ways for the months before registration."""
    yield Finding(Code.ACT4_ARREARS, sources=["act4-s9a"])
    if law.in_force("act800_in_force", as_at):
        yield Finding(Code.ACT800_ARREARS, sources=["act800-s16"])


def monthly(law: Law, as_at: date) -> Iterator[Finding]:
    """By when each month is to be paid; then interest by the day (Act 4 s 14A, 1971 Regulations).

    The minimum is reported in different wordings, so it is a warning and nothing is computed from it.
    """
    figures = {name: law.value(name, as_at) for name in ("late_interest_rate", "late_interest_minimum")}
    yield Finding(Code.LATE_INTEREST, figures)
    # Older guides have another day, and when it changed was not seen
    if law.in_force("contribution_due_day", as_at):
        yield Finding(Code.PAY_MONTHLY, {"contribution_due_day": law.value("contribution_due_day", as_at)})
