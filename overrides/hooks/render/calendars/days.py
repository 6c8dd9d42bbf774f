"""Which days a notice has for a calendar: those of its rules and its law that its writers have words for.

`docs/<notice>/calendar.<lang>.toml` names them; check/calendar.py says what may stand there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from overrides.hooks.read.rules import (
    Figure,
    Gap,
    Law,
    Loaded,
    Month,
    NotInForceError,
    figures,
    programmes,
)  # fmt: skip
from overrides.hooks.render import html
from overrides.hooks.render.calendars.entry import Entry, Writer
from overrides.hooks.render.calendars.macro import WORDS, has_calendar
from overrides.hooks.render.context import Place

# A year back, for whoever looks up what was due; two on, for whoever takes the file and never comes again.
YEARS_BACK, YEARS_ON = 1, 2
MONTHS = "months"


def span(law: Law) -> tuple[date, date]:
    """The days that a calendar reaches over; it ends where the law says of anything that it is not known."""
    month = law.as_at.replace(day=1)
    first, last = (month.replace(year=month.year + years) for years in (-YEARS_BACK, YEARS_ON))
    unknown = (
        entry.since
        for dated in (*law.parameters.values(), *law.tables.values())
        for entry in dated.entries
        if isinstance(entry, Gap) and entry.why == "unknown" and entry.since > law.as_at
    )
    return first, min([last, *unknown])


def entries(place: Place, notice: Loaded) -> list[Entry]:
    """The days within the span, or the last one before it where there is none, in their order."""
    first, last = span(notice.law)
    words, writer = place.words(f"{notice.id}/{WORDS}"), Writer(place, notice)
    found = {part: list(each(writer, words.get(part, {}))) for part, each in PARTS.items()}
    # what is due for the last month of the span is due after it
    within = [
        entry for part in found for entry in found[part] if part == MONTHS or first <= entry.day <= last
    ]
    every = [entry for part in found.values() for entry in part]
    return _in_order(within) or _in_order(every)[-1:]


def begins(place: Place, notice: Loaded) -> list[Entry]:
    """The first days of values that the writers have words for, within the span."""
    first, last = span(notice.law)
    words = place.words(f"{notice.id}/{WORDS}") if has_calendar(place, notice.id) else {}
    return [e for e in _begins(Writer(place, notice), words.get("begins", {})) if first <= e.day <= last]


def _in_order(found: Iterable[Entry]) -> list[Entry]:
    return sorted(found, key=lambda entry: (entry.day, entry.id))


type Texts = Mapping[str, Mapping[str, str]]


def _months(writer: Writer, said: Texts) -> Iterator[Entry]:
    """What falls due for each month."""
    for id, texts in said.items():
        for month in _each_month(*span(writer.notice.law)):
            if due := _due(writer.notice, id, month):
                name = figures.text(Figure(month, "month"), writer.place.lang)
                yield writer.entry(f"{id}.{month}", due.amount, texts, due.sources, month=name)


def _each_month(first: date, last: date) -> Iterator[Month]:
    month = Month(first.year, first.month)
    while month.first_day < last:
        yield month
        month = month.following


def _due(notice: Loaded, id: str, month: Month) -> Figure | None:
    try:
        return notice.notice.due[id](notice.law.fresh(), month)
    except NotInForceError:
        return None


def _begins(writer: Writer, said: Texts) -> Iterator[Entry]:
    """The first day of each value of a parameter: no day to meet, so nobody is reminded."""
    for id, texts in said.items():
        for value in writer.notice.law.parameters[id].in_force():
            shown = figures.text(value, writer.place.lang)
            begin = value.since
            yield writer.entry(f"{id}.{begin}", begin, texts, value.sources, remind=False, value=shown)


def _days(writer: Writer, said: Texts) -> Iterator[Entry]:
    """The days that a parameter names."""
    for id, texts in said.items():
        for value in writer.notice.law.parameters[id].in_force():
            yield writer.entry(f"{id}.{value.since}", value.amount, texts, value.sources)


def _programmes(writer: Writer, said: Texts) -> Iterator[Entry]:
    """A day of every programme, such as its last one."""
    names, lang = writer.place.words("programmes"), writer.place.lang
    for part, texts in said.items():
        for each in programmes(writer.notice.law):
            yield writer.entry(
                f"{each.id}.{part}",
                getattr(each, part),
                texts,
                each.sources,
                name=str(names[each.id]),
                first_day=html.plain_day(each.first_day, lang),
                last_day=html.plain_day(each.last_day, lang),
            )


PARTS: Mapping[str, Callable[[Writer, Mapping[str, Any]], Iterator[Entry]]] = {
    MONTHS: _months,
    "begins": _begins,
    "days": _days,
    "programmes": _programmes,
}
