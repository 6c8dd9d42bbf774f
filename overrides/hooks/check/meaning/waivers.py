"""Differences that are meant: a comment beside the text says which, and why.

In Markdown `{## differs in not: why ##}` stands above the paragraph or at the end of the line, in TOML
`# differs in not: why` above the line, in one of the twins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from overrides.hooks.read.text import Problem, Text, hint

WAIVER = re.compile(r"(?:\{##|#)[ \t]*differs\b(?P<said>[^\n]*?)(?:##\}|$)", re.IGNORECASE | re.MULTILINE)
SAID = re.compile(r"\s+in\s+(?P<kinds>[\w, -]+?)\s*:\s*(?P<why>.*\w.*)")


@dataclass
class Waiver:
    """What one comment waives, and which of it was there to waive."""

    where: Text
    kinds: frozenset[str]
    used: set[str] = field(default_factory=set)


@dataclass
class Waivers:
    """Every waiver of the texts that are compared, and what is wrong with how they are written."""

    known: tuple[str, ...]
    found: list[Waiver] = field(default_factory=list)
    wrong: list[Problem] = field(default_factory=list)

    def read(self, words: str, where: Text) -> list[Waiver]:
        """The waivers in some words; `where` names the line to open."""
        read = list[Waiver]()
        for found in WAIVER.finditer(words):
            said = SAID.fullmatch(found["said"].rstrip())
            if not said:
                example = "differs in not: the sentence before says it"
                self.wrong.append(
                    where.problem(f"a difference that is meant needs its kind and a reason: {example}")
                )
                continue
            kinds = frozenset(re.split(r"[\s,]+", said["kinds"].strip()))
            for kind in sorted(kinds - set(self.known)):
                self.wrong.append(where.problem(f'no difference is called "{kind}"{hint(kind, self.known)}'))
            read.append(Waiver(where, kinds & set(self.known)))
        self.found += read
        return read

    def unused(self) -> Iterator[Problem]:
        """Waivers of differences that are not there."""
        yield from self.wrong
        for waiver in self.found:
            for kind in sorted(waiver.kinds - waiver.used):
                yield waiver.where.problem(
                    f'"differs in {kind}" waives nothing: the twins agree; take it out'
                )
