"""What changed in a notice, day by day: a page of its own beside the notice, and its part of the feed.

The notice names it where it says when it was updated; its words would weigh on the first load.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup
from overrides.hooks.read.addresses import rebased
from overrides.hooks.render import html
from overrides.hooks.render.context import Place, Site
from overrides.hooks.render.run_macros import sentence
from overrides.hooks.render.said import said
from overrides.hooks.render.templates import part

# docs/<notice>/changes.<lang>.toml, the words around it in docs/interface.<lang>.toml, where its page stands.
WORDS = "changes"
# What the law says and for whom, and how the notice says it.
PARTS = ("law", "notice")


@dataclass(frozen=True, slots=True)
class Edition:
    """A day on which a notice changed, and what changed then, in HTML, by part."""

    day: date
    shown: str
    parts: Mapping[str, list[Markup]]


def has_changes(place: Place) -> bool:
    """Whether its writers have said what changed in the notice that this page is about."""
    return place.notice is not None and f"{place.notice.id}/{WORDS}" in place.site.library.tables


def editions(place: Place) -> list[Edition]:
    """The days of the notice, the latest first; links lead on from its page."""
    if place.notice is None or not has_changes(place):
        return []
    table = place.words(f"{place.notice.id}/{WORDS}")
    return [_edition(date.fromisoformat(day), parts, place) for day, parts in table.items()]


def _edition(day: date, parts: Mapping[str, Mapping[str, str]], place: Place) -> Edition:
    shown = {
        name: [sentence(text, place) for text in parts[name].values()] for name in PARTS if name in parts
    }
    return Edition(day, html.plain_day(day, place.lang), shown)


def pages(site: Site, lang: str) -> list[dict[str, Any]]:
    """The pages of the notices, as assemble/plain/page.py puts them into their frame."""
    places = (site.place(f"{id}/index", lang) for id in site.notices)
    return [_page(place) for place in places if has_changes(place)]


def _page(place: Place) -> dict[str, Any]:
    title, words = said(place, "title"), place.words("interface")[WORDS]
    body = part("changes.html", "page", title, editions(place), words)
    return {
        "name": f"{place.page.removesuffix('index')}{WORDS}",
        "title": words["title"].format(notice=title),
        "description": words["description"].format(notice=title),
        "body": rebased(body, "../"),
    }
