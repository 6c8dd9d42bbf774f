"""Replies as a form, a program or a Chinese keyboard gives them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest

from calculator.engine.asking import replies
from calculator.engine.asking.bounds import Between, ReplyError
from calculator.engine.asking.kinds import KINDS, Question
from calculator.engine.month import Month


class Answer(StrEnum):
    """A closed list of two replies."""

    ONE = "one"
    NO = "no"


def chosen(given: object) -> StrEnum:
    """A reply out of `Answer`."""
    return replies.choice(given, Answer)


def several(given: object) -> frozenset[StrEnum]:
    """Replies out of `Answer`."""
    return replies.several(given, Answer)


def usual(kind: str, within: Between[Any] | None = None) -> Callable[[object], object]:
    """The reader of a kind, with these bounds or those of the kind."""
    question = Question("q", kind, (), may_be_unknown=False, within=within or KINDS[kind].within)

    def read(given: object) -> object:
        return KINDS[kind].read(given, question)

    read.__name__ = f"{kind} {question.within.most}" if question.within else kind
    return read


day, month, year, percentage = (usual(kind) for kind in ("date", "month", "year", "percentage"))
integer, count = usual("integer", Between(0, 120)), usual("count", Between(1, 5_000_000))
money = usual("money", Between(Decimal(0), Decimal("9999999.99")))
turnover = usual("money", Between(Decimal(0), Decimal(999_999_999)))


@pytest.mark.parametrize(
    ("read", "given", "expected"),
    [
        (replies.text, "  a b  ", "a b"),
        (replies.text, 7, "7"),
        (replies.text, Decimal("7.50"), "7.50"),
        (replies.text, True, "yes"),
        (replies.text, False, "no"),
        (replies.text, "１２３４５６７８９０．，－／", "1234567890.,-/"),
        (chosen, "one", Answer.ONE),
        (chosen, " one ", Answer.ONE),
        (chosen, False, Answer.NO),
        (chosen, "ｏｎｅ", Answer.ONE),
        (chosen, "\u200bone\u3000", Answer.ONE),
        (chosen, "\ufeffone\u0000", Answer.ONE),
        (replies.yes_no, "ｙｅｓ\u00a0", True),
        (replies.yes_no, "yes", True),
        (replies.yes_no, "true", True),
        (replies.yes_no, True, True),
        (replies.yes_no, "no", False),
        (replies.yes_no, "false", False),
        (replies.yes_no, False, False),
        (day, "2023-06-30", date(2023, 6, 30)),
        (day, "2024-02-29", date(2024, 2, 29)),
        (day, "30-06-2023", date(2023, 6, 30)),
        (day, "2023/06/30", date(2023, 6, 30)),
        (day, "1900-01-01", date(1900, 1, 1)),
        (day, "2100-12-31", date(2100, 12, 31)),
        (day, "２０２３－０６－３０", date(2023, 6, 30)),
        (month, "2026-07", Month(2026, 7)),
        (month, "2026-7", Month(2026, 7)),
        (month, "1900-01", Month(1900, 1)),
        (month, "2100-12", Month(2100, 12)),
        (month, "２０２６－０７", Month(2026, 7)),
        (integer, "0", 0),
        (integer, "120", 120),
        (integer, 57, 57),
        (integer, "５７", 57),
        (integer, "007", 7),
        (count, "1", 1),
        (count, "1,234,567", 1234567),
        (count, "5000000", 5000000),
        (year, "1900", 1900),
        (year, "２０２６", 2026),
        (percentage, "0", Decimal(0)),
        (percentage, "12.5%", Decimal("12.5")),
        (percentage, " 100 ％", Decimal(100)),
        (turnover, "RM 999,999,999", Decimal(999999999)),
        (turnover, "300000000.00", Decimal("300000000.00")),
        (several, "one", frozenset({Answer.ONE})),
        (several, "one, no", frozenset(Answer)),
        (several, ["no", "one"], frozenset(Answer)),
        (several, "none", frozenset()),
        (several, [], frozenset()),
        (several, "one，no", frozenset(Answer)),
        (several, "one、no", frozenset(Answer)),
        (several, "\u2066one\u2069,\u3000no", frozenset(Answer)),
        (several, ["\u200bone"], frozenset({Answer.ONE})),
        (several, " none ", frozenset()),
        (several, ["none\u200b"], frozenset()),
        # together longer than any other reply
        (several, ",".join(["one", "no"] * 30), frozenset(Answer)),
        (money, "0", Decimal(0)),
        (money, "3950", Decimal(3950)),
        (money, "3950.5", Decimal("3950.5")),
        (money, "3950.50", Decimal("3950.50")),
        (money, "3950,50", Decimal("3950.50")),
        (money, "三千", Decimal(3000)),
        (money, ".50", Decimal("0.50")),
        (money, "RM3,950.50", Decimal("3950.50")),
        (money, "rm 3,950.50", Decimal("3950.50")),
        (money, "RM３，９５０．５０", Decimal("3950.50")),
        (money, "950,000", Decimal(950000)),
        (money, "9,999,999.99", Decimal("9999999.99")),
        (money, 3950, Decimal(3950)),
        (money, Decimal("3950.50"), Decimal("3950.50")),
    ],
)
def test_a_reply_is_read(read: Callable[[object], object], given: object, expected: object) -> None:
    """What a person or a program means by a reply is what the rules get."""
    assert expected == read(given)


@pytest.mark.parametrize(
    ("read", "given", "code"),
    [
        (replies.text, None, "not_text"),
        (replies.text, ["2026-07-01"], "not_text"),
        (replies.text, {"day": 1}, "not_text"),
        (replies.text, 0.5, "not_text"),
        (chosen, "two", "not_a_choice"),
        (chosen, "ONE", "not_a_choice"),
        (chosen, "", "not_a_choice"),
        (replies.yes_no, "maybe", "not_a_choice"),
        (replies.yes_no, "1", "not_a_choice"),
        (day, "", "not_a_date"),
        (day, "2023-02-30", "no_such_day"),
        (day, "2023-02-29", "no_such_day"),
        (day, "20230630", "not_a_date"),
        (day, "2023-W26-5", "not_a_date"),
        (day, "2023-06-30T00:00", "not_a_date"),
        (day, "2023年06月3", "not_a_date"),
        (day, "today", "not_a_date"),
        (day, "1899-12-31", "too_small"),
        (day, "2101-01-01", "too_large"),
        (month, "", "not_a_month"),
        (month, "2026", "not_a_month"),
        (month, "26-07", "ambiguous"),
        (month, "26/07", "not_a_month"),
        (month, "2026-00", "no_such_month"),
        (month, "2026-13", "no_such_month"),
        (month, "2026-07-01", "not_a_month"),
        (month, "2026-ab", "not_a_month"),
        (month, "0000-01", "not_a_month"),
        (month, "1899-12", "too_small"),
        (month, "2101-01", "too_large"),
        (integer, "", "not_a_number"),
        (integer, "-", "not_a_number"),
        (integer, "5.5", "not_a_number"),
        (integer, "fifty", "not_a_number"),
        (integer, "5²", "not_a_number"),
        (integer, "1" * 11, "not_a_number"),
        (integer, "-1", "too_small"),
        (integer, "121", "too_large"),
        (integer, "1" * 10, "too_large"),
        (count, "0", "too_small"),
        (count, "5,000,001", "too_large"),
        (count, "1,23", "not_a_number"),
        (year, "26", "not_a_year"),
        (year, "20x6", "not_a_year"),
        (year, "1899", "too_small"),
        (year, "2101", "too_large"),
        (percentage, "", "not_a_percentage"),
        (percentage, "half", "not_a_percentage"),
        (percentage, "1" * 11, "not_a_percentage"),
        (percentage, "-1", "too_small"),
        (percentage, "100.01", "too_large"),
        (turnover, "1,000,000,000", "too_large"),
        (several, "", "not_a_choice"),
        (several, "one,two", "not_a_choice"),
        (several, "none,one", "not_a_choice"),
        (several, [["one"]], "not_text"),
        (several, None, "not_text"),
        (several, {"one": "no"}, "not_text"),
        (several, 1, "not_a_choice"),
        (money, "", "not_an_amount"),
        (money, "RM", "not_an_amount"),
        (money, ".", "not_an_amount"),
        (money, "1.2.3", "not_an_amount"),
        (money, "--1", "not_an_amount"),
        (money, "1e3", "not_an_amount"),
        (money, "NaN", "not_an_amount"),
        (money, "1_000", "not_an_amount"),
        (money, "٣٠", "not_an_amount"),
        (money, "1,23,456", "not_an_amount"),
        (money, "1234,567", "not_an_amount"),
        (money, ",950", "not_an_amount"),
        (money, "3,950.5,0", "not_an_amount"),
        (money, "1" * 21, "not_an_amount"),
        (money, "39,50", "ambiguous"),
        (money, "3950.005", "too_many_decimals"),
        (money, "3950.000", "too_many_decimals"),
        (money, "-0.01", "too_small"),
        (money, "10000000", "too_large"),
        (money, "1" * 20, "too_large"),
    ],
)
def test_a_mistake_is_named(read: Callable[[object], object], given: object, code: str) -> None:
    """What cannot be read is refused with the code for which the writers have words."""
    with pytest.raises(ReplyError) as error:
        read(given)
    assert code == error.value.code == str(error.value)


def test_every_kind_of_question_is_tried_above() -> None:
    """A new kind of fact comes with replies to it; yes and no, and choices, are read by their own readers."""
    by_name = {"date", "month", "year", "percentage", "integer", "count", "money"}
    assert KINDS.keys() - by_name == {"choice", "yes_no", "several"}
