"""Tables of texts: the writers' TOML files, with the line of each key."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from overrides.hooks.read.rules import toml_fault
from overrides.hooks.read.saved import text_of
from overrides.hooks.read.text import Problem, Text, WordsError


@dataclass(frozen=True)
class Table:
    """A TOML file of texts, and its source so that a problem can name the line."""

    path: str
    lang: str
    data: Mapping[str, Any]
    source: str

    def line(self, *keys: str) -> int:
        """The line on which the key stands, or the nearest line above that exists."""
        depths = range(len(keys), 0, -1)
        return next((self._lines[keys[:depth]] for depth in depths if keys[:depth] in self._lines), 1)

    @cached_property
    def _lines(self) -> Mapping[tuple[str, ...], int]:
        """The first line of each key, and of each table."""
        found: dict[tuple[str, ...], int] = {}
        table = ""
        for number, text in enumerate(self.source.splitlines(), 1):
            if header := re.match(r"\[+([^\]]+)\]+", text):
                table, key = header[1], ""
            elif pair := re.match(r'\s*([\w."/-]+)\s*=', text):
                key = pair[1]
            else:
                continue
            here = tuple(part.strip('"') for part in f"{table}.{key}".split(".") if part)
            found.setdefault(here, number)
        return found

    def texts(self) -> Iterator[tuple[tuple[str, ...], Text]]:
        """Every text in the file with the keys that lead to it."""
        for keys, value in self.values():
            if isinstance(value, str):
                line = self.line(*keys)
                yield keys, Text(value, self.path, line, self.lang, self._column(value, line))

    def _column(self, value: str, line: int) -> int:
        """Where on its line a value begins, 0 where it is not written as it reads."""
        return self._written[line - 1].find(value) + 1 if value else 0

    @cached_property
    def _written(self) -> list[str]:
        """The lines as they stand in the file."""
        return self.source.split("\n")

    def values(self) -> Iterator[tuple[tuple[str, ...], object]]:
        """Every value in the file, a text or not, with the keys that lead to it."""
        yield from _values(self.data, ())

    def problem(self, said: str, *keys: str) -> Problem:
        """What is wrong with the text under these keys, or with the nearest table above it."""
        return Problem(self.path, self.line(*keys), said)


def _values(data: Mapping[str, Any], keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], object]]:
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from _values(value, (*keys, key))
        else:
            yield (*keys, key), value


def read_table(path: Path, root: Path) -> Table:
    """Read a TOML file; raises WordsError when it is missing or cannot be read."""
    name = path.relative_to(root).as_posix()
    lang = path.suffixes[-2].removeprefix(".") if len(path.suffixes) > 1 else ""
    source = text_of(path, root)
    try:
        return Table(name, lang, tomllib.loads(source), source)
    except tomllib.TOMLDecodeError as error:
        line, typed = toml_fault(source, error)
        raise WordsError([Text("", name, line).problem(typed or f"cannot be read: {error}")]) from None
