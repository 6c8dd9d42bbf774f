"""What the rules give with each code, as far as it is known: finding it anew takes seconds, and can wait."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from overrides.desk.places import FOLDER
from overrides.hooks.read.answers_given import UNKNOWN, Given, given_by, rules_digest
from overrides.hooks.read.rules import Loaded, walk
from overrides.hooks.read.text import WordsError
from overrides.hooks.render.context import CACHE

EXAMPLES = f"{FOLDER}/examples"

type Facts = Mapping[str, str]


def last_given(notice: Loaded, root: Path) -> Given:
    """What the rules gave when they were last walked, be it those before; the first time they are walked.

    Nothing is known of rules that fail: the walk behind the pages says where.
    """
    kept = sorted((root / CACHE).glob(f"{notice.id}-*.json"), key=lambda path: path.stat().st_mtime_ns)
    for path in reversed(kept):
        with suppress(FileNotFoundError):  # a walk has just ended, and put another in its place
            return Given(**json.loads(path.read_text(encoding="utf-8")))
    with suppress(WordsError):
        return given_by(notice, root / CACHE)
    return UNKNOWN


def last_examples(notice: str, root: Path) -> dict[str, Facts]:
    """The replies that led there when the rules were last walked for them."""
    kept = sorted((root / EXAMPLES).glob(f"{notice}-*.json"), key=lambda path: path.stat().st_mtime_ns)
    found: dict[str, Facts] = json.loads(kept[-1].read_text(encoding="utf-8")) if kept else {}
    return found


def examples(notice: Loaded, root: Path) -> dict[str, Facts]:
    """By code of an outcome or a finding the fewest replies that lead there; kept until the rules change."""
    path = root / EXAMPLES / f"{notice.id}-{rules_digest(notice)}.json"
    if path.exists():
        kept: dict[str, Facts] = json.loads(path.read_text(encoding="utf-8"))
        return kept
    found: dict[str, Facts] = {}
    for facts, decision in walk(notice):
        for code in map(str, (decision.outcome, *(finding.code for finding in decision.findings))):
            if code not in found or _rank(facts, notice) < _rank(found[code], notice):
                found[code] = facts
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob(f"{notice.id}-*.json"):
        old.unlink(missing_ok=True)
    path.write_text(json.dumps(found), encoding="utf-8")
    return found


def _rank(facts: Facts, notice: Loaded) -> tuple[int, int, int]:
    """Few replies come first, then the day that is nearest to the last check of the law."""
    digits = (facts[notice.notice.day].replace("-", ""), f"{notice.law.as_at:%Y%m%d}")
    day, checked = (int(each[:8].ljust(8, "0")) for each in digits)
    return len(facts), int(day > checked), abs(checked - day)
