"""Requests about a payroll: its rows, and the most that interest on their sum may be."""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from calculator.arrears import protocol
from calculator.arrears.cells import EPOCHS, Reader, Refusal, questions
from calculator.arrears.columns import COLUMNS, MONTH, PAID_ON, REQUIRED
from calculator.arrears.line import Line, bit_of
from calculator.arrears.owed import CONTRIBUTIONS
from calculator.arrears.payroll import Payroll
from calculator.arrears.stood import Stood, worker_of
from calculator.arrears.totals import Totals
from calculator.arrears.unpaid import at_most
from calculator.arrears.unusable import UnusableError
from calculator.engine import Month
from calculator.engine.asking.found import load
from calculator.engine.asking.kinds import Question
from calculator.engine.asking.understood import figure
from calculator.engine.protocol import InvalidResponse, Mistake

# Each row is a decision, a quarter of a millisecond at the most.
MOST_ROWS = 200
# So many days of payment, of all months together, take some five microseconds each.
MOST_DAYS = 5_000
# So many payrolls find what was worked out of them before.
KEPT = 4


def respond(asked: Mapping[str, Any]) -> protocol.RowsResponse:
    """Answer a request; raises nothing for any mistake in it."""
    try:
        if isinstance(interest := asked.get("interest"), list):
            return _interest(interest)
        return _rows(asked.get("payroll"), asked["lang"])
    except UnusableError as error:
        return InvalidResponse(errors=[Mistake(question=error.column, code=error.code)])


def _interest(months: list[object]) -> protocol.InterestResponse:
    given = (each.get("unpaid") for each in months if isinstance(each, dict))
    if len(months) + sum(len(unpaid) for unpaid in given if isinstance(unpaid, dict)) > MOST_DAYS:
        raise UnusableError("too_much", "interest")
    return at_most(months)


def _rows(given: object, lang: str) -> protocol.PayrollResponse:
    if not isinstance(given, dict):
        raise UnusableError("no_payroll")
    columns = _columns(given.get("columns"))
    rows = _texts(given.get("rows"), "not_rows", len(columns))
    if len(rows) > MOST_ROWS:
        raise UnusableError("too_many_rows")
    epoch = given.get("epoch")
    if epoch is not None and (type(epoch) is not int or epoch not in EPOCHS):
        raise UnusableError("unknown_epoch")
    contributions = load(CONTRIBUTIONS)
    asked = questions(contributions)
    payroll = payroll_of(tuple(columns), _paid_on(asked[PAID_ON], given.get("paid_on", "")), epoch)
    lines = list(payroll.lines(rows, _stood(asked[MONTH], given.get("seen", []), epoch)))
    totals = Totals()
    totals.add(lines)
    return protocol.PayrollResponse(
        rows=[_row(line) for line in lines],
        refused=[_refused(at, each, asked, lang) for at, line in enumerate(lines) for each in line.refusals],
        totals=totals.said(),
        law_as_at=contributions.law.as_at.isoformat(),
    )


@lru_cache(maxsize=KEPT)
def payroll_of(columns: tuple[str, ...], paid_on: date | None, epoch: int | None) -> Payroll:
    """The next piece of a payroll finds what the one before has worked out."""
    return Payroll(columns, paid_on, epoch)


def _columns(given: object) -> list[str]:
    """The ids of the columns; raises UnusableError."""
    if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise UnusableError("not_columns")
    for id in given:
        if id not in COLUMNS:
            raise UnusableError("unknown_column", id)
        if given.count(id) > 1:
            raise UnusableError("column_twice", id)
    for id in REQUIRED:
        if id not in given:
            raise UnusableError("column_missing", id)
    return given


def _texts(given: object, code: str, width: int) -> list[list[str]]:
    """Rows of texts, each as wide as there are columns; raises UnusableError with the code."""
    if not isinstance(given, list):
        raise UnusableError(code)
    for row in given:
        if not isinstance(row, list) or len(row) > width or not {str}.issuperset(map(type, row)):
            raise UnusableError(code)
    return [row + [""] * (width - len(row)) for row in given]


def _paid_on(question: Question, given: object) -> date | None:
    """The day of payment for rows without one; raises UnusableError."""
    if not isinstance(given, str):
        raise UnusableError("not_text", PAID_ON)
    day = Reader(question, None)(given)
    if isinstance(day, Refusal):
        raise UnusableError(day.code, PAID_ON)
    return day if isinstance(day, date) else None


def _stood(question: Question, given: object, epoch: int | None) -> Stood:
    """The months of each worker that stood in earlier rows which were not refused; raises UnusableError."""
    stood: Stood = {}
    read = cache(Reader(question, EPOCHS[epoch] if epoch else None))
    for worker, text in _texts(given, "not_seen", 2):
        month = read(text)
        # a row whose month cannot be read is no row for a month
        if isinstance(month, Month):
            same = worker_of(worker)
            stood[same] = stood.get(same, 0) | bit_of(month)
    return stood


def _row(line: Line) -> protocol.Row:
    return {
        "status": line.status,
        "reason": line.reason,
        "month": str(line.month) if line.month else "",
        "values": line.values,
        "paid": line.paid,
    }


def _refused(at: int, refusal: Refusal, asked: Mapping[str, Question], lang: str) -> protocol.RefusedCell:
    readings = [figure(asked[refusal.column], each, lang) for each in refusal.readings]
    return protocol.RefusedCell(
        row=at, column=refusal.column, text=refusal.text, code=refusal.code, readings=readings
    )
