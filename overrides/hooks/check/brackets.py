"""Brackets within brackets, in a text as it is shown."""

import re
from collections.abc import Iterator

from overrides.hooks.check.prose import HIDDEN, hidden
from overrides.hooks.read.text import Problem, Text

# Brackets of a number, as in P.U.(B), 16(3) and 10(b); all others; the end of a paragraph.
BRACKET = re.compile(r"(?<=[A-Za-z0-9.)])\([A-Za-z0-9]{1,4}\)|([(（])|([)）])|\n[ \t]*\n")
BRACKETED = re.compile(r"[(（](?:\([A-Za-z0-9]{1,4}\)|[^()（）\n])*[)）]?")


def nested(shown: Text, *, within: bool = False) -> Iterator[Problem]:
    """Brackets inside brackets; `within` one where the text will stand in one."""
    prose, outside = hidden(shown.words), int(within)
    depth = outside
    for found in BRACKET.finditer(prose):
        opens, closes = found.groups()
        if opens:
            depth += 1
            if depth > 1:
                yield shown.problem(_said(found, prose, within=within), found.start())
        elif closes:
            depth = max(depth - 1, outside)
        elif not found[0].strip():
            depth = outside


def _said(found: re.Match[str], prose: str, *, within: bool) -> str:
    inner = BRACKETED.match(prose, found.start()) or found
    said = f'"{inner[0].replace(HIDDEN, "")}" is a bracket within a bracket'
    where = ", as a page cites a source in one" if within else ""
    return f"{said}{where}; say it in words, or set it off with commas"
