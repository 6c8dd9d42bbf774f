"""What the page needs to write a reader's own day as a calendar entry: the words, and the ends of each."""

from typing import Any

from overrides.hooks.read.files import TAGS
from overrides.hooks.read.rules import Loaded
from overrides.hooks.render.calendars.entry import ANSWERS, closing
from overrides.hooks.render.calendars.macro import WORDS, has_calendar
from overrides.hooks.render.context import Place
from overrides.hooks.render.run_macros import plain


def own_days(place: Place, notice: Loaded) -> dict[str, Any]:
    """`days` has by finding and figure the words of its button and of its entry, with {figures} to fill."""
    said = place.words(f"{notice.id}/{WORDS}").get(ANSWERS, {}) if has_calendar(place, notice.id) else {}
    words = place.words("interface")
    return {
        "days": {
            code: {figure: _plain(texts, place) for figure, texts in by_figure.items()}
            for code, by_figure in said.items()
        },
        # what is due for a month is the same day as in the calendar of the notice
        "due": list(notice.notice.due),
        "month": notice.notice.day,
        "lang": TAGS[place.lang],
        "stamp": str(notice.law.as_at),
        "closing": closing(place),
        "sources": words[WORDS]["source"],
        "separator": words["source_separator"],
        "address": words[WORDS]["notice"],
    }


def _plain(texts: dict[str, str], place: Place) -> dict[str, str]:
    return {key: plain(words, place.answer()) for key, words in texts.items()}
