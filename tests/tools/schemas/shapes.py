"""What schemas are made of: small pieces of JSON Schema, draft 7, which editors of TOML know."""

from collections.abc import Iterable, Mapping
from typing import Any

type Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
# TOML has days of its own; editors see them as texts.
DAY: Schema = {"type": "string", "format": "date"}
# A text in one or more TOML tables, however deep.
WORDS: Schema = {
    "anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"$ref": "#/definitions/words"}}]
}
NEVER: Schema = {"not": {}}


def one_of(words: Iterable[object]) -> Schema:
    """A word of a closed list."""
    return {"enum": list(words)}


def known(ids: Iterable[str]) -> Schema:
    """An id, of which these are offered: another may be in a file that was saved a moment ago."""
    return {"anyOf": [one_of(sorted(ids)), TEXT]}


def list_of(item: Schema, least: int = 0) -> Schema:
    """A list."""
    return {"type": "array", "items": item, "minItems": least}


def table(fields: Mapping[str, Schema], required: Iterable[str] = (), **more: object) -> Schema:
    """A table with these keys and no others."""
    return {
        "type": "object",
        "properties": dict(fields),
        "required": list(required),
        "additionalProperties": False,
        **more,
    }


def tables(entry: Schema) -> Schema:
    """Tables under ids that the writer chooses."""
    return {"type": "object", "additionalProperties": entry}


def texts(ids: Iterable[str], of: Mapping[str, str] | None = None) -> Schema:
    """A text for ids that there are, and no other; `of` is what an editor shows of each."""
    said = of or {}
    return table({id: {**TEXT, **({"description": said[id]} if id in said else {})} for id in ids})
