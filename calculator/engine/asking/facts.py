"""What a reader has told us: read on demand, parsed by annotation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from calculator.engine.asking.bounds import Between, Readable, ReplyError
from calculator.engine.asking.kinds import BY_TYPE, KINDS, Question
from calculator.engine.asking.reading.text import normal

UNKNOWN = "unknown"


class Unanswered(Exception):  # noqa: N818 - a signal, not an error: the engine turns it into a question
    """Raised when a rule reads a fact that has not been given; the engine then asks for it."""

    def __init__(self, question: str, asked: Sequence[str]) -> None:
        super().__init__(f"the fact {question!r} has not been given")
        self.question = question
        self.asked = tuple(asked)


class InvalidFactError(ValueError):
    """Raised when a given fact cannot be used; `question` is its id, `code` names the mistake.

    `readings` are what it can mean, where it can mean more than one thing.
    """

    def __init__(self, question: str, code: str, readings: Sequence[Readable] = ()) -> None:
        super().__init__(f"the fact {question!r} cannot be used: {code}")
        self.question = question
        self.code = code
        self.readings = tuple(readings)


@dataclass(frozen=True, slots=True)
class Known:
    """A reply that was read before, for who puts the same one to the rules many times; None: unknown."""

    value: object


class FactsError(TypeError):
    """Raised where facts are declared in a way that the engine could not ask for; says what to write."""


class Facts:
    """Base of a notice's facts: annotate attributes, read them, and the engine asks for what is missing.

    The annotation says how text is read: an enum of choices, a `frozenset` of one where several apply,
    `bool`, `date`, `Month`, `Year`, `Percentage`; with bounds `Annotated[int, Between(0, 120)]`, and so
    `Count` of people and `Decimal` in ringgit. With `| None` the reply "unknown" is possible, read as None.
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
        """Derive the questions from the annotations once, when the class is made; raises FactsError."""
        hints = get_type_hints(cls, include_extras=True)
        for name in hints:
            if name.startswith("_") or name == "asked" or hasattr(Facts, name):
                raise FactsError(f"{cls.__name__}.{name}: the engine uses this name; give the fact another")
            if hasattr(cls, name):
                raise FactsError(f"{cls.__name__}.{name} has a value and would never be asked; leave it out")
        _BY_ID[cls] = {name: _question(f"{cls.__name__}.{name}", name, hint) for name, hint in hints.items()}

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


def _question(place: str, name: str, hint: Any) -> Question:  # noqa: ANN401 - what get_type_hints gives
    unknown = get_origin(hint) in (Union, UnionType)
    wanted = next(part for part in get_args(hint) if part is not type(None)) if unknown else hint
    within = None
    if get_origin(wanted) is Annotated:
        wanted, *said = get_args(wanted)
        within = next((part for part in said if isinstance(part, Between)), None)
    members = get_args(wanted)[0] if get_origin(wanted) is frozenset else wanted
    if isinstance(members, type) and issubclass(members, StrEnum):
        kind, choices = "choice" if members is wanted else "several", tuple(each.value for each in members)
        return Question(name, kind, choices, unknown, members)
    if wanted not in BY_TYPE:
        raise FactsError(f"{place}: no form asks for {wanted}; the kinds are listed in asking/kinds.py")
    kind = BY_TYPE[wanted]
    within = within or KINDS[kind].within
    if within is None and kind != "yes_no":
        raise FactsError(f"{place} has no bounds; write Annotated[…, Between(least, most)]")
    return Question(name, kind, ("yes", "no") if kind == "yes_no" else (), unknown, None, within)


def read(question: Question, given: object) -> object:
    """One given fact as Python reads it; raises InvalidFactError."""
    if isinstance(given, Known):
        return given.value
    if question.may_be_unknown and given == UNKNOWN:
        return None
    try:
        return KINDS[question.kind].read(given, question)
    except ReplyError as error:
        # as it is nearly always sent it was found above
        if question.may_be_unknown and isinstance(given, str) and normal(given) == UNKNOWN:
            return None
        raise InvalidFactError(question.id, error.code, error.readings) from None
