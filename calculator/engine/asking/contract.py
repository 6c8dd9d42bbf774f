"""What engine, form and tests assume of every notice: one check and one message for each assumption.

What a page must hold is checked with the writers' files: the heading `by_hand_id` (overrides/hooks).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from calculator.engine.asking.facts import InvalidFactError, read
from calculator.engine.asking.kinds import KINDS
from calculator.engine.asking.notice import Loaded
from calculator.engine.law.dated import NotInForceError


@dataclass(frozen=True, slots=True)
class Breach:
    """What breaks the contract; `samples_of` is the question whose replies in samples.toml do."""

    said: str
    samples_of: str = ""


class NoticeError(ValueError):
    """Raised when a notice breaks the contract; has one line for each breach."""

    def __init__(self, breaches: Iterable[Breach]) -> None:
        """Keep every breach, so that all can be mended at once."""
        self.breaches = tuple(breaches)
        super().__init__("\n".join(breach.said for breach in self.breaches))


def check(loaded: Loaded) -> None:
    """Refuse a notice that breaks the contract; raises NoticeError."""
    checks = (_day, _codes, _phone, _errors, _undecided)
    breaches = [("", said) for each in checks for said in each(loaded)]
    if breaches := [*breaches, *_samples(loaded)]:
        raise NoticeError(Breach(f"{loaded.id}: {said}", question) for question, said in breaches)


def _day(loaded: Loaded) -> Iterator[str]:
    """The fact that dates the answer is there, is a date, a month or a year, and is always known."""
    name = loaded.notice.day
    question = next((each for each in loaded.questions if each.id == name), None)
    if question is None:
        yield f'day is "{name}", which is no fact; name the one of which day the answer speaks'
    elif not KINDS[question.kind].of_day:
        yield f'day is "{name}", a {question.kind}; name a date, a month or a year'
    elif question.may_be_unknown:
        yield f'day is "{name}", which may be unknown; leave out "| None"'


def _codes(loaded: Loaded) -> Iterator[str]:
    """What the notice names of its outcomes and findings is among them."""
    of, codes = loaded.notice, loaded.codes
    if of.cannot_decide not in loaded.outcomes:
        yield f'cannot_decide is "{of.cannot_decide}", which is no outcome of it'
    for name, code in (("after_last_check", of.after_last_check), ("ask", of.ask)):
        if code not in codes:
            yield f'{name} is "{code}", which is no finding of it'
    for code in sorted(of.decisive - set(codes)):
        yield f'decisive has "{code}", which is no finding of it'


def _phone(loaded: Loaded) -> Iterator[str]:
    """Whoever the law does not answer can ask someone, at a number that the law has."""
    name = loaded.notice.phone
    if name not in loaded.law.parameters:
        yield f'phone is "{name}", which is no parameter of its law'
    elif {value.unit for value in loaded.law.history(name)} != {"phone"}:
        yield f'phone is "{name}", which has no number; name a parameter in the unit phone'


def _errors(loaded: Loaded) -> Iterator[str]:
    """The rules refuse facts that there are, each with codes that are the notice's own."""
    kinds = {question.id: question.kind for question in loaded.questions}
    for name, codes in loaded.notice.errors.items():
        if name not in kinds:
            yield f'errors has "{name}", which is no fact'
            continue
        for code in {*KINDS[kinds[name]].errors, "not_text"} & set(codes):
            yield f'errors has "{code}" for "{name}", which every {kinds[name]} can have; leave it out'


def _samples(loaded: Loaded) -> Iterator[tuple[str, str]]:
    """Every question has replies with which its paths are walked, and each of them can be read."""
    questions = {question.id: question for question in loaded.questions}
    for name in questions.keys() - loaded.samples.keys():
        yield (
            name,
            f'samples.toml has no replies to "{name}"; write {name} = ["…"], on both sides of every limit',
        )
    for name, replies in loaded.samples.items():
        if name not in questions:
            yield name, f'samples.toml has replies to "{name}", which is no fact'
            continue
        for reply in replies:
            try:
                read(questions[name], reply)
            except InvalidFactError as error:
                yield name, f'samples.toml has "{reply}" for "{name}", which is refused: {error.code}'


def _undecided(loaded: Loaded) -> Iterator[str]:
    """Where the law has no rule, `undecided` needs none either, names whom to ask, and decides nothing."""
    found = []
    ruling = loaded.notice.undecided(loaded.law.fresh())
    try:
        while True:
            found.append(next(ruling).code)
    except StopIteration as end:
        if end.value != loaded.notice.cannot_decide:
            yield f'undecided() ends in "{end.value}", not in cannot_decide'
        if loaded.notice.ask not in found:
            yield f'undecided() does not say "{loaded.notice.ask}", whom to ask'
    except NotInForceError as error:
        yield f"undecided() needs law that is not there ({error}); read nothing dated in it"
