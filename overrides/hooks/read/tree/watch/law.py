"""The law with amounts and tables that watched replies can be put to."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, pairwise

from overrides.hooks.read.rules import Band, Edition, Gap, Law, Value
from overrides.hooks.read.tree.watch.amounts import of_law
from overrides.hooks.read.tree.watch.values import Watched, watched


@dataclass(frozen=True, slots=True)
class WatchedEdition(Edition):
    """An edition whose neighbouring rows count as one where they differ in their figures alone.

    Where no figure falls from row to row it follows the wages; so a table of a hundred rows turns an answer
    only where the rules do something with a row that they do not do with its neighbour. `alike` has by row
    the first and the last of those that count as one with it.
    """

    alike: tuple[tuple[int, int], ...]

    def band(self, wages: Decimal) -> Band:
        """The row for the wages, its figures watched as they are."""
        if not isinstance(wages, Watched) or wages <= 0:
            return Edition.band(self, wages)
        trace = wages.trace
        position = self._position(trace.value)
        own, (first, last) = self.bands[position], self.alike[position]
        if wages <= self.bands[first].wage_over or wages > self.bands[last].top:
            raise AssertionError  # no more than a note of where the wages are
        if first == last:
            return own

        def follow(look: Callable[[Band], Decimal]) -> Decimal:
            amount: Decimal = watched(trace.through(lambda at: look(self.bands[self._position(at)])))
            return amount

        return replace(
            own,
            wage_over=follow(lambda row: row.wage_over),
            wage_up_to=follow(lambda row: row.top),
            amounts={name: follow(_column(name)) for name in own.amounts},
        )

    def _position(self, wages: Decimal) -> int:
        position = bisect_left(self.bands, wages, key=lambda band: band.top)
        return min(position, len(self.bands) - 1)


def _column(name: str) -> Callable[[Band], Decimal]:
    return lambda row: row.amounts[name]


def watching(law: Law) -> Law:
    """The same law, with figures and tables that can be watched."""
    tables = {
        id: replace(table, entries=tuple(_edition(entry) for entry in table.entries))
        for id, table in law.tables.items()
    }
    parameters = {
        id: replace(parameter, entries=tuple(_value(entry) for entry in parameter.entries))
        for id, parameter in law.parameters.items()
    }
    return replace(law, tables=tables, parameters=parameters)


def _value(entry: Value | Gap) -> Value | Gap:
    return entry if isinstance(entry, Gap) else replace(entry, amount=of_law(entry.amount))


def _edition(entry: Edition | Gap) -> Edition | Gap:
    if isinstance(entry, Gap):
        return entry
    bands = tuple(
        replace(band, amounts={name: of_law(amount) for name, amount in band.amounts.items()})
        for band in entry.bands
    )
    return WatchedEdition(entry.table, entry.since, bands, tuple(_alike(bands)))


def _alike(bands: tuple[Band, ...]) -> Iterator[tuple[int, int]]:
    """For each row the first and the last around it that differ in their figures alone, if none falls."""
    if any(one.amounts[name] > other.amounts[name] for one, other in pairwise(bands) for name in one.amounts):
        yield from ((at, at) for at in range(len(bands)))
        return
    at = 0
    for _, rows in groupby(bands, _but_figures):
        count = len(list(rows))
        yield from [(at, at + count - 1)] * count
        at += count


def _but_figures(band: Band) -> tuple[object, ...]:
    return band.wage_up_to is None, band.known, band.confidence, band.sources, tuple(band.amounts)
