"""The one entry point: a request in JSON, an answer in JSON; the only place that catches."""

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from calculator.engine import figures
from calculator.engine.asking.facts import InvalidFactError, Unanswered
from calculator.engine.asking.found import load, notices, respondent
from calculator.engine.asking.kinds import Question
from calculator.engine.asking.notice import Loaded
from calculator.engine.asking.understood import figure, understood
from calculator.engine.explaining import changes, explain
from calculator.engine.limits import MOST_CHARACTERS, too_much
from calculator.engine.protocol import (
    ABSENT,
    DecisionResponse,
    FailedResponse,
    InvalidResponse,
    Mistake,
    QuestionResponse,
    Request,
    Response,
    plain,
)

# Longer, deeper or with longer numbers than anything that can be asked; limits.py has the bounds.
TOO_MUCH = "too_much"


class BadRequestError(ValueError):
    """Raised when a request as a whole cannot be used; the argument is the error code."""


def answer(request: str) -> str:
    """Answer a request; both are JSON texts as protocol.py describes them.

    Never raises an `Exception`: a request that cannot be used gives status `invalid`,
    a fault of ours gives status `failed`.
    """
    response = json.dumps(_respond(request), ensure_ascii=False, default=plain)
    # half a surrogate pair, echoed from a request, is no character that UTF-8 could carry
    return response.encode(errors="replace").decode()


def _respond(request: str) -> Response:
    try:
        asked = _object(request)
        if respond := respondent(asked.get("notice")):
            _check_lang(asked)
            return respond(asked)  # type: ignore[no-any-return]
        _check_size(request)
        return _evaluate(_read(asked))
    except BadRequestError as error:
        return InvalidResponse(errors=[Mistake(question=None, code=str(error))])
    except Exception as error:  # noqa: BLE001 - the page must get a sentence, whatever went wrong
        return FailedResponse(error=f"{type(error).__name__}: {error}")


def _object(request: str) -> dict[str, Any]:
    if too_much(request):
        raise BadRequestError(TOO_MUCH)
    try:
        # amounts are money: never a binary fraction
        asked = json.loads(request, parse_float=Decimal)
    except ValueError:
        raise BadRequestError("not_json") from None
    if not isinstance(asked, dict):
        raise BadRequestError("not_an_object")
    return asked


def _check_size(request: str) -> None:
    """Rows may take more room than the replies of one reader."""
    if len(request) > MOST_CHARACTERS:
        raise BadRequestError(TOO_MUCH)


def _read(asked: Mapping[str, Any]) -> Request:
    if asked.get("notice") not in notices():
        raise BadRequestError("unknown_notice")
    _check_lang(asked)
    if not isinstance(asked.get("facts"), dict):
        raise BadRequestError("no_facts")
    explained = asked.get("explain") is True
    return Request(notice=asked["notice"], lang=asked["lang"], facts=asked["facts"], explain=explained)


def _check_lang(asked: Mapping[str, Any]) -> None:
    if asked.get("lang") not in figures.LANGUAGES:
        raise BadRequestError("unknown_lang")


def _evaluate(asked: Request) -> Response:
    notice, given = load(asked.notice), asked.facts
    known = {question.id: question for question in notice.questions}
    if unknown := [Mistake(question=name, code="unknown_fact") for name in given if name not in known]:
        return InvalidResponse(errors=unknown)
    read = understood(known, given, asked.lang)
    try:
        decision = notice.decision(given)
    except Unanswered as signal:
        return QuestionResponse(question=signal.question, asked=signal.asked, read=read)
    except InvalidFactError as error:
        return InvalidResponse(errors=_mistakes(notice, asked, error), read=read)
    response = DecisionResponse(
        outcome=decision.outcome,
        asked=decision.asked,
        findings=[explain.finding(each, asked.lang) for each in decision.findings],
        law_as_at=notice.law.as_at.isoformat(),
        read=read,
    )
    if asked.explain is not True:
        return response
    steps = [explain.step(each, asked.lang) for each in decision.steps]
    return replace(response, steps=steps, changes=changes.changes(notice, given, decision, asked.lang))


def _mistakes(notice: Loaded, asked: Request, met: InvalidFactError) -> list[Mistake]:
    """The mistake that stopped the rules, with every other one that can be seen already."""
    others = notice.notice.facts(asked.facts).invalid()
    errors = {error.question: error for error in [*others, met]}
    return [
        _mistake(question, errors[question.id], asked.lang)
        for question in notice.questions
        if question.id in errors
    ]


def _mistake(question: Question, error: InvalidFactError, lang: str) -> Mistake:
    offered = [figure(question, each, lang) for each in error.readings]
    return Mistake(question=question.id, code=error.code, readings=offered or ABSENT)
