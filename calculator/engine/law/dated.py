"""Values that hold from a day until the next one."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Literal

type Confidence = Literal["P", "S", "U"]


class NotInForceError(LookupError):
    """Raised when nothing is in force on a day: before the first from-date, or after a repeal."""

    def __init__(self, id: str, day: date, reason: str) -> None:
        """Keep the id and the day, so that a rule can say what was missing and when."""
        super().__init__(f"{id} on {day}: {reason}")
        self.id = id
        self.day = day


class NotKnownError(NotInForceError):
    """Raised when something is in force on the day, but no source read so far says what."""


@dataclass(frozen=True, slots=True)
class Gap:
    """From its day on there is no value, because it was repealed or because it is not known."""

    why: Literal["repealed", "unknown"]
    since: date
    sources: tuple[str, ...]
    confidence: Confidence
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Dated[T]:
    """What holds from each day until the next; there are no end dates, so nothing can overlap.

    `days` ascend, with `entries` beside them; there is at least one. The loader has checked this.
    """

    id: str
    days: tuple[date, ...]
    entries: tuple[T | Gap, ...]

    def entry(self, day: date) -> T | Gap | None:
        """Return what stands for `day`, a gap included; None before the first from-date."""
        position = bisect_right(self.days, day) - 1
        return None if position < 0 else self.entries[position]

    def on(self, day: date) -> T:
        """Return what holds on `day`.

        Raises NotInForceError before the first from-date and after a repeal, and its kind
        NotKnownError where the sources are silent.
        """
        entry = self.entry(day)
        if entry is None:
            raise NotInForceError(self.id, day, f"the first day known is {self.days[0]}")
        if not isinstance(entry, Gap):
            return entry
        if entry.why == "unknown":
            raise NotKnownError(self.id, day, f"not known since {entry.since}")
        raise NotInForceError(self.id, day, f"repealed since {entry.since}")

    def in_force(self) -> tuple[T, ...]:
        """Return every value, oldest first, leaving out repeals and gaps in what is known."""
        return tuple(entry for entry in self.entries if not isinstance(entry, Gap))
