"""What stands at the end of every page: the pages that belong to all notices, and what the site is not."""

from typing import Any

from overrides.hooks.render import inline_macros
from overrides.hooks.render.context import Place
from overrides.hooks.render.days import HOME
from overrides.hooks.render.said import said


def footer(place: Place) -> dict[str, Any]:
    """The words and addresses, for the theme to show."""
    words, pages = place.words("interface"), place.site.library.pages
    shared = [name for name in pages if "/" not in name and name != HOME]
    links = [
        (inline_macros.link(place.answer(), name), said(place.site.place(name, place.lang), "title"))
        for name in shared
    ]
    return {"links": links, "note": words["short_disclaimer"], "made_with": words["page"]["made_with"]}
