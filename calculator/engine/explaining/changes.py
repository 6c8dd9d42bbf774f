"""Says what would have changed a decision: other replies to one question, put to the same rules."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from calculator.engine import figures, protocol
from calculator.engine.asking.facts import InvalidFactError, Unanswered, read
from calculator.engine.asking.kinds import KINDS, Question
from calculator.engine.asking.notice import Loaded
from calculator.engine.decision import Decision, Figure, Finding
from calculator.engine.explaining.explain import figure, finding
from calculator.engine.explaining.spans import Span, nearest, spans

type Gist = tuple[str, ...] | None

# As many points of a line are looked at one by one; a longer one is looked at where the law has a figure
SHORT = 1000


def changes(
    notice: Loaded, given: Mapping[str, object], decision: Decision, lang: str
) -> list[protocol.Change]:
    """What would have been different had one reply been different, worked out by the same rules.

    Each entry names the fact, the replies (`values`, or `from` and `to`, both included, null where open),
    the outcome, and the decisive findings that would then hold. The day of the answer is not the reader's to
    change.
    """
    found: list[protocol.Change] = []
    for question in notice.questions:
        if question.id in decision.asked and question.id != notice.notice.day:
            found.extend(_changes_of(_Case(notice, given, question), decision, lang))
    return found


@dataclass(frozen=True, slots=True)
class _Case:
    """A reader's facts with one question left open."""

    loaded: Loaded
    given: Mapping[str, object]
    question: Question

    def decision(self, reply: str) -> Decision | None:
        """The decision with this reply; None where it would be refused or lead to another question."""
        try:
            return self.loaded.decision({**self.given, self.question.id: reply})
        except (Unanswered, InvalidFactError):
            return None

    def gist(self, decision: Decision | None) -> Gist:
        """What of a decision a reader would call a different answer; None where there is none to offer.

        That nothing can be decided is no advice.
        """
        if decision is None or decision.outcome == self.loaded.notice.cannot_decide:
            return None
        return (str(decision.outcome), *(made.code for made in self.decisive(decision)))

    def decisive(self, decision: Decision) -> list[Finding]:
        """The findings of a decision whose change matters to a reader."""
        return [made for made in decision.findings if made.code in self.loaded.notice.decisive]


def _changes_of(case: _Case, decision: Decision, lang: str) -> Iterator[protocol.Change]:
    """One entry for each different answer that another reply to the question would give."""
    told = {None, case.gist(decision)}
    for first, change in _replies(case, lang):
        other = case.decision(first)
        if other is None or (gist := case.gist(other)) in told:
            continue
        told.add(gist)
        yield change(other.outcome, [finding(made, lang) for made in case.decisive(other)])


type Made = Callable[[str, list[protocol.Finding]], protocol.Change]


def _replies(case: _Case, lang: str) -> Iterator[tuple[str, Made]]:
    """Other replies to try, the nearest first: one of those that lead to the same, and the entry for all."""
    question, kind = case.question, KINDS[case.question.kind]
    if kind.control == "radios":
        for reply in question.choices:
            yield reply, _chosen(question.id, reply)
    elif kind.on_a_line:
        current = read(question, case.given[question.id])
        if isinstance(current, (date, int)):
            yield from _along(case, lang, _line(case, current))


def _chosen(fact: str, reply: str) -> Made:
    return lambda outcome, found: protocol.Change(fact=fact, values=[reply], outcome=outcome, findings=found)


@dataclass(frozen=True, slots=True)
class _Line:
    """Replies as whole numbers: where the reader's own is, and where to look first."""

    point: int
    marks: list[int]
    amount: Callable[[int], date | int] = int

    def show(self, at: int) -> str:
        """A point as a reply: an ISO day, or a number."""
        return figures.value(self.amount(at))


def _along(case: _Case, lang: str, line: _Line) -> Iterator[tuple[str, Made]]:
    """The stretches of a line, and one reply of each."""
    unit, show = KINDS[case.question.kind].unit, line.show

    def end(at: int | None) -> protocol.Figure | None:
        return None if at is None else figure(Figure(line.amount(at), unit), lang)

    def change(span: Span) -> Made:
        return lambda outcome, found: protocol.Change(
            fact=case.question.id, from_=end(span.first), to=end(span.last), outcome=outcome, findings=found
        )

    for span in nearest(spans(line.marks, lambda at: case.gist(case.decision(show(at)))), line.point):
        yield show(next(at for at in (span.first, span.last, line.point) if at is not None)), change(span)


def _line(case: _Case, current: date | int) -> _Line:
    law, within = case.loaded.law, case.question.within
    if isinstance(current, date):
        days = [day.toordinal() for day in law.days()]
        return _Line(current.toordinal(), [*days, current.toordinal()], date.fromordinal)
    assert within is not None  # noqa: S101 - whatever is counted has bounds
    if within.most - within.least <= SHORT:
        return _Line(current, list(range(within.least + 1, within.most + 1)))
    amounts = (entry.amount for dated in law.parameters.values() for entry in dated.in_force())
    figured = {near for each in amounts if isinstance(each, int) for near in (each, each + 1)}
    return _Line(current, sorted({within.least + 1, within.most, current, *figured}))
