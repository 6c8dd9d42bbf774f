"""Small pieces that every notice about PERKESO shares."""

from datetime import date
from enum import StrEnum

from calculator.engine import Figure, Finding, Gap, Law, Value


def day(of: date) -> Figure:
    """A day as a figure."""
    return Figure(of, "date")


def since(value: Value | Gap) -> Figure:
    """The day from which a value is in force, or from which it no longer is, with its sources."""
    return Figure(value.since, "date", sources=value.sources)


def ask_careline(code: StrEnum, law: Law) -> Finding:
    """Whom to ask: always today's number, whatever day the answer speaks of."""
    return Finding(code, {"careline": law.history("careline")[-1]})
