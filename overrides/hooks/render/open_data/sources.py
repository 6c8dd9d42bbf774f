"""The documents that the figures and answers of a notice rest on."""

from collections.abc import Iterable, Iterator
from typing import Any

from overrides.hooks.read.rules import Source
from overrides.hooks.render.open_data.names import Names


def listed(sources: Iterable[Source], names: Names) -> list[dict[str, Any]]:
    """For JSON: each source, and how far it goes."""
    return [
        {
            "id": source.id,
            "names": names.of("sources", source.id),
            "document": source.document,
            "place": source.place,
            "publisher": source.publisher,
            "date": source.date.isoformat() if source.date else None,
            "url": source.url,
            "kind": source.kind,
            "confidence": source.confidence,
            "seen": names.label("sources", "confidence", source.confidence),
        }
        for source in sources
    ]


def rows(listed: Iterable[dict[str, Any]]) -> Iterator[dict[str, str]]:
    """For a spreadsheet: a row for each source."""
    for source in listed:
        yield {
            "id": source["id"],
            **Names.columns("name", source["names"]),
            **{key: source[key] or "" for key in ("document", "place", "publisher", "date", "url", "kind")},
            "confidence": source["confidence"],
            **Names.columns("seen", source["seen"]),
        }
