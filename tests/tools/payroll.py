"""`python -m tests.tools.payroll FOLDER [ROWS]`: the payroll of tests/arrears as files, and what comes of it.

Writes `payroll.csv`, `payroll.xlsx` and `expected.json`: status, reasons and values of each row as the slow
and obvious way of tests/arrears/slow.py has them, and what they add up to; the same on every machine.
Days counted from 1900 are cells with a date in the workbook, where plain amounts are numbers, and ISO days in
CSV: nothing in such a file says from when they count.
"""

import csv
import json
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

from tests.arrears.expected import row, totals
from tests.arrears.made import COLUMNS, payroll
from tests.arrears.slow import worked_out
from tests.payroll.workbooks import workbook

PAID_ON = date(2026, 11, 26)
BEFORE_THE_FIRST = date(1899, 12, 30)
DATED = ("month", "born_on", "paid_on")
SERIAL, PLAIN = re.compile(r"\d{5}"), re.compile(r"\d+\.\d\d")
# How the workbook shows a number: mmm-yy, a day, ringgit.
STYLES = {"month": 1, "born_on": 2, "paid_on": 2, "wages": 4}


def as_csv(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """Write the rows as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *([_dated(id, cells[id]) for id in COLUMNS] for cells in rows)])


def _dated(id: str, text: str) -> str:
    if id in DATED and SERIAL.fullmatch(text):
        return str(BEFORE_THE_FIRST + timedelta(int(text)))
    return text


def as_workbook(rows: Sequence[Mapping[str, str]]) -> bytes:
    """The rows as a workbook of Excel."""
    names = "".join(_cell("", at, name, 1) for at, name in enumerate(COLUMNS))
    filled = (
        (number, "".join(_cell(id, at, cells[id], number) for at, id in enumerate(COLUMNS)))
        for number, cells in enumerate(rows, 2)
    )
    below = "".join(f'<row r="{number}">{each}</row>' for number, each in filled)
    return workbook(f'<row r="1">{names}</row>{below}')


def _cell(id: str, at: int, text: str, number: int) -> str:
    """A cell, whose column has one letter."""
    place = f'r="{chr(ord("A") + at)}{number}"'
    if not text:
        return ""
    if (id in DATED and SERIAL.fullmatch(text)) or (id == "wages" and PLAIN.fullmatch(text)):
        return f'<c {place} s="{STYLES[id]}"><v>{text}</v></c>'
    return f'<c {place} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def main(folder: str, count: str = "10000") -> None:
    """Write all three files."""
    to = Path(folder)
    to.mkdir(parents=True, exist_ok=True)
    rows = list(payroll(int(count)))
    results = [worked_out(made, PAID_ON) for made in rows]
    cells = [made.cells for made in rows]
    as_csv(to / "payroll.csv", cells)
    (to / "payroll.xlsx").write_bytes(as_workbook(cells))
    said = {
        "columns": COLUMNS,
        "paid_on": str(PAID_ON),
        "rows": [row(result) for result in results],
        "totals": totals(rows, results, PAID_ON),
    }
    (to / "expected.json").write_text(json.dumps(said, default=str), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
