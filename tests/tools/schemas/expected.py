"""The files of the tests: cases, origins, and replies to try."""

from calculator.engine.asking.kinds import Question
from calculator.engine.asking.notice import Loaded
from calculator.engine.figures import LANGUAGES
from tests.cases import KEYS, RESULTS
from tests.last_check import NAMES
from tests.tools.schemas.shapes import TEXT, Schema, known, list_of, one_of, table, tables


def cases(of: Loaded) -> Schema:
    """cases.toml: facts, and what is expected of the answer."""
    codes = [code.value for code in of.codes]
    questions = {question.id: question for question in of.questions}
    fields = {
        "name": TEXT,
        "origin": TEXT,
        "facts": table({id: _reply(question) for id, question in questions.items()}),
        "outcome": one_of(code.value for code in of.outcomes),
        "question": one_of(questions),
        "errors": table({id: one_of(("missing", *of.errors(each))) for id, each in questions.items()}),
        "figures": tables(TEXT),
        "texts": table(dict.fromkeys(LANGUAGES, tables(TEXT))),
        "findings": list_of(one_of(codes)),
        "not_findings": list_of(one_of(codes)),
        "cited": table(dict.fromkeys(codes, list_of(known(of.law.sources), 1))),
    }
    one = [{"required": [key]} for key in RESULTS]
    case = table({key: fields[key] for key in KEYS}, ("name", "origin"), oneOf=one)
    return table({"case": list_of(case)}, ("case",))


def _reply(question: Question) -> Schema:
    """Whatever a reader may send, for cases show what is refused, too; the choices are offered."""
    offered = one_of((*question.choices, *(["unknown"] if question.may_be_unknown else []), *NAMES))
    return {"anyOf": [offered, {}]}


def replies(of: Loaded, *, every: bool) -> Schema:
    """samples.toml, which has replies to every question, and paths.toml, which has some."""
    questions = [question.id for question in of.questions]
    return table(dict.fromkeys(questions, list_of(TEXT, 1)), questions if every else ())


def origins() -> Schema:
    """origins.toml: lists of patterns, under names of the writer's."""
    return tables(list_of({"type": "string", "format": "regex"}, 1))


def renamed(of: Loaded) -> Schema:
    """renamed.toml: earlier names of questions."""
    return tables(one_of(question.id for question in of.questions))
