"""Replies as a form, a program or a Chinese keyboard gives them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from calculator.engine import parse
from calculator.engine.month import Month
from calculator.engine.parse import ParseError


class Answer(StrEnum):
    """A closed list of two replies."""

    ONE = "one"
    NO = "no"


def chosen(given: object) -> StrEnum:
    """A reply out of `Answer`."""
    return parse.choice(Answer, given)


@pytest.mark.parametrize(
    ("read", "given", "expected"),
    [
        (parse.text, "  a b  ", "a b"),
        (parse.text, 7, "7"),
        (parse.text, Decimal("7.50"), "7.50"),
        (parse.text, True, "yes"),
        (parse.text, False, "no"),
        (parse.text, "１２３４５６７８９０．，－／", "1234567890.,-/"),
        (chosen, "one", Answer.ONE),
        (chosen, " one ", Answer.ONE),
        (chosen, False, Answer.NO),
        (parse.yes_no, "yes", True),
        (parse.yes_no, "true", True),
        (parse.yes_no, True, True),
        (parse.yes_no, "no", False),
        (parse.yes_no, "false", False),
        (parse.yes_no, False, False),
        (parse.day, "2023-06-30", date(2023, 6, 30)),
        (parse.day, "2024-02-29", date(2024, 2, 29)),
        (parse.day, "1900-01-01", date(1900, 1, 1)),
        (parse.day, "2100-12-31", date(2100, 12, 31)),
        (parse.day, "２０２３－０６－３０", date(2023, 6, 30)),
        (parse.month, "2026-07", Month(2026, 7)),
        (parse.month, "1900-01", Month(1900, 1)),
        (parse.month, "2100-12", Month(2100, 12)),
        (parse.month, "２０２６－０７", Month(2026, 7)),
        (parse.integer, "0", 0),
        (parse.integer, "120", 120),
        (parse.integer, 57, 57),
        (parse.integer, "５７", 57),
        (parse.integer, "007", 7),
        (parse.money, "0", Decimal(0)),
        (parse.money, "3950", Decimal(3950)),
        (parse.money, "3950.5", Decimal("3950.5")),
        (parse.money, "3950.50", Decimal("3950.50")),
        (parse.money, ".50", Decimal("0.50")),
        (parse.money, "RM3,950.50", Decimal("3950.50")),
        (parse.money, "rm 3,950.50", Decimal("3950.50")),
        (parse.money, "RM３，９５０．５０", Decimal("3950.50")),
        (parse.money, "950,000", Decimal(950000)),
        (parse.money, "9,999,999.99", Decimal("9999999.99")),
        (parse.money, 3950, Decimal(3950)),
        (parse.money, Decimal("3950.50"), Decimal("3950.50")),
    ],
)
def test_a_reply_is_read(read: Callable[[object], object], given: object, expected: object) -> None:
    """What a person or a program means by a reply is what the rules get."""
    assert expected == read(given)


@pytest.mark.parametrize(
    ("read", "given", "code"),
    [
        (parse.text, None, "not_text"),
        (parse.text, ["2026-07-01"], "not_text"),
        (parse.text, {"day": 1}, "not_text"),
        (parse.text, 0.5, "not_text"),
        (chosen, "two", "not_a_choice"),
        (chosen, "ONE", "not_a_choice"),
        (chosen, "", "not_a_choice"),
        (parse.yes_no, "maybe", "not_a_choice"),
        (parse.yes_no, "1", "not_a_choice"),
        (parse.day, "", "not_a_date"),
        (parse.day, "2023-02-30", "not_a_date"),
        (parse.day, "2023-02-29", "not_a_date"),
        (parse.day, "30-06-2023", "not_a_date"),
        (parse.day, "20230630", "not_a_date"),
        (parse.day, "2023-W26-5", "not_a_date"),
        (parse.day, "2023-06-30T00:00", "not_a_date"),
        (parse.day, "2023/06/30", "not_a_date"),
        (parse.day, "2023年06月3", "not_a_date"),
        (parse.day, "today", "not_a_date"),
        (parse.day, "1899-12-31", "too_small"),
        (parse.day, "2101-01-01", "too_large"),
        (parse.month, "", "not_a_month"),
        (parse.month, "2026", "not_a_month"),
        (parse.month, "2026-7", "not_a_month"),
        (parse.month, "26-07", "not_a_month"),
        (parse.month, "2026-00", "not_a_month"),
        (parse.month, "2026-13", "not_a_month"),
        (parse.month, "2026-07-01", "not_a_month"),
        (parse.month, "2026-ab", "not_a_month"),
        (parse.month, "0000-01", "not_a_month"),
        (parse.month, "1899-12", "too_small"),
        (parse.month, "2101-01", "too_large"),
        (parse.integer, "", "not_a_number"),
        (parse.integer, "-", "not_a_number"),
        (parse.integer, "5.5", "not_a_number"),
        (parse.integer, "fifty", "not_a_number"),
        (parse.integer, "5²", "not_a_number"),
        (parse.integer, "1" * 11, "not_a_number"),
        (parse.integer, "-1", "too_small"),
        (parse.integer, "121", "too_large"),
        (parse.integer, "1" * 10, "too_large"),
        (parse.money, "", "not_an_amount"),
        (parse.money, "RM", "not_an_amount"),
        (parse.money, ".", "not_an_amount"),
        (parse.money, "1.2.3", "not_an_amount"),
        (parse.money, "--1", "not_an_amount"),
        (parse.money, "1e3", "not_an_amount"),
        (parse.money, "NaN", "not_an_amount"),
        (parse.money, "1_000", "not_an_amount"),
        (parse.money, "三千", "not_an_amount"),
        (parse.money, "٣٠", "not_an_amount"),
        (parse.money, "3950,50", "not_an_amount"),
        (parse.money, "39,50", "not_an_amount"),
        (parse.money, "1,23,456", "not_an_amount"),
        (parse.money, "1234,567", "not_an_amount"),
        (parse.money, ",950", "not_an_amount"),
        (parse.money, "3,950.5,0", "not_an_amount"),
        (parse.money, "1" * 21, "not_an_amount"),
        (parse.money, "3950.005", "too_many_decimals"),
        (parse.money, "3950.000", "too_many_decimals"),
        (parse.money, "-0.01", "too_small"),
        (parse.money, "10000000", "too_large"),
        (parse.money, "1" * 20, "too_large"),
    ],
)
def test_a_mistake_is_named(read: Callable[[object], object], given: object, code: str) -> None:
    """What cannot be read is refused with the code for which the writers have words."""
    with pytest.raises(ParseError) as error:
        read(given)
    assert code == error.value.code == str(error.value)


def test_every_kind_of_question_can_be_read() -> None:
    """The readers by kind are the readers shown above."""
    assert {
        "yes_no": parse.yes_no,
        "date": parse.day,
        "month": parse.month,
        "money": parse.money,
        "integer": parse.integer,
    } == parse.BY_KIND
