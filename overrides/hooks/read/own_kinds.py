"""What a body of law has in kinds of files of its own, such as programmes: its entries, sources and notes."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from overrides.hooks.read.rules import Law


def own_kinds(law: Law) -> Mapping[str, Mapping[str, Any]]:
    """The entries by id of each kind of file that this body of law alone has, by the name of the file."""
    return {kind.file.partition(".")[0]: entries for kind, entries in law.more.items()}


def sources(entry: object) -> Iterator[str]:
    """The source ids of an entry and of everything in it."""
    for part in _parts(entry):
        yield from getattr(part, "sources", ())


def notes(entry: object) -> Iterator[str]:
    """The codes of what is special about an entry or anything in it."""
    for part in _parts(entry):
        if note := getattr(part, "note", None):
            yield note


def _parts(entry: object) -> Iterator[object]:
    """An entry, and every dataclass in it, however deep."""
    if isinstance(entry, tuple):
        for each in entry:
            yield from _parts(each)
    elif is_dataclass(entry):
        yield entry
        for field in fields(entry):
            yield from _parts(getattr(entry, field.name))
