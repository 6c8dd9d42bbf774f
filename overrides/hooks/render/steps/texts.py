"""The words of a notice's way without a script: those of its form, and of docs/<notice>/steps.<lang>.toml."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from markupsafe import Markup
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.rules import NONE, Figure, figures, phone
from overrides.hooks.read.tree import Choice, Leaf, Reply, Said, Tree, Unknown
from overrides.hooks.render import html, run_macros
from overrides.hooks.render.context import Place, Site
from overrides.hooks.render.said import said
from overrides.hooks.render.steps.places import Step
from overrides.hooks.render.steps.ranges import Ranges

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
        self._questions: Mapping[str, Any] = self.place.words(f"{tree.notice}/form")["questions"]
        self._ranges = Ranges(tree, lang, self.words, self.own.get("facts", {}))

    @cached_property
    def title(self) -> str:
        """The title of the notice."""
        return said(self.place, "title")

    def label(self, question: str) -> str:
        """A question as the form has it."""
        return self._plain(self._questions[question]["label"])

    def hint(self, question: str) -> str:
        """What the form says to it."""
        return self._plain(self._questions[question].get("hint", ""))

    def reply(self, question: str, step: Step) -> str:
        """A reply as a reader chooses it: as its writer names it, or as it is."""
        named = self.own.get("replies", {}).get(question, {}).get(step.id)
        shown = self._plain(named) if named else self._reply(question, step.reply)
        return shown[:1].upper() + shown[1:]

    def _reply(self, question: str, reply: Reply) -> str:
        if isinstance(reply, Unknown):
            return self._choice(question, UNKNOWN)
        if isinstance(reply, Choice):
            some = [self._choice(question, each) for each in reply.value.split(",")]
            return self.words["and"].join(some)
        return self._ranges.range(reply, self.tree.lines[question])

    def _choice(self, question: str, value: str) -> str:
        own = self._questions[question].get("choices", {})
        usual = self.interface[value] if value in ("yes", "no", UNKNOWN, NONE) else value
        return str(own.get(value, usual))

    def outcome(self, outcome: str) -> str:
        """An outcome in a few words."""
        document = self.place.site.library.outcomes_of(self.tree.notice, self.lang)[outcome]
        return run_macros.title(document, self.place)

    def shown(self, leaf: Leaf) -> dict[str, Any]:
        """An answer; what is `said` otherwise where its figures vary; the figures that say nothing then."""
        own = self.own.get("findings", {})
        varying = {said.code for said in leaf.findings if said.varying}
        said = {code: str(run_macros.sentence(own[code], self.place)) for code in own if code in varying}
        replies = {id for each in leaf.findings for id, _, by in each.follows if by == 0}
        return {"decision": self.response(leaf), "said": said, "left_out": sorted(replies)}

    def response(self, leaf: Leaf) -> dict[str, Any]:
        """An answer as the page would get it from the rules; a figure that varies has words and no value."""
        return {
            "status": "decision",
            "outcome": leaf.outcome,
            "asked": [],
            "findings": [self._finding(each, leaf.fixed) for each in leaf.findings],
            "law_as_at": figures.value(self.place.law.as_at),
            "read": {},
        }

    def _finding(self, said: Said, fixed: Mapping[str, Figure]) -> dict[str, Any]:
        shown = {
            id: {"value": figures.value(figure.amount), "text": figures.text(figure, self.lang)}
            for id, figure in said.figures
        }
        known = {id: figures.text(figure, self.lang) for id, figure in fixed.items()}
        follows = {id: (fact, by) for id, fact, by in said.follows}
        varying = {
            id: {
                "value": "",
                "text": self._followed(*follows[id]) if id in follows else self._figure(id, known),
            }
            for id in said.varying
        }
        return {"code": said.code, "figures": {**shown, **varying}, "sources": list(said.sources)}

    def _followed(self, fact: str, by: int) -> str:
        return self._ranges.followed(fact, by, self.tree.lines[fact])

    def _figure(self, id: str, known: Mapping[str, str]) -> str:
        """The rule in words, in the place of a figure that is not the same for everyone."""
        words = self._plain(self.own.get("figures", {}).get(id, id))
        return run_macros.SLOT.sub(lambda slot: known.get(slot[1], slot[0]), words)

    def more(self, outcome: str) -> Markup:
        """What is to be read below an answer, where the writer has something."""
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

    def ask(self) -> dict[str, str]:
        """Whom to ask: the number, and the words around it."""
        before, _, after = self.place.words(f"{self.tree.notice}/form")["ask"]["words"].partition("{phone}")
        shown = figures.text(phone(self.tree.loaded), self.lang)
        return {"ask_before": before, "phone": shown, "ask_after": after}

    def law_as_at(self) -> str:
        """When the law was last checked."""
        day = html.plain_day(self.place.law.as_at, self.lang)
        return str(self.interface["law_as_at"]).format(date=day)

    def _plain(self, words: str) -> str:
        return run_macros.plain(words, self.place)


def own_words(site: Site, notice: str, lang: str) -> Mapping[str, Any]:
    """What a notice's own file says of its steps; nothing where it needs none."""
    tables = site.library.tables.get(f"{notice}/{TABLE}")
    return tables[lang].data if tables else {}


def days(site: Site, notice: str) -> tuple[str | None, str | None]:
    """The first and the last day, month or year that the pages of a notice speak of, as its file says."""
    own = own_words(site, notice, LANGUAGES[0])
    return own.get("first"), own.get("last")
