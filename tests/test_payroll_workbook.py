"""Workbooks as the page reads them: of real programs, and with what the files of others have."""

from functools import cache

import pytest

from tests.payroll.reading import FILES, asked, cells, codes, read, read_all
from tests.payroll.workbooks import placed, workbook

ROWS = [
    ["A17", "2021-03", "公民", "1234.5", "1980-05-17", '"Tan" & Sons', "2469"],
    ["A18", "2021-04", "外劳", "0.3", "1975-01-02", "two\nlines", "0.6"],
    ["007", "2025-12", "公民", "3250", "1999-12-31", "", "6500"],
]


@pytest.mark.parametrize("program", ["libreoffice", "gnumeric", "xlsxwriter"])
def test_the_same_rows_come_from_the_files_of_all_programs(program: str) -> None:
    result = read((FILES / f"{program}.xlsx").read_bytes())
    assert (result["kind"], result["sheet"], result["epoch"]) == ("xlsx", "Gaji", 1900)
    assert cells(result) == ROWS


def test_a_formula_without_a_value_is_shown_and_said() -> None:
    result = read((FILES / "openpyxl.xlsx").read_bytes())
    assert cells(result) == [[*row[:-1], f"=D{line}*2"] for line, row in enumerate(ROWS, 2)]
    assert codes(result)["formula_without_value"] == [(2, 7), (3, 7), (4, 7)]
    assert (result["sheets"], codes(result)["hidden_sheets"]) == (["Gaji", "其他"], [])


CELLS = {
    "shared": ('t="s"><v>0</v>', "plain"),
    "shared, of two looks": ('t="s"><v>1</v>', "Lim Ah Kow"),
    "shared, with its reading": ('t="s"><v>2</v>', "陈"),
    "shared, escaped": ('t="s"><v>3</v>', "a\rb & <c>"),
    "inline, of two looks": ('t="inlineStr"><is><r><t>Lim </t></r><r><t>Ah</t></r></is>', "Lim Ah"),
    "amount": ("><v>1234.5</v>", "1234.5"),
    "float noise": ("><v>1234.4999999999998</v>", "1234.5"),
    "float noise of a sum": ("><v>1234.4999999999991</v>", "1234.5"),
    "a third": ("><v>0.33333333333333331</v>", "0.333333333333333"),
    "an identity card": ("><v>800517145678</v>", "800517145678"),
    "an exponent": ("><v>1.5E+22</v>", "15000000000000000000000"),
    "a small exponent": ("><v>2.5E-7</v>", "0.00000025"),
    "negative": ('s="4"><v>-12.3</v>', "-12.3"),
    "a currency of Google": ('s="4"><v>3250</v>', "3250"),
    "month": ('s="1"><v>44256</v>', "2021-03"),
    "month in Chinese": ('s="3"><v>44256</v>', "2021-03"),
    "day": ('s="2"><v>44261</v>', "2021-03-06"),
    "day with a name": ('s="5"><v>44261</v>', "2021-03-06"),
    "day with a time": ('s="2"><v>44261.75</v>', "2021-03-06"),
    "day as a text": ('t="d"><v>2021-03-06</v>', "2021-03-06"),
    "true": ('t="b"><v>1</v>', "TRUE"),
    "formula": ("><f>A1*2</f><v>12.5</v>", "12.5"),
    "formula of a text": ('t="str"><f>A1&amp;"b"</f><v>ab</v>', "ab"),
    "formula of nothing": ('t="str"><f>IF(A1,"","")</f><v></v>', ""),
    "formula of a day": ('s="2"><f>TODAY()</f><v>44261</v>', "2021-03-06"),
}
STRINGS = (
    '<si><t>plain</t></si><si><r><t>Lim </t></r><r><rPr><b/></rPr><t xml:space="preserve">Ah Kow</t></r></si>'
    '<si><t>陈</t><rPh sb="0" eb="1"><t>chen</t></rPh></si><si><t>a_x000D_b &amp; &lt;c&gt;</t></si>'
)


@cache
def one_sheet() -> dict[int, str]:
    result = read(workbook(placed([cell for cell, _ in CELLS.values()]), STRINGS))
    return {row["number"]: row["cells"][1] for row in result["rows"]}


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_of_a_workbook_is_read_as_its_text(name: str) -> None:
    assert one_sheet().get(list(CELLS).index(name) + 2, "") == CELLS[name][1]


def test_days_are_counted_as_the_workbook_says() -> None:
    given = workbook(placed(['s="2"><v>42799</v>']), properties='<workbookPr date1904="1"/>')
    result = read(given)
    assert (result["epoch"], cells(result)) == (1904, [["", "2021-03-06"]])


def test_cells_of_which_little_is_left_are_said() -> None:
    merged = '</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells><sheetData>'
    result = read(workbook(placed(['t="e"><v>#N/A</v>', "><f>B2*2</f>", "><v>1</v>"]) + merged))
    assert cells(result) == [["", "#N/A"], ["", "=B2*2"], ["", "1"]]
    assert codes(result) == {
        "error_value": [(2, 2)],
        "formula_without_value": [(3, 2)],
        "merged_cells": [(2, 1)],
    }


def sheets(*states: str) -> str:
    ids = ("rId1", "rId4")
    return "".join(
        f'<sheet name="S{number}" sheetId="{number}" r:id="{id}"{state}/>'
        for number, (id, state) in enumerate(zip(ids, states, strict=True), 1)
    )


def test_a_sheet_is_chosen_or_the_first_that_is_shown_and_not_empty() -> None:
    full = placed(["><v>1</v>"])
    hidden = ' state="hidden"'
    given = [
        asked(workbook(full, sheets=sheets("", ""))),
        asked(workbook(full, sheets=sheets("", "")), sheet="S2", header=False),
        asked(workbook("", sheets=sheets("", "")), header=False),
        asked(workbook(full, sheets=sheets(hidden, "")), header=False),
        asked(workbook(full, sheets=sheets("", "")), sheet="S3"),
    ]
    *read_ones, missing = read_all(given)
    assert [(each["sheet"], each["sheets"]) for each in read_ones] == [
        ("S1", ["S1", "S2"]),
        ("S2", ["S1", "S2"]),
        ("S2", ["S1", "S2"]),
        ("S2", ["S2"]),
    ]
    assert missing == {"refused": "no_such_sheet", "figures": {"sheet": "S3"}}
