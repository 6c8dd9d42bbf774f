"""Reading folders of law files one after the other, and what can only be checked across them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources.abc import Traversable

from calculator.engine.dated import Dated
from calculator.engine.law_file import LawFile, LawFileError, Report, check_citations
from calculator.engine.law_row import Row
from calculator.engine.parameters import Value, read_parameters
from calculator.engine.programmes import Programme, read_programmes
from calculator.engine.sources import Source, read_sources
from calculator.engine.table_files import read_tables
from calculator.engine.tables import Edition
from calculator.engine.wage_items import WageItem, read_wage_items

# The one file of a notice in the language of law files that is none.
SAMPLES = "samples.toml"


def has_law(folder: Traversable) -> bool:
    """Tell whether a notice's folder holds any file of the law."""
    return any(entry.name.endswith(".toml") and entry.name != SAMPLES for entry in folder.iterdir())


@dataclass(slots=True)
class LawFolders:
    """What the folders read so far say, joined by id."""

    report: Report = field(default_factory=Report)
    as_at: list[date] = field(default_factory=list)
    parameters: dict[str, Dated[Value]] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    programmes: tuple[Programme, ...] = ()
    tables: dict[str, Dated[Edition]] = field(default_factory=dict)
    wage_items: dict[str, Dated[WageItem]] = field(default_factory=dict)

    def add(self, folder: Traversable) -> None:
        """Read the files of the law in a folder; it may lack any of them."""
        if file := LawFile.find(folder, "sources.toml", self.report):
            self._join(file, self.sources, read_sources(file))
        if (file := LawFile.find(folder, "parameters.toml", self.report)) and (found := file.toml()):
            self.as_at.append(Row(file, found, "").day("law_as_at"))
            found.pop("law_as_at", None)
            self._join(file, self.parameters, read_parameters(file, found))
        if file := LawFile.find(folder, "tables.toml", self.report):
            self._join(file, self.tables, read_tables(folder, file))
        if file := LawFile.find(folder, "wage_items.toml", self.report):
            self._join(file, self.wage_items, read_wage_items(file))
        if file := LawFile.find(folder, "programmes.toml", self.report):
            self.programmes += read_programmes(file)

    def _join[T](self, file: LawFile, known: dict[str, T], found: Mapping[str, T]) -> None:
        for id in found.keys() & known.keys():
            what = f'"{id}" is in a shared folder already; use that one, or another id'
            Row(file, {}, id).problem(what)
        known.update(found)

    def checked_on(self) -> date:
        """Return the day of the oldest check against the sources.

        Raises LawFileError with every problem found in any of the folders.
        """
        check_citations(self.report, {id: source.confidence for id, source in self.sources.items()})
        if not (self.as_at or self.report.problems):
            what = "nothing in parameters.toml in any folder of the law; add law_as_at"
            self.report.problems.append(what)
        if self.report.problems:
            raise LawFileError(self.report.problems)
        return min(self.as_at)
