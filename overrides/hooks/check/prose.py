"""What must not stand in a text: figures typed by hand, refused renderings, broken Chinese lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.text import Problem, Text

# Where digits and foreign words are not prose: macros, comments, tags and addresses, link targets,
# attributes, code (an example of what to type), numbers of a list.
NOT_PROSE = re.compile(
    r"\]\(\s*\{\{.*?\}\}\s*\)|"
    r"\{\{.*?\}\}|\{##.*?##\}|<[^<>\n]*>|\]\([^)\n]*\)|\{[#.:a-z][^{}\n]*\}|`[^`\n]*`|^[ \t]*\d+\.(?=[ \t])",
    re.DOTALL | re.MULTILINE,
)
HIDDEN = "\0"
CHINESE = r"\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
HAN = r"\u4e00-\u9fff"
# A space typed between Chinese and Latin, which the page makes by itself (text-autospace).
TYPED_SPACE = re.compile(rf"(?<=[{HAN}]) (?=[A-Za-z\d\[])|(?<=[A-Za-z\d\])]) (?=[{HAN}])")
BLOCK_START = re.compile(r"\s*([#>|:*+-]|\d+\.\s|!!!|\?\?\?|```)")
# What the policy of a page forbids (assemble/pages/policy.py), as HTML and as Markdown's lists of attributes.
NOT_ALLOWED = re.compile(
    r"""<(?:script|style|iframe|object|embed)\b|(?<=[<{: "'])(?:style|on[a-z]{2,})=(?=["'])""", re.IGNORECASE
)
ADMONITION = re.compile(r"^(?:!!!|\?\?\?\+?) (\w+)[ \t]*$", re.MULTILINE)
BOUNDED_TWICE = {
    "max": r"(?:up to|at most|a maximum of|(?:not|no) more than|最高|最多|最长|至多|不超过)",
    "min": r"(?:at least|not less than|至少|不少于)",
}
BOUNDED_FIGURE = {
    bound: re.compile(rf'({words})\s*\{{\{{\s*figure\("(\w+)"', re.IGNORECASE)
    for bound, words in BOUNDED_TWICE.items()
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

    @cached_property
    def never(self) -> Mapping[str, list[tuple[re.Pattern[str], str]]]:
        """By language each rendering that is refused, with the term to use."""
        return {lang: list(self._never(lang)) for lang in LANGUAGES}

    def _never(self, lang: str) -> Iterator[tuple[re.Pattern[str], str]]:
        for entry in self.entries.values():
            for wrong in entry.get(f"never_{lang}", ()):
                # English words have edges, Chinese ones do not
                edged = rf"(?<!\w){re.escape(wrong)}(?!\w)" if lang == "en" else re.escape(wrong)
                yield re.compile(edged), entry[lang]


def hidden(words: str) -> str:
    """The words with everything that is not prose blanked out; lines and columns stay."""
    return NOT_PROSE.sub(lambda found: re.sub(r"[^\n]", HIDDEN, found[0]), words)


def problems(text: Text, glossary: Glossary) -> Iterator[Problem]:
    """Everything that must not stand in this text."""
    prose = hidden(text.words)
    yield from _digits_and_refused(text, prose, glossary)
    for found in ADMONITION.finditer(text.words):
        said = f'a box without a title shows the English word "{found[1]}"; write !!! {found[1]} "…"'
        yield text.problem(said, found.start())
    for found in NOT_ALLOWED.finditer(text.words):
        said = f"{found[0].strip()} does nothing here: pages run and style nothing that stands in a text"
        yield text.problem(said, found.start())
    if text.lang == "zh":
        yield from _broken_lines(text, prose)
        for found in TYPED_SPACE.finditer(prose):
            around = text.words[max(0, found.start() - 4) : found.end() + 4].split("\n")[0]
            said = f'a space typed between Chinese and Latin ("{around}"); the page makes it, leave it out'
            yield text.problem(said, found.start())


def _digits_and_refused(text: Text, prose: str, glossary: Glossary) -> Iterator[Problem]:
    terms = [found.span() for found in glossary.terms.finditer(prose)]

    def in_a_term(found: re.Match[str]) -> bool:
        return any(first <= found.start() and found.end() <= last for first, last in terms)

    for found in re.finditer(r"\d+(?:[,.]\d+)*", prose):
        if not in_a_term(found):
            said = f'"{found[0]}" is typed by hand; use a macro such as {{{{ figure("…") }}}}'
            said += ", or add the name it belongs to to docs/glossary.toml"
            yield text.problem(said, found.start())
    for wrong, right in glossary.never[text.lang]:
        for found in wrong.finditer(prose):
            if not in_a_term(found):
                yield text.problem(f'we never write "{found[0]}"; write "{right}"', found.start())


def _broken_lines(text: Text, prose: str) -> Iterator[Problem]:
    """Line breaks inside a Chinese paragraph, which a browser shows as spaces."""
    edge = rf"[{CHINESE}{HIDDEN}]"
    lines = zip(text.words.splitlines(), prose.splitlines(), strict=True)
    for number, ((_, before), (written, after)) in enumerate(pairwise(lines), 1):
        if not before.strip() or before.lstrip()[0] in "#|" or BLOCK_START.match(written):
            continue
        joined = before.rstrip()[-1] + after.strip()[:1]
        if re.fullmatch(edge * 2, joined) and joined != HIDDEN * 2:
            said = (
                "a line break inside a Chinese paragraph shows as a space; join this line to the one before"
            )
            yield text.problem_below(said, number)


def bounded_twice(text: Text, bounds: Mapping[str, str | None]) -> Iterator[Problem]:
    """A figure that says "up to" by itself, after words that say it too."""
    for bound, pattern in BOUNDED_FIGURE.items():
        for found in pattern.finditer(text.words):
            if bounds.get(found[2]) == bound:
                said = f'figure("{found[2]}") says "{found[1]}" by itself; leave the words before it out'
                yield text.problem(said, found.start())
