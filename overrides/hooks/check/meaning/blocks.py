"""A Markdown text in pieces: headings, paragraphs, items of lists, rows of tables, boxes, macros."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from overrides.hooks.read.text import Text

COMMENT = re.compile(r"\s*\{##.*?##\}\s*$")
MACRO = re.compile(r"\s*\{\{\s*(\w+)\(.*?\)\s*\}\}\s*$")
# What begins a block by itself, with what it is called in a message.
BEGINS = (
    ("heading", re.compile(r"#{1,6}\s")),
    ("item of a list", re.compile(r"\s*[-*+]\s")),
    ("item of a numbered list", re.compile(r"\s*\d+\.\s")),
    ("row of a table", re.compile(r"\s*\|")),
    ("box", re.compile(r"\s*(?:!!!|\?\?\?\+?)\s")),
    ("picture", re.compile(r"\s*!\[")),
)
ALONE = ("heading", "row of a table", "box", "macro")


@dataclass(frozen=True, slots=True)
class Block:
    """One piece: what it is, and its words where they stand; `above` are the comments before it."""

    kind: str
    text: Text
    above: str = ""

    @property
    def shape(self) -> str:
        """What the twin must have in this place."""
        depth = (len(self.text.words) - len(self.text.words.lstrip())) // 4
        inside = f", {depth} deep" if depth else ""
        if self.kind == "row of a table":
            return f"{self.kind} with {self.text.words.strip().strip('|').count('|') + 1} columns{inside}"
        if self.kind == "box":
            return f"box ({self.text.words.split()[1]}){inside}"
        if self.kind == "macro" and (macro := MACRO.match(self.text.words)):
            return f"line with {macro[1]}(){inside}"
        return f"{self.kind}{inside}"


def loose(body: Text) -> str:
    """The comments behind the last piece of a text: they are about the heading below."""
    lines = takewhile(lambda line: not line.strip() or COMMENT.match(line), reversed(body.words.splitlines()))
    return "".join(line.strip() for line in lines)


def blocks(body: Text, above: str = "") -> Iterator[Block]:
    """The pieces of a text, in order; comments are none, and stay with the piece below them.

    `above` has those that stand above the text.
    """
    lines, fenced = list[str](), False
    kind, start = "", body.line

    def done() -> Iterator[Block]:
        nonlocal above
        if lines:
            yield Block(kind, replace(body, words="\n".join(lines), line=start), above)
            above = ""

    for number, line in enumerate(body.words.splitlines(), body.line):
        fence = line.lstrip().startswith("```")
        begins = "" if fenced or fence else _begins(line)
        if not fenced and (not line.strip() or COMMENT.match(line)):
            yield from done()
            lines = []
            above += line.strip()
        elif begins or (fence and not fenced) or not lines or (kind in ALONE and not fenced):
            yield from done()
            kind, start, lines = begins or ("code" if fence else "paragraph"), number, [line]
        else:
            lines.append(line)
        fenced ^= fence
    yield from done()


def _begins(line: str) -> str:
    if MACRO.match(line):
        return "macro"
    return next((kind for kind, pattern in BEGINS if pattern.match(line)), "")
