"""Reading the rows of a contribution table from its CSV file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import partial

from calculator.engine.law.dated import Confidence
from calculator.engine.law.reading.file import Citation, LawFile
from calculator.engine.law.tables import Band, Known

# What a row's mark says: how good its sources are, and how it is known from them.
MARKS: Mapping[str, tuple[Confidence, Known]] = {
    "P": ("P", "printed"),
    "P-carried": ("P", "carried"),
    "P-inferred": ("P", "inferred"),
    "S": ("S", "reported"),
    "U": ("U", "unverified"),
}

type Line = tuple[int, Band]


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
        confidence, known = MARKS.get(cells["confidence"], MARKS["U"])
        sources = self._sources(line, cells, primary=confidence == "P")
        return Band(self.table, since, over, up_to, amounts, sources, confidence, known)

    def _sources(self, line: int, cells: Mapping[str, str], *, primary: bool) -> tuple[str, ...]:
        sources, mark = tuple(cells["source"].split()), cells["confidence"]
        if not sources:
            self.file.problem(line, "no source; write an id of sources.toml, or several with spaces between")
        if mark not in MARKS:
            self.file.problem(line, f'confidence is "{mark}"; write one of {", ".join(MARKS)}')
        problem = partial(self.file.problem, line)
        self.file.report.citations.append(Citation(sources, primary, problem))
        return sources
