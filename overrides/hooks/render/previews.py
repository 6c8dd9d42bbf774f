"""What the preview pictures say, which chats show beside a link: one for each notice and each outcome."""

from collections.abc import Iterator
from typing import Any

from overrides.hooks.read.files import LANGUAGES, heading
from overrides.hooks.read.rules import Loaded
from overrides.hooks.render import run_macros
from overrides.hooks.render.context import Place, Site
from overrides.hooks.render.life import PAST, state
from overrides.hooks.render.said import said, text_of

HOME = "index"


def previews(site: Site) -> list[dict[str, Any]]:
    """All of them, as assemble/previews/picture.py draws them."""
    return [preview for lang in LANGUAGES for preview in _of_language(site, lang)]


def _of_language(site: Site, lang: str) -> Iterator[dict[str, Any]]:
    home = site.place(HOME, lang)
    whose = {"name": site.consultancy.get("name", ""), "site": _heading(home), "lang": lang}
    title = {"tone": "accent", "above": "", "title": _heading(home), "below": said(home, "description")}
    yield {**whose, "notice": "", "outcome": "", **title, "site": ""}
    for id, notice in site.notices.items():
        place = site.place(f"{id}/index", lang)
        status = state(place)
        tone = {"tone": "ask" if status["state"] in PAST else "good", "above": status["status"]}
        title = {"title": said(place, "title"), "below": _heading(place)}
        yield {**whose, "notice": id, "outcome": "", **tone, **title}
        yield from ({**whose, **each} for each in _outcomes(place, notice))


def _outcomes(place: Place, notice: Loaded) -> Iterator[dict[str, Any]]:
    words = place.words("interface")["tones"]
    for code, document in place.site.library.outcomes_of(notice.id, place.lang).items():
        tone, title = str(document.meta["tone"]), run_macros.title(document, place)
        texts = {"above": words[tone], "title": title, "below": said(place, "title")}
        yield {"notice": notice.id, "outcome": code, "tone": tone, **texts}


def _heading(place: Place) -> str:
    """The first heading of a page."""
    lines = place.document.body.words.split("\n")
    return next((text_of(found.words) for line in lines if (found := heading(line))), "")
