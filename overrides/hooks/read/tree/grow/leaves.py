"""A decision of watched rules as a leaf: what it says wherever it is made the same way."""

from overrides.hooks.read.rules import Decision, Figure, figures
from overrides.hooks.read.tree.states import Leaf, Said
from overrides.hooks.read.tree.watch.values import Watched, plain


def leaf(decision: Decision, day: str, late: str) -> Leaf:
    """What a decision says wherever it is made the same way: what comes from a fact varies.

    The day of the answer is one, so what comes from it does not vary, but moves with it. That the day is
    `late`, after the last check of the law, can be told from the day alone and makes no other answer.
    """
    said = []
    for finding in decision.findings:
        if finding.code == late:
            continue
        shown, varying, moving = list[tuple[str, Figure]](), list[str](), list[str]()
        follows = list[tuple[str, str, int]]()
        for id, figure in finding.figures.items():
            amount = figure.amount
            comes_from = amount.facts if isinstance(amount, Watched) else frozenset()
            if comes_from - {day}:
                varying.append(id)
                follows += _follows(id, amount)
                continue
            if comes_from:
                moving.append(id)
            shown.append((id, Figure(plain(amount), figure.unit, figure.bound)))  # type: ignore[arg-type]
        texts = tuple(figures.value(figure.amount) for _, figure in shown)
        ids = tuple(varying), tuple(moving)
        said.append(Said(str(finding.code), tuple(shown), *ids, tuple(finding.cited), texts, tuple(follows)))
    return Leaf(str(decision.outcome), tuple(said))


def _follows(id: str, amount: object) -> list[tuple[str, str, int]]:
    """A figure that is a fact itself, or so many points behind it."""
    trace = getattr(amount, "trace", None)
    return [] if trace is None or trace.shift is None else [(id, trace.fact, trace.shift)]
