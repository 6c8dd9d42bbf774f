"""A payroll as one program after the other saves it comes to the same, by the page's reader and the rules."""

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from calculator import answer
from calculator.arrears.requests import MOST_ROWS
from tests.arrears.expected import totals
from tests.arrears.made import payroll
from tests.arrears.slow import worked_out
from tests.payroll.reading import asked, read_all
from tests.tools.payroll import PAID_ON, as_csv, as_workbook

ROWS = list(payroll(MOST_ROWS))
CELLS = [made.cells for made in ROWS]
SHEET, SHARED = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
INLINE = re.compile(r't="inlineStr"><is>(<t.*?</t>)</is>', re.DOTALL)


def shared(styles: Mapping[str, str]) -> bytes:
    """With texts that cells share, as the large programs keep them, and days in the formats of one."""
    with zipfile.ZipFile(io.BytesIO(as_workbook(CELLS))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    texts = list(dict.fromkeys(INLINE.findall(parts[SHEET])))
    places = {text: place for place, text in enumerate(texts)}
    sheet = INLINE.sub(lambda cell: f't="s"><v>{places[cell[1]]}</v>', parts[SHEET])
    parts[SHEET] = re.sub(r' s="(\d)"', lambda style: f' s="{styles.get(style[1], style[1])}"', sheet)
    parts[SHARED] = parts[SHARED].replace("</sst>", "".join(f"<si>{text}</si>" for text in texts) + "</sst>")
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return into.getvalue()


def by_csv(folder: Path) -> bytes:
    as_csv(folder / "payroll.csv", CELLS)
    return (folder / "payroll.csv").read_bytes()


def by_program(*command: str) -> Callable[[Path], bytes]:
    """Opened and saved by a program of this machine; `{into}` is the folder where it saves."""

    def saved(folder: Path) -> bytes:
        given, into = folder / "payroll.xlsx", folder / "saved"
        given.write_bytes(as_workbook(CELLS))
        into.mkdir()
        words = [word.format(given=given, into=into, home=folder) for word in command]
        subprocess.run(words, capture_output=True, check=True)
        return (into / given.name).read_bytes()

    return saved


# Excel shows a month as Mar-21, WPS as 2021年3月, Google a day as 5-Mar-2021; see tests/payroll/workbooks.py
SAVED: dict[str, Callable[[Path], bytes]] = {
    "csv": by_csv,
    "Excel": lambda _: shared({}),
    "WPS": lambda _: shared({"1": "3"}),
    "Google": lambda _: shared({"2": "5"}),
}
# Real programs where this machine has them
REAL = {
    "LibreOffice": by_program(
        "soffice", "-env:UserInstallation=file://{home}/profile", "--headless", "--convert-to", "xlsx",
        "--outdir", "{into}", "{given}",
    ),
    "Gnumeric": by_program("ssconvert", "{given}", "{into}/payroll.xlsx"),
}  # fmt: skip
COMMANDS = {"LibreOffice": "soffice", "Gnumeric": "ssconvert"}
SAVED |= {name: by for name, by in REAL.items() if shutil.which(COMMANDS[name])}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the rules say of each file, as it was read."""
    given = [asked(by(tmp_path_factory.mktemp("saved"))) for by in SAVED.values()]
    return dict(zip(SAVED, map(said, read_all(given)), strict=True))


def said(grid: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a response of the rules
    rows = [row["cells"] for row in grid["rows"]]
    about = {"epoch": grid["epoch"]} if grid["epoch"] else {}
    given = {"columns": grid["header"], "rows": rows, "paid_on": str(PAID_ON), **about}
    return json.loads(answer(json.dumps({"notice": "arrears", "lang": "en", "payroll": given})))


@pytest.mark.parametrize("program", SAVED)
def test_the_file_of_every_program_comes_to_what_the_slow_way_says(
    program: str, results: Mapping[str, Any]
) -> None:
    expected = totals(ROWS, [worked_out(made, PAID_ON) for made in ROWS], PAID_ON)
    found = results[program]["totals"]
    assert {name: count for name, count in found["rows"].items() if count} == expected["rows"]
    assert found["reasons"] == expected["reasons"]
    for month, sums in expected["months"].items():
        shown = {name: Decimal(found["months"][month][name] or 0) for name in sums}
        assert shown == sums, (program, month)
