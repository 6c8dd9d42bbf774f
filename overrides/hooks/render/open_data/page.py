"""The macro that lists the files of the open data, notice by notice."""

from collections.abc import Iterator

from markupsafe import Markup
from overrides.hooks.read.answers_given import needed
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.named import Needed
from overrides.hooks.read.rules import Law
from overrides.hooks.read.staged import DATA
from overrides.hooks.render import tables
from overrides.hooks.render.context import Place, Site
from overrides.hooks.render.open_data import stateless
from overrides.hooks.render.said import said
from overrides.hooks.render.templates import part

# Those of any notice (assemble/protocol.py).
SCHEMA = "schema"
SCHEMAS = ("request.json", "response.json", stateless.REQUEST, "rows-response.json")

type Files = dict[str, list[str]]

# By what they are, as docs/interface has the words under [data]; write.py makes these for every notice.
OF_LAW: Files = {
    "parameters": ["parameters.csv", "parameters.json"],
    "sources": ["sources.csv", "sources.json"],
}
OF_RULES: Files = {
    "states": ["states.csv", "states.json"],
    "words": ["words.json"],
    "request": ["request.schema.json"],
}


def open_data(place: Place) -> Markup:
    """A table of the files of each notice, then the list of all with their hashes."""
    words, up = place.words("interface")["data"], "../" * (1 + (place.lang != LANGUAGES[0]))
    without = stateless.folders(place.site)
    made = Markup("\n").join(
        tables.table(
            said(place.site.place(f"{id}/index", place.lang), "title"),
            [words["what"], words["files"]],
            [[words[what], each] for what, each in _linked(place.site, id, up)],
            "files",
        )
        for id in place.site.library.listed()
        if id in place.site.notices or id in without
    )
    every = part("lists.html", "files_line", f"{up}{DATA}/", ["index.json"], words["every"])
    schemas = part("lists.html", "files_line", f"{up}{SCHEMA}/", SCHEMAS, words["schemas"])
    return Markup("<div>\n{}\n{}\n{}\n</div>").format(made, every, schemas)


def _linked(site: Site, id: str, up: str) -> Iterator[tuple[str, Markup]]:
    """What the files of a folder are, and links to them."""
    for what, names in files_of(site, id).items():
        yield what, part("lists.html", "files", f"{up}{DATA}/{id}/", names)
    if id not in site.notices:  # requests of many rows have one schema, whatever page they come from
        yield "request", part("lists.html", "files", f"{up}{SCHEMA}/", [stateless.REQUEST])


def files_of(site: Site, id: str) -> Files:
    """The names of the files of a notice, or of a page without states, by what they are."""
    if notice := site.notices.get(id):
        wanted = needed(notice, site.given[id])
        return {**OF_LAW, **OF_RULES, **dict(_more(notice.law, wanted))}
    return {**OF_LAW, **dict(_more(site.place(f"{id}/index", LANGUAGES[0]).law, stateless.wanted(site, id)))}


def _more(law: Law, wanted: Needed) -> Iterator[tuple[str, list[str]]]:
    looked_up = [id for id in law.tables if id in wanted.figures]
    if looked_up:
        yield "tables", [*(f"{id}.csv" for id in looked_up), "tables.json"]
    if wanted.kinds:
        yield "kinds", [f"{kind}.json" for kind in sorted(wanted.kinds)]
