"""What may have come out since about a programme: a later end, another report, a word of PERKESO's own."""

from collections.abc import Iterator
from datetime import date, timedelta

from calculator.engine.law.reading.row import Row
from tests.tools.law_rows import where

# A programme that has ended as recently may have been put off or repeated
NEAR = timedelta(days=92)


def doubtful(id: str, row: Row, day: date) -> Iterator[tuple[str, str]]:
    """Where a programme has to be looked at on a day, and why."""
    last, disputed = row.day("last_day"), row.days("disputed_days")
    if last >= day - NEAR:
        yield where(row), f"{id}: {'ends' if last >= day else 'ended'} on {last}"
    if disputed:
        yield where(row), f"{id}: disputed: {', '.join(map(str, disputed))}"
    if len(row.sources()) == 1:
        yield where(row), f"{id}: its days rest on one report, {row.sources()[0]}"
    for offer in row.rows("offers", "of"):
        said = f"{id}, {offer.found['of']} of {offer.found['audience']}"
        if offer.found.get("reports") == "differ":
            yield where(offer), f"{said}: the reports differ"
        elif len(offer.sources()) == 1:
            yield where(offer), f"{said}: one report, {offer.sources()[0]}"
