"""Payroll files as the page reads them: run by Node, written here and by other programs."""

import base64
from functools import cache
from typing import Any

import pytest

from tests.node import ROOT, in_node
from tests.payroll.names import NAMES
from tests.payroll.workbooks import packed, workbook

FILES = ROOT / "tests" / "payroll" / "files"
READ = """
import { text } from "node:stream/consumers";
import { open } from "./overrides/payroll/read/open.js";
const read = async ({ bytes, pasted, chosen, names }) => {
  try {
    const given = pasted ?? new Blob([Buffer.from(bytes, "base64")]);
    const { rows, sample, ...read } = await open(given, { ...chosen, names });
    const all = [];
    const sizes = [];
    for await (const piece of rows) {
      all.push(...piece);
      sizes.push(piece.length);
    }
    return { ...read, rows: all, sizes };
  } catch (error) {
    if (!error.code) throw error;
    return { refused: error.code, figures: error.figures };
  }
};
const given = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(await Promise.all(given.map(read))));
"""
type Read = dict[str, Any]
HEADER = ["No", "月份", "Gaji"]
TABLE = "No,月份,Gaji\nA17,2021-03,1\n"


def asked(given: bytes | str, **chosen: object) -> dict[str, object]:
    known = {"pasted": given} if isinstance(given, str) else {"bytes": base64.b64encode(given).decode()}
    return {**known, "chosen": chosen, "names": NAMES}


def read_all(given: list[dict[str, object]]) -> list[Read]:
    results: list[Read] = in_node(READ, given)
    return results


def read(given: bytes | str, **chosen: object) -> Read:
    return read_all([asked(given, **chosen)])[0]


def cells(result: Read) -> list[list[str]]:
    return [row["cells"] for row in result["rows"]]


def codes(result: Read) -> dict[str, list[tuple[int, int | None]]]:
    return {
        problem["code"]: [(place["row"], place["column"]) for place in problem["places"]]
        for problem in result["problems"]
    }


CHINESE = "姓名,月份,Gaji\n陈大文,2021-03,1\n林喆,2021-03,2\n"
WESTERN = "No,Month,Note\nA1,2021-03,José Müller\nA2,2021-03,RM\u00a01 – “ok”\nA3,2021-03,naïve café\n"
ENCODED = {
    "UTF-8": (CHINESE.encode(), CHINESE, "utf-8", True),
    "UTF-8 with a mark": (CHINESE.encode("utf-8-sig"), CHINESE, "utf-8", True),
    "plain": (b"No,Month,Wages\nA,2021-03,1\n", "No,Month,Wages\nA,2021-03,1\n", "utf-8", True),
    "UTF-16 LE with a mark": (b"\xff\xfe" + CHINESE.encode("utf-16-le"), CHINESE, "utf-16le", True),
    "UTF-16 BE with a mark": (b"\xfe\xff" + CHINESE.encode("utf-16-be"), CHINESE, "utf-16be", True),
    "UTF-16 LE": (CHINESE.encode("utf-16-le"), CHINESE, "utf-16le", False),
    "UTF-16 BE": (CHINESE.encode("utf-16-be"), CHINESE, "utf-16be", False),
    "GB18030": (CHINESE.encode("gb18030"), CHINESE, "gb18030", False),
    "GBK": (CHINESE.encode("gbk"), CHINESE, "gb18030", False),
    "Windows-1252": (WESTERN.encode("cp1252"), WESTERN, "windows-1252", False),
}


@cache
def encoded() -> dict[str, Read]:
    results = read_all([asked(written) for written, *_ in ENCODED.values()])
    return dict(zip(ENCODED, results, strict=True))


@pytest.mark.parametrize("name", ENCODED)
def test_the_encoding_is_guessed_and_said(name: str) -> None:
    _, text, encoding, sure = ENCODED[name]
    said = encoded()[name]["encoding"]
    assert (said["used"], said["guessed"], said["sure"]) == (encoding, encoding, sure)
    assert encoding not in said["others"]
    assert len(said["others"]) == 4
    header, *rows = [line.split(",") for line in text.splitlines()]
    assert (encoded()[name]["header"], cells(encoded()[name])) == (header, rows)


def test_another_encoding_can_be_chosen_and_what_is_lost_is_said() -> None:
    result = read(CHINESE.encode("gb18030"), encoding="utf-8")
    assert (result["encoding"]["used"], result["encoding"]["guessed"]) == ("utf-8", "gb18030")
    (problem,) = [each for each in result["problems"] if each["code"] == "signs_lost"]
    assert problem["figures"]["lost"] > 0


TEXTS: dict[str, tuple[str, dict[str, object], str, list[list[str]], dict[str, list[tuple[int, int | None]]]]] = {
    "comma": (TABLE, {}, ",", [["A17", "2021-03", "1"]], {}),
    "semicolon": ("No;月份;Gaji\nA17;2021-03;1,5\n", {}, ";", [["A17", "2021-03", "1,5"]], {}),
    "tab": ("No\t月份\tGaji\nA17\t2021-03\t1,250.00\n", {}, "\t", [["A17", "2021-03", "1,250.00"]], {}),
    "bar": ("No|月份|Gaji\nA17|2021-03|1\n", {}, "|", [["A17", "2021-03", "1"]], {}),
    "chosen": ("No;月份;Gaji\nA17;2021-03;1\n", {"separator": ";"}, ";", [["A17", "2021-03", "1"]], {}),
    "said as Excel does": ("sep=;\nNo;月份;Gaji\nA;2021-03;1", {}, ";", [["A", "2021-03", "1"]], {}),
    "quotes": ('No,月份,Gaji\n"A ""1""",2021-03,"1,250.00"\n', {}, ",", [['A "1"', "2021-03", "1,250.00"]], {}),
    "two lines in a cell": ('No,月份,Gaji\r\n"A\r\n1",2021-03,1\r\n', {}, ",", [["A\n1", "2021-03", "1"]], {}),
    "ends of lines of every kind": (
        "No,月份,Gaji\r\nA,2021-03,1\nB,2021-03,2\rC,2021-03,3",
        {},
        ",",
        [["A", "2021-03", "1"], ["B", "2021-03", "2"], ["C", "2021-03", "3"]],
        {},
    ),
    "a separator in an amount": (
        "No,月份,Gaji\nA,2021-03,1,250.00\nB,2021-03,2\n",
        {},
        ",",
        [["A", "2021-03", "1", "250.00"], ["B", "2021-03", "2"]],
        {"longer_rows": [(2, 4)]},
    ),
    "separators at the end": ("No,月份,Gaji\nA,2021-03,1,,\n", {}, ",", [["A", "2021-03", "1"]], {}),
    "a short row": ("No,月份,Gaji\nA,2021-03\n", {}, ",", [["A", "2021-03", ""]], {"shorter_rows": [(2, None)]}),
    "a quote that nothing closes": (
        'No,月份,Gaji\nA,2021-03,1\n"B,2021-03,2\nC,2021-03,3\n',
        {},
        ",",
        [["A", "2021-03", "1"], ["B,2021-03,2\nC,2021-03,3\n", "", ""]],
        {"quote_not_closed": [(3, None)], "shorter_rows": [(3, None)]},
    ),
    "a title above": (
        "Syarikat ABC\n\nNo,月份,Gaji\nA,2021-03,1\n",
        {},
        ",",
        [["A", "2021-03", "1"]],
        {"rows_above_header": [(1, None)]},
    ),
    "no names": ("A,2021-03,1\nB,2021-04,2\n", {}, ",", [["A", "2021-03", "1"], ["B", "2021-04", "2"]], {"no_header": []}),
    "names that are none, by choice": (
        "No,月份,Gaji\nA,2021-03,1\n",
        {"header": False},
        ",",
        [["No", "月份", "Gaji"], ["A", "2021-03", "1"]],
        {"no_header": []},
    ),
    "names of nobody": ("Alpha,Beta\nx,1\n", {}, ",", [["x", "1"]], {}),
}  # fmt: skip


@cache
def texts() -> dict[str, Read]:
    results = read_all([asked(text, **chosen) for text, chosen, *_ in TEXTS.values()])
    return dict(zip(TEXTS, results, strict=True))


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_read_with_its_separators(name: str) -> None:
    _, _, separator, rows, problems = TEXTS[name]
    result = texts()[name]
    assert (result["kind"], result["encoding"], result["epoch"]) == ("csv", None, None)
    assert (result["separator"]["used"], cells(result), codes(result)) == (separator, rows, problems)


def test_a_row_of_which_the_cells_have_moved_is_refused() -> None:
    longer, other = texts()["a separator in an amount"]["rows"]
    assert (longer["refused"], "refused" in other) == ("longer_row", False)


def test_rows_come_in_pieces_with_their_numbers_and_without_the_empty_ones() -> None:
    lines = [f"A{number},2021-03,{number}" if number % 7 else "" for number in range(1200)]
    result = read("No,月份,Gaji\n" + "\n".join(lines))
    expected = [(number + 2, line) for number, line in enumerate(lines) if line]
    assert [(row["number"], ",".join(row["cells"])) for row in result["rows"]] == expected
    assert max(result["sizes"]) == 500


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


NAMED = '<row r="1"><c r="A1" t="inlineStr"><is><t>No</t></is></c><c r="B1" t="str"><v>Gaji</v></c></row>'
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
)  # fmt: skip


def placed(cells_of: list[str]) -> str:
    rows = (f'<row r="{row}"><c r="B{row}" {cell}</c></row>' for row, cell in enumerate(cells_of, 2))
    return NAMED + "".join(rows) + '<row r="9999"><c r="A9999" s="1"/></row>'


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
    merged = '</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells><sheetData>'  # fmt: skip
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


def bomb(part: str, size: int) -> bytes:
    return workbook(NAMED, **{part: b" " * size})


REFUSED: dict[str, tuple[bytes | str, str]] = {
    "empty": (b"", "empty"),
    "only white": (" \n\n", "empty"),
    "only names": (b"No,Month,Wages\n", "header_only"),
    "sheet without a row": (workbook(""), "empty_sheet"),
    "sheet with names alone": (workbook(NAMED), "header_only"),
    "old workbook": ((FILES / "libreoffice.xls").read_bytes(), "old_workbook"),
    "behind a password": ((FILES / "password.xlsx").read_bytes(), "password_protected"),
    "of LibreOffice": ((FILES / "libreoffice.ods").read_bytes(), "other_workbook"),
    "another packed file": (packed({"word/document.xml": "<w/>"}), "not_a_workbook"),
    "cut off": ((FILES / "xlsxwriter.xlsx").read_bytes()[:3000], "damaged"),
    "not XML": (workbook(NAMED, xl__workbook="no"), "damaged"),
    "a web page": (b"<html><table><tr><td>1</td></tr></table></html>", "web_page"),
    "XML of 2003": (b'<?xml version="1.0"?><Workbook/>', "web_page"),
    "a printed page": (b"%PDF-1.7", "not_a_table"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "not_a_table"),
    "packed too tightly": (bomb("xl__worksheets__sheet1", 20_000_000), "packed_too_tightly"),
    "too many texts": (bomb("xl__sharedStrings", 50_000_001), "unpacked_too_large"),
    "too many columns": (f"No,Month,Wages{',x' * 300}\nA,2021-03,1\n", "too_many_columns"),
}


@cache
def refused() -> dict[str, Read]:
    results = read_all([asked(given) for given, _ in REFUSED.values()])
    return dict(zip(REFUSED, results, strict=True))


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_payroll_is_refused_with_a_code(name: str) -> None:
    assert refused()[name].get("refused") == REFUSED[name][1]


def test_a_file_over_the_limit_is_refused_before_it_is_read() -> None:
    script = """
    import { open } from "./overrides/payroll/read/open.js";
    const file = { size: 50_000_001, arrayBuffer: () => { throw new Error("read"); } };
    await open(file, {}).catch(({ code, figures }) => console.log(JSON.stringify({ code, figures })));
    """
    expected = {"code": "file_too_large", "figures": {"bytes": 50_000_001, "limit": 50_000_000}}
    assert in_node(script, None) == expected


def test_every_code_stands_in_the_table() -> None:
    folder = ROOT / "overrides" / "payroll" / "read"
    table = (folder / "README.md").read_text(encoding="utf-8")
    given = {code for _, code in REFUSED.values()}
    said = {problem["code"] for result in texts().values() for problem in result["problems"]}
    assert [code for code in sorted(given | said) if f"| `{code}` |" not in table] == []
