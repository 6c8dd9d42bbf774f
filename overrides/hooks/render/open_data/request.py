"""The JSON Schema of a request to one notice: its facts, with what each may be."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.rules import KINDS, NONE, Loaded, Question
from overrides.hooks.render.open_data import digits
from overrides.hooks.render.open_data.names import Names

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# JSON Schema knows words of one language; ours stand beside them, and validators pass them over.
TITLES = "x-titles"
MONTH, DAY = "(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"

type Schema = dict[str, Any]
type Labels = Mapping[str, Mapping[str, str]]


def schema(notice: Loaded, names: Names, version: str) -> Schema:
    """The schema; a fact that the rules do not need may be left out, and is asked for where they do."""
    questions = {lang: _questions(notice, names, lang) for lang in LANGUAGES}
    return {
        "$schema": DIALECT,
        "title": f"A request to the notice {notice.id}",
        "x-law-as-at": notice.law.as_at.isoformat(),
        "x-version": version,
        "type": "object",
        "properties": {
            "notice": {"const": notice.id},
            "lang": {"enum": list(LANGUAGES)},
            "facts": {
                "type": "object",
                "properties": {
                    question.id: _fact(question, {lang: questions[lang][question.id] for lang in LANGUAGES})
                    for question in notice.questions
                },
                "additionalProperties": False,
            },
            "explain": {"type": "boolean"},
        },
        "required": ["notice", "lang", "facts"],
        "additionalProperties": False,
    }


def _questions(notice: Loaded, names: Names, lang: str) -> Mapping[str, Mapping[str, Any]]:
    return {each["id"]: each for each in names.questions(notice, lang)}


def _fact(question: Question, said: Mapping[str, Mapping[str, Any]]) -> Schema:
    """What one fact may be: what its kind takes, or that it is not known."""
    labels = {
        reply: {lang: dict(said[lang]["choices"])[reply] for lang in said}
        for reply, _ in next(iter(said.values()))["choices"]
    }
    made = BY_KIND[question.kind](question, labels)
    if question.may_be_unknown:
        made = {"anyOf": [made, _one("unknown", labels)]}
    kind = {"x-kind": question.kind}
    return {**_titled({lang: str(each["label"]) for lang, each in said.items()}), **kind, **made}


def _titled(said: Mapping[str, str]) -> Schema:
    return {"title": said[LANGUAGES[0]], TITLES: dict(said)}


def _one(reply: str, labels: Labels, *written: object) -> Schema:
    """One reply of those offered, as it may be written."""
    meant = {"enum": [reply, *written]} if written else {"const": reply}
    return {**meant, **_titled(labels[reply])}


def _choice(question: Question, labels: Labels) -> Schema:
    return {"oneOf": [_one(choice, labels) for choice in question.choices]}


def _yes_no(_: Question, labels: Labels) -> Schema:
    replies = {"yes": True, "no": False}
    return {"oneOf": [_one(reply, labels, meant) for reply, meant in replies.items()]}


def _several(question: Question, labels: Labels) -> Schema:
    """A list of choices, or one text with commas; `none` where nothing applies."""
    each = {"oneOf": [_one(choice, labels) for choice in question.choices]}
    any_of = "|".join(question.choices)
    return {
        "anyOf": [
            {"type": "array", "items": each, "uniqueItems": True},
            {"type": "array", "items": _one(NONE, labels), "minItems": 1, "maxItems": 1},
            {"type": "string", "pattern": f"^(?:{NONE}|(?:{any_of})(?:,(?:{any_of}))*)$"},
        ]
    }


def _text(pattern: str, **more: str) -> Schema:
    return {"type": "string", "pattern": f"^{pattern}$", **more}


def _date(question: Question, _: Labels) -> Schema:
    least, most = _bounds(question)
    return _text(f"{_years(least.year, most.year)}-{MONTH}-{DAY}", format="date", **_ends(least, most))


def _month(question: Question, _: Labels) -> Schema:
    least, most = _bounds(question)
    return _text(f"{_years(least.year, most.year)}-{MONTH}", **_ends(least, most))


def _years(least: int, most: int) -> str:
    return digits.between(least, most)


def _ends(least: object, most: object) -> dict[str, str]:
    """Bounds that no keyword has for texts."""
    return {"x-least": str(least), "x-most": str(most)}


def _whole(question: Question, _: Labels) -> Schema:
    least, most = _bounds(question)
    number = {"type": "integer", "minimum": least, "maximum": most}
    return {"anyOf": [number, _text(digits.between(least, most))]}


def _amount(decimals: str) -> Callable[[Question, Labels], Schema]:
    def made(question: Question, _: Labels) -> Schema:
        least, most = _bounds(question)
        number = {"type": "integer", "minimum": int(least), "maximum": int(most)}
        return {"anyOf": [number, _text(digits.amounts(least, most, decimals), **_ends(least, most))]}

    return made


def _bounds(question: Question) -> Sequence[Any]:
    within = question.within or KINDS[question.kind].within
    assert within is not None  # noqa: S101 - kinds without bounds of their own must be given some
    return within.least, within.most


BY_KIND: Mapping[str, Callable[[Question, Labels], Schema]] = {
    "choice": _choice,
    "yes_no": _yes_no,
    "several": _several,
    "date": _date,
    "month": _month,
    "year": _whole,
    "money": _amount("1,2"),
    "integer": _whole,
    "count": _whole,
    "percentage": _amount("1,"),
}
