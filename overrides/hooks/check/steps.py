"""Checks docs/<notice>/steps.<lang>.toml: words for what the pages without a script cannot work out."""

from collections.abc import Iterator, Mapping
from math import prod
from pathlib import Path

from overrides.hooks.check import steps_file
from overrides.hooks.check.steps_file import part
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.tables import Table
from overrides.hooks.read.text import Problem, WordsError, hint
from overrides.hooks.read.tree import Ask, Leaf, Relative, Tree, kept_tree, tree_of
from overrides.hooks.read.tree.ends import ends
from overrides.hooks.render.context import Site
from overrides.hooks.render.run_macros import SLOT
from overrides.hooks.render.steps.replies import steps_of
from overrides.hooks.render.steps.texts import TABLE, days

CACHE = ".cache/trees"
# Below an answer of this kind stands what is to be read where no page goes on.
BEYOND = "beyond"
# What is wanted of a writer, by the part of the file in which it stands.
WANTED = {
    "facts": 'a range of replies is counted from "{id}"; '
    'say under [facts] what that day is called: {id} = "…"',
    "figures": 'the figure "{id}" is not the same for everyone who comes to its answer; '
    'say under [figures] what it follows from: {id} = "…"',
}


def trees(site: Site, root: Path) -> dict[str, Tree]:
    """The tree of each notice, within the days that its writer has named; raises WordsError and TreeError.

    The smallest is grown first: what is wrong with a new notice is said before the large ones take minutes.
    """
    _check_days(site)
    smallest = sorted(site.notices.items(), key=lambda each: prod(map(len, each[1].samples.values())))
    grown = {id: tree_of(notice, root / CACHE, *days(site, id)) for id, notice in smallest}
    return {id: grown[id] for id in site.notices}


def kept_trees(site: Site, root: Path) -> dict[str, Tree]:
    """The trees that need not be grown; raises WordsError."""
    _check_days(site)
    known = {id: kept_tree(notice, root / CACHE, *days(site, id)) for id, notice in site.notices.items()}
    return {id: tree for id, tree in known.items() if tree}


def _check_days(site: Site) -> None:
    tables = {id: site.library.tables.get(f"{id}/{TABLE}", {}) for id in site.notices}
    every = ((table, notice) for id, notice in site.notices.items() for table in tables[id].values())
    if wrong := [problem for table, notice in every for problem in steps_file.days(table, notice)]:
        raise WordsError(wrong)


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
        yield from steps_file.keys(table)
        yield from _wanted(table, wanted, known)
        yield from _replies(table, tree)
        yield from _slots(table, tree)
    yield from steps_file.same_days(tables)


def _facts(tree: Tree) -> set[str]:
    """Facts from which the ends of other questions' ranges are counted, or that figures follow."""
    every = (reply for state in tree.states if isinstance(state, Ask) for reply, _ in state.replies)
    counted = {end.fact for reply in every for end in ends(reply) if isinstance(end, Relative)}
    followed = {fact for leaf in _leaves(tree) for said in leaf.findings for _, fact, _ in said.follows}
    return counted | followed


def _leaves(tree: Tree) -> Iterator[Leaf]:
    return (state for state in tree.states if isinstance(state, Leaf))


def _wanted(table: Table, wanted: Mapping[str, set[str]], known: Mapping[str, set[str]]) -> Iterator[Problem]:
    for name, said in WANTED.items():
        if not isinstance(table.data.get(name, {}), Mapping):
            continue  # that it is no table is said already
        for id in sorted(wanted[name] - part(table, name).keys()):
            yield table.problem(said.format(id=id), name)
    for name in ("facts", "figures", "findings", "outcomes"):
        for id in part(table, name):
            if id not in known[name]:
                yield table.problem(f'nobody needs "{id}" here{hint(id, known[name])}', name, id)


def _replies(table: Table, tree: Tree) -> Iterator[Problem]:
    """Names for replies that there are."""
    known: dict[str, set[str]] = {}
    for state in tree.states:
        if isinstance(state, Ask):
            known.setdefault(state.question, set()).update(step.id for step in steps_of(tree, state))
    for question, named in part(table, "replies").items():
        if question not in known:
            yield table.problem(f'no page asks "{question}"{hint(question, known)}', "replies", question)
            continue
        for id in named if isinstance(named, Mapping) else ():
            if id not in known[question]:
                said = f'"{question}" has no reply "{id}"{hint(id, known[question])}'
                yield table.problem(said, "replies", question, id)


def _slots(table: Table, tree: Tree) -> Iterator[Problem]:
    """Slots of a text that every answer fills in which it stands for a figure."""
    for id, words in part(table, "figures").items():
        leaves = [leaf.fixed.keys() for leaf in _leaves(tree) if id in leaf.unnamed]
        known = set.intersection(*map(set, leaves)) if leaves else set()
        for slot in SLOT.findall(str(words)):
            if slot not in known:
                said = f'not every answer without a "{id}" has a figure "{slot}"{hint(slot, known)}'
                yield table.problem(said, "figures", id)
