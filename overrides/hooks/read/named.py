"""What code and texts name by its id: figures, sources, and files of kinds that one body of law alone has."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from overrides.hooks.read.own_kinds import own_kinds
from overrides.hooks.read.own_kinds import sources as sources_of
from overrides.hooks.read.rules import Law

WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Needed:
    """What readers of a page can be told on any day.

    The ids of sources, of parameters and tables, and the `kinds` of files that its body of law alone has.
    """

    sources: frozenset[str]
    figures: frozenset[str]
    kinds: frozenset[str]


def of_law(law: Law, named: AbstractSet[str]) -> Needed:
    """What of a law these words name; of each figure the sources of every day count."""
    figures = {id for id in (*law.parameters, *law.tables) if id in named}
    sources = {id for id in law.sources if id in named}
    for id in figures:
        sources.update(_sources(law, id))
    kinds = {kind: entries for kind, entries in own_kinds(law).items() if named & {kind, kind.upper()}}
    for entries in kinds.values():
        for entry in entries.values():
            sources.update(sources_of(entry))
    return Needed(frozenset(sources), frozenset(figures), frozenset(kinds))


def words_in(folder: Path) -> Iterable[str]:
    """Every word in the code of a folder, ids among them."""
    return {word for path in folder.rglob("*.py") for word in WORD.findall(path.read_text(encoding="utf-8"))}


def _sources(law: Law, id: str) -> Iterator[str]:
    if id in law.parameters:
        for entry in law.parameters[id].entries:
            yield from entry.sources
    if id in law.tables:
        for edition in law.tables[id].in_force():
            for band in edition.bands:
                yield from band.sources
