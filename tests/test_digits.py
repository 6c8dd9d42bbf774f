"""Patterns for numbers between two bounds: tried with every number around them."""

import re
from decimal import Decimal

import pytest

from overrides.hooks.render.open_data.digits import amounts, between


@pytest.mark.parametrize(
    ("least", "most"),
    [(0, 0), (0, 9), (0, 10), (0, 120), (7, 7), (18, 99), (99, 101), (123, 1321), (1900, 2100), (1, 9999)],
)
def test_whole_numbers(least: int, most: int) -> None:
    pattern = re.compile(between(least, most))
    for number in range(max(most, 1) * 11):
        assert bool(pattern.fullmatch(str(number))) == (least <= number <= most), number
    for written in ("", "00", "007", "0120", "-1", "1.0", "1 "):
        assert not pattern.fullmatch(written)


@pytest.mark.parametrize(
    ("least", "most", "decimals", "taken", "refused"),
    [
        ("0", "9999999.99", "1,2", "0 0.5 3000.00 9999999 9999999.99", "10000000 0.005 .5 5. 00 3,000 -1"),
        ("0", "100", "1,", "0 0.125 99.999 100 100.0 100.00", "100.01 101 1000 -0.1"),
        ("5", "5", "1,2", "5 5.0 5.00", "5.01 4 6"),
    ],
)
def test_amounts(least: str, most: str, decimals: str, taken: str, refused: str) -> None:
    pattern = re.compile(amounts(Decimal(least), Decimal(most), decimals))
    assert [text for text in taken.split() if not pattern.fullmatch(text)] == []
    assert [text for text in refused.split() if pattern.fullmatch(text)] == []
