"""What a rule concludes, and how it came about."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from calculator.engine.calendar import Amount
from calculator.engine.law import Band, Value


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that a rule worked out, in a unit of `figures.UNITS`."""

    amount: Amount
    unit: str
    bound: str | None = None
    sources: tuple[str, ...] = ()


# In the place of a figure that cannot be told, as the reply to a question that nobody can answer is written
NOT_KNOWN = Figure("unknown", "not_known")


@dataclass(frozen=True, slots=True)
class Finding:
    """One cited statement of a decision: `code` stands for the sentence the writers own."""

    code: StrEnum
    figures: Mapping[str, Figure | Value] = field(default_factory=dict)
    sources: Sequence[str] = ()

    @property
    def cited(self) -> tuple[str, ...]:
        """Source ids: those of the statement, then those of its figures, each once."""
        of_figures = (source for figure in self.figures.values() for source in figure.sources)
        return tuple(dict.fromkeys([*self.sources, *of_figures]))


# A rule yields its findings in the order of the law and returns the outcome.
type Ruling = Generator[Finding, None, StrEnum]


@dataclass(frozen=True, slots=True)
class Step:
    """A finding, and the facts and parameters read on the way to it since the finding before."""

    finding: Finding
    facts: tuple[str, ...]
    consulted: tuple[Value | Band, ...]

    @property
    def values(self) -> list[Value]:
        """The dated figures read, each once however often the rule looked."""
        return list(dict.fromkeys(read for read in self.consulted if isinstance(read, Value)))

    @property
    def bands(self) -> list[Band]:
        """The rows of contribution tables read."""
        return [read for read in self.consulted if isinstance(read, Band)]


@dataclass(frozen=True, slots=True)
class Decision:
    """The result of a notice for one reader: an outcome code and the findings that carry it."""

    outcome: StrEnum
    steps: tuple[Step, ...]
    asked: tuple[str, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The cited statements, in the order in which the rule made them."""
        return tuple(step.finding for step in self.steps)
