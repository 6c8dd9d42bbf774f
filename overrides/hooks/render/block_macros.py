"""Macros that stand on a line of their own. The first argument is the place of the text."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from markupsafe import Markup
from overrides.hooks.read.library import DUE
from overrides.hooks.read.rules import Edition, Source, programmes
from overrides.hooks.render import html, inline_macros, tables
from overrides.hooks.render.context import Place, in_force, known
from overrides.hooks.render.embeds import embeds
from overrides.hooks.render.life import PAST, UPCOMING, state
from overrides.hooks.render.open_data.page import open_data
from overrides.hooks.render.pictures.macro import picture
from overrides.hooks.render.said import said
from overrides.hooks.render.templates import part


def history(place: Place, id: str) -> Markup:
    """A table of every value a parameter has had."""
    dated = known("parameter", id, place.law.parameters)
    name = known("name in docs/parameters for", id, place.words("parameters"))
    return tables.history(dated, name, place.words("labels"), place.lang, partial(inline_macros.cite, place))


def all_programmes(place: Place) -> Markup:
    """A table of all programmes, the latest first."""
    names, labels = place.words("programmes"), place.words("labels")
    cite = partial(inline_macros.cite, place)
    return tables.programmes(programmes(place.law), names, labels, place.lang, cite)


def table(place: Place, id: str, on: str | None = None) -> Markup:
    """A contribution table as it was on a day."""
    dated = known("table", id, place.law.tables)
    return _editions(place, id, [in_force(lambda: dated.on(place.day(on)))])


def all_tables(place: Place, id: str) -> Markup:
    """Every edition of a contribution table, the latest first."""
    dated = known("table", id, place.law.tables)
    return _editions(place, id, reversed(dated.in_force()))


def _editions(place: Place, id: str, editions: Iterable[Edition]) -> Markup:
    labels, cite = place.words("labels"), partial(inline_macros.cite, place)
    name = known("name in docs/parameters for", id, place.words("parameters"))
    return Markup("\n").join(tables.bands(edition, name, labels, place.lang, cite) for edition in editions)


def sources(place: Place) -> Markup:
    """Every source of the law: its label, the document, who issued it and what of it was seen.

    On a page of no notice these are the sources of every notice's law.
    """
    labels = place.words("labels")["sources"]
    rows = (
        [
            inline_macros.label(where, source.id),
            f"{source.document}, {source.place}" if source.place else source.document,
            source.publisher,
            labels["confidence"][source.confidence],
        ]
        for where, source in _sources(place)
    )
    head = [labels["source"], labels["document"], labels["publisher"], labels["seen"]]
    return tables.table(labels["caption"], head, rows, "sources")


def _sources(place: Place) -> Iterator[tuple[Place, Source]]:
    """The sources, each once, with a place whose law and names have it."""
    places = [place] if place.home else list(map(place.of, place.site.notices.values()))
    seen: list[Source] = []
    for where in places:
        for source in where.law.sources.values():
            if source not in seen:
                seen.append(source)
                yield where, source


def notices(place: Place) -> Markup:
    """The notices: what is in force, then what is to come; under a heading of its own what has ended.

    Of each the latest first. A page that says what is due stands among them, whatever answers in it.
    """
    items = [_notice(place, notice) for notice in place.site.library.listed()]
    current = sorted(
        (item for item in items if item["state"] not in PAST), key=lambda item: item["state"] == UPCOMING
    )
    words = place.words("interface")
    past = [item for item in items if item["state"] in PAST]
    return part("lists.html", "notices", current, past, words["page"]["due"], words["life"]["past"])


def _notice(place: Place, notice: str) -> dict[str, Any]:
    """What the list says of one: its texts may have figures of its own law, as on its own page."""
    of = place.site.place(f"{notice}/index", place.lang)
    texts = {key: said(of, key) for key in ("title", "description", DUE)}
    day, words = of.document.day("updated"), place.words("interface")["page"]["updated"]
    updated = words.format(date=html.plain_day(day, place.lang)) if day else ""
    href = inline_macros.link(place.answer(), notice)
    return {**texts, **state(of, place), "id": notice, "href": href, "updated": updated}


def contact(place: Place) -> Markup:
    """The consultancy: its name and its addresses, as far as mkdocs.yml names them."""
    words, consultancy = place.words("labels")["contact"], place.site.consultancy
    named = ("website", "telegram", "facebook")
    ways = [(consultancy[way], words[way]) for way in named if consultancy.get(way)]
    missing = [words[way] for way in ("telegram", "facebook") if not consultancy.get(way)]
    note = words["on_website"].format(ways=words["and"].join(missing)) if missing else ""
    return part("lists.html", "contact", consultancy.get("name", ""), ways, note)


ALL: dict[str, Callable[..., str]] = {
    "history": history,
    "programmes": all_programmes,
    "table": table,
    "tables": all_tables,
    "picture": picture,
    "sources": sources,
    "notices": notices,
    "contact": contact,
    "embeds": embeds,
    "open_data": open_data,
}
