"""Figures of the law, each with the day from which it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculator.engine.dated import Confidence, Dated, Gap
from calculator.engine.law_file import LawFile
from calculator.engine.law_row import CITED, Bound, Row, in_order

type Amount = Decimal | int | date | str

DECIMAL = ("ringgit", "percent", "percent_per_year")
WHOLE = ("days", "months", "years", "hours", "age", "day_of_month", "people", "offices")
TEXT = ("phone", "text")
# A switch has no value of its own: what it says is the day from which a rule holds.
SWITCH = "in_force"
UNITS = (*DECIMAL, *WHOLE, *TEXT, "date", SWITCH)


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
        """The amount as a whole number; raises TypeError for a unit that is not counted."""
        if isinstance(self.amount, int):
            return self.amount
        raise TypeError(f"{self.id} is in {self.unit}, not a whole number")


def read_parameters(file: LawFile, found: Mapping[str, object]) -> dict[str, Dated[Value]]:
    """Read every table of parameters.toml as one parameter."""
    return {id: _parameter(id, row) for id, row in Row.tables(file, found)}


def _parameter(id: str, row: Row) -> Dated[Value]:
    row.keys("unit", "bound", "values")
    unit, bound = row.choice("unit", UNITS), row.bound()
    rows = row.rows("values", "from")
    if not rows:
        row.problem("no values; add values = [ { from = …, value = … } ]")
    entries = [_entry(id, each, day, unit, bound) for day, each in in_order(rows)]
    return Dated(id, tuple(entry.since for entry in entries), tuple(entries))


def _entry(id: str, row: Row, day: date, unit: str, bound: Bound | None) -> Value | Gap:
    row.keys("from", "value", "repealed", "unknown", *CITED)
    if gap := row.gap(day):
        return gap
    amount = _amount(row, day, unit)
    shown = "date" if unit == SWITCH else unit
    return Value(id, day, amount, shown, bound, row.sources(), row.confidence(), row.note())


def _amount(row: Row, day: date, unit: str) -> Amount:
    """Read the value as its unit wants it."""
    value = row.found.get("value")
    if unit == SWITCH:
        if value is not None:
            row.problem("a switch has no value: it is in force from its day on; leave the value out")
        return day
    if value is None:
        row.problem("no value; add value = …, or repealed = true, or unknown = true")
        return 0
    amount = Decimal(value) if unit in DECIMAL and type(value) is int else value
    # Exact types: True is an int, and a time of day comes with a date
    if isinstance(amount, Decimal | int | date | str) and type(amount) is _type(unit):
        if isinstance(amount, date | str) or amount >= 0:
            return amount
        row.problem(f"value is {value}; write an amount that is not negative")
        return 0
    row.problem(f'value is "{value}", not {unit}; write {EXAMPLES[_type(unit)]}')
    return 0


def _type(unit: str) -> type[Decimal | int | date | str]:
    if unit in DECIMAL:
        return Decimal
    if unit in WHOLE:
        return int
    return str if unit in TEXT else date


EXAMPLES: Mapping[type, str] = {
    Decimal: "a number without quotation marks",
    int: "a whole number without quotation marks",
    str: "a text in quotation marks",
    date: "a day such as 2018-07-01, without quotation marks",
}
