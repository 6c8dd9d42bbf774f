"""Workbooks that the page writes: by Node, read back by it and by Python."""

import base64
import io
import zipfile

from tests.node import in_node
from tests.payroll.names import NAMES

WRITE = """
import { text } from "node:stream/consumers";
import { open } from "./overrides/payroll/read/open.js";
import { xlsx } from "./overrides/payroll/read/write.js";
const { sheets, names } = JSON.parse(await text(process.stdin));
const bytes = await xlsx(sheets);
const read = async ({ name }) => {
  const { header, rows } = await open(new Blob([bytes]), { names, sheet: name });
  const cells = [];
  for await (const piece of rows) cells.push(...piece.map((row) => row.cells));
  return [header, ...cells];
};
const back = [await read(sheets[0]), await read(sheets[1])];
console.log(JSON.stringify({ bytes: Buffer.from(bytes).toString("base64"), back }));
"""
RESULT = [
    ["worker_id", "month", "wages", "due_on", "note"],
    ["0123", "2021-03", "1850.00", "2021-04-15", "=cmd|' /C calc'!A0"],
    ["A<&>", "2021-04", "RM2", "", "@SUM(A1)\n+1"],
    ["800517145678", "2021-13", "", "2021-02-30", "-1"],
]
KINDS = ["text", "month", "money", "day", "text"]


def test_a_workbook_is_read_back_and_nothing_in_it_is_worked_out() -> None:
    refused = [["row", "month"], ["3", "x"]]
    sheets = [{"name": "Result", "rows": RESULT, "columns": KINDS}, {"name": "不受理", "rows": refused}]
    written = in_node(WRITE, {"sheets": sheets, "names": NAMES})
    expected = [[cell.replace("1850.00", "1850") for cell in row] for row in RESULT]
    assert written["back"] == [expected, refused]
    archive = zipfile.ZipFile(io.BytesIO(base64.b64decode(written["bytes"])))
    sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    # amounts and days can be counted with; a text is never a formula
    assert ("<f" in sheet, "<v>1850</v>" in sheet, "<v>44256</v>" in sheet) == (False, True, True)
    assert "yyyy-mm-dd" in archive.read("xl/styles.xml").decode()
