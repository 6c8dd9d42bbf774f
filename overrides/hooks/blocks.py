"""Macros that stand on a line of their own. The first argument is the place of the text."""

from collections.abc import Callable, Iterable
from functools import partial
from html import escape

from calculator.engine.law import Edition
from calculator.law.perkeso import PROGRAMMES
from overrides.hooks import inline, marks, tables
from overrides.hooks.place import Place, in_force, known


def history(place: Place, id: str) -> str:
    """A table of every value a parameter has had."""
    dated = known("parameter", id, place.law.parameters)
    name = known("name in docs/parameters for", id, place.words("parameters"))
    return tables.history(dated, name, place.words("labels"), place.lang, partial(inline.cite, place))


def programmes(place: Place) -> str:
    """A table of all programmes, the latest first."""
    names, labels = place.words("programmes"), place.words("labels")
    return tables.programmes(
        place.law.of(PROGRAMMES).values(), names, labels, place.lang, partial(inline.cite, place)
    )


def table(place: Place, id: str, on: str | None = None) -> str:
    """A contribution table as it was on a day."""
    dated = known("table", id, place.law.tables)
    return _editions(place, id, [in_force(lambda: dated.on(place.day(on)))])


def all_tables(place: Place, id: str) -> str:
    """Every edition of a contribution table, the latest first."""
    dated = known("table", id, place.law.tables)
    return _editions(place, id, reversed(dated.in_force()))


def _editions(place: Place, id: str, editions: Iterable[Edition]) -> str:
    labels = place.words("labels")
    name = known("name in docs/parameters for", id, place.words("parameters"))
    return "\n".join(
        tables.bands(edition, name, labels, place.lang, partial(inline.cite, place)) for edition in editions
    )


def sources(place: Place) -> str:
    """Every source of the law: its label, the document, who issued it and what of it was seen."""
    labels = place.words("labels")["sources"]
    rows = (
        [
            inline.label(place, source.id),
            escape(f"{source.document}, {source.place}" if source.place else source.document),
            escape(source.publisher),
            labels["confidence"][source.confidence],
        ]
        for source in place.law.sources.values()
    )
    head = [labels["source"], labels["document"], labels["publisher"], labels["seen"]]
    return tables.table(labels["caption"], head, rows, "sources")


def notices(place: Place) -> str:
    """The notices, the latest first, with their days and status."""
    page, items = place.words("interface")["page"], []
    library = place.site.library
    for notice in library.newest_first():
        document = library.pages[f"{notice}/index"][place.lang]
        days = [
            page[key].format(date=marks.plain_day(day, place.lang))
            for key in ("published", "updated")
            if (day := document.day(key))
        ]
        meta = {key: escape(str(document.meta.get(key, ""))) for key in ("title", "description", "status")}
        href = inline.link(place.answer(), notice)
        items.append(
            f'<li class="notices__item" data-notice="{notice}"><a href="{href}">{meta["title"]}</a>\n'
            f'<span class="notices__status">{meta["status"]}</span>\n'
            f'<span class="notices__days">{" · ".join(days)}</span>\n<p>{meta["description"]}</p></li>'
        )
    return '<ul class="notices">\n' + "\n".join(items) + "\n</ul>"


def contact(place: Place) -> str:
    """The consultancy: its name and its addresses, as far as mkdocs.yml names them."""
    words, consultancy = place.words("labels")["contact"], place.site.consultancy
    ways = [
        f'<li><a href="{escape(consultancy[way])}">{words[way]}</a></li>'
        for way in ("website", "telegram", "facebook")
        if consultancy.get(way)
    ]
    missing = [words[way] for way in ("telegram", "facebook") if not consultancy.get(way)]
    note = words["on_website"].format(ways=words["and"].join(missing)) if missing else ""
    name = escape(consultancy.get("name", ""))
    lines = [f"<p><strong>{name}</strong></p>", f"<ul>{''.join(ways)}</ul>", f"<p>{note}</p>" if note else ""]
    return '<div class="contact">\n' + "\n".join(filter(None, lines)) + "\n</div>"


ALL: dict[str, Callable[..., str]] = {
    "history": history,
    "programmes": programmes,
    "table": table,
    "tables": all_tables,
    "sources": sources,
    "notices": notices,
    "contact": contact,
}
