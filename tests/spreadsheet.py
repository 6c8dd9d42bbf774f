"""A real spreadsheet program, Gnumeric, opens a file as it is: what it takes each cell for."""

import csv
import gzip
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

PROGRAM = "ssconvert"
CELL = "{http://www.gnumeric.org/v10.dtd}Cell"
# What its own format calls an empty cell, a number (whole or not) and a text; a formula has no number.
EMPTY, NUMBERS, TEXT = "10", {"30", "40"}, "60"
# A number of which no zero in front is lost.
AMOUNT = re.compile(r"(0|[1-9]\d*)(\.\d+)?%?")
FIRST_DAY = date(1899, 12, 30)


@dataclass(frozen=True)
class Cell:
    """What the program took a cell for: `text`, `number`, `day`, or anything else that has a value."""

    kind: str
    content: str

    @property
    def day(self) -> date:
        return FIRST_DAY + timedelta(days=int(self.content))

    def says(self, text: str) -> bool:
        """Whether that is what was written: nothing is worked out, and nothing is lost."""
        if self.kind == "text":
            # an apostrophe in front is the sign for a text, and not shown
            return self.content in (text, text.removeprefix("'"))
        if self.kind == "number":
            amount = AMOUNT.fullmatch(text)
            return bool(amount) and abs(float(self.content) - _number(text)) < 1e-9
        if self.kind == "day":
            words = f"{self.day.day} {self.day:%B %Y}"
            months = (f"{self.day:%Y-%m}", f"{self.day:%B %Y}") if self.day.day == 1 else ()
            return text in (self.day.isoformat(), words, *months)
        return False


NOTHING = Cell("text", "")


def _number(text: str) -> float:
    return float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)


def is_there() -> bool:
    """Whether this machine has the program; without it its tests are not collected."""
    return shutil.which(PROGRAM) is not None


def opened(path: Path) -> dict[tuple[int, int], Cell]:
    """The cells by row and column, counted from 0; the file is opened as whoever clicks on it opens it."""
    into = path.with_suffix(".gnumeric")
    command = [PROGRAM, str(path), str(into)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    subprocess.run(command, env=environment, capture_output=True, check=True)
    root = ElementTree.fromstring(gzip.decompress(into.read_bytes()))  # noqa: S314 - of a program of ours
    return {(int(each.attrib["Row"]), int(each.attrib["Col"])): _cell(each) for each in root.iter(CELL)}


def _cell(found: ElementTree.Element) -> Cell:
    kind, content = found.attrib.get("ValueType"), found.text or ""
    if kind in (TEXT, EMPTY):
        return Cell("text", content)
    if kind in NUMBERS:
        return Cell("day" if "yy" in found.attrib.get("ValueFormat", "") else "number", content)
    return Cell("formula" if kind is None else f"of type {kind}", content)


def differences(path: Path) -> list[tuple[int, int, str, Cell]]:
    """The cells of a CSV file that the program takes for something else than what stands in it."""
    cells = opened(path)
    rows = csv.reader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True), strict=True)
    every = ((row, column, text) for row, texts in enumerate(rows) for column, text in enumerate(texts))
    found = ((row, column, text, cells.get((row, column), NOTHING)) for row, column, text in every)
    return [(row, column, text, cell) for row, column, text, cell in found if not cell.says(text)]
