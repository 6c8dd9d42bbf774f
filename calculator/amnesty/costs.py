"""What lateness can cost, and what is owed month by month."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from calculator.amnesty.codes import Code, Employs, Facts
from calculator.engine import Finding, Law


def under_act800(facts: Facts, law: Law) -> bool:
    """Whether Act 800 has a part in the answer: from its first day on, never for foreign workers alone."""
    return facts.employs is not Employs.FOREIGN_ONLY and law.in_force("act800_in_force", facts.as_at)


def carried_over(facts: Facts, law: Law, registered_on: date) -> bool:
    """Act 800 ss 15 and 17: registered under Act 4 before Act 800 began, so registered under both."""
    return not law.begun("act800_in_force", registered_on) and under_act800(facts, law)


def exposure(
    facts: Facts, law: Law, waived: AbstractSet[str] = frozenset(), *, act4_alone: bool = False
) -> Iterator[Finding]:
    """Act 4 ss 94 and 95A, Act 800 ss 14, 16(5): court, and compound before it comes to court.

    `waived` names what a programme is reported to have waived without contradiction. `act4_alone`: lateness
    under Act 800 is out of the question.
    """
    if "prosecution" not in waived:
        yield _court(Code.COURT, law, facts.as_at, ("act4_fine", "act4_imprisonment"))
        if under_act800(facts, law) and not act4_alone:
            yield _court(Code.COURT_ACT800, law, facts.as_at, ("act800_fine", "act800_imprisonment"))
    if "compound" not in waived:
        yield Finding(Code.COMPOUND, {"compound": law.value("compound", facts.as_at)})


def _court(code: Code, law: Law, as_at: date, names: tuple[str, ...]) -> Finding:
    return Finding(code, {name: law.value(name, as_at) for name in names})


def arrears(facts: Facts, law: Law, *, act4_alone: bool = False) -> Iterator[Finding]:
    """Act 4 s 9A and Act 800 s 16(4) point different ways for the months before registration.

    Act 4 s 108A: directors, past ones included, partners and office-bearers are liable with the business.
    """
    yield Finding(Code.ACT4_ARREARS, sources=["act4-s9a", "act4-s108a"])
    if under_act800(facts, law) and not act4_alone:
        yield Finding(Code.ACT800_ARREARS, sources=["act800-s16"])


def late_interest(law: Law, as_at: date) -> Finding:
    """Interest by the day (Act 4 s 14A, 1971 Regulations).

    The minimum is reported in different wordings, so it is a warning and nothing is computed from it.
    """
    figures = {name: law.value(name, as_at) for name in ("late_interest_rate", "late_interest_minimum")}
    return Finding(Code.LATE_INTEREST, figures)


def monthly(law: Law, as_at: date) -> Iterator[Finding]:
    """What each month costs if it is paid late, and by when it is to be paid."""
    yield late_interest(law, as_at)
    # Older guides have another day, and when it changed was not seen
    if law.in_force("contribution_due_day", as_at):
        yield Finding(Code.PAY_MONTHLY, {"contribution_due_day": law.value("contribution_due_day", as_at)})
