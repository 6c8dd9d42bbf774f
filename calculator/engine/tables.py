"""Contribution tables: amounts that are looked up by wages, never computed."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from importlib.resources.abc import Traversable
from itertools import pairwise

from calculator.engine.dated import Confidence, Dated, Gap, NotInForceError, NotKnownError
from calculator.engine.law_file import LawFile, Table, as_rows, as_table
from calculator.engine.parameters import read_citation, read_gap, row_lines
from calculator.engine.sources import Citation

KEYS = ("file", "amounts", "incomplete_from", "ends")
COLUMNS = ("from", "wage_over", "wage_up_to")
MARKS: Mapping[str, Confidence] = {"P": "P", "P-carried": "P", "S": "S", "U": "U"}


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


@dataclass(frozen=True, slots=True)
class Edition:
    """The rows of a table that hold from one day on, in order of wages."""

    since: date
    bands: tuple[Band, ...]
    complete: bool

    def band(self, day: date, wages: Decimal) -> Band:
        """Return the row for `wages` in ringgit a month.

        Raises NotKnownError where the row is not known, NotInForceError for no wages.
        """
        table = self.bands[0].table
        if wages <= 0:
            raise NotInForceError(table, day, f"no row for wages of {wages}")
        tops = [band.wage_up_to or Decimal("Infinity") for band in self.bands]
        band = self.bands[bisect_left(tops, wages)]
        if wages <= band.wage_over:
            raise NotKnownError(table, day, f"the row for wages of {wages} is not known")
        return band


def read_tables(folder: Traversable, file: LawFile, citations: list[Citation]) -> dict[str, Dated[Edition]]:
    """Read tables.toml and the CSV files it names."""
    return {id: _table(folder, file, id, as_table(found), citations) for id, found in file.toml().items()}


def _table(
    folder: Traversable, file: LawFile, id: str, found: Table, citations: list[Citation]
) -> Dated[Edition]:
    line = file.line(id)
    file.keys(found, KEYS, line)
    name = str(found.get("file"))
    rows = LawFile.find(folder, name)
    if rows is None:
        file.problem(line, f'no file "{name}" beside it; write file = "….csv"')
        return Dated(id, (), ())
    amounts = [str(name) for name in _list(found, "amounts")]
    incomplete = _list(found, "incomplete_from")
    editions: dict[date, list[tuple[int, Band]]] = {}
    for at, band in CsvReader(rows, id, tuple(amounts), citations).bands():
        editions.setdefault(band.since, []).append((at, band))
    for since, bands in editions.items():
        _check_bands(rows, bands, complete=since not in incomplete)
    file.problems += rows.problems
    entries: dict[date, Edition | Gap] = {
        since: Edition(since, tuple(band for _, band in bands), since not in incomplete)
        for since, bands in editions.items()
    }
    entries |= _ends(file, id, found, citations)
    if list(entries) != sorted(entries):
        file.problem(line, f"the from-dates of {name} are out of order; put the rows in order of time")
    return Dated(id, tuple(entries), tuple(entries.values()))


def _list(found: Table, key: str) -> list[object]:
    value = found.get(key)
    return value if isinstance(value, list) else []


def _ends(file: LawFile, id: str, found: Table, citations: list[Citation]) -> dict[date, Gap]:
    """Read the days from which the table is repealed or no longer known."""
    ends: dict[date, Gap] = {}
    rows = as_rows(found.get("ends"))
    for row, line in zip(rows, row_lines(file, id, rows), strict=True):
        file.keys(row, ("from", "repealed", "unknown", "source", "confidence"), line)
        why = read_gap(row)
        if why is None:
            file.problem(line, "an end says neither repealed = true nor unknown = true; add one")
        day = file.day(row, "from", line)
        ends[day] = Gap(why or "unknown", day, *read_citation(file, row, line, citations))
    return ends


@dataclass(slots=True)
class CsvReader:
    """Reads the rows of one CSV file: from, wage_over, wage_up_to, amounts, source, confidence."""

    file: LawFile
    table: str
    amounts: tuple[str, ...]
    citations: list[Citation]

    def bands(self) -> list[tuple[int, Band]]:
        """Return each row with its line; a row that cannot be read is a problem and left out."""
        header, *lines = self.file.text.splitlines()
        columns = [*COLUMNS, *self.amounts, "source", "confidence"]
        if header.split(",") != columns:
            self.file.problem(1, f"the columns are not those of tables.toml; write {','.join(columns)}")
            return []
        found: list[tuple[int, Band]] = []
        for line, text in enumerate(lines, 2):
            cells = text.split(",")
            if len(cells) != len(columns):
                self.file.problem(line, f"{len(cells)} cells; write {len(columns)}, without commas inside")
            elif band := self._band(line, dict(zip(columns, cells, strict=True))):
                found.append((line, band))
        return found

    def _band(self, line: int, row: Mapping[str, str]) -> Band | None:
        try:
            since = date.fromisoformat(row["from"])
            over = Decimal(row["wage_over"])
            up_to = Decimal(row["wage_up_to"]) if row["wage_up_to"] else None
            amounts = {name: Decimal(row[name]) for name in self.amounts}
        except (ValueError, InvalidOperation):
            self.file.problem(line, "a day or number cannot be read; write 2024-10-01 and 104.15")
            return None
        if any(amount < 0 for amount in (over, *amounts.values())):
            self.file.problem(line, "a negative amount; look at the table again")
        sources = tuple(row["source"].split())
        confidence = MARKS.get(row["confidence"])
        if not sources:
            self.file.problem(line, "no source; write an id of sources.toml in the column source")
        if confidence is None:
            self.file.problem(line, f'confidence "{row["confidence"]}"; write one of {", ".join(MARKS)}')
            return None
        self.citations.append(Citation(self.file, line, sources, confidence))
        carried = row["confidence"].endswith("carried")
        return Band(self.table, since, over, up_to, amounts, sources, confidence, carried)


def _check_bands(file: LawFile, bands: list[tuple[int, Band]], *, complete: bool) -> None:
    """Refuse bands that overlap or leave a gap, that do not start at nothing or have no last row."""
    first_line, first = bands[0]
    if complete and first.wage_over != 0:
        file.problem(
            first_line,
            f"the first band starts at {first.wage_over}, not 0; add the rows before it, "
            f"or name {first.since} in incomplete_from",
        )
    for (_, before), (line, band) in pairwise(bands):
        if before.wage_up_to is None or band.wage_over < before.wage_up_to:
            file.problem(line, f"the band over {band.wage_over} overlaps the one before it; look at both")
        elif band.wage_over > before.wage_up_to and complete:
            file.problem(line, f"no band from {before.wage_up_to} to {band.wage_over}; add the row")
    for line, band in bands:
        if band.wage_up_to is not None and band.wage_up_to <= band.wage_over:
            file.problem(line, f"the band ends at {band.wage_up_to}, before it starts; look at both")
    if bands[-1][1].wage_up_to is not None:
        file.problem(bands[-1][0], "the last band has an end; leave its wage_up_to empty, or add the last row")
