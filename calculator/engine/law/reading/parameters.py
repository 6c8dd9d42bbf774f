"""Reading parameters.toml: one table for each figure of the law."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from calculator.engine.figures import Unit
from calculator.engine.law.dated import Dated, Gap
from calculator.engine.law.parameters import Amount, Bound, Value
from calculator.engine.law.reading.file import LawFile
from calculator.engine.law.reading.row import CITED, Row, in_order

# A switch has no value of its own: what it says is the day from which a rule holds.
SWITCH = "in_force"
PARAMETER_KEYS = ("unit", "bound", "values")
VALUE_KEYS = ("from", "value", "repealed", "unknown", *CITED)
EXAMPLES: Mapping[type, str] = {
    Decimal: "a number without quotation marks",
    int: "a whole number without quotation marks",
    str: "a text in quotation marks",
    date: "a day such as 2018-07-01, without quotation marks",
}


def read_parameters(file: LawFile, found: Mapping[str, object]) -> dict[str, Dated[Value]]:
    """Read every table of parameters.toml as one parameter."""
    return {id: _parameter(id, row) for id, row in Row.tables(file, found)}


def _parameter(id: str, row: Row) -> Dated[Value]:
    row.keys(*PARAMETER_KEYS)
    units = {name: unit for name, unit in row.file.report.units.items() if unit.amount in EXAMPLES}
    unit, bound = row.choice("unit", (*units, SWITCH)), row.bound()
    rows = row.rows("values", "from")
    if not rows:
        row.problem("no values; add values = [ { from = …, value = … } ]")
    entries = [_entry(id, each, day, (unit, units.get(unit)), bound) for day, each in in_order(rows)]
    return Dated(id, tuple(entry.since for entry in entries), tuple(entries))


def _entry(id: str, row: Row, day: date, named: tuple[str, Unit | None], bound: Bound | None) -> Value | Gap:
    row.keys(*VALUE_KEYS)
    if gap := row.gap(day):
        return gap
    name, unit = named
    amount = _amount(row, name, unit) if unit else _switched_on(row, day)
    shown = name if unit else "date"
    return Value(id, day, amount, shown, bound, row.sources(), row.confidence(), row.note())


def _switched_on(row: Row, day: date) -> date:
    if "value" in row.found:
        row.problem("a switch has no value: it is in force from its day on; leave the value out")
    return day


def _amount(row: Row, name: str, unit: Unit) -> Amount:
    """Read the value as its unit wants it."""
    value = row.found.get("value")
    if value is None:
        row.problem("no value; add value = …, or repealed = true, or unknown = true")
        return 0
    amount = Decimal(value) if unit.amount is Decimal and type(value) is int else value
    # Exact types: True is an int, and a time of day comes with a date
    if isinstance(amount, Decimal | int | date | str) and type(amount) is unit.amount:
        if isinstance(amount, date | str) or amount >= 0:
            return amount
        row.problem(f"value is {value}; write an amount that is not negative")
        return 0
    row.problem(f'value is "{value}", not {name}; write {EXAMPLES[unit.amount]}')
    return 0
