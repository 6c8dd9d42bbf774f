"""A table as text: how its lines are parted into cells, and written again with a result after them."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from calculator.arrears.columns import COLUMNS, REQUIRED, RESULT

SEPARATORS = ",;\t"
QUOTE = '"'
# How a cell begins that a spreadsheet would work out as a formula; some drop blanks before it. The page has
# the same rule (overrides/calculator/along/data/csv.js); both keep to one table of cases, tests/formulas.toml
FORMULA, BLANKS = "=+-@＝＋－＠", " \t\r\n\u00a0\u3000"
NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?", re.ASCII)


class FileError(ValueError):
    """Raised when a file cannot be used; says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Table:
    """How a file is written: its separator, its end of a line, and the ids of its columns in their order.

    A column that is not read has an empty id.
    """

    separator: str
    end: str
    columns: tuple[str, ...]

    def rows(self, lines: Iterable[str]) -> Iterable[list[str]]:
        """The cells of each line; a quoted cell may have line breaks."""
        return csv.reader(lines, delimiter=self.separator)

    def written(self, rows: Iterable[Sequence[str]]) -> str:
        """Rows as text; a cell that a spreadsheet would take for a formula gets an apostrophe before it."""
        text = io.StringIO()
        writer = csv.writer(text, delimiter=self.separator, lineterminator=self.end)
        writer.writerows([harmless(cell) for cell in row] for row in rows)
        return text.getvalue()


def harmless(cell: str) -> str:
    """The cell as it is, or with an apostrophe where it would be a formula; numbers stay numbers."""
    bare = cell.strip(BLANKS)
    # a sign alone is a dash
    if bare[:1] not in FORMULA or len(bare) <= 1 or NUMBER.fullmatch(bare):
        return cell
    return f"'{cell}"


def table(first: str) -> Table:
    """Read the first line; raises FileError."""
    end = first[len(first.rstrip("\r\n")) :] or "\n"
    best = max(SEPARATORS, key=lambda separator: len(_known(first, separator)))
    names = _names(first, best)
    ids = tuple(name if name in COLUMNS else "" for name in names)
    for name in names:
        if name in COLUMNS and names.count(name) > 1:
            raise FileError(f'The column "{name}" stands there twice; leave one of them.')
        if name in RESULT:
            raise FileError(f'The column "{name}" is one of the result; leave those out.')
    if missing := [name for name in REQUIRED if name not in names]:
        raise FileError(f"There is no column {' and '.join(missing)}; write its id in the first line.")
    return Table(best, end, ids)


def _names(first: str, separator: str) -> list[str]:
    names = next(csv.reader([first], delimiter=separator), [])
    return [name.strip().lower() for name in names]


def _known(first: str, separator: str) -> set[str]:
    return set(_names(first, separator)) & set(COLUMNS)
