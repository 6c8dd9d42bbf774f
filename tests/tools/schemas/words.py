"""The writers' files in docs/. Their keys are those that the checks want, with the codes of the notice."""

from collections.abc import Mapping
from typing import Any

from overrides.hooks.check import answers, calendar
from overrides.hooks.check.steps import BEYOND
from overrides.hooks.check.steps_file import DAYS
from overrides.hooks.read.files import FINDING_MAY, FINDING_PARTS, LANGUAGES
from overrides.hooks.read.rules import KINDS, NONE, Loaded, Question
from overrides.hooks.render.calendars.entry import ANSWERS
from overrides.hooks.render.changes import PARTS
from overrides.hooks.render.pictures import amounts, macro, periods
from overrides.hooks.render.steps.texts import TABLES
from tests.tools.schemas.shapes import TEXT, WORDS, Schema, list_of, table, tables, texts

MONEY = {amounts.RINGGIT}
REF: Schema = {"$ref": "#/definitions/words"}


def form(of: Loaded) -> Schema:
    """form.<lang>.toml: a question for each fact, and whom to ask."""
    questions = {question.id: _question(question, of) for question in of.questions}
    words = {"type": "string", "pattern": r"^[^{}]*\{phone\}[^{}]*$"}
    parts = {
        "ask": table({key: words if key == "words" else TEXT for key in answers.ASK}, answers.ASK),
        "questions": table(questions, questions),
    }
    return table({key: parts[key] for key in answers.FORM}, answers.FORM)


def _question(question: Question, of: Loaded) -> Schema:
    choices = [*question.choices, *(["unknown"] if question.may_be_unknown else [])]
    choices += [NONE] if KINDS[question.kind].control == "checkboxes" else []
    parts = {"choices": texts(choices), "errors": texts(("missing", *of.errors(question)))}
    return table({key: parts.get(key, TEXT) for key in answers.QUESTION}, ("label",))


def findings(of: Loaded) -> Schema:
    """findings.<lang>.toml: each finding in the part of an answer where it stands."""
    codes = [code.value for code in of.codes]
    return table({part: table(dict.fromkeys(codes, _finding(part))) for part in FINDING_PARTS})


def _finding(part: str) -> Schema:
    wanted = FINDING_PARTS[part]
    whole = table(dict.fromkeys((*wanted, *FINDING_MAY[part]), TEXT), wanted)
    return {"anyOf": [TEXT, whole]} if wanted == ("text",) else whole


def days(of: Loaded) -> Schema:
    """calendar.<lang>.toml: the days of a notice, each one of its rules or its law."""
    text = table(dict.fromkeys(calendar.TEXTS, TEXT), calendar.TEXTS)
    own = table(dict.fromkeys((*calendar.TEXTS, calendar.BUTTON), TEXT), (*calendar.TEXTS, calendar.BUTTON))
    parts = {part: table(dict.fromkeys(ids, text)) for part, (_, ids) in calendar._known(of).items()}
    parts[ANSWERS] = table(dict.fromkeys((code.value for code in of.codes), tables(own)))
    return table({**dict.fromkeys(calendar.NAMES, TEXT), **parts}, calendar.NAMES)


def steps(of: Loaded) -> Schema:
    """steps.<lang>.toml: words of the pages without a script."""
    questions = [question.id for question in of.questions]
    parts = {
        "facts": texts(questions),
        "replies": table(dict.fromkeys(questions, tables(TEXT))),
        "figures": tables(TEXT),
        "findings": texts(code.value for code in of.codes),
        "outcomes": texts((*(code.value for code in of.outcomes), BEYOND)),
    }
    return table({**dict.fromkeys(DAYS, TEXT), **{part: parts[part] for part in TABLES}})


def columns() -> Schema:
    """columns.toml: what columns and replies of payrolls are called, and what may stand beside a name."""
    parts = {
        "beside": list_of(TEXT),
        "columns": tables(list_of(TEXT)),
        "replies": tables(tables(list_of(TEXT))),
    }
    return table(parts, ("beside", "columns"))


def picture(of: Loaded) -> Schema:
    """picture.<lang>.toml: the words of each picture of the notice's law."""
    drawn: dict[str, tuple[str, ...]] = {macro.ALL_PROGRAMMES: periods.TEXTS}
    drawn |= dict.fromkeys(of.law.tables, amounts.BY_WAGES)
    money = [
        id for id, dated in of.law.parameters.items() if {each.unit for each in dated.in_force()} == MONEY
    ]
    drawn |= dict.fromkeys(money, amounts.THROUGH_YEARS)
    return with_words(table({id: table(dict.fromkeys(keys, REF), keys) for id, keys in drawn.items()}))


def labels(found: Mapping[str, Any]) -> Schema:
    """labels.<lang>.toml and interface.<lang>.toml, whose keys are those that there are."""
    return with_words(_offered(found))


def _offered(found: Mapping[str, Any]) -> Schema:
    """The keys of a table, each with its text as an editor shows it; others may be added."""
    fields = {
        key: _offered(value) if isinstance(value, Mapping) else {"type": "string", "description": str(value)}
        for key, value in found.items()
    }
    return {"type": "object", "properties": fields, "additionalProperties": REF}


def glossary() -> Schema:
    """glossary.toml: a term in each language, its other names, what is never written, what readers type."""
    more = [f"{kind}_{lang}" for kind in ("also", "never") for lang in LANGUAGES]
    lists = dict.fromkeys((*more, "searched"), list_of(TEXT))
    return tables(table({**dict.fromkeys(LANGUAGES, TEXT), **lists}, LANGUAGES))


def changes() -> Schema:
    """changes.<lang>.toml: by day, what changed in the law and in the notice."""
    return tables(table(dict.fromkeys(PARTS, tables(TEXT))))


def redirects() -> Schema:
    """redirects.toml: old addresses with the new ones, below their language."""
    return tables(TEXT)


def searched() -> Schema:
    """searched.toml: by language, what readers type for words that are no terms."""
    each = table({"fillers": list_of(TEXT), "means": tables(list_of(TEXT))})
    return table(dict.fromkeys(LANGUAGES, each))


def with_words(schema: Schema) -> Schema:
    """A schema that uses texts in tables of any depth."""
    return {**schema, "definitions": {"words": WORDS}}
