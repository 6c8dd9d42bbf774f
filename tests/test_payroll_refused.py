"""What is no payroll, or too much, is refused with a code, before it can do harm."""

import re
from functools import cache

import pytest

from tests.node import ROOT, in_node
from tests.payroll.reading import FILES, Read, asked, read, read_all
from tests.payroll.workbooks import NAMED, packed, workbook


def bomb(part: str, size: int) -> bytes:
    return workbook(NAMED, instead={part: b" " * size})


def understated(part: bytes, size: int) -> bytes:
    """The same, where the list of the packed file says that the part is small."""
    packed_file = bytearray(bomb(part.decode(), size))
    # in the list the name stands 46 bytes behind the beginning of its entry, and the size 24
    entry = packed_file.rindex(part) - 46
    assert packed_file[entry : entry + 4] == b"PK\x01\x02"
    packed_file[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    return bytes(packed_file)


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
    "not XML": (workbook(NAMED, instead={"xl/workbook.xml": "no"}), "damaged"),
    "a web page": (b"<html><table><tr><td>1</td></tr></table></html>", "web_page"),
    "XML of 2003": (b'<?xml version="1.0"?><Workbook/>', "web_page"),
    "a printed page": (b"%PDF-1.7", "not_a_table"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "not_a_table"),
    "packed too tightly": (bomb("xl/worksheets/sheet1.xml", 20_000_000), "packed_too_tightly"),
    "larger than its list says": (understated(b"xl/worksheets/sheet1.xml", 20_000_000), "damaged"),
    "too many texts": (bomb("xl/sharedStrings.xml", 50_000_001), "unpacked_too_large"),
    "a quote that nothing closes": (
        'No,Month,Wages\nA,2021-03,1\n"B,2021-03,2\nC,2021-03,3\n',
        "quote_not_closed",
    ),
    "the same in a column that nobody wants": (
        'No,Month,Wages,Note\nA,2021-03,1,"\nB,2021-03,2,\nC,2021-03,3,\n',
        "quote_not_closed",
    ),
    "something behind a quote": ('No,Month,Wages\nA,2021-03,1\n"B" x,2021-03,2\n', "quote_not_closed"),
    "too many columns": (f"No,Month,Wages{',x' * 300}\nA,2021-03,1\n", "too_many_columns"),
}


@cache
def refused() -> dict[str, Read]:
    results = read_all([asked(given) for given, _ in REFUSED.values()])
    return dict(zip(REFUSED, results, strict=True))


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_payroll_is_refused_with_a_code(name: str) -> None:
    assert refused()[name].get("refused") == REFUSED[name][1]


def test_the_row_of_a_mark_that_is_not_closed_is_told() -> None:
    lines = "".join(f"A{number},2021-03,1\n" for number in range(5000))
    assert read(f'No,Month,Wages\n{lines}"B,2021-03,2\n')["figures"] == {"row": 5002}


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
    scripts = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.js"))
    given = {*re.findall(r'ReadError\(\s*"(\w+)"', scripts), *re.findall(r'problems\.add\("(\w+)"', scripts)}
    given |= {code for _, code in REFUSED.values()}
    assert [code for code in sorted(given) if f"| `{code}` |" not in table] == []
