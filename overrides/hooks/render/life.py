"""The life of a notice: what its dates say of it on a day, in a word for programs and in the writers' words.

At build that day is the one on which the law was last checked; the page asks again for the reader's own
(assets/javascripts/page/life.js), where a day of the notice still lies ahead.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from overrides.hooks.read.calls import run
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.render import html, inline_macros
from overrides.hooks.render.context import Place, Site
from overrides.hooks.render.said import given, macros, said
from overrides.hooks.render.templates import part

UPCOMING, IN_FORCE, ENDING, ENDED, SUPERSEDED = "upcoming", "in_force", "ending", "ended", "superseded"
# Such notices stay as a record and leave the front.
PAST = (ENDED, SUPERSEDED)
# The keys of the front matter: the first and the last day, the notice that takes its place, its own word.
BEGINS, ENDS, SUCCESSOR, OWN_WORD = "begins", "ends", "superseded_by", "status"
# From here on the end is near.
SOON = timedelta(30)
DAY = re.compile(r'\bvalue="(\d{4}-\d\d-\d\d)"')


@dataclass(frozen=True, slots=True)
class Life:
    """The dates of a notice, and the notice that takes its place; each where it has one."""

    begins: date | None
    ends: date | None
    successor: str

    def on(self, day: date) -> str:
        """What the notice is on a day."""
        if self.successor:
            return SUPERSEDED
        if self.begins and day < self.begins:
            return UPCOMING
        if not self.ends:
            return IN_FORCE
        if day > self.ends:
            return ENDED
        return ENDING if self.ends - day <= SOON else IN_FORCE

    def ahead(self, day: date) -> bool:
        """Whether the reader's day can be one of another state than this day."""
        if self.successor:
            return False
        return bool((self.begins and self.begins > day) or (self.ends and self.ends >= day))


def days_given(place: Place, key: str) -> list[date]:
    """The days that a key of the front matter gives, which is one where it is as it should be."""
    bound = macros(place)
    made = run(str(place.document.meta.get(key, "")), lambda call: given(call, bound))
    return [date.fromisoformat(found) for found in DAY.findall(made)]


def life(place: Place) -> Life:
    """The dates of the notice that this page is about."""
    begins, ends = (next(iter(days_given(place, key)), None) for key in (BEGINS, ENDS))
    return Life(begins, ends, str(place.document.meta.get(SUCCESSOR, "")))


def state(place: Place, shown_at: Place | None = None) -> dict[str, Any]:
    """What a notice is on the day of its law: `state`, `status` in words, and the `banner` that shows it.

    The words name days, so that they stay true without a script. The banner may be `shown_at` another page.
    """
    found, day = life(place), place.law.as_at
    now, words = found.on(day), _words(place, found)
    ahead = {**_iso(found), "soon": SOON.days, "words": words} if found.ahead(day) else None
    status = words[_said_as(now, found)]
    banner = part("opening.html", "status", now, status, ahead, _successor(found, shown_at or place))
    return {"state": now, "status": status, "banner": banner}


def past(site: Site) -> set[str]:
    """The notices that have ended, or that another has taken the place of."""
    places = {id: site.place(page, LANGUAGES[0]) for id, page in site.library.notice_pages().items()}
    return {id for id, place in places.items() if life(place).on(place.law.as_at) in PAST}


def _said_as(now: str, found: Life) -> str:
    """The words of a state; an end that is near has its day, as any other."""
    return "until" if found.ends and now in (IN_FORCE, ENDING) else now


def _words(place: Place, found: Life) -> dict[str, str]:
    """What may be said of the notice, with its days; `{days}` is left to the page."""
    words = place.words("interface")["life"]
    own = said(place, OWN_WORD) or words[IN_FORCE]
    shown = {
        key: html.plain_day(day, place.lang) if day else ""
        for key, day in ((BEGINS, found.begins), (ENDS, found.ends))
    }
    left = {key: text for key, text in words.items() if key != "instead"}
    filled = {key: text.format(**shown, status=own, days="{days}") for key, text in left.items()}
    return {**filled, IN_FORCE: own}


def _iso(found: Life) -> Mapping[str, str | None]:
    return {
        key: day.isoformat() if day else None for key, day in ((BEGINS, found.begins), (ENDS, found.ends))
    }


def _successor(found: Life, at: Place) -> dict[str, str] | None:
    """The link to the notice that takes the place of this one."""
    page = at.site.library.notice_pages().get(found.successor)
    if page is None:
        return None
    return {
        "says": at.words("interface")["life"]["instead"],
        "href": inline_macros.link(at.answer(), page),
        "title": said(at.site.place(page, at.lang), "title"),
    }
