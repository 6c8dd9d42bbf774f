"""Amounts in the forms that are read the quick way mean what the reader of forms takes them for."""

from bisect import bisect_right
from decimal import Decimal

import pytest

from calculator.arrears.cells import Reader, Refusal, bounds, questions
from calculator.arrears.codes import Amounts
from calculator.arrears.columns import WAGES
from calculator.arrears.owed import CONTRIBUTIONS
from calculator.engine.asking.found import load

WRITTEN = (
    "{}",
    "RM{}",
    "RM {}",
    " {} ",
    "  RM  {}",
    "{}令吉",
    " RM{}令吉 ",
    "{} 令吉",
    "rm{}",
    "RM-{}",
    "({})",
    "１{}",
    # more than is read of any text
    f"{' ' * 99}{{}}",
    f"{{}}{' ' * 99}",
)
FIGURES = (
    "0.00", "0.01", "30.01", "1234.50", "1,234.50", "12,34.50", "1,2345.60", "1234,567.80", "01,234.50",
    "1,234.5", "1,234.567", "1,234,567.89", "1,234,567,890.12", "12345678.90", "123456789.00", "1.234.50",
    "0,000.00", "0,012.00", "0,123.40", "001,234.50", "012,345.60", "0,001,234.50", "00.00", "00001234.50",
)  # fmt: skip


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("figure", FIGURES)
def test_an_amount_is_of_the_class_of_what_the_form_reads(written: str, figure: str) -> None:
    question = questions(load(CONTRIBUTIONS))[WAGES]
    text, each_sen = written.format(figure), range(10**12)
    (number,) = Amounts(Reader(question, None), lambda: each_sen, bounds(question)).of([text])
    read = Reader(question, None)(text)
    if isinstance(read, Decimal):
        assert number == bisect_right(each_sen, read * 100)
    else:
        assert isinstance(read, Refusal)
        assert number == read
