"""The law as dated data: what rules, pages and tests ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from importlib.resources.abc import Traversable

from calculator.engine.dated import Confidence, Dated, Gap, NotInForceError, NotKnownError
from calculator.engine.law_file import LawFileError
from calculator.engine.law_folder import LawFolders
from calculator.engine.parameters import Amount, Value
from calculator.engine.programmes import Offer, Programme
from calculator.engine.sources import Source
from calculator.engine.tables import Band, Edition
from calculator.engine.wage_items import WageItem

__all__ = [
    "Amount", "Band", "Confidence", "Dated", "Edition", "Gap", "Law", "LawFileError",
    "NotInForceError", "NotKnownError", "Offer", "Programme", "Source", "Value", "WageItem",
    "load_law",
]  # fmt: skip

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Law:
    """Everything known of the law, by id and day; `consulted` lists what a rule has read.

    `as_at` is the day on which the files were last checked against their sources.
    """

    as_at: date
    parameters: Mapping[str, Dated[Value]]
    sources: Mapping[str, Source]
    programmes: tuple[Programme, ...]
    tables: Mapping[str, Dated[Edition]]
    wage_items: Mapping[str, Dated[WageItem]]
    consulted: list[Value | Band] = field(default_factory=list, compare=False)

    def fresh(self) -> "Law":
        """Return the same law with nothing consulted, for one decision."""
        return replace(self, consulted=[])

    def value(self, id: str, day: date) -> Value:
        """Return what the parameter is on `day`, and note that it was consulted.

        Raises NotInForceError where there is no value on that day, KeyError for an unknown id.
        """
        value = self.parameters[id].on(day)
        self.consulted.append(value)
        return value

    def in_force(self, id: str, day: date) -> bool:
        """Tell whether the parameter has a value on `day`; noted as consulted if it has."""
        try:
            self.value(id, day)
        except NotInForceError:
            return False
        return True

    def history(self, id: str) -> tuple[Value, ...]:
        """Return every value of the parameter, oldest first; not noted as consulted."""
        return self.parameters[id].in_force()

    def repeal(self, id: str) -> Gap:
        """Return the repeal with which the parameter ended; raises LookupError where it has not ended."""
        last = self.parameters[id].entries[-1]
        if isinstance(last, Gap) and last.why == "repealed":
            return last
        raise LookupError(f"{id} has not been repealed")

    def band(self, table: str, day: date, wages: Decimal) -> Band:
        """Return the row of the table for `wages` in ringgit a month, and note it as consulted.

        Raises NotInForceError where the table is not in force, its kind NotKnownError where the
        table or the row is not known, KeyError for an unknown table.
        """
        band = self.tables[table].on(day).band(wages)
        self.consulted.append(band)
        return band

    def table(self, table: str) -> Dated[Edition]:
        """Return every edition of a table; `table(id).on(day).bands` are its rows on a day."""
        return self.tables[table]

    def days(self) -> tuple[date, ...]:
        """Return every day on which something changes, oldest first.

        From-dates, the first days of programmes and the days after their last ones, and the days
        on which reports begin or cease to differ.
        """
        everything = (*self.parameters.values(), *self.tables.values(), *self.wage_items.values())
        days = {day for dated in everything for day in dated.days}
        for programme in self.programmes:
            days |= {programme.first_day, programme.last_day + ONE_DAY}
            days |= {near for day in programme.disputed_days for near in (day, day + ONE_DAY)}
        return tuple(sorted(days))


def load_law(folders: Sequence[Traversable]) -> Law:
    """Read and join the files of the law in `folders`; a later folder adds to the ones before.

    Every file is optional but parameters.toml in one of the folders, which has `law_as_at`.
    Raises LawFileError with every problem found.
    """
    read = LawFolders()
    for folder in folders:
        read.add(folder)
    return Law(
        read.checked_on(), read.parameters, read.sources, read.programmes, read.tables, read.wage_items
    )
