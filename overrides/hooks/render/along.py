"""What an answer can be taken along as: words and templates in a file of their own, fetched when opened."""

from pathlib import Path

from markupsafe import Markup
from overrides.hooks.read.rules import Loaded, version
from overrides.hooks.read.staged import ALONG
from overrides.hooks.render import shared
from overrides.hooks.render.calendars.own import own_days
from overrides.hooks.render.context import Place
from overrides.hooks.render.form import context
from overrides.hooks.render.templates import html


def along(place: Place, notice: Loaded) -> Markup:
    """The parts in the language of the place."""
    return html(
        "calculator/along/along.html",
        rules=version(notice.id),
        late=str(notice.notice.after_last_check),
        shared=shared.pages(place, notice),
        own_days=own_days(place, notice),
        **context(place, notice),
    )


def write(place: Place, folder: Path) -> None:
    """Put them where finishing looks for them; nothing for a page without a calculator of its own."""
    if place.notice:
        path = folder / ALONG / f"{place.page}.{place.lang}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(along(place, place.notice), encoding="utf-8")
