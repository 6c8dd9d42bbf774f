"""The dated figures that a notice's rules read, each with its day, its sources and how far they go."""

from collections.abc import Iterable, Iterator
from typing import Any

from overrides.hooks.read.rules import Dated, Gap, Value, figures
from overrides.hooks.render.open_data.names import Names


def listed(parameters: Iterable[Dated[Value]], names: Names) -> list[dict[str, Any]]:
    """For JSON: each parameter once, with its values, the oldest first."""
    return [
        {
            "id": dated.id,
            "names": names.of("parameters", dated.id),
            "values": [_value(entry, names) for entry in dated.entries],
        }
        for dated in parameters
    ]


def _value(entry: Value | Gap, names: Names) -> dict[str, Any]:
    return {
        "from": entry.since.isoformat(),
        **({"state": entry.why} if isinstance(entry, Gap) else _in_force(entry)),
        "sources": list(entry.sources),
        "confidence": entry.confidence,
        **({"note": entry.note, "notes": names.label("notes", entry.note)} if entry.note else {}),
    }


def _in_force(value: Value) -> dict[str, Any]:
    return {
        "state": "in_force",
        "value": figures.value(value.amount),
        "unit": value.unit,
        **({"bound": value.bound} if value.bound else {}),
        "texts": {lang: figures.text(value, lang) for lang in figures.LANGUAGES},
    }


def rows(listed: Iterable[dict[str, Any]]) -> Iterator[dict[str, str]]:
    """For a spreadsheet: a row for each value of each parameter."""
    for parameter in listed:
        for value in parameter["values"]:
            yield {
                "id": parameter["id"],
                **Names.columns("name", parameter["names"]),
                **{key: value.get(key, "") for key in ("from", "state", "value", "unit", "bound")},
                **Names.columns("text", value.get("texts", {})),
                "sources": " ".join(value["sources"]),
                "confidence": value["confidence"],
                "note": value.get("note", ""),
                **Names.columns("note", value.get("notes", {})),
            }
