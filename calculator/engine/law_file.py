"""Reading one file of the law, and saying where it is wrong and what to do about it."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from importlib.resources.abc import Traversable
from pathlib import Path

from calculator.engine.dated import Confidence

type Table = Mapping[str, object]

CONFIDENCES: Mapping[str, Confidence] = {"P": "P", "S": "S", "U": "U"}


class LawFileError(ValueError):
    """Raised when files of the law cannot be used; `problems` has one line for each mistake."""

    def __init__(self, problems: Iterable[str]) -> None:
        """Keep every problem, so that a writer can mend them all at once."""
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean "…"?` when a known word is close, else nothing."""
    # Loaded only for a mistake: it is slow to load in a browser.
    from difflib import get_close_matches  # noqa: PLC0415

    close = get_close_matches(word, list(known), n=1)
    return f'; did you mean "{close[0]}"?' if close else ""


@dataclass(slots=True)
class LawFile:
    """The text of one file, the name a writer knows it by, and the problems found in it."""

    name: str
    text: str
    problems: list[str] = field(default_factory=list)

    @classmethod
    def find(cls, folder: Traversable, name: str) -> "LawFile | None":
        """Read `name` in `folder`, or return None when the folder has no such file."""
        path = folder / name
        if not path.is_file():
            return None
        shown = str(path).removeprefix(f"{Path.cwd()}/")
        return cls(shown, path.read_text(encoding="utf-8"))

    def toml(self) -> dict[str, object]:
        """Parse the file with exact decimals; a mistake in the TOML is one problem and no content."""
        try:
            return tomllib.loads(self.text, parse_float=Decimal)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"\(at line (\d+)", str(error))
            line = int(found[1]) if found else self.text.count("\n") + 1
            self.problem(line, f"this is not TOML: {error}; mend the line or the one before it")
            return {}

    def problem(self, line: int, what: str) -> None:
        """Note one mistake: what is wrong, then what to do."""
        self.problems.append(f"{self.name}:{line}: {what}")

    def line(self, table: str, pattern: str = "", nth: int = 0) -> int:
        """Return the line of a table, or of the `nth` match of `pattern` inside it.

        tomllib keeps no line numbers, so this looks for the header, then up to the next header.
        """
        lines = self.text.splitlines()
        header = re.compile(rf"\s*\[+{re.escape(table)}\]")
        start = next((at for at, line in enumerate(lines) if header.match(line)), 0)
        for at in range(start, len(lines)):
            if at > start and re.match(r"\s*\[+\w", lines[at]):
                break
            if pattern and re.search(pattern, lines[at]):
                if nth == 0:
                    return at + 1
                nth -= 1
        return start + 1

    def keys(self, found: Table, known: Iterable[str], line: int) -> None:
        """Refuse the keys that no reader of the file would look at."""
        known = list(known)
        for key in found:
            if key not in known:
                hint = nearest(key, known) or f"; the keys are {', '.join(known)}"
                self.problem(line, f'unknown key "{key}"{hint}')

    def confidence(self, found: Table, line: int) -> Confidence:
        """Read the mark: P primary, S secondary, U not verified."""
        mark = CONFIDENCES.get(str(found.get("confidence")))
        if mark is None:
            self.problem(line, f"{_said(found, 'confidence')}; write P, S or U")
            return "U"
        return mark

    def sources(self, found: Table, line: int) -> tuple[str, ...]:
        """Read `source`, one id or a list of ids; a value without a source is refused."""
        source = found.get("source")
        ids = source if isinstance(source, list) else [] if source is None else [source]
        if not ids:
            self.problem(line, 'no source; add source = "…" with an id of sources.toml')
        return tuple(str(id) for id in ids)

    def day(self, found: Table, key: str, line: int) -> date:
        """Read a day such as 2018-07-01, written without quotation marks."""
        day = found.get(key)
        if type(day) is not date:
            self.problem(line, f"{_said(found, key)}; write a day such as {key} = 2018-07-01")
            return date.min
        return day

    def choice(self, found: Table, key: str, choices: Iterable[str], line: int) -> str:
        """Read one word of a closed list."""
        choices = list(choices)
        word = str(found.get(key))
        if word not in choices:
            self.problem(line, f"{_said(found, key)}; write one of {', '.join(choices)}")
        return word


def _said(found: Table, key: str) -> str:
    """Say what is there in place of what was expected."""
    return f'{key} is "{found[key]}"' if key in found else f"no {key}"


def as_table(found: object) -> Table:
    """Return a TOML table as it is, and anything else as a table without keys."""
    return found if isinstance(found, dict) else {}


def as_rows(found: object) -> list[Table]:
    """Return a TOML array of tables as it is, and anything else as no rows."""
    return [as_table(row) for row in found] if isinstance(found, list) else []
