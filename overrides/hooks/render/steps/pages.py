"""The pages of a notice's way without a script, as the second stage puts them into their frame."""

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup
from overrides.hooks.read.addresses import address, rebased, relative
from overrides.hooks.read.tree import Leaf, Relative
from overrides.hooks.read.tree.ends import ends
from overrides.hooks.render.context import Site
from overrides.hooks.render.steps.answers import shown
from overrides.hooks.render.steps.places import FOLDER, Map, Page
from overrides.hooks.render.steps.texts import Texts
from overrides.hooks.render.templates import part

TEMPLATE = "steps.html"
LONGEST = 150  # what a search engine or a preview shows of a description


def pages(site: Site, lang: str, mapped: Map, left: Mapping[str, Page]) -> Iterator[dict[str, Any]]:
    """Every page: its name, title, description and body, and the response that is shown in it, if one is.

    `left` are addresses that have no page any more, each with the page that leads on.
    """
    made = _Pages(Texts(site, mapped.tree, lang), mapped)
    for at, page in enumerate(mapped.pages):
        yield made.page(at, page)
    for old, target in left.items():
        yield made.moved(Page(old, None, ()), target)


class _Pages:
    def __init__(self, texts: Texts, mapped: Map) -> None:
        self._texts, self._map = texts, mapped
        self._notice, self._lang = texts.tree.notice, texts.lang

    def page(self, at: int, page: Page) -> dict[str, Any]:
        texts, state = self._texts, None if page.state is None else self._texts.tree.states[page.state]
        given = {
            "entry": self._to(0, page),
            "way": [self._way(before, place, page) for before, place in page.way],
            "more_ways": page.more_ways,
            "moves": texts.moves() if at in self._map.moving else "",
            "checked": texts.checked(),
        }
        response = None
        if isinstance(state, Leaf):
            response, kind = shown(state, texts), "answer"
            given |= {"varies": bool(state.varying), "more": self._more(state.outcome, page)}
        elif state is None:
            kind = "beyond"
            given |= {"more": self._more("beyond", page)}
        else:
            kind = "question"
            given |= self._question(page)
        return {
            "name": self._name(page),
            "title": self._title(page),
            "description": self._description(page),
            "indexed": not page.address,
            "body": part(TEMPLATE, kind, given, texts.words, self._around(page)),
            "response": response,
        }

    def moved(self, page: Page, target: Page) -> dict[str, Any]:
        words = self._texts.words
        given = {"to": self._link(target, page), "label": self._label(target)}
        return {
            "name": self._name(page),
            "title": f"{words['moved_title']} · {self._texts.title}",
            "description": words["moved"],
            "indexed": False,
            "body": part(TEMPLATE, "moved", given, words, self._around(page)),
            "response": None,
        }

    def _title(self, page: Page) -> str:
        if not page.address:  # search engines and previews cut off the end, and here that is not the notice
            words = self._texts.words["title"]
            return words.format(notice=self._texts.title, question=self._label(page))
        return f"{self._label(page)} · {self._texts.title}"

    def _label(self, page: Page) -> str:
        """A page in a few words: its question, its outcome."""
        texts, state = self._texts, None if page.state is None else self._texts.tree.states[page.state]
        if isinstance(state, Leaf):
            return texts.outcome(state.outcome)
        return texts.words["beyond_title"] if state is None else texts.label(state.question)

    def _more(self, outcome: str, page: Page) -> Markup:
        return Markup(rebased(self._texts.more(outcome), self._to_notice(page)))  # noqa: S704 - the writer's own

    def _question(self, page: Page) -> dict[str, Any]:
        texts, question = self._texts, page.question
        return {
            "label": texts.label(question),
            "hint": texts.hint(question),
            "intro": "" if page.address else texts.words["intro"],
            "counted": any(isinstance(end, Relative) for step in page.steps for end in ends(step.reply)),
            "replies": [
                (texts.reply(question, step), self._to(target, page))
                for step, target in zip(page.steps, page.targets, strict=True)
            ],
        }

    def _way(self, before: int, place: int, page: Page) -> tuple[str, str, str]:
        asked = self._map.pages[before]
        reply = self._texts.reply(asked.question, asked.steps[place])
        return self._texts.label(asked.question), reply, self._to(before, page)

    def _description(self, page: Page) -> str:
        if not page.address:
            return self._texts.words["description"].format(notice=self._texts.title)
        given = "; ".join(f"{label} {reply}" for label, reply, _ in (self._way(*at, page) for at in page.way))
        return given if len(given) <= LONGEST else f"{given[:LONGEST]}…"

    def _around(self, page: Page) -> dict[str, Any]:
        """What every page says of its notice."""
        notice = self._to_notice(page)
        return {
            "href": notice,
            "by_hand": f"{notice}#{self._texts.interface['by_hand_id']}",
            **self._texts.of_notice(),
        }

    def _name(self, page: Page) -> str:
        return f"{self._notice}/{FOLDER}/{page.address}".rstrip("/")

    def _to_notice(self, page: Page) -> str:
        return self._between(f"{self._notice}/index", page)

    def _to(self, at: int, page: Page) -> str:
        return self._link(self._map.pages[at], page)

    def _link(self, target: Page, page: Page) -> str:
        return self._between(self._name(target), page)

    def _between(self, name: str, page: Page) -> Markup:
        return Markup(relative(address(name, self._lang), address(self._name(page), self._lang)))  # noqa: S704
