"""What a page or a program asks and what it is told, each part once.

`protocol.d.ts` and the JSON Schema are made from these by `python -m overrides.hooks.assemble.protocol`.
A name that Python keeps for itself has a line after it: `from_` is `from`. What is ABSENT is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import Enum
from typing import Literal


class Absent(Enum):
    """The type of ABSENT."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT

type Reply = str | int | bool | Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Facts by question id: days are YYYY-MM-DD, months YYYY-MM, amounts ringgit, or "unknown".

    `lang` is en or zh. Of several choices at once the ids stand in a list, or in one text with commas.
    """

    notice: str
    lang: str
    facts: Mapping[str, Reply]
    explain: bool | Absent = ABSENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure for machines (ISO days and months, plain decimals) and as text in the language asked."""

    value: str
    text: str


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
    """What is wrong; `question` is null where the request as a whole is, which only a program can cause."""

    question: str | None
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionResponse:
    """The rules need one more fact."""

    status: Literal["question"] = "question"
    question: str
    asked: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class InvalidResponse:
    """The request, or some of its facts, cannot be used."""

    status: Literal["invalid"] = "invalid"
    errors: Sequence[Mistake]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionResponse:
    """The rules have decided; `steps` and `changes` only where `explain` was asked for."""

    status: Literal["decision"] = "decision"
    outcome: str
    asked: Sequence[str]
    findings: Sequence[Finding]
    law_as_at: str
    steps: Sequence[Step] | Absent = ABSENT
    changes: Sequence[Change] | Absent = ABSENT


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedResponse:
    """A fault of the rules."""

    status: Literal["failed"] = "failed"
    error: str


type Response = QuestionResponse | InvalidResponse | DecisionResponse | FailedResponse
type Part = Response | Figure | Finding | Parameter | Band | Step | Change | Mistake


def plain(part: Part) -> dict[str, object]:
    """A part of a response as JSON has it, with its own parts as they are; for `default` of json.dumps."""
    values = {field.name.rstrip("_"): getattr(part, field.name) for field in fields(part)}
    return {name: value for name, value in values.items() if value is not ABSENT}
