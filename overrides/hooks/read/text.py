"""A piece of a writer's file: it knows where it stands, and says what is wrong with it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

MISSING = "this file is missing"
CLOSE_ENOUGH = 0.6
PRINTED = re.compile(r"(?P<path>[^\s:][^:\n]*):(?P<line>\d+): (?P<text>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something an author can mend, with the file and line to open."""

    path: str
    line: int
    text: str
    column: int = field(default=1, compare=False)

    def __str__(self) -> str:
        """The form editors and terminals turn into a link."""
        return f"{self.path}:{self.line}: {self.text}"

    @classmethod
    def printed(cls, said: str) -> "Problem | None":
        """The problem that was printed in this form; None where it says no place."""
        found = PRINTED.fullmatch(said)
        return cls(found["path"], int(found["line"]), found["text"]) if found else None


class WordsError(ValueError):
    """Raised when the writers' files cannot be used; holds every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of the files."""
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True)
class Text:
    """Words of a file, the line they begin on, and their language ("" where they are of none).

    `column` is where on that line they begin, 0 where that is not known.
    """

    words: str
    path: str
    line: int = 1
    lang: str = ""
    column: int = 1

    def line_at(self, position: int) -> int:
        """The line of the file on which the words at this position stand."""
        return self.line + self.words.count("\n", 0, position)

    def _column_at(self, position: int) -> int:
        """The place on that line, 1 where it is not known."""
        if not self.column:
            return 1
        above = self.words.rfind("\n", 0, position)
        return position - above if above >= 0 else position + self.column

    def problem(self, said: str, at: int = 0) -> Problem:
        """What is wrong with the words at this position."""
        return Problem(self.path, self.line_at(at), said, self._column_at(at))

    def problem_below(self, said: str, lines: int) -> Problem:
        """What is wrong so many lines below the first one."""
        return Problem(self.path, self.line + lines, said)

    def shown_as(self, words: str) -> "Text":
        """Other words in the place of these, line by line."""
        return replace(self, words=words, column=0)


def missing(path: str, said: str = MISSING) -> Problem:
    """That a file is not there."""
    return Text("", path).problem(said)


def hint(wrong: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown name: the nearest known one, if any is near."""
    near = get_close_matches(wrong, list(known), n=1, cutoff=CLOSE_ENOUGH)
    return f'; did you mean "{near[0]}"?' if near else ""
