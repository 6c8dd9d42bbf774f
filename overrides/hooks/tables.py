"""Tables and lists made from the law: what was in force when, the programmes, the contribution bands."""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from itertools import groupby
from typing import Any

from calculator.engine import figures
from calculator.engine.decision import Figure
from calculator.engine.law import Band, Dated, Edition, Gap, Value
from calculator.law.perkeso import Offer, Programme
from overrides.hooks import marks

type Cite = Callable[..., str]
type Labels = Mapping[str, Any]


def table(caption: str, head: Iterable[str], rows: Iterable[Iterable[str]], kind: str) -> str:
    """An HTML table in a frame that scrolls on a narrow screen; the first cell of a row names it."""
    return _frame(caption, head, _body(rows), kind)


def _frame(caption: str, head: Iterable[str], bodies: str, kind: str) -> str:
    columns = "".join(f'<th scope="col">{name}</th>' for name in head)
    return (
        f'<div class="law-table law-table--{kind}" role="region" aria-label="{escape(caption)}" '
        'tabindex="0">\n'
        f"<table><caption>{escape(caption)}</caption>\n<thead><tr>{columns}</tr></thead>\n"
        f"{bodies}</table>\n</div>"
    )


def _body(rows: Iterable[Iterable[str]], heading: str = "") -> str:
    """Rows that belong together, with a heading over their whole width where they have one."""
    return f"<tbody>\n{heading}" + "\n".join(_row(list(row)) for row in rows) + "\n</tbody>"


def _row(cells: list[str]) -> str:
    first, *rest = cells
    return f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in rest) + "</tr>"


def history(dated: Dated[Value], name: str, labels: Labels, lang: str, cite: Cite) -> str:
    """Every value of a parameter with the day from which it held."""
    words = labels["history"]

    def shown(entry: Value | Gap) -> str:
        return words[entry.why] if isinstance(entry, Gap) else marks.parameter(entry, lang)

    rows = (
        [
            marks.plain_day(entry.since, lang) + _note(entry.note, labels),
            shown(entry),
            cite(*entry.sources),
        ]
        for entry in dated.entries
    )
    return table(name, [words["from"], words["value"], words["source"]], rows, "history")


def _note(note: str | None, labels: Labels) -> str:
    """What is special about a row, such as that its first day was not seen."""
    return f'<p class="law-note"><small>{labels["notes"][note]}</small></p>' if note else ""


def programmes(
    found: Iterable[Programme], names: Mapping[str, str], labels: Labels, lang: str, cite: Cite
) -> str:
    """The programmes, the latest first: period, what was offered to whom on what condition, sources."""
    words = labels["programmes"]
    head = [words["name"], words["period"], words["offers"], words["source"]]
    rows = (
        [
            escape(names[programme.id]),
            _period(programme, words, lang),
            _offers(programme, labels, lang) + _note(programme.note, labels),
            cite(*programme.sources),
        ]
        for programme in sorted(found, key=lambda programme: programme.first_day, reverse=True)
    )
    return table(words["caption"], head, rows, "programmes")


def _period(programme: Programme, words: Labels, lang: str) -> str:
    first, last = (marks.plain_day(day, lang) for day in (programme.first_day, programme.last_day))
    notes = [words["period_text"].format(first=first, last=last)]
    if programme.announced_last_day:
        notes.append(words["announced"].format(day=marks.plain_day(programme.announced_last_day, lang)))
    notes += [words["disputed"].format(day=marks.plain_day(day, lang)) for day in programme.disputed_days]
    return "<br>".join(notes)


def _offers(programme: Programme, labels: Labels, lang: str) -> str:
    """One paragraph for each audience: what was offered to it, then on what condition."""
    words, made = labels["programmes"], ""
    for audience in programme.audiences:
        offers = [offer for offer in programme.offers if offer.audience == audience]
        if offers:
            said = labels["separator_list"].join(_offer(offer, words, lang) for offer in offers)
            conditions = dict.fromkeys(words["conditions"][offer.condition] for offer in offers)
            condition = labels["separator_list"].join(conditions)
            made += "<p>" + words["offer"].format(
                audience=f"<strong>{words['audiences'][audience]}</strong>", offers=said, condition=condition
            )
            made += "</p>"
    return made


def _offer(offer: Offer, words: Labels, lang: str) -> str:
    rate = "" if offer.rate is None else figures.text(Figure(offer.rate, "percent", offer.bound), lang)
    said: str = words["offer_texts"][f"{offer.of}_{offer.relief}"].format(rate=rate)
    known = {"differ": "reports_differ", "single": "single_report"}.get(offer.reports)
    return said + (words[known] if known else "")


def bands(edition: Edition, name: str, labels: Labels, lang: str, cite: Cite) -> str:
    """One edition of a contribution table, row by row; it says of rows not printed how they are known."""
    words, columns = labels["bands"], tuple(edition.bands[0].amounts)
    caption = words["caption"].format(name=name, day=marks.plain_day(edition.since, lang))
    head = [words["over"], words["up_to"], *(words["amounts"][column] for column in columns)]
    bodies = _bodies(edition, words, len(head))
    cited = dict.fromkeys(source for band in edition.bands for source in band.sources)
    below = f'<p class="law-table__source">{words["source"]} {cite(*cited)}</p>'
    return f'<div data-search-exclude="">\n{_frame(caption, head, bodies, "bands")}\n{below}\n</div>'


def _bodies(edition: Edition, words: Labels, width: int) -> str:
    """The rows in groups, each under how it is known; without a word of it where all are printed."""
    groups = [(known, list(group)) for known, group in groupby(edition.bands, key=lambda band: band.known)]
    silent = [known for known, _ in groups] == ["printed"]
    return "\n".join(
        _body(
            [_band(band, words) for band in group], "" if silent else _heading(words["known"][known], width)
        )
        for known, group in groups
    )


def _heading(text: str, width: int) -> str:
    return f'<tr><th scope="rowgroup" colspan="{width}"><span>{text}</span></th></tr>\n'


def _band(band: Band, words: Labels) -> list[str]:
    up_to = words["no_end"] if band.wage_up_to is None else f"{band.wage_up_to:,}"
    return [f"{band.wage_over:,}", up_to, *(f"{amount:,}" for amount in band.amounts.values())]
