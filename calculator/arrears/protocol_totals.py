"""The parts of what a payroll adds up to; protocol.py has the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCounts:
    """How many rows there are of each status; `read` is their sum."""

    read: int
    answered: int
    cannot_be_decided: int
    refused: int


class Unpaid(TypedDict):
    """What was owed for a month and paid on one day, in ringgit: all of it, and without Act 800."""

    owed: str
    without_act800: str


class MonthTotals(TypedDict):
    """The answered rows of a month added up, in ringgit.

    Shares are those still owed: not those of the rows that are `paid`, which have a day of payment of their
    own that is not after the one for all. Interest is the sum of the estimates of all rows, empty where the
    day by which the month was due is not known or no row was answered, and `interest_on_paid` the part of it
    for paid rows.
    `unpaid`, by day of payment, is for the request that says how much it may be at most: whoever adds
    up several answers adds these first. Rows that cannot be decided are counted and not added.
    """

    act4_employer: str
    act4_employee: str
    act800_employer: str
    act800_employee: str
    skbbk_employee: str
    employer_total: str
    employee_total: str
    interest_estimate: str
    interest_without_act800: str
    interest_on_paid: str
    interest_on_paid_without_act800: str
    unpaid: Mapping[str, Unpaid]
    answered: int
    paid: int
    not_decided: int
    due_day_not_known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferTotals:
    """What an offer on interest would take off: all where it is waived, else `rate` percent."""

    audience: str
    relief: str
    rate: str | None
    bound: str | None
    off: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeTotals:
    """The rows with interest that a programme reached when it was paid, and what each offer would take off.

    Rows paid on a day of which it is disputed that it ran stand apart, and nothing is taken off them.
    """

    rows: int
    interest: str
    disputed_rows: int
    disputed_interest: str
    offers: Sequence[OfferTotals]


@dataclass(frozen=True, slots=True, kw_only=True)
class PayrollTotals:
    """The rows of this request added up; `reasons` counts rows by each code of their reason."""

    rows: RowCounts
    months: Mapping[str, MonthTotals]
    reasons: Mapping[str, int]
    programmes: Mapping[str, ProgrammeTotals]
