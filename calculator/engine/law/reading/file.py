"""Reading one file of the law, and saying where it is wrong and what to do about it."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NoReturn

from calculator.engine.figures import Unit
from calculator.engine.law.dated import Confidence

# With which a file begins that says how it is encoded.
MARK = "\ufeff"


class LawFileError(ValueError):
    """Raised when files of the law cannot be used; `problems` has one line for each mistake."""

    def __init__(self, problems: Iterable[str]) -> None:
        """Keep every problem, so that a writer can mend them all at once."""
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class Citation:
    """The sources that a place in a file names, kept until those of all folders are read.

    `primary` tells whether the place is marked P; `problem` reports a mistake there.
    """

    sources: tuple[str, ...]
    primary: bool
    problem: Callable[[str], None]


# What can be special about a row of any body of law, as codes: the wheel has no sentences.
NOTES = (
    "earliest_day_seen", "undated_source", "bill_only", "date_reported",
    "reports_differ", "primary_quoted", "bill_passed",
)  # fmt: skip


@dataclass(slots=True)
class Report:
    """What reading has brought up so far: mistakes, and citations still to be looked up.

    `units` and `notes` are those that the files may use.
    """

    units: Mapping[str, Unit]
    notes: tuple[str, ...] = NOTES
    problems: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class LawFile:
    """The text of one file, the name a writer knows it by, and the report it adds to."""

    name: str
    text: str
    report: Report

    @classmethod
    def find(cls, folder: Traversable, name: str, report: Report) -> "LawFile | None":
        """Read `name` in `folder`, or return None when the folder has no such file."""
        path = folder / name
        if not path.is_file():
            return None
        shown = str(path).removeprefix(f"{Path.cwd()}/")
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            text = MARK
        if text.startswith(MARK) or "\0" in text:
            _refuse(shown, path.read_bytes())
        return cls(shown, text, report)

    def toml(self) -> dict[str, object]:
        """Parse the file with exact decimals; a mistake in the TOML is one problem and no content."""
        try:
            return tomllib.loads(self.text, parse_float=Decimal)
        except tomllib.TOMLDecodeError as error:
            self.problem(*_not_toml(self.text, error))
            return {}

    def problem(self, line: int, what: str) -> None:
        """Report one mistake: what is wrong, then what to do."""
        self.report.problems.append(f"{self.name}:{line}: {what}")

    def line(self, table: str, pattern: str, nth: int) -> int:
        """Return the line of the `nth` match of `pattern` below a table's header, or of the header.

        tomllib keeps no line numbers, so this looks through the text up to the next header.
        """
        lines = self.text.splitlines()
        header = re.compile(rf"\s*\[{re.escape(table)}\]")
        start = next((at for at, line in enumerate(lines) if header.match(line)), 0)
        matches = [at for at in self._below(lines, start) if re.search(pattern, lines[at])]
        return (matches[nth] if nth < len(matches) else start) + 1

    @staticmethod
    def _below(lines: Sequence[str], start: int) -> Iterator[int]:
        for at in range(start + 1, len(lines)):
            if re.match(r"\s*\[\w", lines[at]):
                return
            yield at


def _refuse(name: str, data: bytes) -> NoReturn:
    """Say how the file was saved and how to save it; its content would be no use."""
    from calculator.engine.law.reading.saved import fault  # noqa: PLC0415 - only for a mistake

    found = fault(data)
    assert found is not None  # noqa: S101 - it could not be read
    raise LawFileError([f"{name}:{found[0]}: {found[1]}"])


def _not_toml(text: str, error: tomllib.TOMLDecodeError) -> tuple[int, str]:
    from calculator.engine.law.reading.saved import toml_fault  # noqa: PLC0415 - only for a mistake

    line, typed = toml_fault(text, error)
    return line, typed or f"this is not TOML: {error}; mend this line or the one before it"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean "…"?` when a known word is close, else nothing."""
    # Loaded only for a mistake: it is slow to load in a browser.
    from difflib import get_close_matches  # noqa: PLC0415

    close = get_close_matches(word, list(known))
    return f'; did you mean "{close[0]}"?' if close else ""


def check_citations(report: Report, known: Mapping[str, Confidence]) -> None:
    """Refuse a source that no sources.toml has, and a P that no primary text supports.

    `known` has the confidence of every source by its id.
    """
    for citation in report.citations:
        for id in citation.sources:
            if id not in known:
                hint = nearest(id, known) or "; add it to sources.toml"
                citation.problem(f'no source "{id}"{hint}')
        marks = {known[id] for id in citation.sources if id in known}
        if citation.primary and marks and "P" not in marks:
            citation.problem("marked P, but no source of it is; cite a primary text, or write S")
