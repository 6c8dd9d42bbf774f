"""Which figures the rules give with each code, found by walking every path."""

from dataclasses import dataclass, field

from calculator.engine.asking.notice import Loaded
from calculator.engine.asking.paths import walk


@dataclass
class Shown:
    """The figures that every decision with a code has, found by walking the rules; None: never reached."""

    findings: dict[str, set[str]] = field(default_factory=dict)
    outcomes: dict[str, set[str]] = field(default_factory=dict)


def shown_by(notice: Loaded) -> Shown:
    """Walk every path of the rules."""
    shown = Shown()
    for _, decision in walk(notice):
        whole: set[str] = set()
        for finding in decision.findings:
            whole |= set(finding.figures)
            _both(shown.findings, finding.code, set(finding.figures))
        _both(shown.outcomes, decision.outcome, whole)
    return shown


def _both(known: dict[str, set[str]], code: str, figures: set[str]) -> None:
    known[code] = known.get(code, figures) & figures
