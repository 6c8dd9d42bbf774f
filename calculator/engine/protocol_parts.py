"""The parts that requests and responses are made of; protocol.py says how they are written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum


class Absent(Enum):
    """The type of ABSENT."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure for machines (ISO days and months, plain decimals) and as text in the language asked.

    What the rules cannot tell is `unknown`.
    """

    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was understood of a given day, month, year, number or amount, as a figure.

    `whole` is false where it may be the beginning of another: 10/1/20 of 10/1/2022.
    """

    value: str
    text: str
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One statement of a decision: the code of its sentence, the figures in it, the sources it rests on."""

    code: str
    figures: Mapping[str, Figure]
    sources: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A dated figure of the law that a rule has read, with the day from which it holds."""

    id: str
    value: str
    text: str
    since: Figure
    sources: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A row of a table that a rule has read: wages over one amount in ringgit, up to another or open."""

    table: str
    since: Figure
    wage_over: Figure
    wage_up_to: Figure | None
    sources: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Which facts and dated values led to a finding."""

    finding: str
    facts: Sequence[str]
    parameters: Sequence[Parameter]
    bands: Sequence[Band]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One fact, other replies to it, and the outcome they lead to.

    Replies are `values`, or `from` and `to`: ends are included, null is open. Where the outcome is the same,
    `findings` says what else is different.
    """

    fact: str
    values: Sequence[str] | Absent = ABSENT
    from_: Figure | Absent | None = ABSENT
    to: Figure | Absent | None = ABSENT
    outcome: str
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """What is wrong; `question` is null where the request as a whole is, which only a program can cause.

    With the code `ambiguous` there are `readings`, one of which is meant.
    """

    question: str | None
    code: str
    readings: Sequence[Figure] | Absent = ABSENT
