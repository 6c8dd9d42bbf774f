"""The feed of each language: the pages of the list, changes of notices, and from which days figures hold.

An entry has an id of its own, which no address of the site, no other words and no later build changes. No
entry is dated after the last check of the law: what begins later has been known since then.
"""

import re
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from markupsafe import escape
from overrides.hooks.read.addresses import address, rebased, relative
from overrides.hooks.read.files import LANGUAGES, TAGS
from overrides.hooks.read.rules import Loaded
from overrides.hooks.render.calendars.days import begins
from overrides.hooks.render.changes import WORDS as CHANGES
from overrides.hooks.render.changes import editions
from overrides.hooks.render.context import Place, Site
from overrides.hooks.render.html import plain_day
from overrides.hooks.render.said import said
from overrides.hooks.render.templates import part

HOME, WORDS = "index", "feed"
NAMESPACE = uuid5(NAMESPACE_URL, "notice-calculator")
# More than a reader who comes once a year has missed.
MOST = 60
# Marks that the site's own scripts read.
OURS = re.compile(r"</?data\b[^>]*>|(?<=<a) class=\"[^\"]*\" data-source=\"[^\"]*\"")


def feeds(site: Site) -> list[dict[str, Any]]:
    """The feed of each language with its entries, the latest first."""
    return [_feed(site, lang) for lang in LANGUAGES]


def _feed(site: Site, lang: str) -> dict[str, Any]:
    home = site.place(HOME, lang)
    words = home.words("interface")[WORDS]
    name = site.consultancy.get("name") or said(home, "title")
    places = [(site.place(f"{id}/index", lang), notice) for id, notice in site.notices.items()]
    entries = [_published(site.place(f"{id}/index", lang)) for id in site.library.listed()]
    entries += [entry for place, notice in places for entry in _entries(place, notice)]
    entries.sort(key=lambda entry: (entry["updated"], entry["id"]), reverse=True)
    return {
        "id": _id("feed", lang),
        "page": HOME,
        "lang": lang,
        "tag": TAGS[lang],
        "title": words["title"].format(name=name),
        "about": words["about"],
        "author": name,
        "website": site.consultancy.get("website", ""),
        "entries": entries[:MOST],
    }


def _published(place: Place) -> dict[str, Any]:
    published = place.document.day("published") or place.law.as_at
    about = f"<p>{escape(said(place, 'description'))}</p>"
    return _entry(place, "", kind="notice", updated=str(published), title=said(place, "title"), html=about)


def _entries(place: Place, notice: Loaded) -> Iterator[dict[str, Any]]:
    words, title = place.words("interface"), said(place, "title")
    for edition in editions(place):
        yield _entry(
            place,
            f"{CHANGES}/#on-{edition.day}",
            kind="law" if "law" in edition.parts else "change",
            updated=str(edition.day),
            title=words[WORDS]["change"].format(notice=title, date=edition.shown),
            html=part("changes.html", "edition_of", edition, words[CHANGES]),
        )
    for begun in begins(place, notice):
        yield {
            **_entry(
                place,
                "",
                kind="law",
                updated=str(min(begun.day, notice.law.as_at)),
                title=words[WORDS]["law"].format(title=begun.title, date=plain_day(begun.day, place.lang)),
                html="".join(f"<p>{escape(each)}</p>" for each in begun.words.split("\n\n")),
            ),
            "id": _id(begun.id, place.lang),
        }


def _entry(place: Place, where: str, **given: str) -> dict[str, Any]:
    """One entry; its links lead on from the feed, which stands beside the home page."""
    to_notice = relative(address(place.page, place.lang), address(HOME, place.lang))
    return {
        **given,
        "id": _id(f"{place.page}/{where}", place.lang),
        "href": f"{to_notice}{where}",
        "html": rebased(OURS.sub("", given["html"]), to_notice),
    }


def _id(name: str, lang: str) -> str:
    return uuid5(NAMESPACE, f"{name} {lang}").urn
