"""The macro that lists the files of the open data, notice by notice."""

from collections.abc import Iterator

from markupsafe import Markup
from overrides.hooks.read.answers_given import needed
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.rules import Loaded
from overrides.hooks.read.staged import DATA
from overrides.hooks.render import tables
from overrides.hooks.render.context import Place
from overrides.hooks.render.said import said
from overrides.hooks.render.templates import part

# Those of any notice (assemble/protocol.py).
SCHEMAS = ("request.json", "response.json", "rows-request.json", "rows-response.json")

type Files = dict[str, list[str]]

# By what they are, as docs/interface has the words under [data]; write.py makes these for every notice.
OF_EACH: Files = {
    "parameters": ["parameters.csv", "parameters.json"],
    "sources": ["sources.csv", "sources.json"],
    "states": ["states.csv", "states.json"],
    "words": ["words.json"],
    "request": ["request.schema.json"],
}


def open_data(place: Place) -> Markup:
    """A table of the files of each notice, then the list of all with their hashes."""
    words, up = place.words("interface")["data"], "../" * (1 + (place.lang != LANGUAGES[0]))
    made = Markup("\n").join(
        tables.table(
            said(place.site.place(f"{id}/index", place.lang), "title"),
            [words["what"], words["files"]],
            [
                [words[what], part("lists.html", "files", f"{up}{DATA}/{id}/", names)]
                for what, names in files_of(place, place.site.notices[id]).items()
            ],
            "files",
        )
        for id in place.site.library.newest_first()
    )
    every = part("lists.html", "files_line", f"{up}{DATA}/", ["index.json"], words["every"])
    schemas = part("lists.html", "files_line", f"{up}schema/", SCHEMAS, words["schemas"])
    return Markup("<div>\n{}\n{}\n{}\n</div>").format(made, every, schemas)


def files_of(place: Place, notice: Loaded) -> Files:
    """The names of a notice's files, by what they are."""
    wanted = needed(notice, place.site.given[notice.id])
    return {**OF_EACH, **dict(_more(notice, wanted.figures, wanted.kinds))}


def _more(notice: Loaded, figures: frozenset[str], kinds: frozenset[str]) -> Iterator[tuple[str, list[str]]]:
    looked_up = [id for id in notice.law.tables if id in figures]
    if looked_up:
        yield "tables", [*(f"{id}.csv" for id in looked_up), "tables.json"]
    if kinds:
        yield "kinds", [f"{kind}.json" for kind in sorted(kinds)]
