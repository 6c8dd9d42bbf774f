"""The programmes as periods on a line of time."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from overrides.hooks.read.rules import Loaded, Programme, programmes
from overrides.hooks.render import html
from overrides.hooks.render.context import MacroError, Place, known

# What the writers say in it.
TEXTS = ("title", "own", "note", "open", "days")


def timeline(place: Place, notice: Loaded, words: Mapping[str, Any]) -> dict[str, object]:
    """Every programme and for whom it was, the days since the last, the sentences for the reader's days."""
    found = sorted(programmes(place.law), key=lambda programme: programme.first_day)
    if not found:
        raise MacroError("this law has no programmes to draw")
    questions = [question.id for question in notice.questions]
    for id in words["days"] if place.site.given[notice.id].walked else ():
        known("question or figure", id, dict.fromkeys((*questions, *_given(place, notice))))
    usual = Counter(each.audiences for each in found).most_common(1)
    to = max([place.law.as_at, *(each.last_day for each in found)])
    over = all(each.last_day < to for each in found)
    return {
        "kind": "timeline",
        "title": words["title"],
        "own": words["own"],
        "note": words["note"],
        "days": words["days"],
        "bars": [_bar(each, usual[0][0], place) for each in found],
        "to": to.isoformat(),
        "open": words["open"].format(law_as_at=html.plain_day(to, place.lang)) if over else "",
    }


def _given(place: Place, notice: Loaded) -> Iterable[str]:
    """The figures that some finding of the notice has."""
    for ids in place.site.given[notice.id].findings.values():
        yield from ids


def _bar(programme: Programme, usual: tuple[str, ...], place: Place) -> dict[str, object]:
    """One programme; whom it was for is said where it is not what most of them were for."""
    labels = place.words("labels")
    words, first, last = labels["programmes"], programme.first_day, programme.last_day
    audiences = () if programme.audiences == usual else programme.audiences
    notes = [words["disputed"].format(day=html.plain_day(day, place.lang)) for day in programme.disputed_days]
    if audiences:
        notes.append(labels["separator_list"].join(words["audiences"][audience] for audience in audiences))
    return {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "name": known("name in docs/programmes for", programme.id, place.words("programmes")),
        "period": words["period_text"].format(
            first=html.plain_day(first, place.lang), last=html.plain_day(last, place.lang)
        ),
        "note": labels["separator_list"].join(notes),
        "other": not set(programme.audiences) & set(usual),
    }
