"""Which answers of a notice are shown: few, but every outcome with every finding that it can have."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from calculator import answer
from tests.paths import Path, codes, kinds

type Pairs = set[tuple[str, str]]


def cover(paths: Iterable[Path]) -> list[Path]:
    """As few paths as will do for every finding to stand under every outcome that it can come with."""
    left = {number: (path, _pairs(path)) for number, path in enumerate(paths)}
    chosen, missing = list[Path](), set[tuple[str, str]]().union(*(pairs for _, pairs in left.values()))
    while missing:
        path, pairs = max(left.values(), key=lambda each: len(each[1] & missing))
        chosen.append(path)
        missing -= pairs
    return chosen


def _pairs(path: Path) -> Pairs:
    _, decision = path
    return {(str(decision.outcome), code) for code in codes(decision)}


def by_outcome(
    notice: str, outcomes: Iterable[str], langs: Iterable[str]
) -> dict[str, list[Mapping[str, Any]]]:
    """Rows with an answer in every language; of each outcome the first one is explained too."""
    langs, rows = list(langs), {outcome: list[Mapping[str, Any]]() for outcome in outcomes}
    for facts, decision in cover(kinds(notice)):
        of_outcome = rows[str(decision.outcome)]
        of_outcome.append(
            {
                "name": ", ".join(f"{fact} {reply}" for fact, reply in facts.items()),
                "facts": facts,
                "responses": {lang: _ask(notice, facts, lang) for lang in langs},
                "open": not of_outcome,
            }
        )
    return rows


def _ask(notice: str, facts: Mapping[str, str], lang: str) -> Any:  # noqa: ANN401 - a response of the rules
    return json.loads(answer(json.dumps({"notice": notice, "lang": lang, "facts": facts, "explain": True})))
