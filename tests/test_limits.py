"""What a request may be at most: the limit stands before the parser, the same wherever the rules run."""

import json

import pytest

from calculator import answer
from calculator.engine import limits
from tests.cases import ask

TOO_MUCH = {"status": "invalid", "errors": [{"question": None, "code": "too_much"}]}


def about(wages: str) -> str:
    """A request in which a number stands as it is written here."""
    known = '"month": "2026-06", "worker": "citizen", "role": "ordinary", "age": "30"'
    return f'{{"notice": "contributions", "lang": "en", "facts": {{{known}, "wages": {wages}}}}}'


def long(size: int, notice: str = "amnesty") -> str:
    """A request of this many characters."""
    begin, end = f'{{"notice": "{notice}", "lang": "en", "facts": {{"as_at": "', '"}}'
    return begin + "x" * (size - len(begin) - len(end)) + end


TOO_MUCH_OF: dict[str, str] = {
    "lists in lists": "[" * 9,
    "lists that end": "[" * 9 + "]" * 9,
    "lists without end": "[" * 4_000_000,
    "objects in objects": '{"a":' * 9 + "1" + "}" * 9,
    "lists in a fact": about("[" * 7 + "]" * 7),
    "brackets between others": "[" + "[],[1]," * 1000 + "[" * 8,
    "a number of a hundred and one digits": about("1" * 101),
    "as many behind the point": about("0." + "1" * 101),
    "a number of a million digits": about("1" * 65_000),
    "an exponent of five digits": about("1e99999"),
    "of nine": about("1e999999999"),
    "of twenty": about("1E+99999999999999999999"),
    "a negative one": about("-1e-999999999"),
    "more than a reader's replies": long(limits.MOST_CHARACTERS + 1),
    "more than a piece of a payroll": long(limits.MOST_CHARACTERS_OF_ROWS + 1, "arrears"),
}


@pytest.mark.parametrize("request_text", TOO_MUCH_OF.values(), ids=TOO_MUCH_OF)
def test_too_much_is_invalid(request_text: str) -> None:
    assert ask(request_text) == TOO_MUCH


NOT_TOO_MUCH: dict[str, tuple[str, str]] = {
    "lists as deep as can be": ("[" * 8 + "]" * 8, "not_an_object"),
    "brackets in a text": (about('"' + "[" * 50 + '"'), "not_an_amount"),
    "brackets behind an escaped quotation mark": (about('"\\"' + "[" * 50 + '"'), "not_an_amount"),
    "digits in a text": (about('"' + "1" * 200 + '"'), "not_an_amount"),
    "an exponent in a text": (about('"1e999999999"'), "not_an_amount"),
    "a number of a hundred digits": (about("1" * 100), "not_an_amount"),
    "an exponent of four digits": (about("1e9999"), "not_an_amount"),
    "no number": (about("NaN"), "not_text"),
    "no end to it": (about("Infinity"), "not_text"),
    "no end below": (about("-Infinity"), "not_text"),
    "as long as can be": (long(limits.MOST_CHARACTERS), "not_a_date"),
    "a text that does not end": ('"' + "[" * 50, "not_json"),
    "a text that ends with an escape": ('"\\', "not_json"),
    "brackets that were never opened": ("]" * 50, "not_json"),
}


@pytest.mark.parametrize(("request_text", "code"), NOT_TOO_MUCH.values(), ids=NOT_TOO_MUCH)
def test_what_is_less_has_its_own_word(request_text: str, code: str) -> None:
    """A mistake in a reply is that reply's; a program's, the request's."""
    response = ask(request_text)
    assert response["status"] == "invalid"
    assert code in [error["code"] for error in response["errors"]]


def test_a_payroll_may_be_longer_than_the_replies_of_a_reader() -> None:
    rows = [["2023-03", "3250", "x" * 350]] * 200
    payroll = {"columns": ["month", "wages", "worker_id"], "rows": rows, "paid_on": "2026-11-26"}
    text = json.dumps({"notice": "arrears", "lang": "en", "payroll": payroll})
    assert len(text) > limits.MOST_CHARACTERS
    assert json.loads(answer(text))["status"] == "payroll"
