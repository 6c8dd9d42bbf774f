"""Where each state of a tree has its page: an address made of the replies that lead there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from overrides.hooks.read.rules import Loaded
from overrides.hooks.read.tree import Absolute, Ask, Leaf, Range, Relative, Reply, Tree, reply_id
from overrides.hooks.read.tree.ends import ends, relative
from overrides.hooks.read.tree.watch.lines import line_of

# The folder of these pages in that of their notice.
FOLDER = "steps"


@dataclass(frozen=True, slots=True)
class Step:
    """A reply to the question of a page; `to` is the number of the state, None where no page goes on."""

    id: str
    reply: Reply
    to: int | None


@dataclass(frozen=True, slots=True)
class Places:
    """The states of a tree as pages see them: a reply also where the tree leaves days out."""

    tree: Tree

    def steps(self, number: int) -> list[Step]:
        """The replies on the page of a question, those beyond the days of the tree too."""
        state = self.tree.states[number]
        if not isinstance(state, Ask):
            return []
        line = self.tree.lines.get(state.question)
        made = (self._whole(reply, state.question) for reply, _ in state.replies)
        found = [
            Step(reply_id(reply, line), reply, to) for reply, (_, to) in zip(made, state.replies, strict=True)
        ]
        found = self._settled(state.question, found)
        return [*self._beyond(state.question, before=True), *found, *self._beyond(state.question)]

    def _settled(self, question: str, steps: list[Step]) -> list[Step]:
        """The replies without what would be right on this day of the week alone: no page goes on there."""
        tree, line = self.tree, self.tree.lines.get(question)
        if question not in tree.unsettled or tree.today is None or line is None:
            return steps
        least, most = tree.unsettled[question]
        first, last = relative(tree.day, least), relative(tree.day, most)
        today, found, left_out = {tree.day: tree.today}, list[Step](), Range(first, last)
        for step in steps:
            if not isinstance(step.reply, Range):
                found.append(step)
                continue
            begins = step.reply.first.at(today) if step.reply.first else line.least
            ends_at = step.reply.last.at(today) if step.reply.last else line.most
            before = replace(step.reply, last=first.moved(-1)) if ends_at >= first.at(today) else step.reply
            after = replace(step.reply, first=last.moved(1)) if begins <= last.at(today) else step.reply
            if begins < first.at(today):
                found.append(Step(reply_id(before, line), before, step.to))
            if begins <= first.at(today) <= ends_at:
                found.append(Step(reply_id(left_out, line), left_out, None))
            if ends_at > last.at(today):
                found.append(Step(reply_id(after, line), after, step.to))
        return found

    def _whole(self, reply: Reply, question: str) -> Reply:
        """The reply with the ends that it has where the tree leaves days out."""
        line, every = self.tree.lines.get(question), every_line(self.tree.loaded, question)
        if not isinstance(reply, Range) or line is None or every is None:
            return reply
        first = Absolute(line.least) if reply.first is None and line.least > every[0] else reply.first
        last = Absolute(line.most) if reply.last is None and line.most < every[1] else reply.last
        return replace(reply, first=first, last=last)

    def _beyond(self, question: str, *, before: bool = False) -> Iterator[Step]:
        """What lies before the first day of the tree, or behind its last, where there is anything."""
        line, every = self.tree.lines.get(question), every_line(self.tree.loaded, question)
        if line is None or every is None:
            return
        if before and line.least > every[0]:
            reply = Range(None, Absolute(line.least - 1))
            yield Step(reply_id(reply, line), reply, None)
        if not before and line.most < every[1]:
            reply = Range(Absolute(line.most + 1), None)
            yield Step(reply_id(reply, line), reply, None)


def every_line(loaded: Loaded, question: str) -> tuple[int, int] | None:
    """The first and the last point that the form of a question takes; None where it has no line."""
    line = next((line_of(each) for each in loaded.questions if each.id == question), None)
    return (line.least, line.most) if line else None


@dataclass(frozen=True)
class Page:
    """A page: `address` below the folder, the state it shows (None beyond the tree), the way to it.

    `way` has the number of the page of each question before it and the place of the reply on that page;
    `more_ways` says that other replies lead here, too.
    """

    address: str
    state: int | None
    way: tuple[tuple[int, int], ...]
    more_ways: bool = False


class Map:
    """Every page of a tree, the first question first, and by state the place of its page in the list."""

    def __init__(self, tree: Tree) -> None:
        """Go through the tree, the nearest states first."""
        self.places = Places(tree)
        self.pages: list[Page] = [Page("", 0, ())]
        self.of_state = {0: 0}
        self.beyond: dict[tuple[int, int], int] = {}
        again: set[int] = set()
        for at, page in enumerate(self.pages):
            for place, step in enumerate(self.steps(page)):
                if step.to is not None and step.to in self.of_state:
                    again.add(self.of_state[step.to])
                    continue
                address = f"{page.address}{self.question(page)}-{step.id}/"
                if step.to is None:
                    self.beyond[at, place] = len(self.pages)
                else:
                    self.of_state[step.to] = len(self.pages)
                self.pages.append(Page(address, step.to, (*page.way, (at, place))))
        self.pages = [replace(page, more_ways=at in again) for at, page in enumerate(self.pages)]

    def steps(self, page: Page) -> list[Step]:
        """The replies on a page; none on that of an answer."""
        return [] if page.state is None else self.places.steps(page.state)

    def question(self, page: Page) -> str:
        """The question of a page, "" where it has an answer."""
        state = None if page.state is None else self.places.tree.states[page.state]
        return state.question if isinstance(state, Ask) else ""

    def target(self, at: int, place: int, step: Step) -> Page:
        """The page to which a reply leads."""
        return self.pages[self.beyond[at, place] if step.to is None else self.of_state[step.to]]

    @cached_property
    def moving(self) -> set[int]:
        """The places of pages that depend on today: what is counted from it is on them, or led there."""
        tree = self.places.tree
        found = {self.of_state[number] for number in tree.moving if number in self.of_state}
        for number, state in enumerate(tree.states):
            if isinstance(state, Leaf) and any(said.moving for said in state.findings):
                found.add(self.of_state.get(number, 0))
            for reply, child in state.replies if isinstance(state, Ask) and tree.today else ():
                if any(isinstance(end, Relative) and end.fact == tree.day for end in ends(reply)):
                    found.add(self.of_state.get(child, 0))
        return found | {at for at, page in enumerate(self.pages) if self._counted(page)}

    def _counted(self, page: Page) -> bool:
        """Whether a reply on the way to a page is counted from today."""
        chosen = (self.steps(self.pages[at])[place].reply for at, place in page.way)
        return any(
            getattr(end, "fact", None) == self.places.tree.day for reply in chosen for end in ends(reply)
        )
