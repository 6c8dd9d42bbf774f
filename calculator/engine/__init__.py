"""What every notice is built on, as its rules import it: dated law, facts, findings and the notice itself."""

from calculator.engine.asking.bounds import Between
from calculator.engine.asking.facts import Facts, InvalidFactError
from calculator.engine.asking.kinds import Count, Percentage, Year
from calculator.engine.asking.notice import Notice
from calculator.engine.decision import NOT_KNOWN, Figure, Finding, Ruling
from calculator.engine.law import Band, Body, Gap, Kind, Law, NotInForceError, Value
from calculator.engine.month import Month

__all__ = [
    "NOT_KNOWN", "Band", "Between", "Body", "Count", "Facts", "Figure", "Finding", "Gap", "InvalidFactError",
    "Kind", "Law", "Month", "NotInForceError", "Notice", "Percentage", "Ruling", "Value", "Year",
]  # fmt: skip
