"""What a notice, or another page of their list, tells search engines, in the names of schema.org.

Each is an article about Acts.

From which day an Act holds is said only where the law's own text was seen and no report differs.
"""

from typing import Any

from overrides.hooks.read.files import LANGUAGES, TAGS
from overrides.hooks.render.context import Place, Site
from overrides.hooks.render.life import life
from overrides.hooks.render.said import said

# The key of the front matter: Acts by the ids under which the glossary has their short and their full names,
# such as `act4` and `act4_name`. The parameter `act4_in_force`, where the law has one, says since when.
ACTS, NAME, IN_FORCE = "acts", "_name", "_in_force"
COUNTRY = "MY"
SURE = "P"

type Data = dict[str, Any]


def structured(site: Site) -> dict[str, dict[str, Data]]:
    """What is told of every one, by page and language; addresses come when the site is finished."""
    names = (f"{id}/index" for id in site.library.listed())
    return {name: {lang: article(site.place(name, lang)) for lang in LANGUAGES} for name in names}


def article(place: Place) -> Data:
    """What is told of the notice of this page."""
    document, consultancy = place.document, place.site.consultancy
    dates = life(place)
    covered = f"{dates.begins or '..'}/{dates.ends or '..'}" if dates.begins or dates.ends else ""
    by = {"@type": "Organization", "name": consultancy.get("name"), "url": consultancy.get("website")}
    return _without_nothing(
        {
            "@context": "https://schema.org",
            "@type": "Article",
            "headline": said(place, "title"),
            "description": said(place, "description"),
            "inLanguage": TAGS[place.lang],
            "datePublished": str(document.day("published") or ""),
            "dateModified": str(document.day("updated") or ""),
            "temporalCoverage": covered,
            "author": _without_nothing(by) if consultancy.get("name") else None,
            "about": [_legislation(place, act) for act in document.meta.get(ACTS, ())],
        }
    )


def _legislation(place: Place, act: str) -> Data:
    terms = place.site.library.terms(place.home.id if place.home else "")
    return _without_nothing(
        {
            "@type": "Legislation",
            "name": terms[f"{act}{NAME}"][place.lang],
            "legislationIdentifier": terms[act][place.lang],
            "legislationJurisdiction": COUNTRY,
            "temporalCoverage": _since(place, act),
        }
    )


def _since(place: Place, act: str) -> str:
    """From which day the Act holds, for good, "" where that is not sure."""
    dated = place.law.parameters.get(f"{act}{IN_FORCE}")
    first = dated.entries[0] if dated else None
    sure = first and getattr(first, "confidence", "") == SURE and not getattr(first, "note", None)
    return f"{first.since}/.." if first and sure else ""


def _without_nothing(data: Data) -> Data:
    return {key: value for key, value in data.items() if value}
