"""A text in blocks: paragraphs, items of lists and rows of tables, or the texts of a table by their keys."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from overrides.hooks.read.files import heading
from overrides.hooks.read.tables import Table

FRONT_MATTER = "---"
STARTS = re.compile(r"\s*(?:[-*+]\s|\d+\.\s|\||!!!|\?\?\?|>)")
MARK = re.compile(r"(?:[-*+]|\d+\.|>)\s+")
SENTENCE = re.compile(r".+?(?:[.?!][*_)\"’”]*(?=\s|$)|[。？！；][*）”’」]*|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """Words, the line they begin on, and where they belong: to a section, or to a key."""

    part: str
    line: int
    words: str

    def sentences(self) -> list[str]:
        """The words sentence by sentence."""
        return [said for found in SENTENCE.finditer(self.words) if (said := found[0].strip())]


def blocks(text: str, path: str) -> list[Block]:
    """The blocks of a Markdown or a TOML file; a faulty one is a single block."""
    text = text.replace("\r\n", "\n")
    if path.endswith(".md"):
        return list(_of_page(text.split("\n")))
    try:
        table = Table(path, "", tomllib.loads(text), text)
    except tomllib.TOMLDecodeError:
        return [Block("", 1, text)]
    return [Block(".".join(keys), table.line(*keys), str(value)) for keys, value in table.values()]


def _of_page(lines: list[str]) -> Iterator[Block]:
    part, start, held = "", 0, list[str]()
    front = lines[0] == FRONT_MATTER
    for number, line in enumerate([*lines, ""], 1):
        found = None if front else heading(line)
        if held and (front or found or not line.strip() or STARTS.match(line)):
            yield Block(part, start, " ".join(held))
            held = []
        if line == FRONT_MATTER:
            front, part = number == 1, ""
            continue
        if front:
            part = line.partition(":")[0] if line[:1].strip() else part
        elif found:
            part = found.id or found.words
        if line.strip():
            start = start if held else number
            held.append(line.strip() if held else MARK.sub("", line.strip(), count=1))
