"""Figures of the law, each with the day from which it holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from calculator.engine.dated import Confidence, Dated, Gap
from calculator.engine.law_file import LawFile, Table, as_rows, as_table
from calculator.engine.sources import Citation

type Amount = Decimal | int | date | str
type Bound = Literal["max", "min"]

KEYS = ("unit", "bound", "values")
ROW_KEYS = ("from", "value", "repealed", "unknown", "source", "confidence", "note")
BOUNDS: Mapping[str, Bound] = {"max": "max", "min": "min"}
WHOLE = ("days", "months", "years", "hours", "age", "day_of_month", "people", "offices")
DECIMAL = ("ringgit", "percent", "percent_per_year")
# A switch has no value of its own: what it says is the day from which a rule holds.
SWITCH = "in_force"
UNITS = (*DECIMAL, *WHOLE, "date", "phone", "text", SWITCH)


@dataclass(frozen=True, slots=True)
class Value:
    """What a parameter is from `since` on.

    `amount` is in `unit`: ringgit and percentages as Decimal, counts as int, days as date. A
    switch ("in_force") is a date, its own from-date. `bound` says that the law gives a maximum
    or a minimum. `note` is a code that says what is special about the row.
    """

    id: str
    since: date
    amount: Amount
    unit: str
    bound: Bound | None
    sources: tuple[str, ...]
    confidence: Confidence
    note: str | None = None

    @property
    def whole(self) -> int:
        """The amount of a count (days, years, an age); raises TypeError for any other unit."""
        if not isinstance(self.amount, int):
            raise TypeError(f"{self.id} is in {self.unit}, not a whole number")
        return self.amount


@dataclass(slots=True)
class ParameterReader:
    """Reads a file of parameters; `citations` collects what still has to be looked up."""

    file: LawFile
    citations: list[Citation]

    def read(self, tables: Mapping[str, object]) -> dict[str, Dated[Value]]:
        """Read every table as one parameter."""
        return {id: self._parameter(id, as_table(found)) for id, found in tables.items()}

    def _parameter(self, id: str, found: Table) -> Dated[Value]:
        line = self.file.line(id)
        self.file.keys(found, KEYS, line)
        unit = self.file.choice(found, "unit", UNITS, line)
        bound = self.file.choice(found, "bound", BOUNDS, line) if "bound" in found else ""
        rows = as_rows(found.get("values"))
        if not rows:
            self.file.problem(line, "no values; add values = [ { from = …, value = … } ]")
        lines = list(row_lines(self.file, id, rows))
        days = read_days(self.file, rows, lines)
        entries = [
            self._entry(id, row, day, at, unit, BOUNDS.get(bound))
            for row, day, at in zip(rows, days, lines, strict=True)
        ]
        return Dated(id, tuple(days), tuple(entries))

    def _entry(self, id: str, row: Table, day: date, line: int, unit: str, bound: Bound | None) -> Value | Gap:
        self.file.keys(row, ROW_KEYS, line)
        sources, confidence = read_citation(self.file, row, line, self.citations)
        note = str(row["note"]) if "note" in row else None
        gap = read_gap(row)
        if gap is not None:
            if "value" in row:
                self.file.problem(line, f"both value and {gap}; keep one of them")
            return Gap(gap, day, sources, confidence, note)
        if unit == SWITCH:
            if "value" in row:
                self.file.problem(line, "a switch has no value; leave it out, or write repealed = true")
            return Value(id, day, day, "date", bound, sources, confidence, note)
        return Value(id, day, self._amount(row, unit, line), unit, bound, sources, confidence, note)

    def _amount(self, row: Table, unit: str, line: int) -> Amount:
        value = row.get("value")
        if value is None:
            self.file.problem(line, "no value; add value = …, or repealed = true, or unknown = true")
        elif (amount := _amount_in(unit, value)) is not None:
            return amount
        elif unit in UNITS:
            self.file.problem(line, f'value "{value}" is not in {unit}; write {EXAMPLES[_kind(unit)]}')
        return 0


def _kind(unit: str) -> str:
    return "whole" if unit in WHOLE else "decimal" if unit in DECIMAL else unit


EXAMPLES = {
    "whole": "a whole number that is not negative",
    "decimal": "a number that is not negative, without quotation marks",
    "date": "a day such as 2018-07-01, without quotation marks",
    "phone": "a number such as \"1-300-22-8000\"",
    "text": "a word in quotation marks",
}


def _amount_in(unit: str, value: object) -> Amount | None:
    """Return the value as the unit wants it, or None when it does not fit."""
    kind = _kind(unit)
    if kind == "whole" and type(value) is int and value >= 0:
        return value
    if kind == "decimal" and type(value) in (int, Decimal) and Decimal(str(value)) >= 0:
        return Decimal(str(value))
    if kind == "date" and type(value) is date:
        return value
    if kind in ("phone", "text") and isinstance(value, str) and value:
        return value
    return None


def row_lines(file: LawFile, id: str, rows: Sequence[Table]) -> Iterator[int]:
    """Yield the line of each row: that of its from-date, the second time for one given twice."""
    seen: list[object] = []
    for row in rows:
        day = row.get("from")
        yield file.line(id, rf"from\s*=\s*{day}", seen.count(day))
        seen.append(day)


def read_days(file: LawFile, rows: Sequence[Table], lines: Sequence[int]) -> list[date]:
    """Read the from-dates; one given twice or out of order is refused."""
    days = [file.day(row, "from", line) for row, line in zip(rows, lines, strict=True)]
    for (before, day), line in zip(pairwise(days), lines[1:], strict=True):
        if day == before != date.min:
            file.problem(line, f"from {day} is there twice; keep one of the rows")
        if day < before:
            file.problem(line, f"from {day} stands after {before}; put the rows in order of time")
    return days


def read_gap(row: Table) -> Literal["repealed", "unknown"] | None:
    """Tell whether a row ends what was, or says that it is not known what follows."""
    if row.get("repealed") is True:
        return "repealed"
    return "unknown" if row.get("unknown") is True else None


def read_citation(
    file: LawFile, row: Table, line: int, citations: list[Citation]
) -> tuple[tuple[str, ...], Confidence]:
    """Read source and confidence of a row, and note them to be looked up."""
    sources, confidence = file.sources(row, line), file.confidence(row, line)
    citations.append(Citation(file, line, sources, confidence))
    return sources, confidence


