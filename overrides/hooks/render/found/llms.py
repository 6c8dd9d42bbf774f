"""The list of the pages as Markdown, `llms.txt`, beside the home page of each language."""

from collections.abc import Mapping
from pathlib import Path

from overrides.hooks.read.addresses import address, relative
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.staged import FEED, LLMS, MARKDOWN
from overrides.hooks.render.context import Site
from overrides.hooks.render.found.markdown import FILE, WORDS
from overrides.hooks.render.life import past, state
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
    over = past(site)
    newest = site.library.listed()
    current, ended = (
        [_entry(site, lang, f"{id}/index", listed=True) for id in newest if (id in over) == is_over]
        for is_over in (False, True)
    )
    named = {"index", *(f"{id}/index" for id in newest)}
    others = [_entry(site, lang, name) for name in site.library.pages if name not in named]
    parts = [
        (own["notices"], current),
        (words["life"]["past"], ended),
        (own["others"], [*others, *_programs(own, lang)]),
    ]
    name = " · ".join(part for part in (site.consultancy.get("name", ""), said(home, "title")) if part)
    head = f"# {name}\n\n> {said(home, 'description')}\n\n{own['about']}\n\n{words['short_disclaimer']}\n"
    return head + "".join(f"\n## {title}\n\n" + "".join(lines) for title, lines in parts if lines)


def _entry(site: Site, lang: str, name: str, *, listed: bool = False) -> str:
    """The line of a page in the list; one of the `listed` says whether it holds."""
    place = site.place(name, lang)
    status = state(place)["status"] if listed else ""
    to = relative(address(name, lang), address("index", lang))
    about = " · ".join(part for part in (status, said(place, "description")) if part)
    return f"- [{said(place, 'title')}]({to}{FILE}): {about}\n"


def _programs(words: Mapping[str, str], lang: str) -> list[str]:
    """What programs read: the open data and the feed; and this list in the other language."""
    here = address("index", lang)
    to_twin = relative(next(address("index", each) for each in LANGUAGES if each != lang), here)
    return [
        f"- [{words['data']}]({relative('data/', here)}index.json)\n",
        f"- [{words['feed']}]({FEED})\n",
        f"- [{words['twin']}]({to_twin.removeprefix('./')}{LLMS})\n",
    ]
