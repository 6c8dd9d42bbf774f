"""Macros that stand inside a sentence. The first argument is the place of the text."""

import posixpath
from collections.abc import Callable
from datetime import date

from markupsafe import Markup, escape
from overrides.hooks.read.rules import Dated, Figure, Gap, Programme, Source, Value, figures, programmes
from overrides.hooks.render import html
from overrides.hooks.render.calendars.macro import calendar
from overrides.hooks.render.context import MacroError, Place, in_force, known

PARTS = ("first_day", "last_day", "announced_last_day", "disputed_days", "name", "rate")


def figure(place: Place, id: str, on: str | None = None, was: str | None = None) -> Markup:
    """A parameter on the day of the page, on another day (`on`), or as it was once (`was`); ISO dates."""
    dated = known("parameter", id, place.law.parameters)
    if on is None and was is None:
        if place.in_answer and len(dated.days) > 1:
            raise MacroError(
                f'"{id}" has changed over time and an answer may speak of any day; let the rules give it'
            )
        value = in_force(lambda: dated.on(place.as_at))
        history = None if place.in_answer else dated
        return html.parameter(value, place.lang, history, place.words("labels")["history"])
    if on is not None and was is not None:
        raise MacroError('on= and was= name two days; write was="…" for the past, else on="…"')
    day = place.day(on) if was is None else place.day(was, "was")
    value = in_force(lambda: dated.on(day))
    _pinned(place, dated, day, past=was is not None)
    return html.parameter(value, place.lang)


def _pinned(place: Place, dated: Dated[Value], day: date, *, past: bool) -> None:
    """Refuse a day that a newer figure has overtaken, unless the past is meant; and a past that is none."""
    later = [entry for entry in dated.entries if day < entry.since <= place.as_at]
    if past and not later:
        said = f'no later value of "{dated.id}" than that of {day} is in force on {place.as_at}'
        raise MacroError(f'{said}; write on="{day}", or no day at all')
    if past or not later:
        return
    newest, meant = later[-1], f'is the past meant? write was="{day}"'
    if isinstance(newest, Gap):
        raise MacroError(f'"{dated.id}" is pinned to {day} and {newest.why} since {newest.since}; {meant}')
    said = f'"{dated.id}" is pinned to {day}, and a later value holds from {newest.since}'
    raise MacroError(f'{said}; is that one meant? drop on=, or write on="{newest.since}"; {meant}')


def ended(place: Place, id: str) -> Markup:
    """The day from which a parameter is no longer in force, because it was repealed."""
    known("parameter", id, place.law.parameters)
    try:
        end = place.law.repeal(id)
    except LookupError as error:
        raise MacroError(f'{error}; the day from which a switch holds is figure("…")') from None
    return html.day(end.since, place.lang, parameter=id, part="ended")


def cite(place: Place, id: str, *more: str) -> Markup:
    """Sources as links with their labels, in words that say what of each was seen."""
    return html.cite([_source(place, each) for each in (id, *more)], place.words("interface"))


def label(place: Place, id: str) -> Markup:
    """The label of a source as a link and no more."""
    return html.linked(*_source(place, id))


def _source(place: Place, id: str) -> tuple[Source, str]:
    source = known("source", id, place.law.sources)
    return source, known("label in docs/sources for", id, place.words("sources"))


def programme(place: Place, id: str, part: str) -> str:
    """A day of a programme (first_day, last_day, …), its `name`, or the `rate` it took off."""
    found = known("programme", id, {each.id: each for each in programmes(place.law)})
    known("part of a programme", part, dict.fromkeys(PARTS))
    if part == "name":
        return str(known("name in docs/programmes for", id, place.words("programmes")))
    if part == "rate":
        return _rate(place, found)
    value = getattr(found, part)
    days = value if isinstance(value, tuple) else (value,) if value else ()
    if not days:
        raise MacroError(f'the programme "{id}" has no {part}')
    separator = escape(place.words("labels")["separator"])
    return separator.join(html.day(day, place.lang, programme=id, part=part) for day in days)


def _rate(place: Place, found: Programme) -> Markup:
    offers = [offer for offer in found.offers if offer.rate is not None]
    if len(offers) != 1:
        raise MacroError(f'the programme "{found.id}" has {len(offers)} rates, not one; use programmes()')
    amount = Figure(offers[0].rate or 0, "percent", offers[0].bound)
    shown = figures.text(amount, place.lang)
    return html.data(shown, figures.value(amount.amount), programme=found.id, part="rate", bound=amount.bound)


def link(place: Place, page: str) -> str:
    """Where a Markdown link to another page leads; `page` is `disclaimer` or `amnesty#penalties`."""
    name, _, anchor = page.partition("#")
    pages = place.site.library.pages
    target = place.site.library.page_named(name)
    if target not in pages:
        known("page", name, {each.removesuffix("/index"): each for each in pages})
    end = f"#{anchor}" if anchor else ""
    if place.in_answer:  # no page of its own: what stands there is an address already
        return posixpath.relpath(address(target), address(place.page)) + "/" + end
    return posixpath.relpath(f"{target}.md", posixpath.dirname(place.page) or ".") + end


def address(page: str) -> str:
    """The folder of a page below its language: `amnesty/index` and `amnesty` both stand in `amnesty`."""
    return page.removesuffix("index").removesuffix("/") or "."


def result(place: Place, id: str) -> Markup:
    """A figure of the decision, filled in by the page; only in the texts of an answer."""
    if not place.in_answer:
        raise MacroError('result() belongs to the texts of an answer; a page has figure("…")')
    return html.slot(id)


def bodies(place: Place) -> str:
    """The bodies whose law the notices are about, each named once."""
    library = place.site.library
    forms = (library.tables[f"{id}/form"][place.lang].data for id in place.site.notices)
    separator = str(place.words("labels")["separator"])
    return separator.join(dict.fromkeys(str(form["ask"]["body"]) for form in forms))


ALL: dict[str, Callable[..., str]] = {
    "figure": figure,
    "ended": ended,
    "cite": cite,
    "programme": programme,
    "link": link,
    "result": result,
    "bodies": bodies,
    "calendar": calendar,
}
