"""One table of a TOML file of the law: each value is read by what it must be, or reported."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from calculator.engine.law.dated import Confidence, Gap
from calculator.engine.law.parameters import Bound
from calculator.engine.law.reading.file import Citation, LawFile, nearest

BOUNDS: Mapping[str, Bound] = {"max": "max", "min": "min"}
CONFIDENCES: Mapping[str, Confidence] = {"P": "P", "S": "S", "U": "U"}
CITED = ("source", "confidence", "note")


@dataclass(frozen=True, slots=True)
class Row:
    """A table of the file and what it says.

    Its line is that of the table `id`, or of the `nth` match of `pattern` below; only looked up
    for a mistake, because that is slow.
    """

    file: LawFile
    found: Mapping[str, object]
    id: str
    pattern: str = ""
    nth: int = 0

    @classmethod
    def tables(cls, file: LawFile, found: Mapping[str, object]) -> Iterator[tuple[str, "Row"]]:
        """Yield every top-level table with its id."""
        for id, value in found.items():
            if isinstance(value, dict):
                yield id, cls(file, value, id)
            else:
                file.problem(1, f'"{id}" is not a table; write [{id}] and its keys below')

    def rows(self, key: str, first: str) -> list["Row"]:
        """Return the tables of the list `key`; the key they start with, `first`, tells their lines."""
        values = self.found.get(key)
        tables = [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
        patterns = [rf'{first}\s*=\s*"?{re.escape(str(table.get(first)))}' for table in tables]
        return [
            Row(self.file, tables[at], self.id, pattern, patterns[:at].count(pattern))
            for at, pattern in enumerate(patterns)
        ]

    def problem(self, what: str, key: str = "") -> None:
        """Report a mistake in this row, or with one of its keys: what is wrong, then what to do."""
        # without a key no line of TOML matches, which leaves that of the table
        pattern = self.pattern or rf"^\s*{key}\s*="
        self.file.problem(self.file.line(self.id, pattern, self.nth), what)

    def keys(self, *known: str) -> None:
        """Refuse the keys that no reader of the file would look at."""
        for key in self.found:
            if key not in known:
                hint = nearest(key, known) or f"; the keys are {', '.join(known)}"
                self.problem(f'unknown key "{key}"{hint}', key)

    def choice(self, key: str, choices: Sequence[str]) -> str:
        """Read one word of a closed list."""
        word = self.found.get(key)
        if word in choices:
            return str(word)
        hint = nearest(str(word), choices) if word else ""
        self.problem(f"{self._said(key)}{hint or f'; write one of {", ".join(choices)}'}", key)
        return choices[0]

    def bound(self) -> Bound | None:
        """Read `bound`: max where the law says at most, min where it says at least."""
        return BOUNDS[self.choice("bound", tuple(BOUNDS))] if "bound" in self.found else None

    def day(self, key: str) -> date:
        """Read a day such as 2018-07-01, written without quotation marks."""
        day = self.found.get(key)
        if type(day) is date:
            return day
        self.problem(f"{self._said(key)}; write a day such as {key} = 2018-07-01", key)
        return date.min

    def text(self, key: str) -> str:
        """Read a text that must be there."""
        text = self.found.get(key)
        if isinstance(text, str) and text:
            return text
        self.problem(f'{self._said(key)}; write {key} = "…"', key)
        return ""

    def words(self, key: str, choices: Sequence[str]) -> tuple[str, ...]:
        """Read a list of words out of a closed list; no list is an empty one."""
        words = self._list(key)
        for word in words:
            if word not in choices:
                self.problem(f'{key} has "{word}"; write a list of {", ".join(choices)}', key)
        return tuple(word for word in choices if word in words)

    def days(self, key: str) -> tuple[date, ...]:
        """Read a list of days; no list is an empty one."""
        days = self._list(key)
        for day in days:
            if type(day) is not date:
                self.problem(f'{key} has "{day}"; write days such as {key} = [2018-07-01]', key)
        return tuple(day for day in days if isinstance(day, date))

    def sources(self) -> tuple[str, ...]:
        """Read `source`, an id or a list of them; a row without one is refused."""
        ids = tuple(map(str, self._list("source")))
        if not ids:
            self.problem('no source; add source = "…" with an id of sources.toml')
        primary = self.found.get("confidence") == "P"
        self.file.report.citations.append(Citation(ids, primary, self.problem))
        return ids

    def confidence(self) -> Confidence:
        """Read the mark: P primary, S secondary, U not verified."""
        return CONFIDENCES[self.choice("confidence", tuple(CONFIDENCES))]

    def note(self) -> str | None:
        """Read the code of what is special about the row."""
        return self.choice("note", self.file.report.notes) if "note" in self.found else None

    def gap(self, since: date) -> Gap | None:
        """Read a row that ends what was (`repealed`), or says that it is not known what follows."""
        whys: tuple[Literal["repealed", "unknown"], ...] = ("repealed", "unknown")
        found = [why for why in whys if why in self.found]
        if not found:
            return None
        if len(found) > 1 or self.found[found[0]] is not True or "value" in self.found:
            self.problem("write one of value = …, repealed = true and unknown = true")
        return Gap(found[0], since, self.sources(), self.confidence(), self.note())

    def _list(self, key: str) -> list[object]:
        value = self.found.get(key, [])
        return value if isinstance(value, list) else [value]

    def _said(self, key: str) -> str:
        return f'{key} is "{self.found[key]}"' if key in self.found else f"no {key}"


def in_order(rows: Sequence[Row]) -> list[tuple[date, Row]]:
    """Put to each row its from-date; one given twice or out of order is refused."""
    dated = [(row.day("from"), row) for row in rows]
    for (before, _), (day, row) in pairwise(dated):
        if day == before != date.min:
            row.problem(f"from {day} is there twice; keep one of the rows")
        if day < before and day != date.min:
            row.problem(f"from {day} stands after {before}; put the rows in order of time")
    return dated
