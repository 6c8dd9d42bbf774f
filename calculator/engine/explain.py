"""Explains a decision: step by step how it came about, and what would have changed it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from calculator.engine import figures
from calculator.engine.decision import Decision, Finding, Step
from calculator.engine.facts import InvalidFactError, Question, Unanswered, read
from calculator.engine.law import Band, Value
from calculator.engine.notice import Notice
from calculator.engine.parse import MOST_YEARS
from calculator.engine.spans import nearest, spans

type Json = dict[str, object]
type Gist = tuple[str, ...] | None

# That nothing can be decided is no advice, and the day of the answer is not part of the reader's case
NOT_OFFERED = "cannot_be_decided"
FIXED = "as_at"


def finding_json(finding: Finding, lang: str) -> Json:
    """A finding as JSON: its code, its figures for machines and for readers of `lang`, its sources."""
    return {
        "code": finding.code,
        "figures": {
            name: {"value": figures.value(figure.amount), "text": figures.text(figure, lang)}
            for name, figure in finding.figures.items()
        },
        "sources": finding.cited,
    }


def step_json(step: Step, lang: str) -> Json:
    """One step as JSON: the finding, the reader's facts and the dated values that led to it."""
    return {
        "finding": step.finding.code,
        "facts": step.facts,
        "parameters": [_value(read, lang) for read in step.values],
        "bands": [_band(read) for read in step.bands],
    }


def _value(read: Value, lang: str) -> Json:
    return {
        "id": read.id,
        "value": figures.value(read.amount),
        "text": figures.text(read, lang),
        "since": read.since.isoformat(),
        "sources": read.sources,
    }


def _band(read: Band) -> Json:
    return {
        "table": read.table,
        "since": read.since.isoformat(),
        "wage_over": f"{read.wage_over:f}",
        "wage_up_to": None if read.wage_up_to is None else f"{read.wage_up_to:f}",
        "sources": read.sources,
    }


def changes(notice: Notice, given: Mapping[str, object], decision: Decision, lang: str) -> list[Json]:
    """What would have been different had one reply been different, worked out by the same rules.

    Each entry names the fact, the replies (`values`, or `from` and `to`, both included, null where open),
    the outcome, and the decisive findings that would then hold.
    """
    found: list[Json] = []
    for question in notice.questions:
        if question.id in decision.asked and question.id != FIXED:
            found.extend(_changes_of(_Case(notice, given, question), decision, lang))
    return found


@dataclass(frozen=True, slots=True)
class _Case:
    """A reader's facts with one question left open."""

    notice: Notice
    given: Mapping[str, object]
    question: Question

    def decision(self, reply: str) -> Decision | None:
        """The decision with this reply; None where it would be refused or lead to another question."""
        try:
            return self.notice.decision({**self.given, self.question.id: reply})
        except (Unanswered, InvalidFactError):
            return None

    def gist(self, decision: Decision | None) -> Gist:
        """What of a decision a reader would call a different answer; None where there is none to offer."""
        if decision is None or decision.outcome == NOT_OFFERED:
            return None
        decisive = (finding.code for finding in decision.findings if finding.code in self.notice.decisive)
        return (str(decision.outcome), *decisive)


def _changes_of(case: _Case, decision: Decision, lang: str) -> Iterator[Json]:
    """One entry for each different answer that another reply to the question would give."""
    told = {None, case.gist(decision)}
    for replies, first in _replies(case):
        other = case.decision(first)
        if other is None or (gist := case.gist(other)) in told:
            continue
        told.add(gist)
        findings = [
            finding_json(found, lang) for found in other.findings if found.code in case.notice.decisive
        ]
        yield {"fact": case.question.id, **replies, "outcome": other.outcome, "findings": findings}


def _replies(case: _Case) -> Iterator[tuple[Json, str]]:
    """Other replies to try, the nearest first: how the entry names them, and one of them."""
    question = case.question
    if question.choices:
        for reply in question.choices:
            yield {"values": [reply]}, reply
        return
    current = read(question, case.given[question.id])
    if isinstance(current, (date, int)):
        point, show, marks = _scale(case.notice, current)
        for span in nearest(spans(marks, lambda at: case.gist(case.decision(show(at)))), point):
            first, last = (None if end is None else show(end) for end in (span.first, span.last))
            yield {"from": first, "to": last}, first or last or show(point)


def _scale(notice: Notice, current: date | int) -> tuple[int, Callable[[int], str], list[int]]:
    """A reply as a point on a line of whole numbers, how points are written, and where to look first."""
    if isinstance(current, int):
        return current, str, list(range(1, MOST_YEARS + 1))
    days = [day.toordinal() for day in notice.law.days()]
    return current.toordinal(), lambda at: date.fromordinal(at).isoformat(), [*days, current.toordinal()]
