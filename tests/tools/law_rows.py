"""Every row of the law with the line it stands on, for who opens the sources again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from calculator.engine.figures import UNITS
from calculator.engine.law.reading.file import NOTES, LawFile, Report
from calculator.engine.law.reading.row import Row, in_order
from calculator.engine.law.reading.sources import read_sources
from calculator.engine.law.sources import Source
from tests.tools.bodies import bodies

# A pattern that no line has: LawFile.line then gives that of the table's header
NOWHERE = "(?!)"


@dataclass(frozen=True, slots=True)
class Entry:
    """What holds from `since` until another row takes its place; `gap` is repealed, unknown or empty.

    `mark` is the confidence as written. The rows of a printed table that begin together and are known in the
    same way are one entry, whose `count` says how many they are.
    """

    where: str
    id: str
    since: date
    until: date | None
    mark: str
    sources: frozenset[str]
    note: str = ""
    gap: str = ""
    count: int = 1

    def on(self, day: date) -> bool:
        """Whether the row holds on a day."""
        return self.since <= day and (self.until is None or day < self.until)


def _report() -> Report:
    """A report that nobody reads: the law has been loaded, so its files are sound."""
    units = {name: unit for body in bodies().values() for name, unit in body.units.items()}
    return Report({**UNITS, **units}, (*NOTES, *(note for body in bodies().values() for note in body.notes)))


def where(row: Row) -> str:
    """The file and line of a row, as editors and terminals turn into a link."""
    return f"{row.file.name}:{row.file.line(row.id, row.pattern or NOWHERE, row.nth)}"


def rows(folder: Path, name: str) -> Iterator[tuple[str, Row]]:
    """Every table of one file of a folder with its id; none where there is no such file."""
    if file := LawFile.find(folder, name, _report()):
        found = {id: value for id, value in file.toml().items() if id != "law_as_at"}
        yield from Row.tables(file, found)


def checked(folder: Path) -> Iterator[tuple[str, date]]:
    """Where a folder says when it was last checked, and the day."""
    if file := LawFile.find(folder, "parameters.toml", _report()):
        lines = file.text.splitlines()
        at = next(number for number, line in enumerate(lines, 1) if line.startswith("law_as_at"))
        yield f"{file.name}:{at}", Row(file, file.toml(), "").day("law_as_at")


def sources(folder: Path) -> Iterator[tuple[str, Source]]:
    """Every source with the line it stands on."""
    if file := LawFile.find(folder, "sources.toml", _report()):
        for id, source in read_sources(file).items():
            yield f"{file.name}:{file.line(id, NOWHERE, 0)}", source


def entries(folder: Path) -> Iterator[Entry]:
    """Every row of the parameters, of what counts as wages and of the contribution tables."""
    for name in ("parameters.toml", "wage_items.toml"):
        for id, row in rows(folder, name):
            yield from _until(_entry(id, day, each) for day, each in in_order(row.rows("values", "from")))
    for id, row in rows(folder, "tables.toml"):
        ends = (_entry(id, day, each) for day, each in in_order(row.rows("ends", "from")))
        yield from _until([*_printed(folder, id, row), *ends])


def _entry(id: str, day: date, row: Row) -> Entry:
    gap = next((why for why in ("repealed", "unknown") if why in row.found), "")
    cited = frozenset(row.sources())
    return Entry(where(row), id, day, None, str(row.found["confidence"]), cited, row.note() or "", gap)


def _printed(folder: Path, id: str, row: Row) -> Iterator[Entry]:
    """The rows of a table's CSV file, those of one day and one mark together."""
    file = LawFile.find(folder, row.text("file"), _report())
    header, *lines = file.text.splitlines() if file else [""]
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for number, text in enumerate(lines, 2):
        cells = dict(zip(header.split(","), text.split(","), strict=True))
        found.setdefault((cells["from"], cells["confidence"]), []).append((number, cells["source"]))
    for (day, mark), cited in found.items():
        ids = frozenset(" ".join(each for _, each in cited).split())
        name = f"{file.name if file else ''}:{cited[0][0]}"
        yield Entry(name, id, date.fromisoformat(day), None, mark, ids, count=len(cited))


def _until(found: Iterable[Entry]) -> Iterator[Entry]:
    """The rows of one id, each with the day on which the next takes its place."""
    every = list(found)
    days = sorted({entry.since for entry in every})
    following = dict(pairwise(days))
    for entry in every:
        yield Entry(
            entry.where, entry.id, entry.since, following.get(entry.since), entry.mark, entry.sources,
            entry.note, entry.gap, entry.count,
        )  # fmt: skip
