"""A built page as a search sees it: its sections, each with its heading and its words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

# Where the text of a page stands, whatever the theme puts around it.
TEXT = "article"
HEADINGS = frozenset({"h1", "h2", "h3"})
# What is no text of the page; `summary` says only that something is folded.
LEFT_OUT = frozenset({"nav", "script", "style", "summary", "svg", "template"})
# A writer or a template says so with the second; what is hidden waits for a script.
LEFT_OUT_BY = ("hidden", "data-search-exclude")
WITHIN_A_LINE = frozenset({"a", "abbr", "b", "code", "data", "em", "i", "span", "strong", "sup", "time"})
WITHOUT_END = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})


@dataclass
class Section:
    """What stands below a heading up to the next; `id` is that of the heading, "" for the top of the page.

    `strong` are those words of the text that the writer has set in bold.
    """

    id: str
    title: str = ""
    text: str = ""
    strong: str = ""


@dataclass
class _Reader(HTMLParser):
    """Collects the sections; `outside`: open elements in which nothing is read, `around`: all others."""

    found: list[Section] = field(default_factory=lambda: [Section("")])
    around: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a section at a heading; leave out what is no text."""
        given = dict(attrs)
        if tag in WITHOUT_END:
            self._read(" ")
        elif self.outside or tag in LEFT_OUT or any(name in given for name in LEFT_OUT_BY):
            self.outside.append(tag)
        else:
            self.around.append(tag)
            self._read("" if tag in WITHIN_A_LINE else " ")
            if tag in HEADINGS and TEXT in self.around and tag != "h1":
                self.found.append(Section(given.get("id") or self.found[-1].id))

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and those that HTML need not close."""
        opened = self.outside or self.around
        while tag in opened and opened.pop() != tag:
            pass
        if tag == "strong":
            self.found[-1].strong += " "
        self._read("" if tag in WITHIN_A_LINE else " ")

    def handle_data(self, data: str) -> None:
        """Words of the page."""
        self._read(data)

    def _read(self, words: str) -> None:
        if self.outside or TEXT not in self.around:
            return
        section = self.found[-1]
        if not HEADINGS.isdisjoint(self.around):
            section.title += words
            return
        section.text += words
        if "strong" in self.around:
            section.strong += words


def sections(html: str) -> Iterator[Section]:
    """The sections of a page in their order; one without words of its own is still found by its heading."""
    reader = _Reader()
    reader.feed(html)
    for each in reader.found:
        section = Section(each.id, *map(_joined, (each.title, each.text, each.strong)))
        if section.title or section.text:
            yield section


def _joined(words: str) -> str:
    return " ".join(words.split())
