"""Replies in words: a range by its ends, which may lie so many days before or after another day."""

from collections.abc import Mapping
from dataclasses import dataclass

from overrides.hooks.read.rules import WEEKDAYS, Figure, figures
from overrides.hooks.read.tree import Absolute, Range, Relative, Tree, TreeError
from overrides.hooks.read.tree.ends import WEEK, End
from overrides.hooks.read.tree.names import AMOUNTS, amounts
from overrides.hooks.read.tree.watch.lines import Line

# The units in which the points of a line are shown.
SHOWN = {
    "date": "date",
    "month": "month",
    "year": "text",
    "money": "ringgit",
    "percentage": "percent",
    "integer": "text",
    "count": "people",
}
DISTANCES = {"date": "days", "month": "months", "year": "years"}


@dataclass(frozen=True, slots=True)
class Ranges:
    """Words for ranges: `words` is [steps] of the interface, `facts` names other facts by their id."""

    tree: Tree
    lang: str
    words: Mapping[str, str]
    facts: Mapping[str, str]

    def range(self, reply: Range, line: Line) -> str:
        """The range in words."""
        if line.kind in AMOUNTS:
            return self._amounts(reply, line)
        if reply.first is not None and reply.first == reply.last:
            said = self._end(reply.first, line)
            return said if isinstance(reply.first, Absolute) else self.words["on"].format(at=said)
        if reply.first is None and reply.last is None:
            return self.words["any"]
        if reply.first is None:
            return self._until(reply.last, line)
        begins = self._end(reply.first, line)
        if reply.last is None:
            return self.words["from" if line.kind in DISTANCES else "number_from"].format(first=begins)
        return self.words["between"].format(first=begins, last=self._end(reply.last, line))

    def _until(self, last: End | None, line: Line) -> str:
        assert last is not None  # noqa: S101 - the caller has looked
        if isinstance(last, Absolute) and line.kind in DISTANCES:
            return self.words["before"].format(at=self._end(last.moved(1), line))
        key = "until" if line.kind in DISTANCES else "number_until"
        return self.words[key].format(last=self._end(last, line))

    def _amounts(self, reply: Range, line: Line) -> str:
        (begins, first), (ends, last) = amounts(reply)
        if first is not None and reply.first == reply.last:
            return self._shown(first, line)
        if reply.last == Absolute(line.least):
            return self._shown(line.least, line)
        parts = [
            self.words[f"amount_{name}".replace("-", "_")].format(at=self._shown(at, line))
            for name, at in ((begins, first), (ends, last))
            if at is not None
        ]
        return self.words["amounts_between"].join(parts) or self.words["any"]

    def _end(self, end: End, line: Line) -> str:
        if isinstance(end, Absolute):
            return self._shown(end.point, line)
        said = self.distance(end, line)
        if end.fact != self.tree.day or self.tree.today is None:
            return said
        # what is counted from today moves on each day: beside it stands where it is on the day of the pages
        day = self._shown(end.at({end.fact: self.tree.today}), line)
        today = self._shown(self.tree.today, self.tree.lines[end.fact])
        return self.words["on_that_day"].format(said=said, day=day, today=today)

    def followed(self, fact: str, by: int, line: Line) -> str:
        """A figure that is the reply to another question, or so many points behind it."""
        named = self.facts.get(fact, fact)
        if by == 0:
            return named
        count = figures.text(Figure(abs(by), DISTANCES[line.kind]), self.lang)
        return self.words["point_after" if by > 0 else "point_ahead"].format(count=count, fact=named)

    def distance(self, end: Relative, line: Line) -> str:
        """An end so many points before or after another fact; raises TreeError where there are no words."""
        fact, least, most = self.facts.get(end.fact, end.fact), end.least, end.most
        if least == most == 0:
            return fact
        count = figures.text(Figure(abs(least), DISTANCES.get(line.kind, "text")), self.lang)
        said = self.words["after" if least > 0 else "ahead"].format(count=count, fact=fact)
        return said if least == most else self._wandering(said, end)

    def _wandering(self, said: str, end: Relative) -> str:
        """An end that lies later where its day is one on which, for the rules, nothing can be done."""
        moved = [
            ((point + end.least - 1) % WEEK, (point + offset - 1) % WEEK)
            for point, offset in enumerate(end.offsets)
            if offset is not None and offset > end.least
        ]
        names, to = WEEKDAYS[self.lang], {after for _, after in moved}
        if len(to) > 1:
            why = (
                f"its days of the week move to {len(to)} others; name it under [replies] in steps.<lang>.toml"
            )
            raise TreeError(f"{self.tree.notice}: no words for a range up to {said}: {why}")
        *first, last = (names[day] for day in sorted({day for day, _ in moved}))
        days = self.words["days_or"].join(filter(None, (self.words["days_between"].join(first), last)))
        return self.words["wanders"].format(said=said, days=days, day=names[to.pop()])

    def _shown(self, point: int, line: Line) -> str:
        value = line.scale.value(point)
        if line.kind in AMOUNTS and value == value.to_integral_value():
            value = value.to_integral_value()  # RM6,000 and not RM6,000.00
        return figures.text(Figure(value, SHOWN[line.kind]), self.lang)
