"""What of the law a rule has looked at, whatever it took from it."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from calculator.engine.law import Law, Value


class _Noted[K: Hashable, V](Mapping[K, V]):
    """A mapping that keeps the keys under which something was looked up."""

    def __init__(self, entries: Mapping[K, V]) -> None:
        self.entries = entries
        self.keys_read: set[K] = set()

    def __getitem__(self, key: K) -> V:
        self.keys_read.add(key)
        return self.entries[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


class NotedLaw:
    """The law with a note of every parameter, table and kind of file that has been looked at.

    `Law.consulted` has the values alone: a rule that asks whether something had begun reads none, and its
    answer turns on the day all the same.
    """

    def __init__(self, law: Law) -> None:
        self._parameters, self._tables, self._more = (
            _Noted(law.parameters),
            _Noted(law.tables),
            _Noted(law.more),
        )
        self.law = replace(law, parameters=self._parameters, tables=self._tables, more=self._more)

    @property
    def read(self) -> int:
        """How many of them: it grows when a rule looks at one more."""
        return sum(len(each.keys_read) for each in (self._parameters, self._tables, self._more))

    def days(self) -> set[date]:
        """The days on which something of this changes."""
        found: set[date] = set()
        for id in self._parameters.keys_read:
            found.update(self._parameters.entries[id].days)
        for id in self._tables.keys_read:
            found.update(self._tables.entries[id].days)
        for kind in self._more.keys_read:
            for entry in self._more.entries[kind].values():
                found.update(kind.days(entry))
        return found

    def values(self) -> Iterator[Value]:
        """Every value that the parameters ever had."""
        for id in self._parameters.keys_read:
            yield from self._parameters.entries[id].in_force()

    def edges(self) -> set[Decimal]:
        """The amounts over which the bands of the tables begin, of every edition."""
        return {
            band.wage_over
            for id in self._tables.keys_read
            for edition in self._tables.entries[id].in_force()
            for band in edition.bands
        }
