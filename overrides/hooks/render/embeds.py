"""What there is to copy for pages of others: for each notice and language a link, and what frames it."""

import base64
import hashlib
from pathlib import Path

from markupsafe import Markup
from overrides.hooks.read.files import LANGUAGES, TAGS
from overrides.hooks.read.staged import FRAMED
from overrides.hooks.render.context import Place
from overrides.hooks.render.said import said
from overrides.hooks.render.templates import part

LOADER = Path(__file__).parents[2] / "assets" / "embed" / "v1.js"
# Stands for the address of the site where the build does not know it.
SOMEWHERE = "https://…/"


def embeds(place: Place) -> Markup:
    """How an embedded calculator looks, and the lines for every notice in every language."""
    up = "../" * (1 + (place.lang != LANGUAGES[0]))
    notices = place.site.library.newest_first()
    snippets = [
        (notice, _title(place, notice, place.lang), [_snippet(place, notice, lang) for lang in LANGUAGES])
        for notice in notices
    ]
    example = _snippet(place, notices[0], place.lang)
    words = place.words("interface")["embed"]
    return part("embeds.html", "embeds", example, snippets, words, up, SOMEWHERE, integrity(), LOADER.name)


def integrity() -> str:
    """The hash of the loader as a snippet has it."""
    return "sha384-" + base64.b64encode(hashlib.sha384(LOADER.read_bytes()).digest()).decode()


def _title(place: Place, notice: str, lang: str) -> str:
    return said(place.site.place(f"{notice}/index", lang), "title")


def _snippet(place: Place, notice: str, lang: str) -> dict[str, str]:
    """Addresses from the root of the site, and the words of the link, which become the name of the frame."""
    folder = "" if lang == LANGUAGES[0] else f"{lang}/"
    words = place.site.library.words("interface", lang)["embed"]
    return {
        "frame": f"{folder}{FRAMED}/{notice}/",
        "notice": f"{folder}{notice}/",
        "text": words["title"].format(title=_title(place, notice, lang)),
        "tag": TAGS[lang],
        "lang": lang,
    }
