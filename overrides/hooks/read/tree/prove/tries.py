"""Facts with which a tree is compared with the engine: those where something turns, and some at random."""

import random
from collections.abc import Iterator, Mapping
from itertools import chain, islice

from overrides.hooks.read.rules import NONE, Decision, InvalidFactError, Question, Unanswered, walk
from overrides.hooks.read.tree.ends import Choice, Relative, ends
from overrides.hooks.read.tree.states import Ask, State
from overrides.hooks.read.tree.tree import Tree

type Facts = Mapping[str, str]

UNKNOWN = "unknown"
# Random replies lie so near to where something turns.
NEAR = 45


def sampled(tree: Tree) -> Iterator[tuple[Facts, Decision]]:
    """Every path of the notice's samples of which the tree speaks."""
    line, name = tree.lines[tree.day], tree.day
    within = range(line.least, line.most + 1) if tree.today is None else [tree.today]
    days = [reply for reply in tree.loaded.samples[name] if tree.points({name: reply})[name] in within]
    today = _today(tree).values()
    yield from walk(tree.loaded, {**tree.loaded.samples, name: tuple(today or days)})


def at_ends(tree: Tree) -> Iterator[tuple[Facts, Decision]]:
    """For every state one way from each before it, and from there both sides of each end of its ranges."""
    seen, waiting = set[tuple[int, int]](), [(0, _today(tree))]
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
            if (number, child) not in seen:
                seen.add((number, child))
                waiting.append((child, facts))
            yield from _completed(tree, facts)


def at_crossings(tree: Tree) -> Iterator[tuple[Facts, Decision]]:
    """Where an end that is relative to another fact meets one of the line itself, with every other reply."""
    for question, end in sorted(_relative(tree)):
        fact, offset = end
        for turn in tree.turns[question]:
            near = [at for at in (turn - 1, turn, turn + 1) if _on(tree, question, at)]
            if near and _on(tree, fact, turn - offset):
                replies = tuple(tree.reply(question, at) for at in near)
                given = {fact: (tree.reply(fact, turn - offset),), question: replies}
                today = {id: (reply,) for id, reply in _today(tree).items()}
                yield from walk(tree.loaded, {**tree.loaded.samples, **given, **today})


def _relative(tree: Tree) -> set[tuple[str, tuple[str, int]]]:
    """Every distance to another fact than the day at which a range begins or ends, by question."""
    found = set()
    for state in tree.states:
        replies = state.replies if isinstance(state, Ask) else ()
        for end in (end for reply, _ in replies for end in ends(reply)):
            if isinstance(end, Relative) and end.fact != tree.day and isinstance(state, Ask):
                offsets = {offset for offset in end.offsets if offset is not None}
                found |= {(state.question, (end.fact, offset)) for offset in offsets}
    return found


def _on(tree: Tree, question: str, at: int) -> bool:
    return tree.lines[question].least <= at <= tree.lines[question].most


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
    alike = [id for id in tree.lines if tree.lines[id].scale is line.scale]
    turns = [*chain(*(tree.turns[id] for id in alike)), *(points[id] for id in alike if id in points)]
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
        replied = next(_any(tree, came, given), None)
        if replied is None:
            return
        given = replied
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
    found = {line.least, line.most}
    states: list[State] = [state]
    for each in states:
        if isinstance(each, Ask) and each.question == question.id:
            states.extend(tree.states[child] for _, child in each.replies)
            found |= {end.at(points) for reply, _ in each.replies for end in ends(reply)}
    near = {at + step for at in found for step in (-1, 0, 1)}
    unknown = [UNKNOWN] if question.may_be_unknown else []
    return [*(tree.reply(question.id, at) for at in sorted(near) if line.least <= at <= line.most), *unknown]


def _today(tree: Tree) -> Facts:
    return {tree.day: tree.reply(tree.day, tree.today)} if tree.today else {}
