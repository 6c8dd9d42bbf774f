"""The rows of a payroll, one after the other; equal ones are worked out once."""

from collections.abc import Iterator, Sequence
from datetime import date

from calculator.arrears.cases import Cases, FinerError
from calculator.arrears.cells import questions
from calculator.arrears.columns import WORKER_ID
from calculator.arrears.frames import frames
from calculator.arrears.line import BLANK, Line, again
from calculator.arrears.lines import Lines
from calculator.arrears.numbers import Numbers
from calculator.arrears.owed import CONTRIBUTIONS
from calculator.arrears.stood import Stood, Workers
from calculator.engine.asking.found import load

# So many lines and cases are kept; then all are forgotten, so that memory does not grow with rows.
MOST = 200_000
# So many rows are read at once, column by column; fewer than classes are kept.
BLOCK = 4096


class Payroll:
    """Rows of cells in, lines out.

    `columns` are ids in the order of the cells. `paid_on` is the day of payment for rows without one, `epoch`
    the year from which a bare number counts days.
    """

    def __init__(self, columns: Sequence[str], paid_on: date | None = None, epoch: int | None = None) -> None:
        contributions = load(CONTRIBUTIONS)
        classes = frames()
        self._numbers = Numbers(columns, questions(contributions), lambda: classes.cuts, epoch)
        self._cases = Cases(contributions, classes, self._numbers)
        self._lines = Lines(self._cases, self._numbers, paid_on)
        self._workers = Workers()
        self._at_id = columns.index(WORKER_ID) if WORKER_ID in columns else -1

    def lines(self, rows: Sequence[Sequence[str]], stood: Stood | None = None) -> Iterator[Line]:
        """The line of each row, all as wide as the columns; a wholly empty one has a line that says so.

        `stood` are the months by worker that stood before: a second row for one of them is refused. What
        stands in these rows is added to it, where it was not refused.
        """
        return self.in_columns(list(zip(*rows, strict=True)), stood)

    def in_columns(self, columns: Sequence[Sequence[str]], stood: Stood | None = None) -> Iterator[Line]:
        """The same for rows that are given by their columns."""
        stood = {} if stood is None else stood
        for at in range(0, len(columns[0]) if columns else 0, BLOCK):
            yield from self._block([column[at : at + BLOCK] for column in columns], stood)

    def _block(self, columns: Sequence[Sequence[str]], stood: Stood) -> list[Line]:
        if len(self._cases) > MOST or self._numbers.full:
            self._forget()
        elif len(self._lines) > MOST:
            self._lines.clear()
        while True:
            try:
                # other payrolls have made them finer
                self._cases.check()
                found = self._looked_up(columns)
            except FinerError:
                self._forget()
            else:
                break
        self._mark(found, columns, stood)
        return found

    def _looked_up(self, columns: Sequence[Sequence[str]]) -> list[Line]:
        """The line of each row by itself; raises FinerError."""
        read = self._numbers.of(columns)
        cases = map(self._cases.__getitem__, read.keys)
        # strict would stop at what repeats without an end
        same = zip(cases, read.months, read.wages, read.paid_on)  # noqa: B905
        return list(map(self._lines.__getitem__, same))

    def _mark(self, lines: list[Line], columns: Sequence[Sequence[str]], stood: Stood) -> None:
        """Put other lines where a row is empty, or its worker and month stood before."""
        shown = columns[self._at_id] if self._at_id >= 0 else [""] * len(lines)
        workers = map(self._workers.__getitem__, shown)
        for at, (line, worker) in enumerate(zip(lines, workers, strict=True)):
            bit = line.bit
            if not bit:
                if not any(column[at].strip() for column in columns):
                    lines[at] = BLANK
            elif worker:
                months = stood.get(worker, 0)
                if months & bit:
                    lines[at] = again(line, shown[at])
                else:
                    stood[worker] = months | bit

    def _forget(self) -> None:
        """Forget all: numbers have lost their meaning, or as much is kept as may be."""
        for each in (self._lines, self._cases):
            each.clear()
        self._numbers.forget()
