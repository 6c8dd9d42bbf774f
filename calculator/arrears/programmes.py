"""Which programmes ran on the day of a payment, and what each offer would take off its interest."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache

from calculator.arrears import protocol
from calculator.arrears.interest import part_of
from calculator.arrears.owed import ringgit
from calculator.engine import Law
from calculator.law.perkeso import PROGRAMMES, Offer, Programme
from calculator.law.perkeso.programmes import INTEREST

WHOLE = 100  # of a percentage


@dataclass(slots=True)
class ProgrammeSums:
    """The rows that a programme reached on the day of payment, and those where that is disputed; in sen.

    `off` is what each of its offers on interest would take off, in their order.
    """

    rows: int = 0
    interest: int = 0
    disputed_rows: int = 0
    disputed_interest: int = 0
    off: Counter[int] = field(default_factory=Counter)

    def add(self, programme: Programme, paid_on: date, due_on: date, interest: int, rows: int) -> None:
        """Add rows with this interest each, that ran from the day on which they were due."""
        if paid_on in programme.disputed_days:
            self.disputed_rows += rows
            self.disputed_interest += interest * rows
            return
        self.rows += rows
        self.interest += interest * rows
        for at, offer in enumerate(_offers(programme)):
            if _holds(offer, due_on):
                self.off[at] += _off(offer, interest) * rows

    def merge(self, other: "ProgrammeSums") -> None:
        """Add those of another piece."""
        self.rows += other.rows
        self.interest += other.interest
        self.disputed_rows += other.disputed_rows
        self.disputed_interest += other.disputed_interest
        self.off.update(other.off)

    def said(self, programme: Programme) -> protocol.ProgrammeTotals:
        """All of it as it is written."""
        return protocol.ProgrammeTotals(
            rows=self.rows,
            interest=ringgit(self.interest),
            disputed_rows=self.disputed_rows,
            disputed_interest=ringgit(self.disputed_interest),
            offers=[
                protocol.OfferTotals(
                    audience=offer.audience,
                    relief=offer.relief,
                    rate=None if offer.rate is None else f"{offer.rate:f}",
                    bound=offer.bound,
                    off=ringgit(self.off[at]),
                )
                for at, offer in enumerate(_offers(programme))
            ],
        )


def with_interest(law: Law) -> list[Programme]:
    """The programmes that offered something on interest."""
    return [each for each in law.of(PROGRAMMES).values() if _offers(each)]


def running(programmes: list[Programme], day: date, due_on: date) -> list[Programme]:
    """Those that ran on a day, or are said to have, and reached interest that ran from when it was due."""
    return [
        each
        for each in programmes
        if each.first_day <= day <= each.last_day or day in each.disputed_days
        if any(_holds(offer, due_on) for offer in _offers(each))
    ]


def _offers(programme: Programme) -> list[Offer]:
    """What it offered on interest, each to its audience."""
    return [offer for offer in programme.offers if offer.of == INTEREST]


def _holds(offer: Offer, due_on: date) -> bool:
    """Whether an offer is for interest that began in the year; if no report names years, it is."""
    return offer.years is None or offer.years[0] <= due_on.year <= offer.years[1]


def _off(offer: Offer, interest: int) -> int:
    """What an offer takes off interest in sen, half a sen up; "up to" or "at least" where it has a bound."""
    if offer.rate is None:
        return interest
    return part_of(interest, *_part(offer.rate))


@cache
def _part(rate: Decimal) -> tuple[int, int]:
    """A percentage as so many of so many parts."""
    return (Fraction(rate) / WHOLE).as_integer_ratio()
