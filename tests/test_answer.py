"""The one entry point: JSON in, JSON out, whatever comes in."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import calculator
from calculator.engine.asking.found import load
from calculator.engine.asking.notice import Loaded
from tests.cases import ask

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.json"))
TODAY = {"as_at": "2026-11-23"}
SAID = [("en", "23 November 2026, Monday"), ("zh", "2026年11月23日，星期一")]


def request(**changed: object) -> str:
    """A request that can be answered, with some of its parts changed."""
    return json.dumps(
        {
            "notice": "amnesty",
            "lang": "en",
            "facts": {**TODAY, "employs": "nobody", "employed_before": "no"},
            **changed,
        }
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_answered_as_written(path: Path) -> None:
    """Each pair of request and response that JavaScript is tested with is what the rules say."""
    example = json.loads(path.read_text(encoding="utf-8"))
    assert undated(example["response"]) == undated(ask(json.dumps(example["request"])))


def undated(response: Mapping[str, object]) -> dict[str, object]:
    """A response without the day of the law's last check, which moves and changes nothing else in it."""
    return {key: part for key, part in response.items() if key != "law_as_at"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_json"),
        ("notice=amnesty", "not_json"),
        ('{"notice": "amnesty"', "not_json"),
        ("[" * 100_000, "too_much"),
        ("[]", "not_an_object"),
        ('"amnesty"', "not_an_object"),
        ("null", "not_an_object"),
        (request(notice="holidays"), "unknown_notice"),
        (request(notice=["amnesty"]), "unknown_notice"),
        (request(notice=None), "unknown_notice"),
        (request(lang="ms"), "unknown_lang"),
        (request(lang=None), "unknown_lang"),
        (request(facts=None), "no_facts"),
        (request(facts=["as_at"]), "no_facts"),
        ('{"notice": "amnesty", "lang": "en"}', "no_facts"),
    ],
)
def test_a_request_that_cannot_be_used(text: str, code: str) -> None:
    """A fault of the calling program is named, and no question is blamed for it."""
    assert {"status": "invalid", "errors": [{"question": None, "code": code}]} == ask(text)


def test_facts_that_the_notice_does_not_know() -> None:
    """A slip in a fact's name is named, for every one of them, before any rule is asked."""
    response = ask(request(facts={"as_at": "yesterday", "employ": "nobody", "age": "3"}))
    assert response == {
        "status": "invalid",
        "errors": [
            {"question": "employ", "code": "unknown_fact"},
            {"question": "age", "code": "unknown_fact"},
        ],
    }


def test_mistakes_come_in_the_order_of_the_form() -> None:
    """The page lists them as the reader meets them, those the rules met and those they had not come to."""
    facts = {"registered_on": "soon", "employs": "employees", "first_employed_on": "2027-01-01", **TODAY}
    response = ask(request(facts=facts))
    assert response["status"] == "invalid"
    assert response["errors"] == [
        {"question": "first_employed_on", "code": "after_as_at"},
        {"question": "registered_on", "code": "not_a_date"},
    ]


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"as_at": "23/11/2026"}, "question"),
        ({"as_at": "23/11/2026", "employs": "everyone"}, "invalid"),
        ({"as_at": "23/11/2026", "employs": "nobody", "employed_before": "no"}, "decision"),
    ],
)
@pytest.mark.parametrize(("lang", "text"), SAID)
def test_every_response_says_what_was_understood(
    facts: Mapping[str, str], status: str, lang: str, text: str
) -> None:
    """Days, months, years, numbers and amounts are said back, also those that no rule has asked for yet."""
    response = ask(request(lang=lang, facts={**facts, "registered_on": "soon"}))
    assert response["status"] == status
    assert response["read"] == {"as_at": {"value": "2026-11-23", "text": text, "whole": True}}


def test_what_can_be_read_in_two_ways_is_asked_back() -> None:
    """The readings come in words, for a reader to choose from."""
    assert ask(request(lang="zh", facts={"as_at": "12-05-22"}))["errors"] == [
        {
            "question": "as_at",
            "code": "ambiguous",
            "readings": [
                {"value": "2022-05-12", "text": "2022年5月12日，星期四"},
                {"value": "2012-05-22", "text": "2012年5月22日，星期二"},
            ],
        }
    ]


def test_a_day_means_the_same_however_it_is_written() -> None:
    """And the answer is the same."""
    facts = {"employs": "employees", "first_employed_on": "2020-01-01", "registration": "not_registered"}
    answers = {
        calculator.answer(request(facts={**facts, "as_at": day}, explain=True))
        for day in ("2026-11-23", "23/11/2026", "23 Nov 2026", "二〇二六年十一月二十三日")
    }
    assert len(answers) == 1


def test_numbers_in_json_are_exact() -> None:
    """An amount sent as a JSON number is read as written, never through a binary fraction."""
    facts = '{"month": "2024-10", "role": "ordinary", "worker": "citizen", "age": 30, "wages": 4000.01}'
    response = ask(f'{{"notice": "contributions", "lang": "en", "facts": {facts}}}')
    figures = {
        id: figure["value"] for finding in response["findings"] for id, figure in finding["figures"].items()
    }
    assert (figures["act4_employer"], figures["employer_total"]) == ("70.85", "78.95")
    assert type(json.loads("4000.01", parse_float=Decimal)) is Decimal


@pytest.mark.parametrize("explain", [False, None, "true", 1])
def test_an_explanation_is_given_when_asked_for(explain: object) -> None:
    """Only `true` asks for one: it costs the time of many answers."""
    assert not ask(request(explain=explain)).keys() & {"steps", "changes"}
    assert {"steps", "changes"} <= ask(request(explain=True)).keys()


def test_an_answer_says_when_the_law_was_last_checked() -> None:
    """Every decision carries the day of the law's last check."""
    assert ask(request())["law_as_at"] == load("amnesty").law.as_at.isoformat()


def test_chinese_is_written_as_such() -> None:
    """The response is readable text, not escapes."""
    assert "30天" in calculator.answer(request(lang="zh"))


def test_a_fault_of_ours_is_no_decision(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong inside, the page gets a status it has a sentence for, and the console the cause."""

    def broken(_self: Loaded, _given: Mapping[str, object]) -> Any:  # noqa: ANN401 - it never returns
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr(Loaded, "decision", broken)
    assert ask(request()) == {"status": "failed", "error": "ZeroDivisionError: on purpose"}


def test_text_that_is_no_unicode_is_answered() -> None:
    """Half a surrogate pair, which JSON can carry and UTF-8 cannot, does not break the answer."""
    text = '{"notice": "amnesty", "lang": "en", "facts": {"\\ud800": "x"}}'
    assert "unknown_fact" in calculator.answer(text).encode().decode()
