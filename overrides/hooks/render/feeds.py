"""The feed of each language: every notice, what changed in it, and the days from which values of the law hold.

An entry has an id of its own, which no address of the site, no other words and no later build changes. No
entry is dated after the last check of the law: what begins later has been known since then.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from markupsafe import escape
from overrides.hooks.read.addresses import address, rebased, relative
from overrides.hooks.read.files import LANGUAGES, TAGS
from overrides.hooks.read.rules import Loaded
from overrides.hooks.render import html
from overrides.hooks.render.calendars.days import begins
from overrides.hooks.render.changes import WORDS as CHANGES
from overrides.hooks.render.changes import Edition, editions
from overrides.hooks.render.context import Place, Site
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
    entries = [entry for place, notice in places for entry in _entries(place, notice)]
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


def _entries(place: Place, notice: Loaded) -> Iterator[dict[str, Any]]:
    words, title = place.words("interface"), said(place, "title")
    published = place.document.day("published") or notice.law.as_at
    about = escape(said(place, "description"))
    yield _entry(place, "notice", published, title, f"<p>{about}</p>", "")
    for edition in editions(place):
        named = words[WORDS]["change"].format(notice=title, date=edition.shown)
        made = part("changes.html", "edition_of", edition, words[CHANGES])
        kind = "law" if "law" in edition.parts else "change"
        yield _entry(place, kind, edition.day, named, made, _where(edition))
    for begun in begins(place, notice):
        named = words[WORDS]["law"].format(title=begun.title, date=html.plain_day(begun.day, place.lang))
        made = "".join(f"<p>{escape(each)}</p>" for each in begun.words.split("\n\n"))
        yield _entry(place, "law", min(begun.day, notice.law.as_at), named, made, "", begun.id)


def _where(edition: Edition) -> str:
    return f"{CHANGES}/#on-{edition.day}"


def _entry(
    place: Place, kind: str, day: date, title: str, content: str, where: str, id: str = ""
) -> dict[str, Any]:
    """One entry; its links lead on from the feed, which stands beside the home page."""
    to_notice = relative(address(place.page, place.lang), address(HOME, place.lang))
    return {
        "id": _id(id or f"{place.page}/{where}", place.lang),
        "kind": kind,
        "updated": str(day),
        "title": title,
        "href": f"{to_notice}{where}",
        "html": rebased(OURS.sub("", content), to_notice),
    }


def _id(name: str, lang: str) -> str:
    return uuid5(NAMESPACE, f"{name} {lang}").urn
