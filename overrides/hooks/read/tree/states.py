"""The tree as pages are made of it: states, each a question with its replies or an answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from overrides.hooks.read.rules import Figure
from overrides.hooks.read.tree.ends import Reply


@dataclass(frozen=True, slots=True)
class Said:
    """A finding as far as a page can say it.

    `figures` are those that are the same for everyone who comes here; `varying` the ids of those that follow
    from a reply that a page does not have exactly; `moving` those of `figures` that are of the day of the
    answer. `texts` are the figures for machines, so that 30.5 and 30.50 are two. `follows` has those of
    `varying` that are a reply itself, or so many points behind it: the figure, the fact, how many points.
    """

    code: str
    figures: tuple[tuple[str, Figure], ...]
    varying: tuple[str, ...]
    moving: tuple[str, ...]
    sources: tuple[str, ...]
    texts: tuple[str, ...] = ()
    follows: tuple[tuple[str, str, int], ...] = ()

    def joined(self, other: "Said") -> "Said | None":
        """The finding that both are, its figures varying where they are not the same."""
        if self.sources != other.sources:
            return None
        others = set(zip(other.figures, other.texts, strict=True))
        same = {
            figure: text
            for figure, text in zip(self.figures, self.texts, strict=True)
            if (figure, text) in others
        }
        kept = {id for id, _ in same}
        ids = (
            *(id for id, _ in self.figures),
            *self.varying,
            *(id for id, _ in other.figures),
            *other.varying,
        )
        varying = tuple(dict.fromkeys(id for id in ids if id not in kept))
        moving = tuple(id for id in self.moving if id in kept)
        follows = tuple(each for each in self.follows if each in other.follows)
        return Said(self.code, tuple(same), varying, moving, self.sources, tuple(same.values()), follows)


@dataclass(frozen=True, slots=True)
class Leaf:
    """An answer: the outcome, and the findings in their order."""

    outcome: str
    findings: tuple[Said, ...]

    def joined(self, other: "Leaf") -> "Leaf | None":
        """The answer that both are but for their figures; None where more tells them apart."""
        if self.outcome != other.outcome or self.codes != other.codes:
            return None
        said = [one.joined(another) for one, another in zip(self.findings, other.findings, strict=True)]
        return None if None in said else Leaf(self.outcome, tuple(each for each in said if each))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the findings."""
        return tuple(said.code for said in self.findings)

    @property
    def fixed(self) -> Mapping[str, Figure]:
        """The figures that are the same for everyone; of those with one id the first."""
        return dict(figure for said in reversed(self.findings) for figure in said.figures)

    @property
    def varying(self) -> frozenset[str]:
        """The ids of the figures that a page cannot carry."""
        return frozenset(id for said in self.findings for id in said.varying)

    @property
    def unnamed(self) -> frozenset[str]:
        """Those of them that are no reply, nor so many points behind one."""
        pairs = ((said, id) for said in self.findings for id in said.varying)
        return frozenset(id for said, id in pairs if id not in {each[0] for each in said.follows})


@dataclass(frozen=True, slots=True)
class Ask:
    """A question, and by reply the number of the state that it leads to."""

    question: str
    replies: tuple[tuple[Reply, int], ...]


type State = Leaf | Ask
