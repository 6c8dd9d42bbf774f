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
from calculator.engine.together import Parameters, Ties, check_programme, check_table
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
    parameter_files: dict[str, LawFile] = field(default_factory=dict)
    programme_files: list[tuple[Programme, LawFile]] = field(default_factory=list)
    ties: list[Ties] = field(default_factory=list)

    def add(self, folder: Traversable) -> None:
        """Read the files of the law in a folder; it may lack any of them."""
        if file := LawFile.find(folder, "sources.toml", self.report):
            self._join(file, self.sources, read_sources(file))
        if (file := LawFile.find(folder, "parameters.toml", self.report)) and (found := file.toml()):
            self.as_at.append(Row(file, found, "").day("law_as_at"))
            found.pop("law_as_at", None)
            self._join(file, self.parameters, read_parameters(file, found))
            self.parameter_files |= dict.fromkeys(found, file)
        if file := LawFile.find(folder, "tables.toml", self.report):
            ties = read_tables(folder, file)
            self.ties += ties.values()
            self._join(file, self.tables, {id: each.table for id, each in ties.items()})
        if file := LawFile.find(folder, "wage_items.toml", self.report):
            self._join(file, self.wage_items, read_wage_items(file))
        if file := LawFile.find(folder, "programmes.toml", self.report):
            programmes = read_programmes(file)
            self.programmes += programmes
            self.programme_files += [(programme, file) for programme in programmes]

    def _join[T](self, file: LawFile, known: dict[str, T], found: Mapping[str, T]) -> None:
        for id in found.keys() & known.keys():
            what = f'"{id}" is in a shared folder already; use that one, or another id'
            Row(file, {}, id).problem(what)
        known.update(found)

    def checked_on(self) -> date:
        """Return the day of the oldest check against the sources.

        Raises LawFileError with every problem found in any of the folders.
        """
        if not (self.as_at or self.report.problems):
            what = "nothing in parameters.toml in any folder of the law; add law_as_at"
            self.report.problems.append(what)
        if not self.report.problems:
            # what could not be read would seem to disagree
            self._check_together()
        check_citations(self.report, {id: source.confidence for id, source in self.sources.items()})
        if self.report.problems:
            raise LawFileError(self.report.problems)
        return min(self.as_at)

    def _check_together(self) -> None:
        parameters = Parameters(self.parameters, self.parameter_files)
        for ties in self.ties:
            check_table(ties, parameters)
        for programme, file in self.programme_files:
            check_programme(programme, file, parameters)
