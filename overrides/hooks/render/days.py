"""The line at the beginning of a page: when it was published and updated, and the day of its law."""

from datetime import date

from markupsafe import Markup, escape
from overrides.hooks.read.files import Document
from overrides.hooks.render import html
from overrides.hooks.render.changes import has_changes
from overrides.hooks.render.context import Place
from overrides.hooks.render.templates import part

HOME = "index"


def days(place: Place, document: Document) -> Markup:
    """The line as HTML, nothing where there is no day to name."""
    words = place.words("interface")["page"]
    named = {key: document.day(key) for key in ("published", "updated")}
    # the list of notices says nothing of the law itself
    named["as_at"] = None if place.page == HOME else place.as_at
    found = [(key, _around(words[key]), day, _shown(day, place)) for key, day in named.items() if day]
    translation = words["translation"] if document.meta.get("notice") else ""
    changed = place.words("interface")["changes"]["link"] if has_changes(place) else ""
    return part("opening.html", "days", found, changed, translation) if found or translation else Markup()


def law_as_at(place: Place) -> str:
    """That the law was last checked on a day, as a sentence."""
    return str(place.words("interface")["law_as_at"]).format(date=_shown(place.law.as_at, place))


def law_as_at_marked(place: Place) -> Markup:
    """The same sentence as HTML, its day a figure."""
    sentence = escape(place.words("interface")["law_as_at"])
    return sentence.format(date=html.day(place.law.as_at, place.lang))


def _around(pattern: str) -> list[str]:
    """The words before and after the day."""
    return pattern.split("{date}", 1)


def _shown(day: date, place: Place) -> str:
    return html.plain_day(day, place.lang)
