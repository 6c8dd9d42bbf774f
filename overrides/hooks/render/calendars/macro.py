"""The link in a page to the file with its days."""

from markupsafe import Markup
from overrides.hooks.render.context import MacroError, Place
from overrides.hooks.render.templates import part

# docs/<notice>/calendar.<lang>.toml, and the words that all calendars share in docs/interface.<lang>.toml
WORDS = "calendar"


def calendar(place: Place) -> Markup:
    """The link to the calendar of the page's notice, on a page of no notice to that of all notices."""
    if place.home is None:
        return part("marks.html", "calendar", place.words("interface")[WORDS]["link"])
    if not has_calendar(place, place.home.id):
        said = f"write docs/{place.home.id}/{WORDS}.{place.lang}.toml"
        raise MacroError(f"this notice has no days for a calendar; {said}")
    return part("marks.html", "calendar", place.words(f"{place.home.id}/{WORDS}")["link"])


def has_calendar(place: Place, notice: str) -> bool:
    """Whether the writers have named days of this notice."""
    return f"{notice}/{WORDS}" in place.site.library.tables
