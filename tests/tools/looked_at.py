"""The groups of what has to be looked at when the law is checked again, each line with its reason."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from calculator.engine.law.reading.row import Row
from tests.tools import law_rows, pages, programmes
from tests.tools.grouped import Line
from tests.tools.law_rows import Entry

SHOWN = 4


@dataclass(frozen=True)
class Check:
    """The law in some folders and the pages of a project, last checked on `checked`, now to be on `day`."""

    root: Path
    folders: Sequence[Path]
    checked: date
    day: date

    @cached_property
    def entries(self) -> list[Entry]:
        """Every row of the law."""
        return [entry for folder in self.folders for entry in law_rows.entries(folder)]

    @cached_property
    def in_force(self) -> list[Entry]:
        """The rows that hold on the day."""
        return [entry for entry in self.entries if entry.on(self.day)]

    @cached_property
    def programmes(self) -> list[tuple[str, Row]]:
        """Every programme with its id."""
        return [each for folder in self.folders for each in law_rows.rows(folder, "programmes.toml")]

    def groups(self) -> Iterator[tuple[str, list[Line]]]:
        """Each group with what to do about its lines."""
        old, undated = list(self.old_sources()), list(self.undated_sources())
        yield "Sources older than a year that carry a figure in force: is there a newer one?", old
        yield "Sources without a date: open each again, does it still say so?", undated
        yield (
            "Figures in force not seen in a primary text (S, U): is it to be had now?",
            list(self.doubtful()),
        )
        yield "Figures in force with a note: does it still hold?", list(self.noted())
        yield f"Begins after {self.checked}, by {self.day}: has it happened as written?", list(self.begun())
        yield f"Known to begin after {self.day}: is it still so?", list(self.to_come())
        yield "Repealed or not known: has a source said since what holds?", list(self.gaps())
        yield "Programmes: put off, repeated, or told otherwise by now?", list(self.doubtful_programmes())
        yield "Figures that pages pin to a day: still the one that is meant?", list(self.pinned())
        yield "Pages with a day of their own: are they to stay behind?", list(self.own_days())

    def carried(self, source: str) -> str:
        """What in force rests on a source, in few words; empty where nothing does."""
        ids = [entry.id for entry in self.in_force if source in entry.sources]
        ids += [
            id for id, row in self.programmes if row.day("last_day") >= self.day and source in row.sources()
        ]
        return listed(dict.fromkeys(ids))

    def old_sources(self) -> Iterator[Line]:
        """Dated sources of more than a year ago on which something in force rests."""
        for where, source in (each for folder in self.folders for each in law_rows.sources(folder)):
            if source.date and a_year_before(source.date, self.day) and (carried := self.carried(source.id)):
                yield where, f"{source.id}, of {source.date}: {carried}"

    def undated_sources(self) -> Iterator[Line]:
        """Sources without a date, whatever rests on them."""
        for where, source in (each for folder in self.folders for each in law_rows.sources(folder)):
            if source.date is None:
                carried = self.carried(source.id) or "no figure in force; what rules and pages cite it for"
                yield where, f"{source.id}: {carried}; {source.url}"

    def doubtful(self) -> Iterator[Line]:
        """Figures in force whose mark is not P."""
        for entry in self.in_force:
            if entry.mark != "P" and not entry.gap:
                yield (
                    entry.where,
                    f"{entry.id}, marked {entry.mark}{rows(entry)}: {listed(sorted(entry.sources))}",
                )

    def noted(self) -> Iterator[Line]:
        """Rows in force with a note."""
        return ((entry.where, f"{entry.id}: {entry.note}") for entry in self.in_force if entry.note)

    def begun(self) -> Iterator[Line]:
        """What begins after the last check and by the day."""
        return ((where, said) for day, where, said in self._begins() if self.checked < day <= self.day)

    def to_come(self) -> Iterator[Line]:
        """What begins after the day."""
        return ((where, said) for day, where, said in self._begins() if day > self.day)

    def _begins(self) -> Iterator[tuple[date, str, str]]:
        for entry in self.entries:
            yield entry.since, entry.where, begins(entry)
        for id, row in self.programmes:
            yield row.day("first_day"), law_rows.where(row), f"{id}: from {row.day('first_day')}"

    def gaps(self) -> Iterator[Line]:
        """Every time without a known value, and what is repealed on the day or will be."""
        for entry in self.entries:
            if entry.gap == "unknown" or (entry.gap and (entry.on(self.day) or entry.since > self.day)):
                until = f" until {entry.until}" if entry.until else ""
                yield entry.where, f"{entry.id}: {entry.gap} from {entry.since}{until}"

    def doubtful_programmes(self) -> Iterator[Line]:
        """Programmes that run, have ended lately, or on which the reports are few or differ."""
        return (line for id, row in self.programmes for line in programmes.doubtful(id, row, self.day))

    def pinned(self) -> Iterator[Line]:
        """Figures of another day, and what has come since."""
        for where, id, key, day in pages.pinned(self.root):
            later = [entry for entry in self.entries if entry.id == id and day < entry.since <= self.day]
            last = max(later, key=lambda entry: entry.since, default=None)
            since = f"{last.gap or 'another value'} from {last.since}" if last else "no later value by then"
            yield where, f'{id}, {key}="{day}": {since}'

    def own_days(self) -> Iterator[Line]:
        """Pages that speak of another day than the one to come."""
        return ((where, f"as_at: {day}") for where, day in pages.own_days(self.root) if day != self.day)


def a_year_before(old: date, day: date) -> bool:
    """Whether more than a year has passed; compared by parts, since 29 February has no anniversary."""
    return (old.year + 1, old.month, old.day) < (day.year, day.month, day.day)


def listed(words: Iterable[str]) -> str:
    """The first few words, and how many more there are."""
    every = list(words)
    more = f" and {len(every) - SHOWN} more" if len(every) > SHOWN else ""
    return ", ".join(every[:SHOWN]) + more


def begins(entry: Entry) -> str:
    """What an entry says from its first day on."""
    return f"{entry.id}: {entry.gap or 'a value'} from {entry.since}{rows(entry)}"


def rows(entry: Entry) -> str:
    """How many rows of a printed table an entry stands for."""
    return f" ({entry.count} rows)" if entry.count > 1 else ""
