"""The files to fill in that writers keep beside a page, as CSV: names of columns, and rows as examples."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.saved import of_spreadsheet

NAME = "payroll-template-"

# Rows by folder and language: arrears/en.
type Templates = Mapping[str, list[list[str]]]


def read_template(path: Path, root: Path) -> list[list[str]]:
    """The rows of one, the first with the names; raises WordsError where it cannot be read."""
    return list(csv.reader(io.StringIO(of_spreadsheet(path, root), newline="")))


def paths(docs: Path) -> dict[str, Path]:
    """All of them, by folder and language."""
    return {
        f"{path.parent.name}/{lang}": path
        for lang in LANGUAGES
        for path in sorted(docs.glob(f"*/{NAME}{lang}.csv"))
    }


def column(rows: list[list[str]], name: str) -> list[str]:
    """What stands in a column, each once; nothing of empty cells."""
    at = rows[0].index(name) if rows and name in rows[0] else None
    return [] if at is None else list(dict.fromkeys(row[at] for row in rows[1:] if any(row[at : at + 1])))
