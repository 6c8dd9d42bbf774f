"""A piece of a table: some hundred kilobytes of whole rows in, the same rows with their results out."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import batched, chain

from calculator.arrears.cells import Refusal
from calculator.arrears.line import BLANK, Line, refused
from calculator.arrears.payroll import Payroll
from calculator.arrears.stood import Stood
from calculator.arrears.table import BLANKS, FORMULA, QUOTE, Table, harmless
from calculator.arrears.totals import Totals

# What stands in the place of a column where a row as a whole cannot be used.
ROW, TOO_MANY_CELLS = "row", "too_many_cells"
# The cells of so many rows stay near the processor.
ROWS = 512


class Worker:
    """Works out pieces of one table, each process with one of its own."""

    def __init__(self, table: Table, paid_on: date | None, epoch: int | None) -> None:
        self._table, self._width = table, len(table.columns)
        self._payroll = Payroll(table.columns, paid_on, epoch)
        # a cell that may be a formula; a sign alone is none
        separator = table.separator
        blanks = BLANKS.replace(separator, "").replace("\n", "")
        self._formula = re.compile(f"([{separator}\n])([{blanks}]*[{re.escape(FORMULA)}][^{separator}\n]+)")
        # to look first for the signs that there are, and then for what stands around them, is quicker
        around = f"(?<=[{separator}\n{blanks}].)[^{separator}\n]"
        self._signs = {sign: re.compile(f"{re.escape(sign)}{around}") for sign in FORMULA}

    def __call__(self, piece: str, stood: Stood, totals: Totals) -> bytes:
        """Work out whole rows; what stands in them is added to `stood`, what they owe to `totals`."""
        if QUOTE not in piece:
            if "\r" in piece:
                piece = piece.replace("\r\n", "\n").replace("\r", "\n")
            texts = piece.removesuffix("\n").split("\n")
            if {text.count(self._table.separator) for text in texts} == {self._width - 1}:
                return self._as_it_stands(piece, texts, stood, totals).encode()
        lines = io.StringIO(piece, newline="")
        return self._anew(self._table.rows(lines), stood, totals).encode()

    def _as_it_stands(self, piece: str, texts: list[str], stood: Stood, totals: Totals) -> str:
        """Lines without a quotation mark need not be written again: the result goes after them."""
        found = [line for some in batched(texts, ROWS) for line in self._lines(some, stood)]
        totals.add(found)
        begun = f"\n{piece}"
        if any(sign in piece and looked.search(begun) for sign, looked in self._signs.items()):
            whole = self._formula.sub(lambda cell: cell[1] + harmless(cell[2]), begun)
            texts = whole.removeprefix("\n").removesuffix("\n").split("\n")
        if BLANK in found:
            texts = [text for text, line in zip(texts, found, strict=True) if line is not BLANK]
            found = [line for line in found if line is not BLANK]
        kept = self._written
        written = [line.written or kept(line) for line in found]
        return "".join(chain.from_iterable(zip(texts, written, strict=True)))

    def _lines(self, texts: Sequence[str], stood: Stood) -> Iterable[Line]:
        """What such lines come to."""
        separator, width = self._table.separator, self._width
        cells = separator.join(texts).split(separator)
        return self._payroll.in_columns([cells[at::width] for at in range(width)], stood)

    def _written(self, line: Line) -> str:
        """What is written after a row, kept with its line."""
        separator = self._table.separator
        line.written = f"{separator}{separator.join(result(line))}{self._table.end}"
        return line.written

    def _anew(self, rows: Iterable[list[str]], stood: Stood, totals: Totals) -> str:
        """Any other lines, cell by cell."""
        fitted = [self._fitted(row) for row in rows if row]
        # the cells of a row with too many stand nobody knows where
        found = self._payroll.lines([[""] * self._width if more else row for row, more in fitted], stood)
        lines = [
            refused(None, [Refusal(ROW, row[-1], TOO_MANY_CELLS)]) if more else line
            for (row, more), line in zip(fitted, found, strict=True)
        ]
        totals.add(lines)
        return self._table.written(
            [*row, *result(line)] for (row, _), line in zip(fitted, lines, strict=True) if line is not BLANK
        )

    def _fitted(self, row: list[str]) -> tuple[list[str], bool]:
        """A row as wide as the table, and whether there was more: then the last cell has all that follows."""
        last = self._width - 1
        if len(row) > self._width:
            return [*row[:last], self._table.separator.join(row[last:])], True
        return [*row, *[""] * (self._width - len(row))], False


def result(line: Line) -> tuple[str, ...]:
    """The columns of the result."""
    return (line.status, line.reason, *line.values)
