"""What a page or a program asks and what it is told, each part once.

`protocol.d.ts` and the JSON Schema are made from these by `python -m overrides.hooks.assemble.protocol`.
A name that Python keeps for itself has a line after it: `from_` is `from`. What is ABSENT is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from calculator.engine.protocol_parts import (
    ABSENT,
    Absent,
    Band,
    Change,
    Figure,
    Finding,
    Mistake,
    Parameter,
    Reading,
    Step,
)

__all__ = [
    "ABSENT", "Absent", "Band", "Change", "DecisionResponse", "FailedResponse", "Figure", "Finding",
    "InvalidResponse", "Mistake", "Parameter", "Part", "QuestionResponse", "Reading", "Reply", "Request",
    "Response", "Step", "plain",
]  # fmt: skip


type Reply = str | int | bool | Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Facts by question id: days are YYYY-MM-DD, months YYYY-MM, amounts ringgit, or "unknown".

    What people type is read as well, and what was understood is said back. `lang` is en or zh. Of several
    choices at once the ids stand in a list, or in one text with commas.
    """

    notice: str
    lang: str
    facts: Mapping[str, Reply]
    explain: bool | Absent = ABSENT


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionResponse:
    """The rules need one more fact; `read` says what was understood of those given, by question id."""

    status: Literal["question"] = "question"
    question: str
    asked: Sequence[str]
    read: Mapping[str, Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class InvalidResponse:
    """The request, or some of its facts, cannot be used; `read` only where the request as a whole can."""

    status: Literal["invalid"] = "invalid"
    errors: Sequence[Mistake]
    read: Mapping[str, Reading] | Absent = ABSENT


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionResponse:
    """The rules have decided; `steps` and `changes` only where `explain` was asked for."""

    status: Literal["decision"] = "decision"
    outcome: str
    asked: Sequence[str]
    findings: Sequence[Finding]
    law_as_at: str
    read: Mapping[str, Reading]
    steps: Sequence[Step] | Absent = ABSENT
    changes: Sequence[Change] | Absent = ABSENT


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedResponse:
    """A fault of the rules."""

    status: Literal["failed"] = "failed"
    error: str


type Response = QuestionResponse | InvalidResponse | DecisionResponse | FailedResponse
type Part = Response | Figure | Reading | Finding | Parameter | Band | Step | Change | Mistake


def plain(part: Part) -> dict[str, object]:
    """A part of a response as JSON has it, with its own parts as they are; for `default` of json.dumps."""
    names: tuple[str, ...] = part.__slots__
    return {name.rstrip("_"): value for name in names if (value := getattr(part, name)) is not ABSENT}
