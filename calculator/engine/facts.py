"""What a reader has told us: read on demand, parsed by annotation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_type_hints

from calculator.engine import parse
from calculator.engine.month import Month

UNKNOWN = "unknown"

KINDS: Mapping[type, str] = {
    date: "date",
    Month: "month",
    Decimal: "money",
    int: "integer",
    bool: "yes_no",
}


class Unanswered(Exception):  # noqa: N818 - a signal, not an error: the engine turns it into a question
    """Raised when a rule reads a fact that has not been given; the engine then asks for it."""

    def __init__(self, question: str, asked: Sequence[str]) -> None:
        super().__init__(f"the fact {question!r} has not been given")
        self.question = question
        self.asked = tuple(asked)


class InvalidFactError(ValueError):
    """Raised when a given fact cannot be used; `question` is its id, `code` names the mistake."""

    def __init__(self, question: str, code: str) -> None:
        super().__init__(f"the fact {question!r} cannot be used: {code}")
        self.question = question
        self.code = code


@dataclass(frozen=True, slots=True)
class Question:
    """One fact as a form sees it: `kind` is choice, yes_no, date, month, money or integer."""

    id: str
    kind: str
    choices: tuple[str, ...]
    may_be_unknown: bool
    type: type


class Facts:
    """Base of a notice's facts: annotate attributes, read them, and the engine asks for what is missing.

    The annotation says how text is read: an enum of choices, `date`, `Month`, `Decimal` (ringgit),
    `int` or `bool`; with `| None` the reply "unknown" is possible and is read as None.
    """

    def __init__(self, given: Mapping[str, object]) -> None:
        self._given = given
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - the subclass's annotations give the type
        """Read a fact; raises Unanswered or InvalidFactError."""
        question = _BY_ID[type(self)].get(name)
        if question is None:
            raise AttributeError(name)
        if name not in self.asked:
            self.asked.append(name)
        if name not in self._given:
            raise Unanswered(name, self.asked)
        value = read(question, self._given[name])
        # read once: later reads find the parsed value without coming back here
        self.__dict__[name] = value
        return value

    def __init_subclass__(cls) -> None:
        """Derive the questions from the annotations once, when the class is made."""
        _BY_ID[cls] = {name: _question(name, hint) for name, hint in get_type_hints(cls).items()}

    @classmethod
    def questions(cls) -> tuple[Question, ...]:
        """Every question, in the order of the annotations."""
        return tuple(_BY_ID[cls].values())

    def invalid(self) -> list[InvalidFactError]:
        """Every given fact that cannot be read, so that one answer can name them all."""
        errors = []
        for question in self.questions():
            if question.id in self._given:
                try:
                    read(question, self._given[question.id])
                except InvalidFactError as error:
                    errors.append(error)
        return errors


_BY_ID: dict[type, dict[str, Question]] = {}


def _question(name: str, hint: Any) -> Question:  # noqa: ANN401 - what get_type_hints gives
    optional = isinstance(hint, UnionType)
    kind = next(arg for arg in get_args(hint) if arg is not type(None)) if optional else hint
    if issubclass(kind, StrEnum):
        return Question(name, "choice", tuple(choice.value for choice in kind), optional, kind)
    choices = ("yes", "no") if kind is bool else ()
    return Question(name, KINDS[kind], choices, optional, kind)


def read(question: Question, given: object) -> object:
    """One given fact as Python reads it; raises InvalidFactError."""
    if question.may_be_unknown and given == UNKNOWN:
        return None
    try:
        if question.kind == "choice":
            return parse.choice(question.type, given)
        return parse.BY_KIND[question.kind](given)
    except parse.ParseError as error:
        raise InvalidFactError(question.id, error.code) from None
