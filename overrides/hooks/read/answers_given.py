"""What the rules give in their answers: which figures with each code, and which sources they can cite."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from overrides.hooks.read.rules import CALCULATOR, Decision, Law, Notice, programmes, walk

WORD = re.compile(r"[\w-]+")


@dataclass
class Given:
    """Found by walking every path: the figures that all decisions with a code have; what was cited and read.

    A code that no path reaches is not there.
    """

    findings: dict[str, list[str]] = field(default_factory=dict)
    outcomes: dict[str, list[str]] = field(default_factory=dict)
    cited: list[str] = field(default_factory=list)
    consulted: list[str] = field(default_factory=list)


def given_by(notice: Notice, cache: Path | None = None) -> Given:
    """What the rules of a notice give; kept in the folder `cache` until a file of the rules changes."""
    if cache is None:
        return _walked(notice)
    path = cache / f"{notice.id}-{_digest(notice)}.json"
    if path.exists():
        return Given(**json.loads(path.read_text(encoding="utf-8")))
    cache.mkdir(parents=True, exist_ok=True)
    for old in cache.glob(f"{notice.id}-*.json"):
        old.unlink()
    given = _walked(notice)
    path.write_text(json.dumps(asdict(given)), encoding="utf-8")
    return given


def _digest(notice: Notice) -> str:
    """Of every file that this notice's rules can read: all of calculator/ but the other notices."""
    found = hashlib.sha256(Path(__file__).read_bytes())
    folders = {path.parent for path in CALCULATOR.glob("*/rules.py")} - {CALCULATOR / notice.id}
    for path in sorted(CALCULATOR.rglob("*")):
        if path.suffix in {".py", ".toml", ".csv"} and folders.isdisjoint(path.parents):
            found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]


def _walked(notice: Notice) -> Given:
    findings: dict[str, set[str]] = {}
    outcomes: dict[str, set[str]] = {}
    cited, consulted = set[str](), set[str]()
    for _, decision in walk(notice):
        whole: set[str] = set()
        for finding in decision.findings:
            whole |= set(finding.figures)
            _both(findings, finding.code, set(finding.figures))
            cited.update(finding.cited)
        _both(outcomes, decision.outcome, whole)
        consulted.update(_consulted(decision))
    return Given(_sorted(findings), _sorted(outcomes), sorted(cited), sorted(consulted))


def _both(known: dict[str, set[str]], code: str, figures: set[str]) -> None:
    known[code] = known.get(code, figures) & figures


def _sorted(known: dict[str, set[str]]) -> dict[str, list[str]]:
    return {code: sorted(figures) for code, figures in known.items()}


def _consulted(decision: Decision) -> Iterator[str]:
    """The ids of the parameters and tables that were read on the way."""
    for step in decision.steps:
        yield from (value.id for value in step.values)
        yield from (band.table for band in step.bands)


@dataclass(frozen=True)
class Needed:
    """The ids of sources, and of parameters and tables, that an answer of a notice can name on any day."""

    sources: frozenset[str]
    figures: frozenset[str]


def needed(notice: Notice, given: Given) -> Needed:
    """What an answer can name: what any path named, and whatever else the code of the rules names by its id.

    A path tries a few days only, so of each figure the sources of every day count.
    """
    law, named = notice.law, {*given.cited, *given.consulted, *_words(CALCULATOR / notice.id)}
    figures = {id for id in (*law.parameters, *law.tables) if id in named}
    sources = {id for id in law.sources if id in named}
    for id in figures:
        sources.update(_sources(law, id))
    if named & {"programmes", "PROGRAMMES"}:
        for programme in programmes(law):
            sources.update(programme.sources, *(offer.sources for offer in programme.offers))
    return Needed(frozenset(sources), frozenset(figures))


def _words(folder: Path) -> Iterable[str]:
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
