"""`python -m tests.tools.saved FILE…`: payrolls as programs saved them, against the slow and obvious way.

Each began as `payroll.xlsx` of `python -m tests.tools.payroll`, was opened in a spreadsheet program and saved
as a workbook there. It is read by the page's own reader, in Node; the rules get some hundred rows at a time.
Prints how many rows of each file are otherwise than expected, and ends with 1 where one is.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from calculator import answer
from calculator.arrears.requests import MOST_ROWS
from tests.arrears.expected import Row, row
from tests.arrears.made import payroll
from tests.arrears.slow import worked_out
from tests.payroll.reading import asked, read_all
from tests.tools.payroll import PAID_ON


def rows(grid: Mapping[str, Any]) -> Iterator[Row]:
    """Status, reasons and values of each row of a file."""
    cells = [each["cells"] for each in grid["rows"]]
    worker, month = (grid["header"].index(name) for name in ("worker_id", "month"))
    about = {"epoch": grid["epoch"]} if grid["epoch"] else {}
    stood: dict[str, list[list[str]]] = {}
    for at in range(0, len(cells), MOST_ROWS):
        piece = cells[at : at + MOST_ROWS]
        seen = [pair for each in {of[worker] for of in piece} for pair in stood.get(each, [])]
        given = {"columns": grid["header"], "rows": piece, "paid_on": str(PAID_ON), "seen": seen, **about}
        said = json.loads(answer(json.dumps({"notice": "arrears", "lang": "en", "payroll": given})))
        for of, found in zip(piece, said["rows"], strict=True):
            if found["month"]:
                stood.setdefault(of[worker], []).append([of[worker], of[month]])
            yield found["status"], sorted(found["reason"].split()), found["values"]


def differences(file: Path) -> tuple[int, list[str]]:
    """How many rows were read, and those that come to something else."""
    (grid,) = read_all([asked(file.read_bytes())])
    if "refused" in grid:
        return 0, [f"not read: {grid['refused']}"]
    found = list(rows(grid))
    made = list(payroll(len(found)))
    expected = [row(worked_out(each, PAID_ON)) for each in made]
    return len(found), [
        f"row {at}: {is_}, and not {should}"
        for at, (is_, should) in enumerate(zip(found, expected, strict=True), 2)
        if is_ != should
    ]


def main(*files: str) -> None:
    """Print what differs, the first of each file in full."""
    wrong = 0
    for name in files:
        read, found = differences(Path(name))
        wrong += len(found)
        print(f"{name}: {read:,} rows, {len(found):,} otherwise", *found[:3], sep="\n  ")  # noqa: T201
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main(*sys.argv[1:])
