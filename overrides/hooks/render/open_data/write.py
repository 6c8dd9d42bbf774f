"""Writes the open data of every notice, with a list of all files."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from overrides.hooks.read.answers_given import needed
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.named import Needed
from overrides.hooks.read.own_kinds import own_kinds
from overrides.hooks.read.rules import Loaded, version
from overrides.hooks.read.staged import DATA
from overrides.hooks.read.tree import Tree, tree_of
from overrides.hooks.render.context import Site
from overrides.hooks.render.open_data import parameters, request, sources, stateless, states, tables, words
from overrides.hooks.render.open_data.formats import as_csv, as_json, plain
from overrides.hooks.render.open_data.names import Names
from overrides.hooks.render.said import said as said_of
from overrides.hooks.render.steps.places import Map
from overrides.hooks.render.steps.texts import Texts, days

LIST = "index.json"
LICENCE = "MIT"
CACHE = ".cache/whole-trees"
MOST_STATES = 5000

type Files = dict[str, str]


def write(site: Site, trees: Mapping[str, Tree], root: Path, into: Path) -> None:
    """Put the files under `into`/data; `trees` are those of the pages without a script."""
    folder = into / DATA
    listed = []
    for id, notice in site.notices.items():
        tree, paged = trees[id], days(site, id) == (None, None)
        # pages speak of some months only, where all would be too many for pages
        whole = tree if paged else tree_of(notice, root / CACHE, most=MOST_STATES)
        about = _about(id, notice)
        listed.append(_write(files(site, notice, whole, about, paged=paged), folder, site, about))
    for id in stateless.folders(site):
        about = _about(id, site.notices[stateless.RULES])
        listed.append(_write(_of_law(site, id, stateless.wanted(site, id), about), folder, site, about))
    (folder / LIST).write_text(as_json({"licence": LICENCE, "notices": listed}), encoding="utf-8")


def _write(texts: Files, folder: Path, site: Site, about: Mapping[str, str]) -> dict[str, Any]:
    """The files of one notice; what the list of all says of them."""
    id = about["notice"]
    (folder / id).mkdir(parents=True, exist_ok=True)
    listed = []
    for name, text in texts.items():
        content = text.encode()
        (folder / id / name).write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        listed.append({"path": f"{id}/{name}", "bytes": len(content), "sha256": digest})
    titles = {lang: said_of(site.place(f"{id}/index", lang), "title") for lang in LANGUAGES}
    versions = {key: about[key] for key in ("law_as_at", "version")}
    return {"id": id, "titles": titles, **versions, "files": listed}


def _about(id: str, rules: Loaded) -> dict[str, str]:
    """What each file says of itself; the version is that of the notice whose rules answer."""
    versions = {"law_as_at": rules.law.as_at.isoformat(), "version": version(rules.id)}
    return {"notice": id, **versions, "licence": LICENCE}


def files(site: Site, notice: Loaded, tree: Tree, about: Mapping[str, str], *, paged: bool) -> Files:
    """The texts of a notice's files by their names; `paged` says that every state of the tree has a page."""
    names = _names(site, notice.id)
    said = words.listed(notice, names)
    return {
        "request.schema.json": as_json(request.schema(notice, names, about["version"])),
        "words.json": as_json({**about, **said}),
        **_of_law(site, notice.id, needed(notice, site.given[notice.id]), about),
        **_states(site, tree, said["outcomes"], about, paged=paged),
    }


def _of_law(site: Site, id: str, wanted: Needed, about: Mapping[str, str]) -> Files:
    """What is wanted of the law for the page of a folder."""
    names, law = _names(site, id), site.place(f"{id}/index", LANGUAGES[0]).law
    figures = parameters.listed((law.parameters[id] for id in law.parameters if id in wanted.figures), names)
    rows = tables.listed((law.tables[id] for id in law.tables if id in wanted.figures), names)
    cited = sources.listed((law.sources[id] for id in law.sources if id in wanted.sources), names)
    made = {
        **_both("parameters", figures, list(parameters.rows(figures)), about),
        **_both("sources", cited, list(sources.rows(cited)), about),
    }
    if rows:
        made["tables.json"] = as_json({**about, "tables": rows})
        made |= {f"{table['id']}.csv": as_csv(list(tables.rows(table))) for table in rows}
    for kind, entries in own_kinds(law).items():
        if kind in wanted.kinds:
            made[f"{kind}.json"] = as_json({**about, kind: [plain(each) for each in entries.values()]})
    return made


def _names(site: Site, id: str) -> Names:
    return Names({lang: site.place(f"{id}/index", lang) for lang in LANGUAGES})


def _states(
    site: Site,
    tree: Tree,
    outcomes: Mapping[str, Mapping[str, str]],
    about: Mapping[str, str],
    *,
    paged: bool,
) -> Files:
    listed = states.listed(Map(tree), {lang: Texts(site, tree, lang) for lang in LANGUAGES}, paged=paged)
    more = {**about, "speaks_of": states.about(tree)}
    return _both("states", listed, list(states.rows(listed, outcomes)), more)


def _both(
    name: str,
    listed: Sequence[Mapping[str, Any]],
    rows: Sequence[Mapping[str, str]],
    about: Mapping[str, Any],
) -> Files:
    return {f"{name}.csv": as_csv(rows), f"{name}.json": as_json({**about, name: listed})}
