"""What a page or a program asks of a payroll and what it is told.

The types and schemas are made from these and from the engine's protocol.py, which says how.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict

from calculator.arrears.protocol_totals import (
    MonthTotals,
    OfferTotals,
    PayrollTotals,
    ProgrammeTotals,
    RowCounts,
    Unpaid,
)
from calculator.engine.protocol import ABSENT, Absent, FailedResponse, Figure, InvalidResponse

__all__ = [
    "InterestRequest", "InterestResponse", "MonthAtMost", "MonthTotals", "MonthUnpaid",
    "OfferTotals", "Payroll", "PayrollRequest", "PayrollResponse", "PayrollTotals",
    "ProgrammeTotals", "RefusedCell", "Row", "RowCounts", "RowsRequest",
    "RowsResponse", "Unpaid",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Payroll:
    """Rows of cells as texts; `columns` has the id of each cell's column, `month` and `wages` among them.

    `paid_on` is the day of payment for rows without one. `epoch`, 1900 or 1904, says from which year a bare
    number counts days; without it such a number is refused. `seen` are workers and months of earlier rows
    that were not refused, as pairs of the cells in which they stood: a row for one of them is refused. A
    month that cannot be read stood nowhere.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    paid_on: str | Absent = ABSENT
    epoch: int | Absent = ABSENT
    seen: Sequence[Sequence[str]] | Absent = ABSENT


@dataclass(frozen=True, slots=True, kw_only=True)
class PayrollRequest:
    """The rows of a payroll, or some of them."""

    notice: str
    lang: str
    payroll: Payroll


class Row(TypedDict):
    """The result of a row. `status` is `empty` where nothing stands in it, and it is not counted then.

    `month` is empty where it cannot be read. `values` are plain decimals, a day, a number of days: empty
    where they are not known. `paid` says that what was due is no longer owed.
    """

    status: Literal["answered", "cannot_be_decided", "refused", "empty"]
    reason: str
    month: str
    values: Sequence[str]
    paid: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedCell:
    """A cell that cannot be used, with what it can mean where its code is `ambiguous`; rows count from 0."""

    row: int
    column: str
    text: str
    code: str
    readings: Sequence[Figure]


@dataclass(frozen=True, slots=True, kw_only=True)
class PayrollResponse:
    """One result for each row, in their order, and what they add up to."""

    status: Literal["payroll"] = "payroll"
    rows: Sequence[Row]
    refused: Sequence[RefusedCell]
    totals: PayrollTotals
    law_as_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthUnpaid:
    """A month of the totals: what was owed by day of payment, and the sum of the estimates of its rows."""

    month: str
    unpaid: Mapping[str, Unpaid]
    interest_estimate: str
    interest_without_act800: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestRequest:
    """How much interest may be at most, once all rows of each month are added up."""

    notice: str
    lang: str
    interest: Sequence[MonthUnpaid]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthAtMost:
    """Interest in ringgit if the minimum and the rounding that are reported but not verified apply."""

    interest_up_to: str
    interest_up_to_without_act800: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestResponse:
    """The same by month, and in all; a month without a known due day has none and is left out."""

    status: Literal["interest"] = "interest"
    months: Mapping[str, MonthAtMost]
    interest_up_to: str
    interest_up_to_without_act800: str


type RowsRequest = PayrollRequest | InterestRequest
type RowsResponse = PayrollResponse | InterestResponse | InvalidResponse | FailedResponse
