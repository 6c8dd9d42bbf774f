"""The documents a figure or a statement rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from calculator.engine.dated import Confidence
from calculator.engine.law_file import LawFile, as_table, nearest

KINDS = ("statute", "bill", "gazette", "official", "press", "adviser", "vendor", "teaching", "notice")
KEYS = ("document", "place", "publisher", "date", "url", "kind", "confidence")


@dataclass(frozen=True, slots=True)
class Source:
    """A document: its own title, where in it to look, who issued it, when, and where to read it.

    `confidence` says what was seen: P the primary text, S a report of it, U neither.
    """

    id: str
    document: str
    place: str | None
    publisher: str
    date: date | None
    url: str
    kind: str
    confidence: Confidence


def read_sources(file: LawFile) -> dict[str, Source]:
    """Read sources.toml: one table for each document, named by its id in kebab-case."""
    return {id: _source(file, id, file.line(id), found) for id, found in file.toml().items()}


def _source(file: LawFile, id: str, line: int, value: object) -> Source:
    found = as_table(value)
    file.keys(found, KEYS, line)
    for key in ("document", "publisher", "url"):
        if not found.get(key):
            file.problem(line, f'no {key}; add {key} = "…"')
    url = str(found.get("url"))
    if found.get("url") and not url.startswith("https://"):
        file.problem(line, f'url "{url}" is not an https address; write https://…')
    return Source(
        id=id,
        document=str(found.get("document")),
        place=str(found["place"]) if "place" in found else None,
        publisher=str(found.get("publisher")),
        date=file.day(found, "date", line) if "date" in found else None,
        url=url,
        kind=file.choice(found, "kind", KINDS, line),
        confidence=file.confidence(found, line),
    )


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a file names its sources, kept until all sources of all folders are read."""

    file: LawFile
    line: int
    sources: tuple[str, ...]
    confidence: Confidence


def check_citations(citations: Iterable[Citation], known: Mapping[str, Source]) -> None:
    """Refuse a source that no sources.toml has, and a P that no primary text supports."""
    for citation in citations:
        unknown = [id for id in citation.sources if id not in known]
        for id in unknown:
            hint = nearest(id, known) or "; add it to sources.toml"
            citation.file.problem(citation.line, f'no source "{id}"{hint}')
        marks = {known[id].confidence for id in citation.sources if id in known}
        if citation.confidence == "P" and marks and "P" not in marks:
            citation.file.problem(
                citation.line, "marked P, but no source of it is; cite a primary text or write S"
            )
