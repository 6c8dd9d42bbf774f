"""Contribution tables: amounts that are looked up by wages, never computed."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from calculator.engine.law.dated import Confidence, NotInForceError

# How a row is known: seen in print; printed elsewhere and left alone by an amendment; inferred from what a
# later amendment left alone; reported; none of these.
type Known = Literal["printed", "carried", "inferred", "reported", "unverified"]

INFINITY = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Band:
    """One row: for monthly wages that exceed `wage_over` but not `wage_up_to` (None: no end).

    `amounts` in ringgit by column name. `known` says how they are known.
    """

    table: str
    since: date
    wage_over: Decimal
    wage_up_to: Decimal | None
    amounts: Mapping[str, Decimal]
    sources: tuple[str, ...]
    confidence: Confidence
    known: Known

    @property
    def top(self) -> Decimal:
        """The highest wages of the band in ringgit; infinite for the last."""
        return INFINITY if self.wage_up_to is None else self.wage_up_to


@dataclass(frozen=True, slots=True)
class Edition:
    """The rows of a table that hold from one day on: in order of wages, from nothing, without a gap."""

    table: str
    since: date
    bands: tuple[Band, ...]

    @property
    def ceiling(self) -> Decimal:
        """The wages in ringgit above which the amounts stay the same: those over which the last row is."""
        return self.bands[-1].wage_over

    def band(self, wages: Decimal) -> Band:
        """Return the row for `wages` in ringgit a month; raises NotInForceError where there are none."""
        if wages <= 0:
            raise NotInForceError(self.table, self.since, f"no row for wages of {wages}")
        return self.bands[bisect_left(self.bands, wages, key=lambda band: band.top)]
