"""Reading the contribution tables: tables.toml says what there is, a CSV file has the rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import partial
from importlib.resources.abc import Traversable
from itertools import groupby, pairwise

from calculator.engine.dated import Confidence, Dated, Gap
from calculator.engine.law_file import Citation, LawFile
from calculator.engine.law_row import CITED, Row, in_order
from calculator.engine.tables import Band, Edition

MARKS: Mapping[str, Confidence] = {"P": "P", "P-carried": "P", "S": "S", "U": "U"}

type Line = tuple[int, Band]


def read_tables(folder: Traversable, file: LawFile) -> dict[str, Dated[Edition]]:
    """Read tables.toml and, from `folder`, the CSV files it names."""
    return {id: _table(folder, id, row) for id, row in Row.tables(file, file.toml())}


def _table(folder: Traversable, id: str, row: Row) -> Dated[Edition]:
    row.keys("file", "amounts", "incomplete_from", "ends")
    name, incomplete = row.text("file"), row.days("incomplete_from")
    amounts = row.found.get("amounts")
    if not isinstance(amounts, list):
        row.problem('no amounts; write amounts = ["…"] with the names of the columns')
    editions: list[Edition] = []
    if rows := LawFile.find(folder, name, row.file.report):
        lines = CsvReader(rows, id, tuple(map(str, amounts)) if isinstance(amounts, list) else ()).lines()
        editions = [_edition(rows, id, group, incomplete) for group in _editions(rows, lines)]
    elif name:
        row.problem(f'no file "{name}" beside this one; write the name of the CSV file', "file")
    ends = list(_ends(row))
    if ends and editions and ends[0].since <= editions[-1].since:
        row.problem("an end stands before the last rows of the table; look at both", "ends")
    entries: tuple[Edition | Gap, ...] = (*editions, *ends)
    return Dated(id, tuple(entry.since for entry in entries), entries)


def _ends(row: Row) -> Iterator[Gap]:
    """Read the days from which the table is repealed or no longer known."""
    for day, end in in_order(row.rows("ends", "from")):
        end.keys("from", "repealed", "unknown", *CITED)
        if gap := end.gap(day):
            yield gap
        else:
            end.problem("an end needs repealed = true or unknown = true; add one of them")


def _editions(file: LawFile, lines: Sequence[Line]) -> list[list[Line]]:
    """Put the rows of one from-date together; those of a later day must stand below."""
    groups = [list(group) for _, group in groupby(lines, key=lambda line: line[1].since)]
    for (before, *_), (first, *_) in pairwise(groups):
        if first[1].since < before[1].since:
            what = f"from {first[1].since} stands after {before[1].since}; put the rows in order of time"
            file.problem(first[0], what)
    return groups


def _edition(file: LawFile, id: str, lines: Sequence[Line], incomplete: Sequence[date]) -> Edition:
    since = lines[0][1].since
    complete = since not in incomplete
    _check_ends(file, lines, complete=complete)
    for (_, before), (line, band) in pairwise(lines):
        if band.wage_over < before.top:
            file.problem(line, f"the band over {band.wage_over} overlaps the one above it; look at both")
        elif band.wage_over > before.top and complete:
            file.problem(line, f"no band from {before.top} to {band.wage_over}; add the missing row")
    return Edition(id, since, tuple(band for _, band in lines), complete)


def _check_ends(file: LawFile, lines: Sequence[Line], *, complete: bool) -> None:
    """Refuse a table that does not start at nothing, or has no last row without an end."""
    line, first = lines[0]
    if complete and first.wage_over != 0:
        what = f"the first band starts over {first.wage_over}, not 0; add the rows above it, "
        file.problem(line, f"{what}or name {first.since} in incomplete_from")
    line, last = lines[-1]
    if last.wage_up_to is not None:
        file.problem(line, "the last band has an end; leave wage_up_to empty, or add the last row")


@dataclass(frozen=True, slots=True)
class CsvReader:
    """Reads a CSV file: from, wage_over, wage_up_to, one column for each amount, source, confidence."""

    file: LawFile
    table: str
    amounts: tuple[str, ...]

    def lines(self) -> list[Line]:
        """Return each row with its line number, or nothing where a row cannot be read."""
        columns = ["from", "wage_over", "wage_up_to", *self.amounts, "source", "confidence"]
        header, _, rows = self.file.text.partition("\n")
        lines = rows.splitlines()
        if header.split(",") != columns:
            self.file.problem(1, f"the columns are not those of tables.toml; write {','.join(columns)}")
            return []
        if not lines:
            self.file.problem(1, "no rows; copy them from the printed table")
        found: list[Line] = []
        for line, text in enumerate(lines, 2):
            cells = text.split(",")
            if len(cells) != len(columns):
                what = f"{len(cells)} cells where {len(columns)} belong; write one for each column"
                self.file.problem(line, what)
            elif band := self._band(line, dict(zip(columns, cells, strict=True))):
                found.append((line, band))
        return found if len(found) == len(lines) else []

    def _band(self, line: int, cells: Mapping[str, str]) -> Band | None:
        try:
            since = date.fromisoformat(cells["from"])
            over = Decimal(cells["wage_over"])
            up_to = Decimal(cells["wage_up_to"]) if cells["wage_up_to"] else None
            amounts = {name: Decimal(cells[name]) for name in self.amounts}
        except (ValueError, InvalidOperation):
            self.file.problem(line, "a day or number cannot be read; write them as 2024-10-01 and 104.15")
            return None
        if min(over, *amounts.values()) < 0:
            self.file.problem(line, "an amount is negative; look at the printed table")
        if up_to is not None and up_to <= over:
            self.file.problem(line, f"the band ends at {up_to}, not above {over}; look at both")
            return None
        confidence, sources = self._cited(line, cells)
        carried = cells["confidence"] == "P-carried"
        return Band(self.table, since, over, up_to, amounts, sources, confidence, carried)

    def _cited(self, line: int, cells: Mapping[str, str]) -> tuple[Confidence, tuple[str, ...]]:
        sources, mark = tuple(cells["source"].split()), cells["confidence"]
        if not sources:
            self.file.problem(line, "no source; write an id of sources.toml, or several with spaces between")
        if mark not in MARKS:
            self.file.problem(line, f'confidence is "{mark}"; write one of {", ".join(MARKS)}')
        confidence = MARKS.get(mark, "U")
        problem = partial(self.file.problem, line)
        self.file.report.citations.append(Citation(sources, confidence == "P", problem))
        return confidence, sources
