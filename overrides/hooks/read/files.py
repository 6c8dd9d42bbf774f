"""The writers' files as Python sees them: Markdown with front matter."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from overrides.hooks.read.saved import EMPTY, text_of
from overrides.hooks.read.text import Problem, Text, WordsError

LANGUAGES = ("en", "zh")
# What browsers and search engines are told: the script too, since the fonts and the spacing depend on it.
TAGS = {"en": "en", "zh": "zh-Hans"}
FOLD = ".fold"
# The tables of findings.<lang>.toml: where in an answer each finding stands, and the texts
# that it must have there.
FINDING_PARTS: Mapping[str, tuple[str, ...]] = {
    "deciding": ("text",),
    "reasons": ("text",),
    "actions": ("text",),
    "waived": ("what", "how_much"),
    "costs": ("what", "how_much"),
}
# What a finding may have besides: more to read below it, and something to press.
FINDING_MAY: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(FINDING_PARTS, ("more",)),
    "actions": ("button", "more"),
}
# A key with the colon of an input method.
FULL_WIDTH = re.compile(r"(\w+)：")
HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.*?)\s*(?:\{(?P<attributes>[^{}]*)\})?\s*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line of Markdown says as a heading: `## The words {#id .fold}`."""

    id: str
    level: int
    words: str = ""
    folded: bool = False


def heading(line: str) -> Heading | None:
    """The heading that the line is, if it is one."""
    found = HEADING.match(line)
    if not found:
        return None
    attributes = found["attributes"] or ""
    id = re.search(r"#([\w-]+)", attributes)
    return Heading(id[1] if id else "", len(found["marks"]), found["text"], FOLD in attributes.split())


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines up to the next one; `id` is empty before the first heading.

    `folded` says whether the page shows it closed at first.
    """

    id: str
    level: int
    text: Text
    folded: bool = False

    @property
    def last_line(self) -> int:
        """The line of the file on which it ends."""
        return self.text.line_at(len(self.text.words))


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file: what its front matter says, the text below it, and the front matter as written."""

    meta: Mapping[str, Any]
    body: Text
    matter: str = ""

    @property
    def path(self) -> str:
        """The file, from the root of the project."""
        return self.body.path

    @property
    def lang(self) -> str:
        """The language of the file."""
        return self.body.lang

    def sections(self) -> Iterator[Section]:
        """The document in pieces, one per heading."""
        start, lines = self.body.line, list[str]()
        last = Heading("", 0)
        fenced = False
        for number, line in enumerate(self.body.words.splitlines(), self.body.line):
            fenced ^= line.startswith("```")
            if not fenced and (found := heading(line)):
                yield self._section(last, start, lines)
                last, start, lines = found, number, []
            lines.append(line)
        yield self._section(last, start, lines)

    def _section(self, last: "Heading", start: int, lines: list[str]) -> Section:
        text = replace(self.body, words="\n".join(lines), line=start)
        return Section(last.id, last.level, text, last.folded)

    def said(self, key: str) -> Text:
        """What the front matter says under a key."""
        lines = enumerate(self.matter.splitlines(), 2)
        line = next((number for number, line in lines if line.startswith(f"{key}:")), 1)
        return replace(self.body, words=str(self.meta[key]), line=line, column=0)

    @property
    def figures(self) -> Mapping[str, str]:
        """The key figures of an outcome by their labels, in order; nothing where there are none."""
        found = self.meta.get("figures")
        return found if isinstance(found, Mapping) else {}

    def labels(self) -> Iterator[tuple[Text, str]]:
        """The label of each key figure where it stands, with the figure's id."""
        for below, (label, figure) in enumerate(self.figures.items(), 1):
            at = self.said("figures")
            yield replace(at, words=str(label), line=at.line + below), str(figure)

    def problem(self, said: str) -> Problem:
        """What is wrong with the file as a whole."""
        return Text("", self.path).problem(said)

    def day(self, key: str) -> date | None:
        """A date of the front matter, if it is there and is one."""
        value = self.meta.get(key)
        return value if isinstance(value, date) else None


def finding_texts(said: str | Mapping[str, str]) -> Mapping[str, str]:
    """The texts of a finding by what they are; a single one is its sentence."""
    return {"text": said} if isinstance(said, str) else said


def read_document(path: Path, root: Path) -> Document:
    """Read a Markdown file named `<name>.<lang>.md`; raises WordsError for what cannot be read."""
    words = text_of(path, root)
    whole = Text(words, path.relative_to(root).as_posix(), lang=path.suffixes[-2].removeprefix("."))
    if not words.strip():
        raise WordsError([whole.problem(EMPTY)])
    matter = re.match(r"---\n(.*?\n)---\n", words, re.DOTALL)
    if not matter:
        return Document({}, whole)
    body = replace(whole, words=words[matter.end() :], line=matter[0].count("\n") + 1)
    return Document(_front_matter(matter[1], whole), body, matter[1])


def _front_matter(matter: str, whole: Text) -> Mapping[str, Any]:
    """The keys of the front matter; raises WordsError for one that cannot be read."""
    for below, line in enumerate(matter.split("\n"), 1):
        if found := FULL_WIDTH.match(line):
            said = f'this line has ： in place of ":"; write {found[1]}: and a space'
            raise WordsError([whole.problem_below(said, below)])
    try:
        meta = yaml.safe_load(matter) or {}
    except yaml.MarkedYAMLError as error:
        reason = f"the front matter cannot be read ({error.problem}); put texts that hold a colon in quotes"
        below = (error.problem_mark.line if error.problem_mark else 0) + 1
        raise WordsError([whole.problem_below(reason, below)]) from None
    except (yaml.YAMLError, ValueError) as error:  # a sign that no text has, or a day like 2026-02-30
        said = f"the front matter cannot be read ({str(error).splitlines()[0]}); mend it, or put it in quotes"
        raise WordsError([whole.problem_below(said, 1)]) from None
    if not isinstance(meta, Mapping):
        raise WordsError([whole.problem_below("the front matter has no keys; write title: … and so on", 1)])
    return meta
