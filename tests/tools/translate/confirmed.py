"""What both languages said when they were last read side by side: the names that git gives to their contents.

A name is made of the content alone, so it stays when history is rewritten, and git has the content itself.
"""

import subprocess
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from overrides.hooks.read.files import LANGUAGES

RECORD = "docs/confirmed.toml"
KINDS = (".md", ".toml")
LEFT_OUT = ("docs/decisions/",)
HEAD = (
    "# What both languages said when they were last read side by side: how git names what is in the files.\n"
    "# `make translate` lists what has changed since; with CONFIRM= it writes this file.\n"
)


class TranslateError(ValueError):
    """Raised where there is nothing to compare with; says what to do."""


@dataclass(frozen=True)
class Pairs:
    """The texts of a project in both languages."""

    root: Path

    def names(self) -> list[str]:
        """Every pair by its path without the language: `docs/amnesty/index.md`."""
        ending = tuple(f".{LANGUAGES[0]}{kind}" for kind in KINDS)
        files = (path.relative_to(self.root).as_posix() for path in self.root.glob("docs/**/*.*"))
        mine = [name for name in files if name.endswith(ending) and not name.startswith(LEFT_OUT)]
        pairs = map(pair, sorted(mine))
        return [name for name in pairs if all((self.root / file(name, lang)).is_file() for lang in LANGUAGES)]

    def today(self, names: Iterable[str], *, keep: bool = False) -> dict[str, dict[str, str]]:
        """How git names the contents of today's files, by pair and language; it may keep them."""
        every = [(name, lang) for name in names for lang in LANGUAGES]
        if not every:
            return {}
        paths = [file(name, lang) for name, lang in every]
        said = self.git("hash-object", *(["-w"] if keep else []), "--", *paths).split()
        found: dict[str, dict[str, str]] = {}
        for (name, lang), id in zip(every, said, strict=True):
            found.setdefault(name, {})[lang] = id
        return found

    def confirmed(self) -> dict[str, dict[str, str]]:
        """The record as it stands; nothing where there is none."""
        path = self.root / RECORD
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        found: dict[str, dict[str, str]] = tomllib.loads(text)
        return found

    def confirm(self, names: Iterable[str]) -> None:
        """Put down that these pairs, as they are, say the same; pairs that are gone leave the record."""
        before, now = self.confirmed(), self.today(names, keep=True)
        every = {name: now.get(name) or before.get(name) for name in self.names()}
        lines = (_line(name, ids) for name, ids in every.items() if ids)
        (self.root / RECORD).write_text(HEAD + "\n" + "".join(lines), encoding="utf-8")

    def content(self, id: str) -> str | None:
        """What git keeps under a name; None where this copy of the repository lacks it."""
        try:
            return self.git("cat-file", "blob", id)
        except TranslateError:
            return None

    def git(self, *arguments: str) -> str:
        """What a command of git says; raises TranslateError."""
        try:
            done = subprocess.run(["git", *arguments], cwd=self.root, capture_output=True, check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            said = "git keeps what was confirmed; run this in a clone of the repository, with git installed"
            raise TranslateError(said) from error
        return done.stdout.decode()


def file(name: str, lang: str) -> str:
    """The file of a pair in one language."""
    stem, _, kind = name.rpartition(".")
    return f"{stem}.{lang}.{kind}"


def pair(path: str) -> str:
    """The pair that a file is of."""
    stem, _, kind = path.rpartition(".")
    return f"{stem.rpartition('.')[0]}.{kind}"


def _line(name: str, ids: Mapping[str, str]) -> str:
    said = ", ".join(f'{lang} = "{ids[lang]}"' for lang in LANGUAGES)
    return f'"{name}" = {{ {said} }}\n'
