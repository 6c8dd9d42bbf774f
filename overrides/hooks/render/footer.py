"""What stands at the end of every page: the pages that belong to all notices, and what the site is not."""

from typing import Any

from overrides.hooks.read.addresses import address, relative
from overrides.hooks.read.staged import FEED
from overrides.hooks.render import inline_macros
from overrides.hooks.render.context import Place, Site
from overrides.hooks.render.days import HOME
from overrides.hooks.render.said import said


def footer(place: Place) -> dict[str, Any]:
    """The words and addresses, for the theme to show."""
    words = place.words("interface")
    links = [
        (inline_macros.link(place.answer(), name), title) for name, title in shared(place.site, place.lang)
    ]
    feed = relative(address(HOME, place.lang) + FEED, address(place.page, place.lang))
    links.append((feed, words["feed"]["link"]))
    return {"links": links, "note": words["short_disclaimer"], "made_with": words["page"]["made_with"]}


def shared(site: Site, lang: str) -> list[tuple[str, str]]:
    """The pages that belong to all notices, with their titles."""
    names = [name for name in site.library.pages if "/" not in name and name != HOME]
    return [(name, said(site.place(name, lang), "title")) for name in names]


def shell(site: Site, lang: str) -> dict[str, Any]:
    """What stands around a page without a theme."""
    words, title = site.library.words("interface", lang), said(site.place(HOME, lang), "title")
    name = " · ".join(part for part in (site.consultancy.get("name", ""), title) if part)
    note = words["short_disclaimer"]
    return {"name": name, "skip": words["plain"]["skip"], "links": shared(site, lang), "note": note}
