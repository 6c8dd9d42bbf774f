"""The files and lines from which something comes: a figure, a citation, a part of an answer, a heading."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

from overrides.desk.problems import opened
from overrides.hooks.read.files import heading

LAW = "calculator"

type Asked = Mapping[str, str]
type Place = tuple[str, int]


def where(root: Path, asked: Asked) -> list[dict[str, str | int]]:
    """The places, the nearest to the law first, each with the address at which an editor opens it."""
    finders = {  # by what a page says of a part of it
        "parameter": _parameter,
        "source": _source,
        "programme": _programme,
        "finding": _finding,
        "outcome": _outcome,
        "question": _question,
        "heading": _heading,
    }
    places = [place for kind, find in finders.items() if kind in asked for place in find(root, asked)]
    return [
        {"path": path, "line": line, "open": opened(root, path, line)} for path, line in dict.fromkeys(places)
    ]


def _parameter(root: Path, asked: Asked) -> Iterator[Place]:
    for path in sorted((root / LAW).rglob("parameters.toml")):
        lines = _table(path, asked["parameter"])
        fits = [number for number, line in lines if _has(line, asked.get("value", ""))]
        if lines:
            yield _shown(path, root), (fits or [lines[0][0]])[-1]


def _has(line: str, value: str) -> bool:
    """Whether a line of a parameter has this value, as a page tells it to programs: a value, or a day."""
    found = re.search(r"\bvalue = ['\"]?([\w.-]+)", line) or re.search(r"\bfrom = ([\d-]+)", line)
    if not found or not value:
        return False
    try:
        return Decimal(found[1]) == Decimal(value)
    except InvalidOperation:
        return found[1] == value


def _source(root: Path, asked: Asked) -> Iterator[Place]:
    id, lang = asked["source"], asked.get("lang", "en")
    yield from _headers(sorted((root / LAW).rglob("sources.toml")), id, root)
    yield from _keys(sorted((root / "docs").rglob(f"sources.{lang}.toml")), id, root)


def _programme(root: Path, asked: Asked) -> Iterator[Place]:
    for path in sorted((root / LAW).rglob("programmes.toml")):
        lines = _table(path, asked["programme"])
        part = re.compile(rf"{re.escape(asked.get('part', ''))}\s*=")
        fits = [number for number, line in lines if part.match(line)]
        if lines:
            yield _shown(path, root), (fits or [lines[0][0]])[0]


def _finding(root: Path, asked: Asked) -> Iterator[Place]:
    notice, lang, id = asked.get("notice", ""), asked.get("lang", "en"), asked["finding"]
    words = root / "docs" / notice / f"findings.{lang}.toml"
    yield from _keys([words], id, root)
    yield from _headers([words], rf"\w+\.{re.escape(id)}", root, plain=False)
    yield from _code(root, notice, "Code", id)


def _outcome(root: Path, asked: Asked) -> Iterator[Place]:
    notice, id = asked.get("notice", ""), asked["outcome"]
    path = root / "docs" / notice / "outcomes" / f"{id}.{asked.get('lang', 'en')}.md"
    if path.is_file():
        yield _shown(path, root), 1
    yield from _code(root, notice, "Outcome", id)


def _question(root: Path, asked: Asked) -> Iterator[Place]:
    notice, id = asked.get("notice", ""), asked["question"]
    form = root / "docs" / notice / f"form.{asked.get('lang', 'en')}.toml"
    yield from _headers([form], f"questions.{id}", root)
    yield from _lines(root / LAW / notice / "codes.py", re.compile(rf"\s+{re.escape(id)}\s*:"), root)


def _heading(root: Path, asked: Asked) -> Iterator[Place]:
    path = root / "docs" / f"{asked.get('page', '')}.{asked.get('lang', 'en')}.md"
    for number, line in _numbered(path):
        if (found := heading(line)) and found.id == asked["heading"]:
            yield _shown(path, root), number


def _code(root: Path, notice: str, kind: str, id: str) -> Iterator[Place]:
    """Where the rules give a code: each line that names it, but for the list of codes."""
    named = re.compile(rf".*\b{kind}\.{re.escape(id.upper())}\b")
    for path in sorted((root / LAW / notice).glob("*.py") if notice else ()):
        yield from _lines(path, named, root)


def _headers(paths: list[Path], id: str, root: Path, *, plain: bool = True) -> Iterator[Place]:
    header = re.compile(rf"\[{re.escape(id) if plain else id}\]")
    for path in paths:
        yield from _lines(path, header, root)


def _keys(paths: list[Path], id: str, root: Path) -> Iterator[Place]:
    key = re.compile(rf'"?{re.escape(id)}"?(?:\.\w+)?\s*=')
    for path in paths:
        yield from _lines(path, key, root)


def _lines(path: Path, pattern: re.Pattern[str], root: Path) -> Iterator[Place]:
    yield from ((_shown(path, root), number) for number, line in _numbered(path) if pattern.match(line))


def _table(path: Path, id: str) -> list[tuple[int, str]]:
    """The lines of a table, its header first."""
    found: list[tuple[int, str]] = []
    for number, line in _numbered(path):
        if line.startswith(f"[{id}]"):
            found = [(number, line)]
        elif found and line.startswith("["):
            break
        elif found:
            found.append((number, line))
    return found


def _numbered(path: Path) -> Iterator[tuple[int, str]]:
    if path.is_file():
        yield from enumerate(path.read_text(encoding="utf-8").splitlines(), 1)


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
