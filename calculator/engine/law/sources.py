"""The documents a figure or a statement rests on."""

from dataclasses import dataclass
from datetime import date

from calculator.engine.law.dated import Confidence

KINDS = ("statute", "bill", "gazette", "official", "press", "adviser", "vendor", "teaching", "notice")


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
