"""`python -m overrides.hooks.read.tree NOTICE [FIRST [LAST]]` prints a notice's tree, each state once."""

import sys
from collections.abc import Iterator

from overrides.hooks.read.rules import load
from overrides.hooks.read.tree.build import build
from overrides.hooks.read.tree.names import reply_id
from overrides.hooks.read.tree.prove.pages import pages, pages_by_question
from overrides.hooks.read.tree.states import Ask, Leaf
from overrides.hooks.read.tree.tree import Tree

ANSWERS_BESIDE = 3


def printed(tree: Tree) -> Iterator[str]:
    """The counts, then every state with the replies that lead on."""
    leaves = sum(isinstance(state, Leaf) for state in tree.states)
    yield f"{tree.notice}: {len(tree.states)} states, {leaves} of them answers"
    beside = len(pages(tree, ANSWERS_BESIDE))
    yield f"{beside} pages, if up to {ANSWERS_BESIDE} answers to a last question stand on its page"
    yield f"the rules were run {tree.runs} times; {tree.grown} states before they were made few"
    for question, count in pages_by_question(tree).most_common():
        yield f"  {count} states follow a reply to {question}"
    if tree.today:
        first, last = (None if at is None else tree.lines[tree.day].scale.value(at) for at in tree.holds)
        yield f"they speak of {tree.day} {tree.lines[tree.day].scale.value(tree.today)}"
        yield f"{len(tree.moving)} questions have ends that are counted from that day"
        yield f"they hold from {first} to {last}, but for these ends"
    for number, state in enumerate(tree.states):
        yield ""
        if isinstance(state, Ask):
            yield f"{number} {state.question}?"
            line = tree.lines.get(state.question)
            yield from (f"  {reply_id(reply, line)} -> {child}" for reply, child in state.replies)
            continue
        yield f"{number} = {state.outcome}"
        for said in state.findings:
            figures = [f"{id}={text}" for (id, _), text in zip(said.figures, said.texts, strict=True)]
            yield f"  {' '.join([said.code, *figures, *(f'{id} varies' for id in said.varying)])}"


if __name__ == "__main__":
    print(*printed(build(load(sys.argv[1]), *sys.argv[2:])), sep="\n")  # noqa: T201 - that is what it is for
