"""The lawyers' tables: every `cases.toml` and `cases.csv` of every notice, read into one form."""

import csv
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from calculator import answer
from tests import last_check

TESTS = Path(__file__).parent
KEYS = (
    "name", "origin", "facts", "outcome", "question", "errors",
    "figures", "texts", "findings", "not_findings", "cited",
)  # fmt: skip
RESULTS = ("outcome", "question", "errors")
# A figure that must not be there
ABSENT = "-"


class CaseError(ValueError):
    """Raised when a table cannot be read: the file, the case, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Case:
    """One row: facts, and what is expected of the answer.

    A figure is named by its id, or by `finding.figure` where several findings carry the same id. `texts` has
    figures as they read, by language. `cited` has by finding the sources that it must name at least.
    A day that depends on the last check of the law is written as one of the names in last_check.py.
    """

    notice: str
    name: str
    origin: str
    facts: Mapping[str, object]
    outcome: str = ""
    question: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    findings: tuple[str, ...] = ()
    not_findings: tuple[str, ...] = ()
    cited: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # where it stands, as file:line
    place: str = field(default="", compare=False)

    def request(self, lang: str, *, explain: bool = False) -> str:
        """The request a page would send."""
        asked = {"notice": self.notice, "lang": lang, "facts": dict(self.facts), "explain": explain}
        return json.dumps(asked, ensure_ascii=False)

    def expected(self, lang: str) -> dict[str, object]:
        """What the table says of the answer, in the form of `seen`."""
        return {
            "result": self.outcome or self.question or dict(self.errors),
            "figures": dict(self.figures),
            "texts": dict(self.texts.get(lang, {})),
            "missing findings": [],
            "unexpected findings": [],
            "missing sources": [],
        }

    def seen(self, response: Mapping[str, Any], lang: str) -> dict[str, object]:
        """What an answer in `lang` says of the points this case is about."""
        sources = {finding["code"]: finding["sources"] for finding in response.get("findings", ())}
        codes = [finding["code"] for finding in response.get("findings", ())]
        errors = {error["question"]: error["code"] for error in response.get("errors", ())}
        return {
            "result": response.get("outcome") or response.get("question") or errors or response,
            "figures": {name: _figure(response, name, "value") for name in self.figures},
            "texts": {name: _figure(response, name, "text") for name in self.texts.get(lang, {})},
            "missing findings": [code for code in self.findings if code not in codes],
            "unexpected findings": [code for code in self.not_findings if code in codes],
            "missing sources": [
                f"{code}: {id}"
                for code, ids in self.cited.items()
                for id in ids
                if id not in sources.get(code, ())
            ],
        }


def ask(request: str) -> dict[str, Any]:
    """The answer of the rules on this Python."""
    response: dict[str, Any] = json.loads(answer(request))
    return response


def cases() -> list[Case]:
    """Every case of every notice, in the order of the files."""
    return [case for path in sorted(TESTS.glob("*/cases.*")) for case in READERS[path.suffix](path)]


@cache
def origins(notice: str) -> tuple[str, ...]:
    """What the cases of a notice may rest on, as patterns: every list in its origins.toml."""
    found = tomllib.loads((TESTS / notice / "origins.toml").read_text(encoding="utf-8"))
    return tuple(pattern for patterns in found.values() for pattern in patterns)


def read_toml(path: Path) -> Iterator[Case]:
    """A table for programmers and lawyers alike: `[[case]]` with the keys of `KEYS`."""
    text = path.read_text(encoding="utf-8")
    lines = [at for at, line in enumerate(text.splitlines(), 1) if line.strip() == "[[case]]"]
    for number, row in enumerate(tomllib.loads(text).get("case", ()), 1):
        # a header that is written otherwise has no line of its own
        line = lines[number - 1] if number <= len(lines) else 1
        yield _case(path, line, f"case {number}", row)


def read_csv(path: Path) -> Iterator[Case]:
    """A table for a spreadsheet: columns `facts.<id>` and `figures.<id>`; an empty cell says nothing.

    Several findings stand in one cell with spaces between them.
    """
    # spreadsheets begin a UTF-8 file with a byte order mark
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, cells in enumerate(csv.DictReader(file, strict=True), 2):
            row: dict[str, Any] = {"facts": {}}
            for column, cell in cells.items():
                group, _, id = column.partition(".")
                if id and cell:
                    row.setdefault(group, {})[id] = cell
                elif group.endswith("findings"):
                    row[group] = cell.split()
                elif cell:
                    row[group] = cell
            yield _case(path, number, f"line {number}", row)


READERS = {".toml": read_toml, ".csv": read_csv}


def _case(path: Path, line: int, named: str, row: dict[str, Any]) -> Case:
    place = f"tests/{path.parent.name}/{path.name}:{line}"
    where = f"{place}: {named}"
    if unknown := row.keys() - set(KEYS):
        raise CaseError(f"{where}: unknown key {min(unknown)}; the keys are {', '.join(KEYS)}")
    if missing := [key for key in ("name", "origin") if not row.get(key)]:
        raise CaseError(f"{where}: no {missing[0]}; every case has a name and an origin")
    if sum(key in row for key in RESULTS) != 1:
        raise CaseError(f"{where}: write exactly one of {', '.join(RESULTS)}")
    notice = path.parent.name
    row |= {key: tuple(row.get(key, ())) for key in ("findings", "not_findings")}
    row |= {key: last_check.dated(notice, row.get(key, {})) for key in ("facts", "figures")}
    return Case(notice=notice, place=place, **row)


def _figure(response: Mapping[str, Any], name: str, part: str) -> str:
    """The one value or text a figure has in an answer; where findings disagree, all of them."""
    code, _, id = name.rpartition(".")
    findings = [finding for finding in response.get("findings", ()) if code in ("", finding["code"])]
    values = {finding["figures"][id][part] for finding in findings if id in finding["figures"]}
    return " and ".join(sorted(values)) or ABSENT
