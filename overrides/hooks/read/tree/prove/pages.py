"""What must hold of every tree: each way ends in an answer, names are clear, and pages are not too many."""

from collections import Counter

from overrides.hooks.read.tree.grow.explore import TreeError
from overrides.hooks.read.tree.names import reply_id
from overrides.hooks.read.tree.states import Ask, Leaf
from overrides.hooks.read.tree.tree import Tree

# Pages for a notice and a language, the questions among them.
MOST_PAGES = 400


def check(tree: Tree, most: int = MOST_PAGES, beside: int = 0) -> int:
    """The most questions on any way to an answer; raises TreeError for what pages cannot be made of."""
    depth = depth_of(tree)
    _names(tree)
    count = len(pages(tree, beside))
    if count > most:
        question, following = pages_by_question(tree).most_common(1)[0]
        said = f"{count} pages, where {most} are the most; {following} states follow {question}"
        raise TreeError(f"{tree.notice}: {said}")
    return depth


def pages(tree: Tree, beside: int = 0) -> list[int]:
    """The states that have a page of their own.

    Where a question has no more than `beside` answers and nothing else behind it, they can stand on its page.
    """
    found = {0}
    for number, state in enumerate(tree.states):
        if isinstance(state, Ask):
            found.add(number)
            children = {child for _, child in state.replies}
            answers = all(isinstance(tree.states[child], Leaf) for child in children)
            found |= set() if answers and len(children) <= beside else children
    return sorted(found)


def pages_by_question(tree: Tree) -> Counter[str]:
    """How many states follow a reply to each question at once."""
    following: dict[str, set[int]] = {}
    for state in tree.states:
        if isinstance(state, Ask):
            following.setdefault(state.question, set()).update(child for _, child in state.replies)
    return Counter({question: len(children) for question, children in following.items()})


def depth_of(tree: Tree) -> int:
    """Every state leads to an answer, and no way comes back: it ends after so many questions at the most."""
    depths: dict[int, int] = {}

    def depth(number: int, above: tuple[int, ...]) -> int:
        if number in above:
            raise TreeError(f"{tree.notice}: a way comes back to a question")
        state = tree.states[number]
        if number not in depths and isinstance(state, Ask):
            if not state.replies:
                raise TreeError(f"{tree.notice}: nothing answers {state.question} there")
            depths[number] = 1 + max(depth(child, (*above, number)) for _, child in state.replies)
        return depths.get(number, 0)

    return depth(0, ())


def _names(tree: Tree) -> None:
    """No two replies to a question have one name."""
    for state in tree.states:
        if isinstance(state, Ask):
            line = tree.lines.get(state.question)
            names = Counter(reply_id(reply, line) for reply, _ in state.replies)
            for name, count in names.items():
                if count > 1:
                    raise TreeError(f"{tree.notice}: {count} replies to {state.question} are named {name}")
