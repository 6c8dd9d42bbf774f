"""Classes of equal facts of a notice, and the one decision for all rows of each."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from calculator.engine.asking.facts import Known, Unanswered
from calculator.engine.asking.notice import Loaded
from calculator.engine.decision import Decision
from calculator.engine.rows.cuts import Cuts
from calculator.engine.rows.noted import NotedLaw

# So many decisions are kept; then all are forgotten, so that memory does not grow with what is asked.
MOST = 50_000
# What stands in the place of a reply before the first question.
_BEGIN: Hashable = None
# The class of no reply, after which nothing is known.
_MISSING: Hashable = object()


@dataclass(frozen=True, slots=True)
class Missing:
    """The rules need one more fact: the id of its question."""

    question: str


@dataclass(frozen=True, slots=True)
class Whole[T]:
    """Amounts that are one class if there is anything: for who looks up himself what the tables say of each.

    `most` has, by question, an amount in the last band of every table. `join` gets what the decision came
    to, and what it comes to at these, and gives what is kept.
    """

    most: Mapping[str, Decimal]
    join: Callable[[T, T], T]


@dataclass(slots=True)
class _Asked[T]:
    """What is asked next, and what follows from each class of replies to it: more, or what it came to."""

    question: str
    after: dict[Hashable, "_Asked[T] | T"] = field(default_factory=dict)


class Classes[T]:
    """The decisions of a notice, each class of equal facts decided once, whatever the number of rows.

    Facts that the rules do not read make no class. Classes are found from the law (`Cuts`): they are those of
    rules that look up and compare. Rules that reckon with a fact, as in adding days to one, are asked row by
    row instead. What falls due month by month (`Notice.due`) is of the month, not of its class.

    `of` makes of a decision what is kept. `edition` goes up whenever the classes have become finer, or all
    was forgotten: whoever keeps something by class forgets it then.
    """

    def __init__(self, loaded: Loaded, of: Callable[[Decision], T], whole: Whole[T] | None = None) -> None:
        self.edition = 0
        self.decided = 0
        self._of, self._whole = of, whole
        self._noted = NotedLaw(loaded.law)
        self._notice = replace(loaded, law=self._noted.law)
        self._questions = {question.id: question for question in loaded.questions}
        self._read = self._kept = 0
        self._first: _Asked[T] = _Asked("")
        self.cuts = Cuts(self._noted)

    def result(self, values: Mapping[str, object]) -> T | Missing:
        """What the decision for these facts came to, or the question without a value that it needs.

        `values` has what was read of the replies, None for one that nobody knows. Raises InvalidFactError
        where the rules refuse a reply.
        """
        missing: list[str] = []

        def of(question: str) -> Hashable:
            if question in values:
                return self.of(question, values[question])
            missing.append(question)
            return _MISSING

        known = self.known(of)
        if missing:
            return Missing(missing[0])
        return self._decide(values) if known is None else known

    def known(self, of: Callable[[str], Hashable]) -> T | None:
        """What was decided for replies of these classes, by question; None where nothing was."""
        node = self._first.after.get(_BEGIN)
        while isinstance(node, _Asked):
            node = node.after.get(of(node.question))
        return node

    def of(self, question: str, value: object) -> Hashable:
        """The class of a reply."""
        if self._whole and question in self._whole.most and isinstance(value, Decimal):
            return value > 0
        return self.cuts.of(self._questions[question], value)

    def anew(self, values: Mapping[str, object]) -> T:
        """What the decision for these very facts comes to, of which nothing is kept; raises Unanswered."""
        return self._of(self._decision(values))

    def _decide(self, values: Mapping[str, object]) -> T | Missing:
        try:
            decision = self._decision(values)
            result = self._of(decision)
            if self._whole and (most := self._most(values, decision.asked, self._whole.most)):
                result = self._whole.join(result, self.anew({**values, **most}))
        except Unanswered as signal:
            return Missing(signal.question)
        self._keep(decision.asked, values, result)
        return result

    def _most(
        self, values: Mapping[str, object], asked: tuple[str, ...], most: Mapping[str, Decimal]
    ) -> dict[str, Decimal]:
        """The highest amounts in the place of those that the decision asked for."""
        return {id: amount for id, amount in most.items() if id in asked and self.of(id, values[id]) is True}

    def _decision(self, values: Mapping[str, object]) -> Decision:
        """The decision, after which classes are as fine as what it looked at."""
        self.decided += 1
        try:
            return self._notice.decision({id: Known(value) for id, value in values.items()})
        finally:
            self._refine()

    def _refine(self) -> None:
        """Part the classes by what this decision was the first to look at."""
        if self._read == self._noted.read and self._kept < MOST:
            return
        self._read, self._kept, self._first = self._noted.read, 0, _Asked("")
        self.cuts = Cuts(self._noted)
        self.edition += 1

    def _keep(self, asked: tuple[str, ...], values: Mapping[str, object], result: T) -> None:
        """Put the result at the end of the questions that led to it."""
        self._kept += 1
        at, reply = self._first, _BEGIN
        for question in asked:
            node = at.after.setdefault(reply, _Asked(question))
            assert isinstance(node, _Asked)  # noqa: S101 - equal facts are asked the same
            at, reply = node, self.of(question, values[question])
        at.after[reply] = result
