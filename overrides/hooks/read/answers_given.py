"""What the rules give in their answers: which figures with each code, and which sources they can cite."""

import hashlib
import json
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path

from overrides.hooks.read.named import Needed, of_law, words_in
from overrides.hooks.read.raised import in_rules
from overrides.hooks.read.rules import CALCULATOR, Band, Loaded, Value, walk
from overrides.hooks.read.text import WordsError

LAW = "law"


@dataclass
class Given:
    """Found by walking every path: the figures that all decisions with a code have; what was cited and read.

    `sometimes` has those that some decision with an outcome has. A code that no path reaches is not there.
    Where the rules have not been `walked`, nothing is known.
    """

    findings: dict[str, list[str]] = field(default_factory=dict)
    outcomes: dict[str, list[str]] = field(default_factory=dict)
    sometimes: dict[str, list[str]] = field(default_factory=dict)
    cited: list[str] = field(default_factory=list)
    consulted: list[str] = field(default_factory=list)
    walked: bool = True


UNKNOWN = Given(walked=False)


def given_by(notice: Loaded, kept_in: Path | None = None) -> Given:
    """What the rules of a notice give; kept in a folder until a file of the rules changes.

    Raises WordsError with the line of the rules where they fail.
    """
    if kept_in is None:
        return _walked(notice)
    path = _kept(notice, kept_in)
    if path.exists():
        return Given(**json.loads(path.read_text(encoding="utf-8")))
    kept_in.mkdir(parents=True, exist_ok=True)
    given = _walked(notice)
    half = path.with_suffix(".half")
    half.write_text(json.dumps(asdict(given)), encoding="utf-8")
    half.replace(path)
    for old in kept_in.glob(f"{notice.id}-*.json"):
        if old != path:
            old.unlink(missing_ok=True)
    return given


def kept_given(notice: Loaded, kept_in: Path) -> Given | None:
    """What the rules of a notice give, where they need not be walked."""
    return given_by(notice, kept_in) if _kept(notice, kept_in).exists() else None


def _kept(notice: Loaded, kept_in: Path) -> Path:
    return kept_in / f"{notice.id}-{rules_digest(notice)}.json"


def rules_digest(notice: Loaded) -> str:
    """Of every file that this notice's rules can read: its own folder, the law it names, the engine."""
    folder = CALCULATOR / notice.id
    named = {path.name for path in _bodies()} & set(words_in(folder))
    parts = (_shared_digest(frozenset(named)), _digest_of(folder), Path(__file__).read_bytes())
    return hashlib.sha256(b"".join(parts)).hexdigest()[:16]


@cache
def _shared_digest(named: frozenset[str]) -> bytes:
    """Of all that is no notice's, and of no law but that of the bodies named."""
    notices = {path.parent for path in CALCULATOR.glob("*/rules.py")}
    parts = [path for path in sorted(CALCULATOR.iterdir()) if path not in {*notices, CALCULATOR / LAW}]
    parts += sorted((CALCULATOR / LAW).glob("*.py"))
    parts += [path for path in _bodies() if path.name in named]
    return b"".join(_digest_of(path) for path in parts)


def _bodies() -> list[Path]:
    return sorted(path for path in (CALCULATOR / LAW).iterdir() if path.is_dir())


def _digest_of(path: Path) -> bytes:
    """Of a file, or of all in a folder."""
    found = hashlib.sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.suffix in {".py", ".toml", ".csv"}:
            found.update(file.relative_to(CALCULATOR).as_posix().encode() + file.read_bytes())
    return found.digest()


def _walked(notice: Loaded) -> Given:
    try:
        return _found(notice)
    except Exception as error:  # whatever rules raise that are being written
        if problem := in_rules(error, notice, CALCULATOR.parent):
            raise WordsError([problem]) from error
        raise


def _found(notice: Loaded) -> Given:
    findings: dict[str, set[str]] = {}
    outcomes: dict[str, set[str]] = {}
    sometimes: dict[str, set[str]] = {}
    # tens of thousands of decisions cite and read the same few things: each is kept once, and looked at below
    cited, read = set[tuple[str, ...]](), dict[int, Value | Band]()
    for _, decision in walk(notice):
        whole: set[str] = set()
        for step in decision.steps:
            finding = step.finding
            whole.update(finding.figures)
            _both(findings, finding.code, finding.figures.keys())
            cited.add(tuple(finding.sources))
            cited.update(figure.sources for figure in finding.figures.values())
            read.update((id(each), each) for each in step.consulted)
        _both(outcomes, decision.outcome, whole)
        sometimes.setdefault(decision.outcome, set()).update(whole)
    consulted = {each.table if isinstance(each, Band) else each.id for each in read.values()}
    named = sorted(set(chain(*cited))), sorted(consulted)
    return Given(_sorted(findings), _sorted(outcomes), _sorted(sometimes), *named)


def _both(known: dict[str, set[str]], code: str, figures: AbstractSet[str]) -> None:
    if code in known:
        known[code] &= figures
    else:
        known[code] = set(figures)


def _sorted(known: dict[str, set[str]]) -> dict[str, list[str]]:
    return {code: sorted(figures) for code, figures in known.items()}


def needed(notice: Loaded, given: Given) -> Needed:
    """What an answer can name: what any path named, and whatever else the code of the rules names by its id.

    A path tries a few days only, so of each figure the sources of every day count.
    """
    return of_law(notice.law, {*given.cited, *given.consulted, *words_in(CALCULATOR / notice.id)})
