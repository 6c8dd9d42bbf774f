"""The words of a notice's way without a script: those of its form, and of docs/<notice>/steps.<lang>.toml."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from markupsafe import Markup
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.rules import Figure, figures
from overrides.hooks.read.tree import Choice, Reply, Tree, Unknown
from overrides.hooks.render import form, html, run_macros
from overrides.hooks.render.context import Place, Site
from overrides.hooks.render.days import law_as_at
from overrides.hooks.render.said import said
from overrides.hooks.render.steps.ranges import Ranges
from overrides.hooks.render.steps.replies import Step

TABLE = "steps"
# The tables of steps.<lang>.toml beside its first and last day.
TABLES = ("facts", "replies", "figures", "findings", "outcomes")
UNKNOWN = "unknown"


class Texts:
    """The words of one notice in one language; `tree` is that of its rules."""

    def __init__(self, site: Site, tree: Tree, lang: str) -> None:
        """Gather what the writers have given."""
        self.place: Place = site.place(f"{tree.notice}/index", lang).answer()
        self.tree, self.lang = tree, lang
        self.interface = self.place.words("interface")
        self.words: Mapping[str, str] = self.interface["steps"]
        self.own = own_words(site, tree.notice, lang)
        self._questions = {each["id"]: each for each in form.questions(self.place, tree.loaded)}
        self._ranges = Ranges(tree, lang, self.words, self.own.get("facts", {}))

    @cached_property
    def title(self) -> str:
        """The title of the notice."""
        return said(self.place, "title")

    def label(self, question: str) -> str:
        """A question as the form has it."""
        return str(self._questions[question]["label"])

    def hint(self, question: str) -> str:
        """What the form says to it."""
        return str(self._questions[question]["hint"])

    def reply(self, question: str, step: Step) -> str:
        """A reply as a reader chooses it: as its writer names it, or as it is."""
        named = self.own.get("replies", {}).get(question, {}).get(step.id)
        shown = run_macros.plain(named, self.place) if named else self._reply(question, step.reply)
        return shown[:1].upper() + shown[1:]

    def _reply(self, question: str, reply: Reply) -> str:
        choices = dict(self._questions[question]["choices"])
        if isinstance(reply, Unknown):
            return str(choices[UNKNOWN])
        if isinstance(reply, Choice):
            return self.words["and"].join(choices[each] for each in reply.value.split(","))
        return self._ranges.range(reply, self.tree.lines[question])

    def outcome(self, outcome: str) -> str:
        """An outcome in a few words."""
        document = self.place.site.library.outcomes_of(self.tree.notice, self.lang)[outcome]
        return run_macros.title(document, self.place)

    def followed(self, fact: str, by: int) -> str:
        """A figure that is the reply to a question, or so many points behind it."""
        return self._ranges.followed(fact, by, self.tree.lines[fact])

    def more(self, outcome: str) -> Markup:
        """What is to be read above an answer, where the writer has something."""
        words = self.own.get("outcomes", {}).get(outcome, "")
        return run_macros.sentence(words, self.place) if words else Markup()

    def moves(self) -> str:
        """That a page counts from today, and what day that is on it."""
        assert self.tree.today is not None  # noqa: S101 - no other tree has a page that moves
        day = self.tree.lines[self.tree.day].scale.value(self.tree.today)
        return self.words["moves"].format(day=figures.text(Figure(day, "date"), self.lang))

    def checked(self) -> str:
        """That the law may have changed since it was last checked: no page knows the day of its reader."""
        return self.words["checked"].format(day=html.plain_day(self.place.law.as_at, self.lang))

    def of_notice(self) -> dict[str, str]:
        """What every page says of its notice: its title, the day of its law, whom to ask."""
        ask = form.ask(self.place, self.tree.loaded)
        return {"title": self.title, "law_as_at": law_as_at(self.place), **ask}


def own_words(site: Site, notice: str, lang: str) -> Mapping[str, Any]:
    """What a notice's own file says of its steps; nothing where it needs none."""
    tables = site.library.tables.get(f"{notice}/{TABLE}")
    return tables[lang].data if tables else {}


def days(site: Site, notice: str) -> tuple[str | None, str | None]:
    """The first and the last day, month or year that the pages of a notice speak of, as its file says."""
    own = own_words(site, notice, LANGUAGES[0])
    return own.get("first"), own.get("last")
