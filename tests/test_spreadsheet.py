"""Cells of a spreadsheet, as the page writes them: run by Node, read back by Python."""

import csv
import io
import tomllib

import pytest

from tests.node import ROOT, in_node

WRITE = """
import { text } from "node:stream/consumers";
import { csv, withAllDigits } from "./overrides/calculator/along/data/csv.js";
const rows = JSON.parse(await text(process.stdin));
console.log(JSON.stringify([csv(withAllDigits(rows)), csv(rows)]));
"""
FORMULAS = tomllib.loads((ROOT / "tests" / "formulas.toml").read_text(encoding="utf-8"))
CELLS = {
    "plain": ("wages", "wages"),
    "Chinese": ("薪金，超过6,000令吉", "薪金，超过6,000令吉"),
    "comma": ("RM6,000", "RM6,000"),
    "quotes": ('say "yes"', 'say "yes"'),
    "two lines": ("one\ntwo", "one\ntwo"),
    "nothing": ("", ""),
    "formula": ("=1+1", "'=1+1"),
    "link": ('=HYPERLINK("https://example.com")', '\'=HYPERLINK("https://example.com")'),
    "plus": ("+60", "'+60"),
    "minus": ("-1", "-1"),
    "minus and more": ("-1+1", "'-1+1"),
    "at": ("@SUM(A1)", "'@SUM(A1)"),
    "tab": ("\t=1", "'\t=1"),
    "return": ("\r=1", "'\r=1"),
    "full width": ("＝1+1", "'＝1+1"),
    "formula later": ("1=1", "1=1"),
    "telephone": ("0380915100", "'0380915100"),
    "less than one": ("0.50", "0.50"),
    "amount": ("47.75", "47.75"),
    "day": ("2026-11-25", "2026-11-25"),
}


@pytest.fixture(scope="module")
def written() -> bytes:
    rows = [[cell, cell] for cell, _ in CELLS.values()]
    text: str = in_node(WRITE, rows)[0]
    return text.encode()


def test_every_cell_is_read_back_and_none_is_worked_out(written: bytes) -> None:
    rows = [*csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), strict=True)]
    assert dict(zip(CELLS, rows, strict=True)) == {name: [seen, seen] for name, (_, seen) in CELLS.items()}


def test_a_file_begins_and_its_lines_end_as_excel_and_wps_want_it(written: bytes) -> None:
    assert written.startswith(b'\xef\xbb\xbf"wages","wages"\r\n')
    assert written.endswith(b'"\r\n')


def test_what_a_program_reads_again_has_an_apostrophe_before_formulas_alone() -> None:
    """By the table that the command line keeps to as well."""
    guarded, unchanged = (FORMULAS[part]["cells"] for part in ("guarded", "unchanged"))
    text = in_node(WRITE, [[cell] for cell in (*guarded, *unchanged)])[1]
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    assert [cell for (cell,) in rows] == [*(f"'{cell}" for cell in guarded), *unchanged]
