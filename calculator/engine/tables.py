"""Contribution tables: amounts that are looked up by wages, never computed."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculator.engine.dated import Confidence, NotInForceError, NotKnownError

INFINITY = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Band:
    """One row: for monthly wages that exceed `wage_over` but not `wage_up_to` (None: no end).

    `amounts` in ringgit by column name. `carried` marks a row that a later amendment left alone,
    so that its amounts are those printed elsewhere.
    """

    table: str
    since: date
    wage_over: Decimal
    wage_up_to: Decimal | None
    amounts: Mapping[str, Decimal]
    sources: tuple[str, ...]
    confidence: Confidence
    carried: bool = False

    @property
    def top(self) -> Decimal:
        """The highest wages of the band in ringgit; infinite for the last."""
        return INFINITY if self.wage_up_to is None else self.wage_up_to


@dataclass(frozen=True, slots=True)
class Edition:
    """The rows of a table that hold from one day on, in order of wages.

    `complete` is false where only some of the rows are known.
    """

    table: str
    since: date
    bands: tuple[Band, ...]
    complete: bool

    def band(self, wages: Decimal) -> Band:
        """Return the row for `wages` in ringgit a month.

        Raises NotKnownError where that row is not known, NotInForceError where there are no wages.
        """
        if wages <= 0:
            raise NotInForceError(self.table, self.since, f"no row for wages of {wages}")
        band = self.bands[bisect_left(self.bands, wages, key=lambda band: band.top)]
        if wages <= band.wage_over:
            raise NotKnownError(self.table, self.since, f"the row for wages of {wages} is not known")
        return band
