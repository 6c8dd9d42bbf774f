"""Pages at addresses that are no more: each says where its content stands now, and leads there."""

from typing import Any

from markupsafe import Markup
from overrides.hooks.read.addresses import address, relative
from overrides.hooks.render.context import Site
from overrides.hooks.render.said import said
from overrides.hooks.render.templates import part


def pages(site: Site, lang: str) -> list[dict[str, Any]]:
    """The pages of docs/redirects.toml, as assemble/plain/page.py puts them into their frame."""
    found = site.library.redirects.data if site.library.redirects else {}
    return [_page(site, lang, old, new) for old, new in found.items()]


def _page(site: Site, lang: str, old: str, new: str) -> dict[str, Any]:
    name, _, anchor = new.partition("#")
    page = site.library.page_named(name)
    title = said(site.place(page, lang), "title")
    words = site.library.words("interface", lang)["moved"]
    to = relative(address(page, lang), address(old, lang)) + (f"#{anchor}" if anchor else "")
    return {
        "name": old,
        "title": words["title"].format(page=title),
        "description": words["says"],
        "body": part("opening.html", "moved", words["heading"], words["says"], Markup(to), title),  # noqa: S704 - checked
        "moved_to": page,
        "to": to,
    }
