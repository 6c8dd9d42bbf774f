"""What the front matter of a page says, as plain text."""

import re
from functools import partial
from html import unescape

from overrides.hooks.read.calls import Call, Macros, run
from overrides.hooks.render import inline_macros
from overrides.hooks.render.context import MacroError, Place

TAG = re.compile(r"<[^>]+>")


def text_of(html: str) -> str:
    """The words alone."""
    return unescape(TAG.sub("", html))


def macros(place: Place) -> Macros:
    """The macros that a line of front matter may have: those of a sentence."""
    return {name: partial(macro, place) for name, macro in inline_macros.ALL.items()}


def given(call: Call, bound: Macros) -> str:
    """What a macro gives, "" where it fails: what is wrong is said where the macros are checked."""
    try:
        return call.run(bound)
    except (MacroError, LookupError, TypeError):
        return ""


def said(place: Place, key: str) -> str:
    """A text of the page's front matter with its macros run, "" where it is not there."""
    bound = macros(place)
    return text_of(run(str(place.document.meta.get(key, "")), lambda call: given(call, bound)))
