"""One entry of a calendar: a day, in the writers' words, with its sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from overrides.hooks.read.rules import Loaded
from overrides.hooks.render import html
from overrides.hooks.render.calendars.macro import WORDS
from overrides.hooks.render.context import Place
from overrides.hooks.render.days import law_as_at
from overrides.hooks.render.run_macros import SLOT, plain
from overrides.hooks.render.said import text_of

# The parts of docs/<notice>/calendar.<lang>.toml, each with what its texts are filled with.
SLOTS: Mapping[str, tuple[str, ...]] = {
    "months": ("month", "day"),
    "begins": ("value", "day"),
    "days": ("day",),
    "programmes": ("name", "first_day", "last_day"),
}
# The reader's own days stand there too: they are filled in the page.
ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class Entry:
    """A day with its words; `id` stays when the day moves, and is the same in both languages."""

    id: str
    day: date
    title: str
    words: str
    remind: bool


@dataclass(frozen=True, slots=True)
class Writer:
    """Makes the entries of a notice."""

    place: Place
    notice: Loaded

    def entry(
        self,
        id: str,
        day: object,
        texts: Mapping[str, str],
        sources: Iterable[str],
        *,
        remind: bool = True,
        **slots: str,
    ) -> Entry:
        """The entry of a day; whoever takes the file later is not reminded of what was past already."""
        assert isinstance(day, date)  # noqa: S101 - the check lets no other parameter through
        filled = {"day": html.plain_day(day, self.place.lang), **slots}
        title, text = (self._filled(texts[key], filled) for key in ("title", "text"))
        words = "\n\n".join([text, self._sources(sources), closing(self.place)])
        return Entry(f"{self.notice.id}.{id}", day, title, words, remind and day >= self.notice.law.as_at)

    def _filled(self, words: str, slots: Mapping[str, str]) -> str:
        return SLOT.sub(lambda slot: slots[slot[1]], plain(words, self.place.answer()))

    def _sources(self, ids: Iterable[str]) -> str:
        """The sources in words that say what of each was seen, as everywhere."""
        labels, words = self.place.words("sources"), self.place.words("interface")
        cited = html.cite([(self.place.law.sources[id], labels[id]) for id in ids], words)
        return str(words[WORDS]["source"]).format(sources=text_of(cited))


def closing(place: Place) -> str:
    """What stands at the end of every entry: the day of the law, and that it is no advice."""
    return f"{law_as_at(place)}\n{place.words('interface')['short_disclaimer']}"
