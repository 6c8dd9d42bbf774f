"""Where a text stands: what its macros may know, and how they say that something is not there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from overrides.hooks.read import library
from overrides.hooks.read.answers_given import Given, given_by
from overrides.hooks.read.files import Document
from overrides.hooks.read.library import Library
from overrides.hooks.read.rules import Law, Loaded, NotInForceError, bodies, load, notices
from overrides.hooks.read.strays import strays
from overrides.hooks.read.text import WordsError, hint

# What the rules give is found by walking every path, which takes seconds, and stays until the rules change.
CACHE = ".cache/answers-given"
# What to do where a text names what the law has not.
ADD = {
    "parameter": "; add it to parameters.toml of the law, or name another",
    "source": "; add it to sources.toml of the law, or name another",
}


class MacroError(ValueError):
    """Raised when a macro cannot give what its writer asked for; says what is wrong."""


@dataclass(frozen=True, slots=True)
class Site:
    """What every place has in common.

    `laws` has the law of each body by the name of its folder, `given` by notice what its rules give.
    """

    library: Library
    laws: Mapping[str, Law]
    notices: Mapping[str, Loaded]
    given: Mapping[str, Given]
    consultancy: Mapping[str, str] = field(default_factory=dict)

    def place(self, page: str, lang: str) -> "Place":
        """The place of a page (its path without suffixes): its notice, and its own day or that of the law.

        A further page of a notice's folder has the notice's law, and no form. A page of no notice has the law
        of the body that its front matter names, or none.
        """
        document = self.library.pages[page][lang]
        notice = self.notices.get(str(document.meta.get("notice")))
        home = notice or self.notices.get(page.partition("/")[0])
        law = home.law if home else self.laws.get(str(document.meta.get("law")))
        as_at = document.day("as_at") or (law.as_at if law else self.as_at)
        return Place(self, lang, page, as_at, law, notice, home)

    @property
    def as_at(self) -> date:
        """The day on which the law of any body was last checked."""
        return max(law.as_at for law in self.laws.values())


@dataclass(frozen=True, slots=True)
class Place:
    """A text of the site: its language, the page it is on, the day it speaks of and the law it may use.

    `notice` is the one that its page is about, `home` the one in whose folder it is; a place of neither may
    have no law. `in_answer` marks the texts of an answer, which may speak of any day.
    """

    site: Site
    lang: str
    page: str
    as_at: date
    own_law: Law | None
    notice: Loaded | None
    home: Loaded | None = None
    in_answer: bool = False

    @property
    def law(self) -> Law:
        """The law that this place may use; raises MacroError where it has none."""
        if self.own_law is None:
            said = "this page is about no notice, so it is not known whose law is meant"
            raise MacroError(f"{said}; name the body in the front matter: law: {next(iter(self.site.laws))}")
        return self.own_law

    @property
    def document(self) -> Document:
        """The file of this page."""
        return self.site.library.pages[self.page][self.lang]

    def answer(self) -> "Place":
        """The same place for the texts of an answer."""
        return replace(self, in_answer=True)

    def of(self, notice: Loaded) -> "Place":
        """The same place with the law and the names of a notice."""
        return replace(self, own_law=notice.law, home=notice)

    def words(self, table: str) -> Mapping[str, Any]:
        """The texts of one TOML file in the language of this place, with those of its notice's folder."""
        return self.site.library.words(table, self.lang, self.home.id if self.home else None)

    def day(self, on: str | None, key: str = "on") -> date:
        """The day a macro asks for with `key`, or that of the page."""
        if on is None:
            return self.as_at
        try:
            return date.fromisoformat(on)
        except (TypeError, ValueError):  # a number in braces is no text at all
            raise MacroError(f'"{on}" is not a day; write {key}="2023-06-30"') from None


def load_site(
    root: Path, consultancy: Mapping[str, str], given_of: Callable[[Loaded, Path], Given] = given_by
) -> Site:
    """Read the law, the notices and the writers' files; raises LawFileError and WordsError."""
    if found := strays(root / "calculator", root, texts=False):  # a copy of a notice would be one more
        raise WordsError(found.values())
    loaded = {id: load(id) for id in notices()}
    read = library.read(root, notices())
    given = {id: given_of(notice, root / CACHE) for id, notice in loaded.items()}
    return Site(read, bodies(loaded.values()), loaded, given, consultancy)


def known[T](kind: str, id: str, entries: Mapping[str, T]) -> T:
    """The entry of that id; raises MacroError with the nearest one known."""
    if id not in entries:
        raise MacroError(f'no {kind} "{id}"{hint(id, entries) or ADD.get(kind, "")}')
    return entries[id]


def in_force[T](get: Callable[[], T]) -> T:
    """What `get` finds; raises MacroError where nothing is in force on that day."""
    try:
        return get()
    except NotInForceError as error:
        raise MacroError(f'{error}; name another day with on="…"') from None
