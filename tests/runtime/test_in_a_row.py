"""The site's own answer runtime, asked one request after the other: nothing traps, differs or grows.

`python -m tests.tools.traps` asks far more (overrides/runtime/README.md has its last result).
"""

import json
from itertools import batched, islice

import pytest

from calculator.engine.asking.found import notices
from overrides.corpus_payroll import PAYROLL, PIECE
from tests.arrears import made
from tests.tools import traps

REQUESTS, PIECES = 600, 8


@pytest.mark.parametrize("notice", notices())
def test_requests_of_a_form(notice: str) -> None:
    found = traps.asked(notice, islice(traps.form(notice), REQUESTS), every=REQUESTS // 3, checked=10)
    assert (found.asked, found.traps, found.different) == (REQUESTS, [], [])
    assert found.checked == REQUESTS // 10
    assert found.memory[0] == found.memory[-1]


def test_a_payroll_file() -> None:
    """Whole pieces, as the page sends them, so large that the cycle collector runs in each."""
    rows = [list(each.cells.values()) for each in made.payroll(PIECES * PIECE)]
    payroll = {"columns": made.COLUMNS, "paid_on": "2026-11-26", "epoch": 1900}
    requests = [
        json.dumps({"notice": PAYROLL, "lang": lang, "payroll": {**payroll, "rows": piece, "seen": []}})
        for lang, piece in zip(("en", "zh") * PIECES, batched(rows, PIECE), strict=False)
    ]
    found = traps.asked(PAYROLL, requests, every=1, checked=2)
    assert (found.asked, found.traps, found.different) == (PIECES, [], [])
