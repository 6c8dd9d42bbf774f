"""Checks docs/<notice>/steps.<lang>.toml: words for what the pages without a script cannot work out."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.rules import InvalidFactError, Loaded, read
from overrides.hooks.read.tables import Table
from overrides.hooks.read.text import Problem, Text, WordsError, hint
from overrides.hooks.read.tree import Ask, Leaf, Relative, Tree, kept_tree, tree_of
from overrides.hooks.read.tree.ends import ends
from overrides.hooks.render.context import Site
from overrides.hooks.render.run_macros import SLOT
from overrides.hooks.render.steps.replies import steps_of
from overrides.hooks.render.steps.texts import TABLE, TABLES, days

CACHE = ".cache/trees"
DAYS = ("first", "last")
# Below an answer of this kind stands what is to be read where no page goes on.
BEYOND = "beyond"
# What is wanted of a writer, by the part of the file in which it stands.
WANTED = {
    "facts": 'a range of replies is counted from "{id}"; say what that day is called: {id} = "…"',
    "figures": 'the figure "{id}" is not the same for everyone who comes to its answer; '
    'say what it follows from: {id} = "…"',
}


def trees(site: Site, root: Path) -> dict[str, Tree]:
    """The tree of each notice, within the days that its writer has named; raises WordsError and TreeError."""
    _check_days(site)
    return {id: tree_of(notice, root / CACHE, *days(site, id)) for id, notice in site.notices.items()}


def kept_trees(site: Site, root: Path) -> dict[str, Tree]:
    """The trees that need not be grown; raises WordsError."""
    _check_days(site)
    known = {id: kept_tree(notice, root / CACHE, *days(site, id)) for id, notice in site.notices.items()}
    return {id: tree for id, tree in known.items() if tree}


def _check_days(site: Site) -> None:
    tables = {id: site.library.tables.get(f"{id}/{TABLE}", {}) for id in site.notices}
    every = ((table, notice) for id, notice in site.notices.items() for table in tables[id].values())
    if wrong := [problem for table, notice in every for problem in _days(table, notice)]:
        raise WordsError(wrong)


def _days(table: Table, of: Loaded) -> Iterator[Problem]:
    """The first and the last day that pages speak of: replies to the question that dates the answer."""
    (question,) = (each for each in of.questions if each.id == of.notice.day)
    for key in DAYS:
        if key in table.data:
            try:
                read(question, table.data[key])
            except InvalidFactError as error:
                said = f'"{table.data[key]}" is no reply to {question.id} ({error.code})'
                yield table.problem(f"{said}; write it as a program does: 2026-11-25, 2026-11", key)


def steps(site: Site, tree: Tree) -> Iterator[Problem]:
    """What the file of a notice lacks, and what nobody reads in it."""
    wanted: dict[str, set[str]] = {
        "facts": _facts(tree),
        "figures": {id for leaf in _leaves(tree) for id in leaf.unnamed},
    }
    known: dict[str, set[str]] = {
        **wanted,
        "facts": {question.id for question in tree.loaded.questions},
        "findings": {said.code for leaf in _leaves(tree) for said in leaf.findings if said.varying},
        "outcomes": {*tree.loaded.outcomes, BEYOND},
    }
    tables = site.library.tables.get(f"{tree.notice}/{TABLE}", {})
    for lang in LANGUAGES:
        table = tables.get(lang) or Table(f"docs/{tree.notice}/{TABLE}.{lang}.toml", lang, {}, "")
        yield from _keys(table)
        yield from _wanted(table, wanted, known)
        yield from _replies(table, tree)
        yield from _slots(table, tree)
    yield from _same_days(tables)


def _facts(tree: Tree) -> set[str]:
    """Facts from which the ends of other questions' ranges are counted, or that figures follow."""
    every = (reply for state in tree.states if isinstance(state, Ask) for reply, _ in state.replies)
    counted = {end.fact for reply in every for end in ends(reply) if isinstance(end, Relative)}
    followed = {fact for leaf in _leaves(tree) for said in leaf.findings for _, fact, _ in said.follows}
    return counted | followed


def _leaves(tree: Tree) -> Iterator[Leaf]:
    return (state for state in tree.states if isinstance(state, Leaf))


def _keys(table: Table) -> Iterator[Problem]:
    every = (*DAYS, *TABLES)
    for key, value in table.data.items():
        if key not in every:
            yield table.problem(f'unknown key "{key}"{hint(key, every)}', key)
        elif (key in TABLES) is not isinstance(value, Mapping):
            yield table.problem(
                f'"{key}" is {"a table: write [" + key + "]" if key in TABLES else "a day"}', key
            )


def _wanted(table: Table, wanted: Mapping[str, set[str]], known: Mapping[str, set[str]]) -> Iterator[Problem]:
    for part, said in WANTED.items():
        for id in sorted(wanted[part] - _part(table, part).keys()):
            yield table.problem(said.format(id=id), part)
    for part in ("facts", "figures", "findings", "outcomes"):
        for id in _part(table, part):
            if id not in known[part]:
                yield table.problem(f'nobody needs "{id}" here{hint(id, known[part])}', part, id)


def _replies(table: Table, tree: Tree) -> Iterator[Problem]:
    """Names for replies that there are."""
    known: dict[str, set[str]] = {}
    for state in tree.states:
        if isinstance(state, Ask):
            known.setdefault(state.question, set()).update(step.id for step in steps_of(tree, state))
    for question, named in _part(table, "replies").items():
        if question not in known:
            yield table.problem(f'no page asks "{question}"{hint(question, known)}', "replies", question)
            continue
        for id in named if isinstance(named, Mapping) else ():
            if id not in known[question]:
                said = f'"{question}" has no reply "{id}"{hint(id, known[question])}'
                yield table.problem(said, "replies", question, id)


def _slots(table: Table, tree: Tree) -> Iterator[Problem]:
    """Slots of a text that every answer fills in which it stands for a figure."""
    for id, words in _part(table, "figures").items():
        leaves = [leaf.fixed.keys() for leaf in _leaves(tree) if id in leaf.unnamed]
        known = set.intersection(*map(set, leaves)) if leaves else set()
        for slot in SLOT.findall(str(words)):
            if slot not in known:
                said = f'not every answer without a "{id}" has a figure "{slot}"{hint(slot, known)}'
                yield table.problem(said, "figures", id)


def _same_days(tables: Mapping[str, Table]) -> Iterator[Problem]:
    if not tables:
        return
    one, other = (tables[lang] for lang in LANGUAGES)
    for key in DAYS:
        if one.data.get(key) != other.data.get(key):
            where = Text("", other.path, other.line(key))
            yield where.problem(f'"{key}" is not the same as in {one.path}')


def _part(table: Table, part: str) -> Mapping[str, object]:
    found = table.data.get(part, {})
    return found if isinstance(found, Mapping) else {}
