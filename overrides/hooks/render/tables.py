"""Tables made from the law: what was in force when, the programmes, the contribution bands."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape
from overrides.hooks.read.rules import Band, Dated, Edition, Figure, Gap, Offer, Programme, Value, figures
from overrides.hooks.render import html
from overrides.hooks.render.templates import part

type Cite = Callable[..., str]
type Labels = Mapping[str, Any]
# Tables with more words than a phone has room for side by side.
TEXTS = ("programmes", "sources")
type Body = tuple[str, Sequence[Sequence[str]]]


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], kind: str) -> Markup:
    """An HTML table; the first cell of a row names it."""
    return _table(caption, head, [("", list(rows))], kind)


def _table(caption: str, head: Sequence[str], bodies: Sequence[Body], kind: str) -> Markup:
    return part("tables.html", "table", caption, head, bodies, kind, kind in TEXTS)


def history(dated: Dated[Value], name: str, labels: Labels, lang: str, cite: Cite) -> Markup:
    """Every value of a parameter with the day from which it held."""
    words = labels["history"]

    def shown(entry: Value | Gap) -> str:
        return words[entry.why] if isinstance(entry, Gap) else html.parameter(entry, lang)

    rows = (
        [
            escape(html.plain_day(entry.since, lang)) + _note(entry.note, labels),
            shown(entry),
            cite(*entry.sources),
        ]
        for entry in dated.entries
    )
    return table(name, [words["from"], words["value"], words["source"]], rows, "history")


def _note(note: str | None, labels: Labels) -> Markup:
    """What is special about a row, such as that its first day was not seen."""
    return part("tables.html", "note", labels["notes"][note]) if note else Markup()


def programmes(
    found: Iterable[Programme], names: Mapping[str, str], labels: Labels, lang: str, cite: Cite
) -> Markup:
    """The programmes, the latest first: period, what was offered to whom on what condition, sources."""
    words = labels["programmes"]
    head = [words["name"], words["period"], words["offers"], words["source"]]
    rows = (
        [
            names[programme.id],
            _period(programme, words, lang),
            _offers(programme, labels, lang) + _note(programme.note, labels),
            cite(*programme.sources),
        ]
        for programme in sorted(found, key=lambda programme: programme.first_day, reverse=True)
    )
    return table(words["caption"], head, rows, "programmes")


def _period(programme: Programme, words: Labels, lang: str) -> Markup:
    first, last = (html.plain_day(day, lang) for day in (programme.first_day, programme.last_day))
    notes = [words["period_text"].format(first=first, last=last)]
    if programme.announced_last_day:
        notes.append(words["announced"].format(day=html.plain_day(programme.announced_last_day, lang)))
    notes += [words["disputed"].format(day=html.plain_day(day, lang)) for day in programme.disputed_days]
    return part("tables.html", "lines", notes)


def _offers(programme: Programme, labels: Labels, lang: str) -> Markup:
    """One paragraph for each audience: what was offered to it, then on what condition."""
    made = Markup()
    for audience in programme.audiences:
        offers = [offer for offer in programme.offers if offer.audience == audience]
        if offers:
            made += part("tables.html", "paragraph", _offered(audience, offers, labels, lang))
    return made


def _offered(audience: str, offers: Sequence[Offer], labels: Labels, lang: str) -> Markup:
    words, separator = labels["programmes"], labels["separator_list"]
    conditions = dict.fromkeys(words["conditions"][offer.condition] for offer in offers)
    return escape(words["offer"]).format(
        audience=part("tables.html", "strong", words["audiences"][audience]),
        offers=separator.join(_offer(offer, words, lang) for offer in offers),
        condition=separator.join(conditions),
    )


def _offer(offer: Offer, words: Labels, lang: str) -> str:
    rate = "" if offer.rate is None else figures.text(Figure(offer.rate, "percent", offer.bound), lang)
    said: str = words["offer_texts"][f"{offer.of}_{offer.relief}"].format(rate=rate)
    known = {"differ": "reports_differ", "single": "single_report"}.get(offer.reports)
    return said + (words[known] if known else "")


def bands(edition: Edition, name: str, labels: Labels, lang: str, cite: Cite) -> Markup:
    """One edition of a contribution table, row by row; it says of rows not printed how they are known."""
    words, columns = labels["bands"], tuple(edition.bands[0].amounts)
    caption = words["caption"].format(name=name, day=html.plain_day(edition.since, lang))
    head = [words["over"], words["up_to"], *(words["amounts"][column] for column in columns)]
    cited = dict.fromkeys(source for band in edition.bands for source in band.sources)
    made = _table(caption, head, _bodies(edition, words), "bands")
    return part("tables.html", "edition", made, words, cite(*cited))


def _bodies(edition: Edition, words: Labels) -> list[Body]:
    """The rows in groups, each under how it is known; without a word of it where all are printed."""
    groups = [(known, list(group)) for known, group in groupby(edition.bands, key=lambda band: band.known)]
    silent = [known for known, _ in groups] == ["printed"]
    return [
        ("" if silent else words["known"][known], [_band(band, words) for band in group])
        for known, group in groups
    ]


def _band(band: Band, words: Labels) -> list[str]:
    up_to = words["no_end"] if band.wage_up_to is None else f"{band.wage_up_to:,}"
    return [f"{band.wage_over:,}", up_to, *(f"{amount:,}" for amount in band.amounts.values())]
