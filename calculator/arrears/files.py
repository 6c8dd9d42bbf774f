"""A table from a stream into another, piece by piece, with as many processes as are wanted."""

import csv
import io
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import BinaryIO, TextIO

from calculator.arrears.columns import RESULT
from calculator.arrears.pieces import Worker
from calculator.arrears.stood import Stood
from calculator.arrears.table import QUOTE, FileError, Table, table
from calculator.arrears.totals import Totals

# A piece has about as many characters; so many for each process are on their way at once.
SIZE, AHEAD = 1 << 19, 2
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
        totals = Totals()
        parts = pieces(text, of)
        done = _alone(begin, parts, totals) if jobs == 1 else _together(begin, parts, totals, jobs)
        taken.writelines(done)
    except csv.Error:
        raise FileError("A cell is longer than any that can be read; shorten it.") from None
    except UnicodeDecodeError:
        raise FileError("The file is not in UTF-8; save it as CSV in UTF-8.") from None
    finally:
        text.detach()
    totals.settle()
    if not totals.rows:
        raise FileError(
            "There are no rows below the names of the columns; write one for each worker and month."
        )
    return totals


def pieces(text: TextIO, of: Table) -> Iterator[str]:
    """The text of the table, whole rows at a time; raises FileError for a quotation mark out of place."""
    at = 1
    while piece := text.read(SIZE) + text.readline():
        if QUOTE in piece:
            piece = _complete(piece, text, of, at)
        at += piece.count(of.end)
        yield piece


def _complete(piece: str, text: TextIO, of: Table, at: int) -> str:
    """The piece with the lines that belong to its last row."""
    lines = io.StringIO(piece, newline="").readlines()
    whole = len(lines)

    def more() -> Iterator[str]:
        yield from lines[:whole]
        for line in text:
            lines.append(line)
            yield line

    reader = csv.reader(more(), delimiter=of.separator, strict=True)
    try:
        while reader.line_num < whole:
            next(reader)
    except csv.Error:
        raise FileError(
            f"Line {at + reader.line_num}: a quotation mark is not closed, or something follows it; mend it."
        ) from None
    return "".join(lines)


type Begin = tuple[Table, date | None, int | None]


@dataclass(frozen=True, slots=True)
class Done:
    """A piece worked out: the text to write, its sums, and the months of each worker in it."""

    text: bytes
    totals: Totals
    stood: Stood


def _alone(begin: Begin, parts: Iterator[str], totals: Totals) -> Iterator[bytes]:
    worker = Worker(*begin)
    stood: Stood = {}
    for piece in parts:
        yield worker(piece, stood, totals)


def _together(begin: Begin, parts: Iterator[str], totals: Totals, jobs: int) -> Iterator[bytes]:
    """The same by several processes, in order.

    None of them knows what stood in the pieces of the others, so a piece with a worker and month of an
    earlier one is worked out again here.
    """
    again: list[Worker] = []
    stood: Stood = {}
    waiting: deque[tuple[str, Future[Done]]] = deque()
    with ProcessPoolExecutor(jobs, initializer=begin_work, initargs=begin) as pool:
        while True:
            for piece in islice(parts, jobs * AHEAD - len(waiting)):
                waiting.append((piece, pool.submit(work, piece)))
            if not waiting:
                return
            piece, future = waiting.popleft()
            done = future.result()
            if any(stood.get(worker, 0) & months for worker, months in done.stood.items()):
                again = again or [Worker(*begin)]
                yield again[0](piece, {worker: stood.get(worker, 0) for worker in done.stood}, totals)
            else:
                totals.merge(done.totals)
                yield done.text
            for worker, months in done.stood.items():
                stood[worker] = stood.get(worker, 0) | months


_workers: list[Worker] = []


def begin_work(of: Table, paid_on: date | None, epoch: int | None) -> None:
    """Make the worker of this process."""
    _workers[:] = [Worker(of, paid_on, epoch)]


def work(piece: str) -> Done:
    """Work out a piece in this process."""
    totals = Totals()
    stood: Stood = {}
    text = _workers[0](piece, stood, totals)
    totals.settle()
    return Done(text, totals, stood)
