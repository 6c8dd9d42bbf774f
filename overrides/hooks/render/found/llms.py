"""The list of the pages as Markdown, `llms.txt`, beside the home page of each language."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from overrides.hooks.read.addresses import address, relative
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.staged import FEED, LLMS, MARKDOWN
from overrides.hooks.render.context import Site
from overrides.hooks.render.found.markdown import FILE, WORDS
from overrides.hooks.render.life import PAST, state
from overrides.hooks.render.said import said


def write(site: Site, into: Path) -> None:
    """Write the list of each language where finishing looks for it."""
    for lang in LANGUAGES:
        path = into / MARKDOWN / address("index", lang) / LLMS
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_list(site, lang), encoding="utf-8")


def _list(site: Site, lang: str) -> str:
    """What the site is, and every page with what it says."""
    home = site.place("index", lang)
    words = home.words("interface")
    own = words[WORDS]
    notices = [_entry(site, lang, f"{id}/index") for id in site.library.newest_first()]
    current, past = ([text for now, text in notices if (now in PAST) == over] for over in (False, True))
    of_notices = {f"{id}/index" for id in site.notices}
    others = [
        _entry(site, lang, name)[1] for name in site.library.pages if name not in {"index", *of_notices}
    ]
    parts = [
        (own["notices"], current),
        (words["life"]["past"], past),
        (own["others"], [*others, *_programs(own, lang)]),
    ]
    name = " · ".join(part for part in (site.consultancy.get("name", ""), said(home, "title")) if part)
    head = f"# {name}\n\n> {said(home, 'description')}\n\n{own['about']}\n\n{words['short_disclaimer']}\n"
    return head + "".join(f"\n## {title}\n\n" + "".join(lines) for title, lines in parts if lines)


def _entry(site: Site, lang: str, name: str) -> tuple[str, str]:
    """What a page is, and its line in the list."""
    place = site.place(name, lang)
    of_notice: dict[str, Any] = state(place) if place.notice else {"state": "", "status": ""}
    to = relative(address(name, lang), address("index", lang))
    about = " · ".join(part for part in (of_notice["status"], said(place, "description")) if part)
    return of_notice["state"], f"- [{said(place, 'title')}]({to}{FILE}): {about}\n"


def _programs(words: Mapping[str, str], lang: str) -> list[str]:
    """What programs read: the open data and the feed."""
    up = relative("data/", address("index", lang))
    return [f"- [{words['data']}]({up}index.json)\n", f"- [{words['feed']}]({FEED})\n"]
