"""Where each state of a tree has its page: an address made of the replies that lead there."""

from dataclasses import dataclass, replace
from functools import cached_property

from overrides.hooks.read.tree import Ask, Leaf, Relative, Tree
from overrides.hooks.read.tree.ends import ends
from overrides.hooks.render.steps.replies import Step, steps_of

# The folder of these pages in that of their notice.
FOLDER = "steps"


@dataclass(frozen=True)
class Page:
    """A page: `address` below the folder, the number of the `state` it shows (None where no state is).

    `way` leads there: the place of the page of each question before it, and of the reply on that page. A
    question has its `steps`, and by step the place of the page in `targets`. `more_ways` says that other
    replies lead here, too.
    """

    address: str
    state: int | None
    way: tuple[tuple[int, int], ...] = ()
    question: str = ""
    steps: tuple[Step, ...] = ()
    targets: tuple[int, ...] = ()
    more_ways: bool = False


class Map:
    """Every page of a tree, the first question first; its place is that in `pages`."""

    def __init__(self, tree: Tree) -> None:
        """Go through the tree, the nearest states first."""
        self.tree = tree
        self.pages = [_page(tree, Page("", 0))]
        places, targets, again = {0: 0}, list[tuple[int, ...]](), set[int]()
        for at, page in enumerate(self.pages):
            found = []
            for place, step in enumerate(page.steps):
                known = None if step.to is None else places.get(step.to)
                if known is not None:
                    again.add(known)
                    found.append(known)
                    continue
                found.append(len(self.pages))
                if step.to is not None:
                    places[step.to] = len(self.pages)
                address = f"{page.address}{page.question}-{step.id}/"
                self.pages.append(_page(tree, Page(address, step.to, (*page.way, (at, place)))))
            targets.append(tuple(found))
        self.pages = [
            replace(page, targets=found, more_ways=at in again)
            for at, (page, found) in enumerate(zip(self.pages, targets, strict=True))
        ]

    @cached_property
    def moving(self) -> set[int]:
        """The places of pages that depend on today: something counted from it is on them, or led there."""
        found = set[int]()
        for at, page in enumerate(self.pages):
            steps = zip(page.steps, page.targets, strict=True)
            counted = {target for step, target in steps if self._counted(step)}
            led = any(self._counted(self.pages[before].steps[place]) for before, place in page.way)
            if counted or led or self._says_day(page):
                found |= {at, *counted}
        return found

    def _counted(self, step: Step) -> bool:
        every = (end for end in ends(step.reply) if isinstance(end, Relative))
        return self.tree.today is not None and any(end.fact == self.tree.day for end in every)

    def _says_day(self, page: Page) -> bool:
        state = None if page.state is None else self.tree.states[page.state]
        return isinstance(state, Leaf) and any(said.moving for said in state.findings)


def _page(tree: Tree, page: Page) -> Page:
    """The page with its question, if it has one."""
    state = None if page.state is None else tree.states[page.state]
    if not isinstance(state, Ask):
        return page
    return replace(page, question=state.question, steps=steps_of(tree, state))
