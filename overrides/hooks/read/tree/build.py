"""The tree of a notice: grown, made small, and put together with what it is asked with."""

from dataclasses import replace

from overrides.hooks.read.rules import KINDS, Loaded, read
from overrides.hooks.read.tree.grow.explore import Explorer
from overrides.hooks.read.tree.settle import settle
from overrides.hooks.read.tree.tree import Tree
from overrides.hooks.read.tree.watch.lines import Line, line_of
from overrides.hooks.read.tree.watch.runs import Runs

# An answer about a date is about today; about a month or a year, the reader is asked.
TODAY = "date"


def build(
    loaded: Loaded, first: str | None = None, last: str | None = None, today: str | None = None
) -> Tree:
    """The tree of a notice.

    `first` and `last` are the earliest and the latest reply to be offered to the question that dates the
    answer, where it is asked. Where it is not, `today` is the day that the tree speaks of: that of the last
    check of the law, if no other is named.
    """
    name, questions = loaded.notice.day, {question.id: question for question in loaded.questions}
    lines = lines_of(loaded, first, last)
    question, line, runs = questions[name], lines[name], Runs(loaded, lines)
    as_reply = KINDS[question.kind].of_day
    assert as_reply is not None  # noqa: S101 - the contract of a notice
    checked = line.scale.point(read(question, as_reply(loaded.law.as_at)))
    at = line.scale.point(read(question, today)) if today else checked
    asked = question.kind != TODAY
    explorer = Explorer(loaded, runs, "" if asked else name, checked)
    root, region = explorer.explore({} if asked else {name: at}, {})
    return Tree(
        loaded=loaded,
        states=settle(explorer.nodes, root),
        lines=lines,
        day=name,
        checked=checked,
        today=None if asked else at,
        holds=(region.least.get(name), region.most.get(name)),
        weekly=name in region.weekly,
        runs=runs.count,
        grown=len(explorer.nodes.all),
    )


def lines_of(loaded: Loaded, first: str | None = None, last: str | None = None) -> dict[str, Line]:
    """The line of each question that has one; that of the day from the first reply to the last."""
    lines = {question.id: line for question in loaded.questions if (line := line_of(question))}
    for question in loaded.questions:
        if question.id == loaded.notice.day:
            line = lines[question.id]
            least, most = (line.scale.point(read(question, said)) if said else None for said in (first, last))
            lines[question.id] = replace(line, least=least or line.least, most=most or line.most)
    return lines
