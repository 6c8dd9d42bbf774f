"""What the pages of states show: sections of rows, one page for the parts and one for each notice."""

from collections.abc import Mapping, Sequence
from typing import Any

from calculator.engine.asking.bounds import Readable, ReplyError
from calculator.engine.asking.kinds import KINDS, Question
from calculator.engine.asking.understood import figure, understood
from calculator.engine.protocol import plain
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.render.context import Place, Site
from overrides.hooks.render.form import context
from overrides.hooks.render.templates import html
from tests.tools.states import answers, examples

# Replies that can mean two things
TWO_WAYS = {"date": "12-05-22", "month": "50年7月", "money": "3.950", "percentage": "1,5"}

type Row = Mapping[str, Any]
type Section = dict[str, Any]
# The calculator in every language, and what is shown of it
type Shown = tuple[dict[str, str], list[Section]]


def of_parts(site: Site, notice: str) -> Shown:
    """A calculator of the examples that lie beside its parts; the rest of it is that of any notice."""
    found = examples.read()
    places = {lang: site.place(f"{notice}/index", lang) for lang in LANGUAGES}
    calculators = {lang: _calculator(at, **examples.context(found, at)) for lang, at in places.items()}
    explained = [{**row, "open": True} for row in _answers(found["explanation"])]
    days = [{"name": each["name"], "by": _in_all(each)} for each in found["other-day"]["example"]]
    return calculators, [
        *(
            _section(
                "question",
                id,
                f"Question: {each['kind']}",
                [_question(examples.question(id, each), each["reply"])],
            )
            for id, each in found["question"]["questions"].items()
        ),
        _section("error-summary", "error-summary", "List of mistakes", found["error-summary"]["example"]),
        _section("status", "status", "Status", found["status"]["example"]),
        _section("answer", "answer", "Answer", _answers(found["answer"])),
        _section("answer", "explanation", "Explanation", explained),
        _section("picture", "picture", "Picture", _pictures(found["picture"])),
        _section("other-day", "other-day", "Figures of another day", days),
    ]


def of_notice(site: Site, notice: str) -> Shown:
    """The calculator of a notice: its questions with every mistake, its answers with every finding."""
    loaded = site.notices[notice]
    calculators = {lang: _calculator(site.place(f"{notice}/index", lang)) for lang in LANGUAGES}
    replies = {id: next(each for each in given if each != "unknown") for id, given in loaded.samples.items()}
    ids = [question.id for question in loaded.questions]
    outcomes = [str(outcome) for outcome in loaded.outcomes]
    missing = {"name": "The form was sent empty", "errors": dict.fromkeys(ids, "missing")}
    return calculators, [
        *(
            _section("question", each.id, f"Question: {each.id}", [_question(each, replies[each.id])])
            for each in loaded.questions
        ),
        _section("error-summary", "error-summary", "List of mistakes", [missing]),
        *(
            _section("answer", outcome, f"Answer: {outcome}", rows)
            for outcome, rows in answers.by_outcome(notice, outcomes, LANGUAGES).items()
        ),
    ]


def _calculator(place: Place, **instead: Any) -> str:  # noqa: ANN401 - what templates read
    """A calculator as the site has it; `instead` has what is not to be that of the notice."""
    assert place.notice is not None
    given = {**context(place, place.notice), "disclaimer_url": "#", **instead}
    return html("calculator/calculator.html", **given)


def _section(part: str, id: str, title: str, rows: Sequence[Row]) -> Section:
    return {"part": part, "id": f"states-{id}", "title": title, "rows": rows}


def _question(question: Question, reply: str) -> Row:
    """With what would be said back of the reply, and asked back of one that can mean two things."""
    shown: dict[str, Any] = {"name": question.id, "question": question.id, "reply": reply}
    shown["two_ways"] = TWO_WAYS.get(question.kind, "")
    for lang in LANGUAGES:
        said = understood({question.id: question}, {question.id: reply}, lang)
        shown.setdefault("read", {})[lang] = plain(said[question.id]) if said else None
        shown.setdefault("readings", {})[lang] = [
            plain(figure(question, each, lang)) for each in _two(question)
        ]
    return shown


def _two(question: Question) -> tuple[Readable, ...]:
    if question.kind not in TWO_WAYS:
        return ()
    try:
        KINDS[question.kind].read(TWO_WAYS[question.kind], question)
    except ReplyError as error:
        return error.readings
    return ()


def _answers(of: Mapping[str, Any]) -> list[Row]:
    facts = of.get("facts", {})
    return [
        {
            "name": each["name"],
            "facts": facts,
            "responses": {lang: examples.response(said) for lang, said in _in_all(each).items()},
        }
        for each in of["example"]
    ]


def _in_all(example: Mapping[str, Any]) -> dict[str, Any]:
    return {lang: examples.localized(example, lang) for lang in LANGUAGES}


def _pictures(of: Mapping[str, Any]) -> list[Row]:
    """Each picture as data, in every language, with what is known of the reader."""
    return [
        {
            "name": each["name"],
            "by": _in_all({"picture": of["pictures"][each["picture"]], "reader": each.get("reader")}),
        }
        for each in of["example"]
    ]
