"""What the engine understood of the facts as they were typed, said back in words."""

from collections.abc import Mapping

from calculator.engine import figures, protocol
from calculator.engine.asking import replies
from calculator.engine.asking.bounds import READABLE, Readable
from calculator.engine.asking.facts import InvalidFactError, read
from calculator.engine.asking.kinds import KINDS, Question


def understood(
    questions: Mapping[str, Question], given: Mapping[str, object], lang: str
) -> dict[str, protocol.Reading]:
    """Every given day, month, year, number and amount that can be read, by its question."""
    found = {}
    for id, reply in given.items():
        kind = KINDS[questions[id].kind]
        if kind.said is None:
            continue
        try:
            value = read(questions[id], reply)
        except InvalidFactError:
            continue
        if isinstance(value, READABLE):
            said = figure(questions[id], value, lang)
            whole = not kind.may_go_on(replies.text(reply))
            found[id] = protocol.Reading(value=said.value, text=said.text, whole=whole)
    return found


def figure(question: Question, value: Readable, lang: str) -> protocol.Figure:
    """A reply for machines and in words."""
    unit = KINDS[question.kind].said
    text = figures.value(value) if unit is None else unit.texts[lang](value)
    return protocol.Figure(value=figures.value(value), text=text)
