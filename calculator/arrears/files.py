"""A table from a stream into another, piece by piece, with as many processes as are wanted."""

import csv
import io
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from typing import BinaryIO, TextIO

from calculator.arrears.columns import RESULT
from calculator.arrears.payroll import Stood
from calculator.arrears.pieces import Done, Worker
from calculator.arrears.table import QUOTE, FileError, Table, table
from calculator.arrears.totals import Totals

# A piece has about as many characters; so many for each process are on their way at once.
SIZE, AHEAD = 1 << 21, 2
MARK = "\ufeff"


def run(
    given: BinaryIO, taken: BinaryIO, *, paid_on: date | None, epoch: int | None = None, jobs: int = 1
) -> Totals:
    """Read CSV, write it with its result, and return what it adds up to; raises FileError."""
    text = io.TextIOWrapper(given, encoding="utf-8", newline="")
    try:
        first = text.readline()
        if "\0" in first:
            raise FileError("The file is in UTF-16; save it as CSV in UTF-8.")
        of = table(first.removeprefix(MARK))
        header = next(iter(of.rows([first.removeprefix(MARK)])))
        taken.write((first[: first.startswith(MARK)] + of.written([[*header, *RESULT]])).encode())
        begin = (of, paid_on, epoch)
        done = _alone(begin, pieces(text, of)) if jobs == 1 else _together(begin, pieces(text, of), jobs)
        totals = Totals()
        for each in done:
            taken.write(each.text)
            totals.merge(each.totals)
    except csv.Error:
        raise FileError("A cell is longer than any that can be read; shorten it.") from None
    except UnicodeDecodeError:
        raise FileError("The file is not in UTF-8; save it as CSV in UTF-8.") from None
    finally:
        text.detach()
    return totals


def pieces(text: TextIO, of: Table) -> Iterator[list[str]]:
    """The lines of the table, whole rows at a time; raises FileError for a quotation mark out of place."""
    at = 1
    while lines := text.readlines(SIZE):
        if any(QUOTE in line for line in lines):
            _complete(lines, text, of, at)
        at += len(lines)
        yield lines


def _complete(lines: list[str], text: TextIO, of: Table, at: int) -> None:
    """Add the lines that belong to the last row of these."""

    def more() -> Iterator[str]:
        yield from list(lines)
        for line in text:
            lines.append(line)
            yield line

    whole = len(lines)
    reader = csv.reader(more(), delimiter=of.separator, strict=True)
    try:
        while reader.line_num < whole:
            next(reader)
    except csv.Error:
        raise FileError(
            f"Line {at + reader.line_num}: a quotation mark is not closed, or something follows it; mend it."
        ) from None


type Begin = tuple[Table, date | None, int | None]


def _alone(begin: Begin, parts: Iterator[list[str]]) -> Iterator[Done]:
    worker = Worker(*begin)
    stood: Stood = {}
    for lines in parts:
        yield worker(lines, stood)


def _together(begin: Begin, parts: Iterator[list[str]], jobs: int) -> Iterator[Done]:
    """The same by several processes, in order.

    None of them knows what stood in the pieces of the others, so a piece with a worker and month of an
    earlier one is worked out again here.
    """
    again: list[Worker] = []
    stood: Stood = {}
    waiting: deque[tuple[list[str], Future[Done]]] = deque()
    with ProcessPoolExecutor(jobs, initializer=begin_work, initargs=begin) as pool:
        while True:
            for lines in parts:
                waiting.append((lines, pool.submit(work, lines)))
                if len(waiting) >= jobs * AHEAD:
                    break
            if not waiting:
                return
            lines, future = waiting.popleft()
            done = future.result()
            if any(stood.get(worker, 0) & months for worker, months in done.stood.items()):
                again = again or [Worker(*begin)]
                done = again[0](lines, {worker: stood.get(worker, 0) for worker in done.stood})
            _add(stood, done.stood)
            yield done


def _add(stood: Stood, further: Mapping[str, int]) -> None:
    for worker, months in further.items():
        stood[worker] = stood.get(worker, 0) | months


_workers: list[Worker] = []


def begin_work(of: Table, paid_on: date | None, epoch: int | None) -> None:
    """Make the worker of this process."""
    _workers[:] = [Worker(of, paid_on, epoch)]


def work(lines: list[str]) -> Done:
    """Work out a piece in this process."""
    return _workers[0](lines, {})
