"""What a picture shows, as data: its words from docs/<notice>/picture.<lang>.toml, all else from the law.

`overrides/calculator/picture/` draws it: in the notice when the site is built, in an answer with the reader's
days.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup
from overrides.hooks.read.rules import Loaded
from overrides.hooks.render.context import MacroError, Place, known
from overrides.hooks.render.pictures import amounts, periods
from overrides.hooks.render.pictures.amounts import levels, steps
from overrides.hooks.render.pictures.periods import timeline
from overrides.hooks.render.templates import html

WORDS = "picture"
ALL_PROGRAMMES = "programmes"


def picture(place: Place, of: str) -> Markup:
    """The picture of the programmes, of a contribution table, or of a parameter through the years."""
    text = json.dumps(data(place, of), ensure_ascii=False, separators=(",", ":"))
    # `<` could end the element
    safe = Markup(text.replace("<", "\\u003c"))  # noqa: S704 - JSON of our own
    return html("calculator/picture/picture.html", picture=safe)


def data(place: Place, of: str) -> dict[str, object]:
    """What `draw.js` is given; raises MacroError where the law or the words lack it."""
    if place.notice is None:
        raise MacroError("picture() belongs to a page whose front matter names its notice")
    known(
        "table or parameter to draw",
        of,
        dict.fromkeys((ALL_PROGRAMMES, *place.law.tables, *place.law.parameters)),
    )
    if of == ALL_PROGRAMMES:
        return timeline(place, place.notice, _words(place, place.notice, of, periods.TEXTS))
    if of in place.law.tables:
        table = place.law.tables[of]
        return steps(place, place.notice, _words(place, place.notice, of, amounts.BY_WAGES), table)
    words = _words(place, place.notice, of, amounts.THROUGH_YEARS)
    return levels(place, place.notice, words, place.law.parameters[of])


def _words(place: Place, notice: Loaded, of: str, wanted: Iterable[str]) -> Mapping[str, Any]:
    """What the writers say in one picture: every text that it needs and no other."""
    path = f"docs/{notice.id}/{WORDS}.{place.lang}.toml"
    if f"{notice.id}/{WORDS}" not in place.site.library.tables:
        raise MacroError(f"a picture has words of its own; write {path}")
    found: Mapping[str, Any] = known(f"picture in {path} for", of, place.words(f"{notice.id}/{WORDS}"))
    if missing := [key for key in wanted if key not in found]:
        raise MacroError(f'no "{missing[0]}" under [{of}] in {path}')
    for key in found:
        known(f"text of [{of}] in {path} called", key, dict.fromkeys(wanted))
    return found
