"""Cells that a spreadsheet would work out, as the command line writes them: all of tests/formulas.toml."""

import csv
import io
import tomllib
from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from calculator.arrears import files

TABLE = tomllib.loads((Path(__file__).parents[1] / "formulas.toml").read_text(encoding="utf-8"))
GUARDED, UNCHANGED = (TABLE[part]["cells"] for part in ("guarded", "unchanged"))
EXPECTED = [*((cell, f"'{cell}") for cell in GUARDED), *((cell, cell) for cell in UNCHANGED)]
HEAD, ROW = ["note", "month", "wages", "more"], ["2023-03", "1", "x"]


def written(rows: list[list[str]], separator: str, *, quoted: bool) -> list[list[str]]:
    given, taken = io.StringIO(), io.BytesIO()
    how: Literal[0, 1] = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(given, delimiter=separator, quoting=how, lineterminator="\n").writerows([HEAD, *rows])
    files.run(io.BytesIO(given.getvalue().encode()), taken, paid_on=date(2026, 11, 26))
    lines = io.StringIO(taken.getvalue().decode(), newline="")
    return [row[: len(HEAD)] for row in csv.reader(lines, delimiter=separator)][1:]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_formula_is_made_harmless_and_anything_else_stays(separator: str) -> None:
    rows = [[cell, *ROW] for cell, _ in EXPECTED]
    assert written(rows, separator, quoted=True) == [[seen, *ROW] for _, seen in EXPECTED]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_same_where_nothing_is_quoted(separator: str) -> None:
    """In the first column and in the last, behind which the result stands."""
    plain = [(cell, seen) for cell, seen in EXPECTED if not {*f'"\r\n{separator}'} & {*cell}]
    assert len(plain) > len(EXPECTED) / 2
    rows = [[cell, *ROW[:-1], cell] for cell, _ in plain]
    expected = [[seen, *ROW[:-1], seen] for _, seen in plain]
    assert written(rows, separator, quoted=False) == expected
