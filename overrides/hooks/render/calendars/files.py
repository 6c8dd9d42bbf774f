"""The calendars of the site: one for each notice that has days, and one for all; in every language."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from overrides.hooks.read.files import LANGUAGES, TAGS
from overrides.hooks.render.calendars.days import entries
from overrides.hooks.render.calendars.entry import Entry
from overrides.hooks.render.calendars.macro import WORDS, has_calendar
from overrides.hooks.render.context import Place, Site

HOME = "index"


def calendars(site: Site) -> list[dict[str, Any]]:
    """Every calendar with its entries, each with the page where its file stands or its notice is."""
    return [calendar for lang in LANGUAGES for calendar in _of_language(site, lang)]


def _of_language(site: Site, lang: str) -> Iterator[dict[str, Any]]:
    home, every = site.place(HOME, lang), list[dict[str, Any]]()
    for id, notice in site.notices.items():
        page = f"{id}/index"
        place = site.place(page, lang)
        if not has_calendar(place, id):
            continue
        events = [_event(entry, page) for entry in entries(place, notice)]
        every += events
        words = place.words(f"{id}/{WORDS}")
        yield _calendar(place, page, words, events)
    if every:
        words = home.words("interface")[WORDS]
        every.sort(key=lambda event: (event["day"], event["id"]))
        yield _calendar(home, HOME, words, every)


def _calendar(
    place: Place, page: str, words: Mapping[str, Any], events: list[dict[str, Any]]
) -> dict[str, Any]:
    law = place.own_law
    return {
        "page": page,
        "lang": TAGS[place.lang],
        "stamp": str(law.as_at if law else place.site.as_at),
        "name": words["name"],
        "about": words["about"],
        "notice": place.words("interface")[WORDS]["notice"],
        "events": events,
    }


def _event(entry: Entry, page: str) -> dict[str, Any]:
    return {**asdict(entry), "day": str(entry.day), "page": page}
