"""What must not stand in a text: figures typed by hand, refused renderings, broken Chinese lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from overrides.hooks.read.files import LANGUAGES, Problem

# Where digits and foreign words are not prose: macros, comments, tags and addresses, link targets,
# attributes, code (an example of what to type), numbers of a list.
NOT_PROSE = re.compile(
    r"\{\{.*?\}\}|\{##.*?##\}|<[^<>\n]*>|\]\([^)\n]*\)|\{[#.:a-z][^{}\n]*\}|`[^`\n]*`|^[ \t]*\d+\.(?=[ \t])",
    re.DOTALL | re.MULTILINE,
)
HIDDEN = "\0"
CHINESE = r"\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
BLOCK_START = re.compile(r"\s*([#>|:*+-]|\d+\.\s|!!!|\?\?\?|```)")
ADMONITION = re.compile(r"^(?:!!!|\?\?\?\+?) (\w+)[ \t]*$", re.MULTILINE)
# Brackets of a number, as in P.U.(B), 16(3) and 10(b); all others; the end of a paragraph.
BRACKET = re.compile(r"(?<=[A-Za-z0-9.)])\([A-Za-z0-9]{1,4}\)|([(（])|([)）])|\n[ \t]*\n")
BRACKETED = re.compile(r"[(（](?:\([A-Za-z0-9]{1,4}\)|[^()（）\n])*[)）]?")
BOUNDED_TWICE = {
    "max": r"(?:up to|at most|a maximum of|(?:not|no) more than|最高|最多|最长|至多|不超过)",
    "min": r"(?:at least|not less than|至少|不少于)",
}


@dataclass(frozen=True)
class Glossary:
    """One term per concept and language, and the renderings we never use."""

    entries: Mapping[str, Mapping[str, Any]]

    @cached_property
    def terms(self) -> re.Pattern[str]:
        """Any term of any language, the longest first."""
        terms = {entry[lang] for entry in self.entries.values() for lang in LANGUAGES}
        return re.compile(
            "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True)) or r"(?!)"
        )

    def never(self, lang: str) -> Iterator[tuple[re.Pattern[str], str]]:
        """Each rendering that is refused in `lang`, with the term to use."""
        for entry in self.entries.values():
            for wrong in entry.get(f"never_{lang}", ()):
                # English words have edges, Chinese ones do not
                edged = rf"(?<!\w){re.escape(wrong)}(?!\w)" if lang == "en" else re.escape(wrong)
                yield re.compile(edged), entry[lang]


def hidden(text: str) -> str:
    """The text with everything that is not prose blanked out; lines and columns stay."""
    return NOT_PROSE.sub(lambda found: re.sub(r"[^\n]", HIDDEN, found[0]), text)


def problems(text: str, path: str, line: int, lang: str, glossary: Glossary) -> Iterator[Problem]:
    """Everything that must not stand in this text; `line` is the number of its first line."""
    prose = hidden(text)
    own = [found.span() for found in glossary.terms.finditer(prose)]

    def at(position: int) -> int:
        return line + prose.count("\n", 0, position)

    def in_a_term(start: int, end: int) -> bool:
        return any(first <= start and end <= last for first, last in own)

    for found in re.finditer(r"\d+", prose):
        if not in_a_term(*found.span()):
            said = f'"{found[0]}" is typed by hand; use a macro such as {{{{ figure("…") }}}}'
            yield Problem(
                path, at(found.start()), f"{said}, or add the name it belongs to to docs/glossary.toml"
            )
    for wrong, right in glossary.never(lang):
        for found in wrong.finditer(prose):
            if not in_a_term(*found.span()):
                yield Problem(path, at(found.start()), f'we never write "{found[0]}"; write "{right}"')
    for found in ADMONITION.finditer(text):
        said = f'a box without a title shows the English word "{found[1]}"; write !!! {found[1]} "…"'
        yield Problem(path, at(found.start()), said)
    if lang == "zh":
        yield from _broken_lines(text, prose, path, line)


def _broken_lines(text: str, prose: str, path: str, line: int) -> Iterator[Problem]:
    """Line breaks inside a Chinese paragraph, which a browser shows as spaces."""
    edge = rf"[{CHINESE}{HIDDEN}]"
    lines = zip(text.splitlines(), prose.splitlines(), strict=True)
    for number, ((_, before), (written, after)) in enumerate(pairwise(lines), line + 1):
        if not before.strip() or before.lstrip()[0] in "#|" or BLOCK_START.match(written):
            continue
        joined = before.rstrip()[-1] + after.strip()[:1]
        if re.fullmatch(edge * 2, joined) and joined != HIDDEN * 2:
            said = "a line break inside a Chinese paragraph shows as a space"
            yield Problem(path, number, f"{said}; join this line to the one before")


def nested(text: str, path: str, line: int, *, within: bool = False) -> Iterator[Problem]:
    """Brackets inside brackets, in a text as it is shown; `within` one where the text will stand in one."""
    prose, outside = hidden(text), int(within)
    depth = outside
    for found in BRACKET.finditer(prose):
        opens, closes = found.groups()
        if opens:
            depth += 1
            if depth > 1:
                inner = BRACKETED.match(prose, found.start())
                said = f'"{(inner or found)[0].replace(HIDDEN, "")}" is a bracket within a bracket'
                where = ", as a page cites a source in one" if within else ""
                at = line + prose.count("\n", 0, found.start())
                yield Problem(path, at, f"{said}{where}; say it in words, or set it off with commas")
        elif closes:
            depth = max(depth - 1, outside)
        elif not found[0].strip():
            depth = outside


def bounded_twice(text: str, path: str, line: int, bounds: Mapping[str, str | None]) -> Iterator[Problem]:
    """A figure that says "up to" by itself, after words that say it too."""
    for bound, words in BOUNDED_TWICE.items():
        for found in re.finditer(rf'({words})\s*\{{\{{\s*figure\("(\w+)"', text, re.IGNORECASE):
            if bounds.get(found[2]) == bound:
                said = f'figure("{found[2]}") says "{found[1]}" by itself; leave the words before it out'
                yield Problem(path, line + text.count("\n", 0, found.start()), said)
