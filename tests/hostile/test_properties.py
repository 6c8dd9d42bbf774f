"""What holds of whatever is typed or sent, looked for by hypothesis with the same draws in every run."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from calculator.engine import figures
from calculator.engine.asking.bounds import ReplyError
from calculator.engine.asking.found import load
from calculator.engine.asking.kinds import KINDS
from calculator.engine.asking.reading.text import BLANKS, LONGEST, UNSEEN, normal
from calculator.engine.month import Month
from tests.hostile import inputs
from tests.hostile.promise import response_to
from tests.test_reading import QUESTIONS, read, wide

UNSEEN_SIGNS = st.text(st.sampled_from([chr(each) for each in UNSEEN]), max_size=3)
GAPS = st.text(st.sampled_from([*" \t\n\u00a0\u2003\u3000", *BLANKS]), max_size=3)


def tried(kind: str, text: object) -> object:
    """What a text is read as, or the code with which it is refused and what it can mean."""
    try:
        return read(kind, text)
    except ReplyError as error:
        return error.code, error.readings


@given(inputs.requests)
def test_every_request_is_answered(request: str) -> None:
    response_to(request)


@given(inputs.facts())
def test_a_mistake_is_one_of_a_given_fact(asked: Mapping[str, Any]) -> None:
    """With a code for which there are words; a name of no question is named itself."""
    response = response_to(json.dumps(asked))
    notice = load(asked["notice"])
    known = {question.id: notice.errors(question) for question in notice.questions}
    for error in response.get("errors", ()):
        # a name that is no Unicode comes back as one that is
        assert error["code"] in known.get(error["question"], ("unknown_fact",))
    assert response.get("read", {}).keys() <= asked["facts"].keys()


@given(inputs.payrolls())
def test_every_row_of_a_payroll_has_its_result(asked: Mapping[str, Any]) -> None:
    response = response_to(json.dumps(asked))
    if response["status"] != "payroll":
        assert [error["question"] for error in response["errors"]] == ["paid_on"]
        return
    statuses = [row["status"] for row in response["rows"]]
    assert len(statuses) == len(asked["payroll"]["rows"])
    counted = response["totals"]["rows"]
    assert counted["read"] == sum(status != "empty" for status in statuses)
    assert {cell["row"] for cell in response["refused"]} == {
        at for at, status in enumerate(statuses) if status == "refused"
    }


@given(inputs.days)
@example(date(2024, 2, 29))
@example(date(1900, 2, 28))
@example(date.min)
@example(date.max)
def test_a_day_is_the_same_however_it_is_written(day: date) -> None:
    """Also in the years 1 and 9999, which no form takes."""
    meant = tried("date", day.isoformat())
    assert meant == day or meant in [("too_small", ()), ("too_large", ())]
    year = f"{day.year:04}"
    for text in (
        f"{day.day}/{day.month}/{year}",
        f"{day.day:02}.{day.month:02}.{year}",
        f"{day:%A}, {day.day} {day:%b} {year}",
        f"{year}年{day.month}月{day.day}日",
    ):
        assert tried("date", text) == meant, text
    month = tried("month", f"{day.month}/{year}")
    assert month == Month(day.year, day.month) or month in [("too_small", ()), ("too_large", ())]


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_that_is_none_is_never_read(year: int, month: int, day: int) -> None:
    try:
        date(year, month, day)
    except ValueError:
        for text in (
            f"{day}/{month}/{year:04}",
            f"{year:04}年{month}月{day}日",
            f"{year:04}-{month:02}-{day:02}",
        ):
            assert not isinstance(tried("date", text), date)


@given(st.decimals() | st.integers() | st.floats().map(str) | inputs.typed)
@example(Decimal("1e9999"))
@example(Decimal("NaN"))
@example(Decimal("-0.00"))
def test_an_amount_is_what_was_written_or_is_refused(number: object) -> None:
    """Never rounded, never another one."""
    for given_as in (number, str(number)):
        found = tried("money", given_as)
        if isinstance(found, Decimal) and not isinstance(number, str):
            assert found == number
        if isinstance(found, Decimal):
            assert QUESTIONS["money"].within is not None
            assert figures.value(found) == figures.value(read("money", figures.value(found)))


@given(st.sampled_from(sorted(QUESTIONS)), inputs.texts)
def test_what_can_be_read_is_read_again(kind: str, text: str) -> None:
    """What is said back, or offered, means itself, in both languages; a mistake has a code of its kind."""
    found = tried(kind, text)
    if not isinstance(found, tuple):
        for lang in figures.LANGUAGES:
            unit = KINDS[kind].said
            assert unit is not None
            assert tried(kind, unit.texts[lang](found)) == found  # type: ignore[arg-type]
    else:
        assert found[0] in KINDS[kind].errors
        for each in found[1]:
            assert tried(kind, figures.value(each)) == each


@given(st.sampled_from(sorted(QUESTIONS)), inputs.texts, UNSEEN_SIGNS, GAPS)
def test_what_is_not_seen_makes_no_difference(kind: str, text: str, unseen: str, gap: str) -> None:
    """Nor does the keyboard; around a text gaps do not, either."""
    if len(normal(text)) < LONGEST // 2:
        meant = tried(kind, text)
        assert tried(kind, f"{gap}{unseen}{wide(text)}{unseen}{gap}") == meant
        assert tried(kind, unseen.join(text[:9]) + text[9:]) == meant


@given(st.text())
def test_the_normal_form_is_normal(text: str) -> None:
    assert normal(normal(text)) == normal(text)
