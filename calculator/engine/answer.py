"""The one entry point: a request in JSON, an answer in JSON; the only place that catches."""

import json
from collections.abc import Mapping
from decimal import Decimal

from calculator.engine import explain, figures
from calculator.engine.decision import Decision
from calculator.engine.facts import InvalidFactError, Unanswered
from calculator.engine.notice import Notice, load, notices

type Json = dict[str, object]


class BadRequestError(ValueError):
    """Raised when a request as a whole cannot be used; the argument is the error code."""


def answer(request: str) -> str:
    """Answer a request; both are JSON texts as `protocol.d.ts` describes them.

    Never raises an `Exception`: a request that cannot be used gives status `invalid`,
    a fault of ours gives status `failed`.
    """
    response = json.dumps(_respond(request), ensure_ascii=False)
    # half a surrogate pair, echoed from a request, is no character that UTF-8 could carry
    return response.encode(errors="replace").decode()


def _respond(request: str) -> Json:
    try:
        asked = _read(request)
        return _evaluate(asked)
    except BadRequestError as error:
        return {"status": "invalid", "errors": [_error(None, str(error))]}
    except Exception as error:  # noqa: BLE001 - the page must get a sentence, whatever went wrong
        return {"status": "failed", "error": f"{type(error).__name__}: {error}"}


def _read(request: str) -> Json:
    try:
        # amounts are money: never a binary fraction
        asked = json.loads(request, parse_float=Decimal)
    except (ValueError, RecursionError):
        raise BadRequestError("not_json") from None
    if not isinstance(asked, dict):
        raise BadRequestError("not_an_object")
    if asked.get("notice") not in notices():
        raise BadRequestError("unknown_notice")
    if asked.get("lang") not in figures.LANGUAGES:
        raise BadRequestError("unknown_lang")
    if not isinstance(asked.get("facts"), dict):
        raise BadRequestError("no_facts")
    return asked


def _evaluate(asked: Json) -> Json:
    notice, lang, given = load(str(asked["notice"])), str(asked["lang"]), asked["facts"]
    assert isinstance(given, dict)  # noqa: S101 - _read has checked it
    known = {question.id for question in notice.questions}
    if unknown := [_error(name, "unknown_fact") for name in given if name not in known]:
        return {"status": "invalid", "errors": unknown}
    try:
        decision = notice.decision(given)
    except Unanswered as signal:
        return {"status": "question", "question": signal.question, "asked": signal.asked}
    except InvalidFactError as error:
        return {"status": "invalid", "errors": _errors(notice, given, error)}
    response = _decided(notice, decision, lang)
    if asked.get("explain") is True:
        response["steps"] = [explain.step_json(step, lang) for step in decision.steps]
        response["changes"] = explain.changes(notice, given, decision, lang)
    return response


def _decided(notice: Notice, decision: Decision, lang: str) -> Json:
    return {
        "status": "decision",
        "outcome": decision.outcome,
        "asked": decision.asked,
        "findings": [explain.finding_json(finding, lang) for finding in decision.findings],
        "law_as_at": notice.law.as_at.isoformat(),
    }


def _error(question: str | None, code: str) -> Json:
    return {"question": question, "code": code}


def _errors(notice: Notice, given: Mapping[str, object], met: InvalidFactError) -> list[Json]:
    """The mistake that stopped the rules, with every other one that can be seen already."""
    others = notice.facts(given).invalid()
    codes = {error.question: error.code for error in [*others, met]}
    return [_error(question.id, codes[question.id]) for question in notice.questions if question.id in codes]
