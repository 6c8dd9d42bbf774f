"""Reading the contribution tables: tables.toml says what there is, a CSV file has the rows."""

from collections.abc import Iterator, Sequence
from functools import partial
from importlib.resources.abc import Traversable
from itertools import groupby, pairwise

from calculator.engine.law.dated import Dated, Gap
from calculator.engine.law.reading.file import LawFile
from calculator.engine.law.reading.row import CITED, Row, in_order
from calculator.engine.law.reading.table_rows import CsvReader, Line
from calculator.engine.law.reading.together import Problem, Ties
from calculator.engine.law.tables import Edition

TABLE_KEYS = ("file", "amounts", "ceiling", "changes_with", "ends")
END_KEYS = ("from", "repealed", "unknown", *CITED)


def read_tables(folder: Traversable, file: LawFile) -> dict[str, Ties]:
    """Read tables.toml and, from `folder`, the CSV files it names."""
    return {id: _table(folder, id, row) for id, row in Row.tables(file, file.toml())}


def _table(folder: Traversable, id: str, row: Row) -> Ties:
    row.keys(*TABLE_KEYS)
    editions = list(_editions(folder, id, row))
    ends = list(_ends(row))
    if ends and editions and ends[0].since <= editions[-1][0].since:
        row.problem("an end stands before the last rows of the table; look at both", "ends")
    entries: tuple[Edition | Gap, ...] = (*(edition for edition, _ in editions), *ends)
    return Ties(
        table=Dated(id, tuple(entry.since for entry in entries), entries),
        row=row,
        last_rows={edition.since: problem for edition, problem in editions},
        ceiling=row.text("ceiling") if "ceiling" in row.found else None,
        changes_with=_names(row, "changes_with") if "changes_with" in row.found else (),
    )


def _names(row: Row, key: str) -> tuple[str, ...]:
    """Read a list of names."""
    names = row.found.get(key)
    if isinstance(names, list):
        return tuple(map(str, names))
    row.problem(f'no list of {key}; write {key} = ["…"]', key)
    return ()


def _editions(folder: Traversable, id: str, row: Row) -> Iterator[tuple[Edition, Problem]]:
    """Read the CSV file: each edition, with what reports a mistake in its last row."""
    name, amounts = row.text("file"), _names(row, "amounts")
    if file := LawFile.find(folder, name, row.file.report):
        for lines in _grouped(file, CsvReader(file, id, amounts).lines()):
            yield _edition(file, id, lines), partial(file.problem, lines[-1][0])
    elif name:
        row.problem(f'no file "{name}" beside this one; write the name of the CSV file', "file")


def _ends(row: Row) -> Iterator[Gap]:
    """Read the days from which the table is repealed or no longer known."""
    for day, end in in_order(row.rows("ends", "from")):
        end.keys(*END_KEYS)
        if gap := end.gap(day):
            yield gap
        else:
            end.problem("an end needs repealed = true or unknown = true; add one of them")


def _grouped(file: LawFile, lines: Sequence[Line]) -> list[list[Line]]:
    """Put the rows of one from-date together; those of a later day must stand below."""
    groups = [list(group) for _, group in groupby(lines, key=lambda line: line[1].since)]
    for (before, *_), (first, *_) in pairwise(groups):
        if first[1].since < before[1].since:
            what = f"from {first[1].since} stands after {before[1].since}; put the rows in order of time"
            file.problem(first[0], what)
    return groups


def _edition(file: LawFile, id: str, lines: Sequence[Line]) -> Edition:
    """Refuse rows that do not cover all wages from nothing, each once."""
    line, first = lines[0]
    if first.wage_over != 0:
        file.problem(line, f"the first band starts over {first.wage_over}, not 0; add the rows above it")
    for (_, before), (line, band) in pairwise(lines):
        if band.wage_over < before.top:
            file.problem(line, f"the band over {band.wage_over} overlaps the one above it; look at both")
        elif band.wage_over > before.top:
            file.problem(line, f"no band from {before.top} to {band.wage_over}; add the missing row")
    line, last = lines[-1]
    if last.wage_up_to is not None:
        file.problem(line, "the last band has an end; leave wage_up_to empty, or add the last row")
    return Edition(id, first.since, tuple(band for _, band in lines))
