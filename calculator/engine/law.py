"""The law as dated data: what rules, pages and tests ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from importlib.resources.abc import Traversable

from calculator.engine.dated import Confidence, Dated, Gap, NotInForceError, NotKnownError
from calculator.engine.law_file import LawFile, LawFileError
from calculator.engine.parameters import Amount, ParameterReader, Value
from calculator.engine.programmes import Offer, Programme, read_programmes
from calculator.engine.sources import Citation, Source, check_citations, read_sources
from calculator.engine.tables import Band, Edition, read_tables
from calculator.engine.wage_items import WageItem, read_wage_items

__all__ = [
    "Amount", "Band", "Confidence", "Dated", "Edition", "Gap", "Law", "LawFileError",
    "NotInForceError", "NotKnownError", "Offer", "Programme", "Source", "Value", "WageItem",
    "load_law",
]  # fmt: skip

TOMORROW = timedelta(days=1)


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
        """Return every value of the parameter, oldest first."""
        return self.parameters[id].in_force()

    def band(self, table: str, day: date, wages: Decimal) -> Band:
        """Return the row of the table for `wages` in ringgit a month, and note it as consulted.

        Raises NotInForceError where the table or the row is not in force or not known.
        """
        band = self.tables[table].on(day).band(day, wages)
        self.consulted.append(band)
        return band

    def table(self, table: str) -> Dated[Edition]:
        """Return every edition of a table; `table(id).on(day).bands` are its rows."""
        return self.tables[table]

    def days(self) -> tuple[date, ...]:
        """Return every day on which something changes, oldest first.

        From-dates, the first days of programmes and the days after their last ones, and the days
        on which reports begin or cease to differ.
        """
        dated_ = (*self.parameters.values(), *self.tables.values(), *self.wage_items.values())
        days = {day for dated in dated_ for day in dated.days}
        for programme in self.programmes:
            days |= {programme.first_day, programme.last_day + TOMORROW}
            days |= {near for day in programme.disputed_days for near in (day, day + TOMORROW)}
        return tuple(sorted(days))


def load_law(folders: Sequence[Traversable]) -> Law:
    """Read and join the files of the law in `folders`; a later folder adds to the ones before.

    Raises LawFileError with every problem found.
    """
    return _Loader().load(folders)


@dataclass(slots=True)
class _Loader:
    files: list[LawFile] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    as_at: list[date] = field(default_factory=list)
    parameters: dict[str, Dated[Value]] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    programmes: tuple[Programme, ...] = ()
    tables: dict[str, Dated[Edition]] = field(default_factory=dict)
    wage_items: dict[str, Dated[WageItem]] = field(default_factory=dict)

    def load(self, folders: Sequence[Traversable]) -> Law:
        for folder in folders:
            self._read(folder)
        check_citations(self.citations, self.sources)
        if problems := [problem for file in self.files for problem in file.problems]:
            raise LawFileError(problems)
        return Law(
            min(self.as_at), self.parameters, self.sources, self.programmes, self.tables, self.wage_items
        )

    def _open(self, folder: Traversable, name: str) -> LawFile | None:
        file = LawFile.find(folder, name)
        if file is not None:
            self.files.append(file)
        return file

    def _read(self, folder: Traversable) -> None:
        if file := self._open(folder, "sources.toml"):
            self.sources |= self._new(file, read_sources(file), self.sources)
        if file := self._open(folder, "parameters.toml"):
            found = file.toml()
            self.as_at.append(file.day(found, "law_as_at", 1))
            found.pop("law_as_at", None)
            read = ParameterReader(file, self.citations).read(found)
            self.parameters |= self._new(file, read, self.parameters)
        if file := self._open(folder, "tables.toml"):
            read_tables_ = read_tables(folder, file, self.citations)
            self.tables |= self._new(file, read_tables_, self.tables)
        if file := self._open(folder, "wage_items.toml"):
            items = read_wage_items(file, self.citations)
            self.wage_items |= self._new(file, items, self.wage_items)
        if file := self._open(folder, "programmes.toml"):
            self.programmes += read_programmes(file, self.citations)

    def _new[T](self, file: LawFile, found: Mapping[str, T], known: Mapping[str, T]) -> Mapping[str, T]:
        for id in found:
            if id in known:
                file.problem(file.line(id), f'"{id}" is in a shared folder too; use that one or another id')
        return found
