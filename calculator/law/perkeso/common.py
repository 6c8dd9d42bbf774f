"""Small pieces that every notice about PERKESO shares."""

from datetime import date
from enum import StrEnum

from calculator.engine import Figure, Finding, Gap, Law, Month, Value


def day(of: date) -> Figure:
    """A day as a figure."""
    return Figure(of, "date")


def since(value: Value | Gap) -> Figure:
    """The day from which a value is in force, or from which it no longer is, with its sources."""
    return Figure(value.since, "date", sources=value.sources)


def due_on(law: Law, month: Month) -> Figure | None:
    """The day by which a month's contributions are to be paid; None where it was not seen for that month."""
    if not law.in_force("contribution_due_day", month.first_day):
        return None
    due_day = law.value("contribution_due_day", month.first_day)
    return Figure(month.following.first_day.replace(day=due_day.whole), "date", sources=due_day.sources)


def ask_careline(code: StrEnum, law: Law) -> Finding:
    """Whom to ask: always today's number, whatever day the answer speaks of."""
    return Finding(code, {"careline": law.history("careline")[-1]})
