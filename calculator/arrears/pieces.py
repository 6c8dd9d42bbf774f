"""A piece of a table: some hundred kilobytes of whole rows in, the same rows with their results out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from calculator.arrears.cells import Refusal
from calculator.arrears.line import BLANK, Line, refused
from calculator.arrears.owed import CONTRIBUTIONS
from calculator.arrears.payroll import MOST, Payroll, Stood
from calculator.arrears.table import FORMULA, QUOTE, Table, harmless
from calculator.arrears.totals import Totals
from calculator.engine.asking.found import load

# What stands in the place of a column where a row as a whole cannot be used.
ROW, TOO_MANY_CELLS = "row", "too_many_cells"


@dataclass(frozen=True, slots=True)
class Done:
    """A piece worked out: the text to write, its sums, and the months of each worker in it."""

    text: bytes
    totals: Totals
    stood: Stood


class Worker:
    """Works out pieces of one table, each process with one of its own."""

    def __init__(self, table: Table, paid_on: date | None, epoch: int | None) -> None:
        self._table, self._width = table, len(table.columns)
        self._law = load(CONTRIBUTIONS).law
        self._payroll = Payroll(table.columns, paid_on, epoch)
        self._tails = _Tails(table)
        # a cell that may be a formula
        signs = re.escape("".join(FORMULA).replace(table.separator, ""))
        self._formula = re.compile(f"([{table.separator}\n])( *[{signs}][^{table.separator}\n]*)")

    def __call__(self, lines: Sequence[str], stood: Stood) -> Done:
        """Work out whole rows; what stands in them is added to `stood`."""
        totals = Totals()
        text = "".join(lines)
        plain = QUOTE not in text
        texts = [line.rstrip("\r\n") for line in lines] if plain else []
        rows = [line.split(self._table.separator) for line in texts]
        if plain and {len(row) for row in rows} == {self._width}:
            whole = "\n".join(["", *texts])
            if self._formula.search(whole):
                texts = self._formula.sub(lambda cell: cell[1] + harmless(cell[2]), whole).split("\n")[1:]
            written = self._as_it_stands(texts, rows, stood, totals)
        else:
            written = self._anew(self._table.rows(lines), stood, totals)
        return Done(written.encode(), totals, stood)

    def _as_it_stands(
        self, texts: Sequence[str], rows: Sequence[list[str]], stood: Stood, totals: Totals
    ) -> str:
        """Lines without a quotation mark need not be written again: the result goes after them."""
        found = list(self._payroll.lines(rows, stood))
        totals.add(self._law, found)
        tails = self._tails
        if len(tails) > MOST:
            tails.clear()
        return "".join(
            [text + tails[line] for text, line in zip(texts, found, strict=True) if line is not BLANK]
        )

    def _anew(self, rows: Iterable[list[str]], stood: Stood, totals: Totals) -> str:
        """Any other lines, cell by cell."""
        fitted = [self._fitted(row) for row in rows if row]
        # the cells of a row with too many stand nobody knows where
        found = self._payroll.lines([[""] * self._width if more else row for row, more in fitted], stood)
        lines = [
            refused(None, [Refusal(ROW, row[-1], TOO_MANY_CELLS)]) if more else line
            for (row, more), line in zip(fitted, found, strict=True)
        ]
        totals.add(self._law, lines)
        return self._table.written(
            [*row, *result(line)] for (row, _), line in zip(fitted, lines, strict=True) if line is not BLANK
        )

    def _fitted(self, row: list[str]) -> tuple[list[str], bool]:
        """A row as wide as the table, and whether there was more: then the last cell has all that follows."""
        last = self._width - 1
        if len(row) > self._width:
            return [*row[:last], self._table.separator.join(row[last:])], True
        return [*row, *[""] * (self._width - len(row))], False


class _Tails(dict[Line, str]):
    """What is written after a row, by its line."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, line: Line) -> str:
        separator = self._table.separator
        found = self[line] = f"{separator}{separator.join(result(line))}{self._table.end}"
        return found


def result(line: Line) -> tuple[str, ...]:
    """The columns of the result."""
    return (line.status, line.reason, *line.values)
