"""Checks what the law's ids are called: every source, figure, programme, note, and nothing else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from overrides.hooks.check.answers import keys
from overrides.hooks.read.library import OWN_TABLES, Library
from overrides.hooks.read.own_kinds import notes, own_kinds
from overrides.hooks.read.rules import Law, Loaded
from overrides.hooks.read.tables import Table
from overrides.hooks.read.text import Problem, hint

# Files of which each key is checked here, so that comparing the twins would say everything twice.
ALL_KEYS_CHECKED = frozenset({"sources", "parameters", "programmes"})

type Ids = Mapping[tuple[str, tuple[str, ...], str], set[str]]


def names(library: Library, shared: Iterable[Law], notices: Sequence[Loaded]) -> Iterator[Problem]:
    """The names that the shared files lack or have for nothing, then those in the notices' own folders."""
    bodies = [*shared]
    every, of_bodies = _ids(library, [*bodies, *(each.law for each in notices)]), _ids(library, bodies)
    own = {each.id: _ids(library, [each.law]) for each in notices if _has_own(library, each.id)}
    for lang in library.tables["sources"]:
        for place, ids in every.items():
            name, under, kind = place
            table = library.tables[name][lang]
            elsewhere = {id for notice in own for id in _named(library, notice, name, under, lang)}
            # what the law of one notice alone has, its own folder names
            elsewhere |= {
                id for notice in own for id in own[notice].get(place, set()) - of_bodies.get(place, set())
            }
            here = _of(table.data, under)
            yield from keys(table, under, sorted(ids - (elsewhere - here.keys())), kind)
        for notice, ids_of in own.items():
            yield from _own(library, notice, ids_of, lang)
            yield from _lacking(library, notice, ids_of, of_bodies, lang)
        yield from _sections(library, every, lang)


def _lacking(library: Library, notice: str, ids: Ids, of_bodies: Ids, lang: str) -> Iterator[Problem]:
    """Names that a notice's own folder lacks: those of what its own law has and that of no body."""
    for (name, under, kind), wanted in ids.items():
        path = f"{notice}/{name}"
        empty = Table(f"docs/{path}.{lang}.toml", lang, {}, "")
        table = library.tables[path][lang] if path in library.tables else empty
        known = {*of_bodies.get((name, under, kind), ()), *_of(library.tables[name][lang].data, under)}
        for id in sorted(wanted - known - _of(table.data, under).keys()):
            yield table.problem(f'no text for the {kind} "{id}"', *under)


def _sections(library: Library, ids: Ids, lang: str) -> Iterator[Problem]:
    """Short names, which a source may have or not, each of a source that there is."""
    wanted = next(found for (name, _, _), found in ids.items() if name == "sources")
    for name, twins in library.tables.items():
        if name.rpartition("/")[2] == "sections":
            for key in sorted(twins[lang].data.keys() - wanted):
                yield twins[lang].problem(f'there is no source "{key}"{hint(key, wanted)}', key)


def _ids(library: Library, laws: Sequence[Law]) -> Ids:
    """Every id that needs a name, by file, part of it, and what it is the name of."""
    tables = [table for law in laws for table in law.tables.values()]
    figures = {id for law in laws for id in (*law.parameters, *law.tables)}
    bands = [band for table in tables for edition in table.in_force() for band in edition.bands]
    return {
        ("sources", (), "source"): {id for law in laws for id in law.sources},
        ("parameters", (), "parameter or table"): figures,
        **_own_kinds(library, laws),
        ("labels", ("bands", "amounts"), "column"): {column for band in bands for column in band.amounts},
        ("labels", ("bands", "known"), "way of knowing a row"): {band.known for band in bands},
        ("labels", ("notes",), "note"): _notes(laws),
    }


def _own_kinds(library: Library, laws: Sequence[Law]) -> Ids:
    """The entries of kinds that one body alone has, where readers see their names, as in docs/programmes."""
    ids: dict[tuple[str, tuple[str, ...], str], set[str]] = {}
    for kind, entries in ((kind, entries) for law in laws for kind, entries in own_kinds(law).items()):
        if kind in library.tables:
            ids.setdefault((kind, (), f"entry of {kind}"), set()).update(entries)
    return ids


def _notes(laws: Sequence[Law]) -> set[str]:
    """What rows, and entries of kinds that readers see, say is special about them."""
    rows = (entry for law in laws for dated in law.parameters.values() for entry in dated.entries)
    found = (entry for law in laws for entries in own_kinds(law).values() for entry in entries.values())
    return {note for each in (*rows, *found) for note in notes(each)}


def _has_own(library: Library, notice: str) -> bool:
    return any(f"{notice}/{name}" in library.tables for name in OWN_TABLES)


def _named(library: Library, notice: str, name: str, under: tuple[str, ...], lang: str) -> set[str]:
    """What a notice's own folder names."""
    own = library.tables.get(f"{notice}/{name}")
    return set(_of(own[lang].data, under)) if own else set()


def _of(data: Mapping[str, object], under: tuple[str, ...]) -> Mapping[str, object]:
    for key in under:
        found = data.get(key, {})
        data = found if isinstance(found, Mapping) else {}
    return data


def _own(library: Library, notice: str, ids: Ids, lang: str) -> Iterator[Problem]:
    """Names in a notice's own folder that its law does not need, or that the shared files have already."""
    for (name, under, kind), wanted in ids.items():
        shared = library.tables[name][lang]
        for key in sorted(_named(library, notice, name, under, lang)):
            table = library.tables[f"{notice}/{name}"][lang]
            if key not in wanted:
                yield table.problem(f'there is no {kind} "{key}"{hint(key, wanted)}', *under, key)
            elif key in _of(shared.data, under):
                said = f'the {kind} "{key}" has its text in {shared.path} already; leave one of them out'
                yield table.problem(said, *under, key)
