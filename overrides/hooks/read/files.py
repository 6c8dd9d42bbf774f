"""The writers' files as Python sees them: Markdown with front matter, tables of texts, the glossary."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("en", "zh")
# The tables of findings.<lang>.toml: where in an answer each finding stands.
FINDING_PARTS = ("reasons", "actions", "costs")
HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.*?)\s*(?:\{(?P<attributes>[^{}]*)\})?\s*$")
TOML_LINE = re.compile(r"at line (\d+)")
CLOSE_ENOUGH = 0.6


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something an author can mend, with the file and line to open."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        """The form editors and terminals turn into a link."""
        return f"{self.path}:{self.line}: {self.text}"


class WordsError(ValueError):
    """Raised when the writers' files cannot be used; holds every problem found."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems in the order of the files."""
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines up to the next one; `id` is empty before the first heading."""

    id: str
    level: int
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file; `line` is the number of the first line of `body` in the file."""

    path: str
    lang: str
    meta: Mapping[str, Any]
    body: str
    line: int

    def sections(self) -> Iterator[Section]:
        """The document in pieces, one per heading, with line numbers of the file."""
        id, level, start, lines = "", 0, self.line, list[str]()
        fenced = False
        for number, line in enumerate(self.body.splitlines(), self.line):
            fenced ^= line.startswith("```")
            if not fenced and (heading := HEADING.match(line)):
                yield Section(id, level, start, "\n".join(lines))
                found = re.search(r"#([\w-]+)", heading["attributes"] or "")
                id, level, start, lines = found[1] if found else "", len(heading["marks"]), number, []
            lines.append(line)
        yield Section(id, level, start, "\n".join(lines))

    def meta_line(self, key: str) -> int:
        """The line of a key in the front matter, where each stands on a line of its own."""
        return 2 + list(self.meta).index(key)

    def day(self, key: str) -> date | None:
        """A date of the front matter, if it is there and is one."""
        value = self.meta.get(key)
        return value if isinstance(value, date) else None


@dataclass(frozen=True, slots=True)
class Table:
    """A TOML file of texts, and its source so that a problem can name the line."""

    path: str
    lang: str
    data: Mapping[str, Any]
    source: str

    def line(self, *keys: str) -> int:
        """The line on which the key stands, or the nearest line above that exists."""
        table, best, depth = "", 1, 0
        for number, text in enumerate(self.source.splitlines(), 1):
            if header := re.match(r"\[+([^\]]+)\]+", text):
                table, key = header[1], ""
            elif pair := re.match(r'\s*([\w."-]+)\s*=', text):
                key = pair[1]
            else:
                continue
            here = [part.strip('"') for part in f"{table}.{key}".split(".") if part]
            if here == list(keys[: len(here)]) and len(here) > depth:
                best, depth = number, len(here)
        return best

    def texts(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Every text in the file with the keys that lead to it."""
        yield from _texts(self.data, ())


def _texts(data: Mapping[str, Any], keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from _texts(value, (*keys, key))
        elif isinstance(value, str):
            yield (*keys, key), value


def read_document(path: Path, root: Path) -> Document:
    """Read a Markdown file named `<name>.<lang>.md`; raises WordsError for unreadable front matter."""
    text, name = path.read_text(encoding="utf-8"), path.relative_to(root).as_posix()
    lang = path.suffixes[-2].removeprefix(".")
    matter = re.match(r"---\n(.*?\n)---\n", text, re.DOTALL)
    if not matter:
        return Document(name, lang, {}, text, 1)
    try:
        meta = yaml.safe_load(matter[1]) or {}
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + 2
        reason = f"the front matter cannot be read ({error.problem}); put texts that hold a colon in quotes"
        raise WordsError([Problem(name, line, reason)]) from None
    return Document(name, lang, meta, text[matter.end() :], matter[0].count("\n") + 1)


def read_table(path: Path, root: Path) -> Table:
    """Read a TOML file; raises WordsError when it is missing or cannot be read."""
    name = path.relative_to(root).as_posix()
    lang = path.suffixes[-2].removeprefix(".") if len(path.suffixes) > 1 else ""
    try:
        source = path.read_text(encoding="utf-8")
        return Table(name, lang, tomllib.loads(source), source)
    except FileNotFoundError:
        raise WordsError([Problem(name, 1, "this file is missing")]) from None
    except tomllib.TOMLDecodeError as error:
        line = TOML_LINE.search(str(error))
        raise WordsError([Problem(name, int(line[1]) if line else 1, f"cannot be read: {error}")]) from None


def hint(wrong: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown name: the nearest known one, if any is near."""
    near = get_close_matches(wrong, list(known), n=1, cutoff=CLOSE_ENOUGH)
    return f'; did you mean "{near[0]}"?' if near else ""
