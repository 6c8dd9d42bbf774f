"""A tree asked beside the engine: whatever the tracing could not follow shows as a difference here."""

import random
from collections.abc import Iterator, Mapping
from itertools import islice

from overrides.hooks.read.rules import (
    NONE,
    Decision,
    InvalidFactError,
    Question,
    Unanswered,
    figures,
    walk,
)
from overrides.hooks.read.tree.build import Tree
from overrides.hooks.read.tree.ends import Choice, Range
from overrides.hooks.read.tree.grow.explore import TreeError
from overrides.hooks.read.tree.states import Ask, State

type Facts = Mapping[str, str]

UNKNOWN = "unknown"
# Random replies lie so near to where something turns.
NEAR = 45


def verify(tree: Tree, tries: int = 2000, seed: int = 1) -> int:
    """Compare every path of the notice's samples, every end of every range, and random facts around the turns.

    Returns how many answers were compared; raises TreeError for the first that differs.
    """
    compared = 0
    for given, decision in (*sampled(tree), *at_ends(tree), *islice(at_random(tree, seed), tries)):
        compare(tree, given, decision)
        compared += 1
    return compared


def compare(tree: Tree, given: Facts, decision: Decision) -> None:
    """Raise TreeError unless the tree answers as the engine has."""
    leaf, found = tree.leaf_for(given), list(decision.findings)
    if tree.is_late(given):
        late = found.pop(0)
        if late.code != tree.loaded.notice.after_last_check:
            raise TreeError(f"{tree.notice}: {given} is late, and {late.code} comes first")
    codes = tuple(str(finding.code) for finding in found)
    if (leaf.outcome, leaf.codes) != (decision.outcome, codes):
        what = f"{decision.outcome} with {codes}, the tree {leaf.outcome} with {leaf.codes}"
        raise TreeError(f"{tree.notice}: for {dict(given)} the rules say {what}")
    for said, finding in zip(leaf.findings, found, strict=True):
        shown = {id: figures.value(figure.amount) for id, figure in finding.figures.items()}
        kept = {id: text for (id, _), text in zip(said.figures, said.texts, strict=True)}
        if said.sources != finding.cited or {*kept, *said.varying} != shown.keys():
            raise TreeError(f"{tree.notice}: for {dict(given)} {said.code} has other sources or figures")
        if wrong := {id: text for id, text in kept.items() if shown[id] != text}:
            raise TreeError(f"{tree.notice}: for {dict(given)} {said.code} has {wrong}, the rules {shown}")


def sampled(tree: Tree) -> Iterator[tuple[Facts, Decision]]:
    """Every path of the notice's samples of which the tree speaks."""
    line = tree.lines[tree.day]
    today = tree.reply(tree.day, tree.today) if tree.today else None
    replies = (today,) if today else tree.loaded.samples[tree.day]
    for given, decision in walk(tree.loaded, {**tree.loaded.samples, tree.day: replies}):
        if tree.points(given)[tree.day] >= line.least:
            yield given, decision


def at_ends(tree: Tree) -> Iterator[tuple[Facts, Decision]]:
    """For every state one way to it, and from there both sides of each end of each of its ranges."""
    seen, waiting = {0}, [(0, _today(tree))]
    while waiting:
        number, given = waiting.pop()
        came = _came(tree, given)
        if not isinstance(came, Question):
            continue
        state = tree.states[number]
        if not isinstance(state, Ask) or state.question != came.id:
            # a question that changes nothing here: one reply will do
            waiting.extend((number, facts) for facts in _any(tree, came, given))
            continue
        for reply in _replies(tree, state, given):
            facts = {**given, came.id: reply}
            if _came(tree, facts) is None:
                continue
            child = tree.follow(number, facts, came.id)
            if child not in seen:
                seen.add(child)
                waiting.append((child, facts))
            yield from _completed(tree, facts)


def at_random(tree: Tree, seed: int) -> Iterator[tuple[Facts, Decision]]:
    """Facts without end, most of them near to where something turns; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - to try, not to keep a secret
    while True:
        given = _today(tree)
        while isinstance(came := _came(tree, given), Question):
            given = {**given, came.id: _random_reply(tree, came, given, chance)}
        if isinstance(came, Decision):
            yield given, came


def _random_reply(tree: Tree, question: Question, given: Facts, chance: random.Random) -> str:
    if question.may_be_unknown and chance.random() < 1 / 8:
        return UNKNOWN
    if question.id not in tree.lines:
        if question.kind != "several":
            return chance.choice(question.choices)
        return ",".join(each for each in question.choices if chance.random() < 1 / 2) or NONE
    line, points = tree.lines[question.id], tree.points(given)
    others = [at for id, at in points.items() if tree.lines[id].scale is line.scale]
    turns = [*tree.turns[question.id], *others]
    near = turns and chance.random() < 3 / 4
    at = chance.choice(turns) + chance.randint(-NEAR, NEAR) if near else chance.randint(line.least, line.most)
    return tree.reply(question.id, min(max(at, line.least), line.most))


def _came(tree: Tree, given: Facts) -> Question | Decision | None:
    """What the engine says to facts: the next question or a decision; None where it refuses them."""
    try:
        return tree.loaded.decision(given)
    except Unanswered as signal:
        return tree.questions[signal.question]
    except InvalidFactError:
        return None


def _completed(tree: Tree, given: Facts) -> Iterator[tuple[Facts, Decision]]:
    """The facts with one reply to whatever else is asked, and the decision."""
    while isinstance(came := _came(tree, given), Question):
        given = next(_any(tree, came, given))
    if came:
        yield given, came


def _any(tree: Tree, question: Question, given: Facts) -> Iterator[Facts]:
    """The facts with one reply to a question that is not refused."""
    every = ({**given, question.id: reply} for reply in tree.loaded.samples[question.id])
    return islice((facts for facts in every if _came(tree, facts)), 1)


def _replies(tree: Tree, state: Ask, given: Facts) -> list[str]:
    """A reply of each kind: both sides of each end, those of questions that ask the same further on too."""
    question = tree.questions[state.question]
    if question.id not in tree.lines:
        return [reply.value if isinstance(reply, Choice) else UNKNOWN for reply, _ in state.replies]
    line, points = tree.lines[question.id], tree.points(given)
    ends = {line.least, line.most}
    states: list[State] = [state]
    for each in states:
        if isinstance(each, Ask) and each.question == question.id:
            states.extend(tree.states[child] for _, child in each.replies)
            ranges = [reply for reply, _ in each.replies if isinstance(reply, Range)]
            ends |= {end.at(points) for reply in ranges for end in (reply.first, reply.last) if end}
    near = {at + step for at in ends for step in (-1, 0, 1)}
    unknown = [UNKNOWN] if question.may_be_unknown else []
    return [*(tree.reply(question.id, at) for at in sorted(near) if line.least <= at <= line.most), *unknown]


def _today(tree: Tree) -> Facts:
    return {tree.day: tree.reply(tree.day, tree.today)} if tree.today else {}
