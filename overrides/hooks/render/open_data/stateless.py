"""Pages whose calculator puts rows to the rules of a notice: they have figures of their own, and no states.

What a row owes is decided by that notice, so its tables, states and words stand with it.
"""

from overrides.hooks.read.calls import Call, run
from overrides.hooks.read.files import LANGUAGES, Document
from overrides.hooks.read.named import Needed, of_law, words_in
from overrides.hooks.read.rules import CALCULATOR, CONTRIBUTIONS
from overrides.hooks.render.context import Site

# The notice whose rules answer the rows, and the schema of a request of many.
RULES = CONTRIBUTIONS
REQUEST = "rows-request.json"


def folders(site: Site) -> list[str]:
    """The folders of these pages, the newest first: those that stand among the notices and have only code."""
    return [
        id for id in site.library.listed() if id not in site.notices and any((CALCULATOR / id).glob("*.py"))
    ]


def wanted(site: Site, id: str) -> Needed:
    """What their code looks up, and what their text quotes; twins quote the same."""
    place = site.place(f"{id}/index", LANGUAGES[0])
    named = {*words_in(CALCULATOR / id), *_quoted(place.document)}
    return of_law(place.law, named.difference(place.law.tables))


def _quoted(document: Document) -> set[str]:
    """The ids that macros of a page are given."""
    found = set[str]()

    def given(call: Call) -> str:
        found.update(map(str, call.args))
        return ""

    run(document.body.words, given)
    return found
