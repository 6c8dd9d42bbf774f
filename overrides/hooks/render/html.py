"""The small marks that stand inside a sentence: a figure, a citation, a link."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup, escape
from overrides.hooks.read.rules import Dated, Figure, Gap, Source, Value, figures
from overrides.hooks.render.templates import part

NO_GAPS: Mapping[str, str] = {}
# How a source that was seen only as a report is spoken of: docs/interface has the words under [cited].
REPORTED = {
    "press": "press",
    **dict.fromkeys(("adviser", "vendor", "teaching", "notice"), "account"),
    **dict.fromkeys(("statute", "bill", "gazette", "official"), "document"),
}
LABEL = "{label}"


def data(shown: str, value: str, **pairs: str | None) -> Markup:
    """A figure as a `<data>` element: `shown` for people, `value` for programs."""
    return part("marks.html", "figure", shown, value, pairs)


def parameter(
    value: Value, lang: str, history: Dated[Value] | None = None, gaps: Mapping[str, str] = NO_GAPS
) -> Markup:
    """A parameter's value; with its history when the page may show another day's.

    `gaps` has the words for the days without a value: `repealed` and `unknown`.
    """
    past = None
    if history and len(history.days) > 1:
        entries = [_dated(entry, lang, gaps) for entry in history.entries]
        past = json.dumps(entries, ensure_ascii=False)
    shown, machine = figures.text(value, lang), figures.value(value.amount)
    made = data(shown, machine, parameter=value.id, bound=value.bound, history=past)
    return part("marks.html", "phone", machine, made) if value.unit == "phone" else made


def _dated(entry: Value | Gap, lang: str, gaps: Mapping[str, str]) -> list[str | None]:
    """From-date, value, text; no value where nothing is in force or known."""
    if isinstance(entry, Gap):
        return [entry.since.isoformat(), None, gaps.get(entry.why, "")]
    return [entry.since.isoformat(), figures.value(entry.amount), figures.text(entry, lang)]


def day(on: date, lang: str, **pairs: str) -> Markup:
    """A day as a figure."""
    return data(plain_day(on, lang), on.isoformat(), **pairs)


def plain_day(on: date, lang: str) -> str:
    """A day as plain text."""
    return figures.text(Figure(on, "date"), lang)


def standing(source: Source) -> str:
    """How far a source goes: the key of its words under [cited] in docs/interface."""
    return {"P": "seen", "U": "unverified"}.get(source.confidence) or REPORTED[source.kind]


def linked(source: Source, label: str) -> Markup:
    """The label of a source as a link, with no word on how far the source goes."""
    return part("marks.html", "source", source, label)


def cite(cited: Sequence[tuple[Source, str]], interface: Mapping[str, Any]) -> Markup:
    """Sources with their labels as links, in words that say what of each was seen.

    Words before a label hold for all that share them, so these sources stand last; words after one, for it
    alone. The script writes the sources of an answer in the same way (sources() in texts.js).
    """
    alone, together = list[tuple[str, list[Markup]]](), dict[str, list[Markup]]()
    for source, label in cited:
        pattern, link = interface["cited"][standing(source)], linked(source, label)
        if pattern.startswith(LABEL):
            alone.append((pattern, [link]))
        else:
            together.setdefault(pattern, []).append(link)
    made = (
        escape(pattern).replace(LABEL, escape(interface["source_and"]).join(links))
        for pattern, links in (*alone, *together.items())
    )
    return escape(interface["source_separator"]).join(made)


def slot(figure: str) -> Markup:
    """A place that the page fills with a figure of the decision."""
    return part("marks.html", "slot", figure)
