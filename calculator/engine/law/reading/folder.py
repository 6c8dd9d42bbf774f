"""Reading folders of law files one after the other, and what can only be checked across them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.resources.abc import Traversable
from typing import Any

from calculator.engine.figures import UNITS
from calculator.engine.law.body import Body, Kind
from calculator.engine.law.dated import Dated
from calculator.engine.law.law import Law
from calculator.engine.law.parameters import Value
from calculator.engine.law.reading.file import NOTES, LawFile, LawFileError, Report, check_citations
from calculator.engine.law.reading.parameters import read_parameters
from calculator.engine.law.reading.row import Row
from calculator.engine.law.reading.sources import read_sources
from calculator.engine.law.reading.table_files import read_tables
from calculator.engine.law.reading.together import PARAMETERS, Parameters, Ties, check_table
from calculator.engine.law.sources import Source
from calculator.engine.law.tables import Edition

# The one file of a notice in the language of law files that is none.
SAMPLES = "samples.toml"


def has_law(folder: Traversable) -> bool:
    """Tell whether a notice's folder holds any file of the law."""
    return any(entry.name.endswith(".toml") and entry.name != SAMPLES for entry in folder.iterdir())


def load_law(folders: Sequence[Traversable], body: Body, on: Law | None = None) -> Law:
    """Read and join the files of the law in `folders`; a later folder adds to the ones before.

    Every file is optional but parameters.toml in one of the folders, which has `law_as_at`. With `on`, the
    law of the body's own folder, what is read adds to it; what it holds is not read or kept a second time.
    Raises LawFileError with every problem found.
    """
    read = LawFolders(body)
    if on:
        read.start_from(on)
    for folder in folders:
        read.add(folder)
    return Law(read.checked_on(), read.parameters, read.sources, read.tables, read.more)


@dataclass(slots=True)
class LawFolders:
    """What the folders read so far say, joined by id."""

    body: Body
    report: Report = field(init=False)
    as_at: list[date] = field(default_factory=list)
    parameters: dict[str, Dated[Value]] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    tables: dict[str, Dated[Edition]] = field(default_factory=dict)
    more: dict[Kind[Any], dict[str, Any]] = field(default_factory=dict)
    sources_read: bool = True
    shared: list[Traversable] = field(default_factory=list)
    parameter_files: dict[str, LawFile] = field(default_factory=dict)
    to_check: list[tuple[Kind[Any], LawFile, Mapping[str, Any]]] = field(default_factory=list)
    ties: list[Ties] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Know the units, notes and kinds of files of the body, and those of every body."""
        self.report = Report({**UNITS, **self.body.units}, (*NOTES, *self.body.notes))
        self.more = {kind: {} for kind in self.body.kinds}

    def start_from(self, law: Law) -> None:
        """Take over what the body's own folder says."""
        self.shared.append(self.body.folder)
        self.as_at.append(law.as_at)
        self.parameters |= law.parameters
        self.sources |= law.sources
        self.tables |= law.tables
        self.more = {kind: dict(law.of(kind)) for kind in self.body.kinds}

    def add(self, folder: Traversable) -> None:
        """Read the files of the law in a folder; it may lack any of them."""
        if file := LawFile.find(folder, "sources.toml", self.report):
            sources = read_sources(file)
            self.sources_read &= bool(sources)
            self._join(file, self.sources, sources)
        if (file := LawFile.find(folder, PARAMETERS, self.report)) and (found := file.toml()):
            self.as_at.append(Row(file, found, "").day("law_as_at"))
            found.pop("law_as_at", None)
            self._join(file, self.parameters, read_parameters(file, found))
            self.parameter_files |= dict.fromkeys(found, file)
        if file := LawFile.find(folder, "tables.toml", self.report):
            ties = read_tables(folder, file)
            self.ties += ties.values()
            self._join(file, self.tables, {id: each.table for id, each in ties.items()})
        for kind in self.body.kinds:
            if file := LawFile.find(folder, kind.file, self.report):
                entries = kind.read(file)
                self.to_check.append((kind, file, entries))
                self._join(file, self.more[kind], entries)

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
        if self.sources_read or not self.report.problems:
            # likewise every citation, where a file of sources could not be read
            check_citations(self.report, {id: source.confidence for id, source in self.sources.items()})
        if self.report.problems:
            raise LawFileError(self.report.problems)
        return min(self.as_at)

    def _check_together(self) -> None:
        parameters = Parameters(self.parameters, self.parameter_files, self.shared, self.report)
        for ties in self.ties:
            check_table(ties, parameters)
        for kind, file, entries in self.to_check:
            for entry in entries.values():
                kind.check(entry, file, parameters)
