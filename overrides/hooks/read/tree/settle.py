"""What has grown, made small: questions that change nothing are left out, and equal states are one."""

from overrides.hooks.read.tree.ends import Absolute, Range, Reply
from overrides.hooks.read.tree.grow.nodes import Node, Nodes, Stretch
from overrides.hooks.read.tree.states import Ask, Leaf, State


def settle(nodes: Nodes, root: int) -> tuple[State, ...]:
    """The states that can be reached, the root first, then the nearest first."""
    settled = _Settled(nodes)
    first = settled.state(root)
    order: list[int] = [first]
    for number in order:
        state = settled.states[number]
        if isinstance(state, Ask):
            order.extend(
                child for child in dict.fromkeys(child for _, child in state.replies) if child not in order
            )
    place = {number: at for at, number in enumerate(order)}
    return tuple(_renumbered(settled.states[number], place) for number in order)


def _renumbered(state: State, place: dict[int, int]) -> State:
    if isinstance(state, Leaf):
        return state
    return Ask(state.question, tuple((reply, place[child]) for reply, child in state.replies))


class _Settled:
    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes
        self.states: list[State] = []
        self._numbers: dict[State, int] = {}
        self._done: dict[int, int] = {}

    def state(self, node: int) -> int:
        if node not in self._done:
            self._done[node] = self._settled(self._nodes.all[node])
        return self._done[node]

    def _settled(self, node: Node) -> int:
        if isinstance(node, Leaf):
            return self._number(node)
        replies = _parts(node) if isinstance(node, Stretch) else list(node.replies)
        found: list[tuple[Reply, int]] = []
        for reply, child in replies:
            state = self.state(child)
            last = found[-1] if found else None
            if last and last[1] == state and isinstance(last[0], Range) and isinstance(reply, Range):
                found[-1] = Range(last[0].first, reply.last), state
            else:
                found.append((reply, state))
        children = {child for _, child in found}
        return children.pop() if len(children) == 1 else self._number(Ask(node.question, tuple(found)))

    def _number(self, state: State) -> int:
        if state not in self._numbers:
            self._numbers[state] = len(self.states)
            self.states.append(state)
        return self._numbers[state]


def _parts(stretch: Stretch) -> list[tuple[Reply, int]]:
    """The parts as replies; where two meet and another question set the end, the point itself is the end."""
    found: list[tuple[Reply, int]] = []
    parts = stretch.parts
    first = parts[0].first
    for part, following in zip(parts, (*parts[1:], None), strict=True):
        if following is None:
            found.append((Range(first, part.last), part.child))
            break
        begins = following.first or (part.last.moved(1) if part.last else Absolute(following.least))
        found.append((Range(first, begins.moved(-1)), part.child))
        first = begins
    return found
