"""What the payroll calculator does without a page: pieces added up, months, the chart, replies in words."""

from decimal import Decimal

import pytest

from tests.node import in_node

WITH = """
import {{ text }} from "node:stream/consumers";
{imports}
const given = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(({made})(given)));
"""
PAYROLL = "./overrides/payroll"


def made(imports: str, script: str, given: object) -> object:
    return in_node(WITH.format(imports=imports, made=script), given)


def piece(rows: int, interest: str) -> dict[str, object]:
    month = {
        "employer_total": "0.10", "employee_total": "0.20", "interest_estimate": interest,
        "interest_without_act800": "0.01",
        "unpaid": {"2026-11-26": {"owed": "0.30", "without_act800": "0.10"}},
        "answered": rows, "not_decided": 0, "due_day_not_known": 0,
    }  # fmt: skip
    counts = {"read": rows, "answered": rows, "cannot_be_decided": 0, "refused": 0}
    offers = [{"audience": "arrears", "relief": "reduced", "rate": "80", "bound": None, "off": "0.05"}]
    programme = {
        "rows": 1,
        "interest": "0.07",
        "disputed_rows": 0,
        "disputed_interest": "0.00",
        "offers": offers,
    }
    return {
        "rows": counts,
        "months": {"2021-03": month},
        "reasons": {"no_wages": 1},
        "programmes": {"a": programme},
    }


def test_pieces_are_added_up_to_the_sen() -> None:
    total = made(
        f'import {{ Totals }} from "{PAYROLL}/run/totals.js";',
        """(pieces) => {
          const totals = new Totals();
          for (const piece of pieces) totals.add(piece);
          totals.refuse();
          const { rows, reasons, programmes, unpaid } = totals;
          return { rows, sum: totals.sum("employer_total"), interest: totals.sum("interest_estimate"), unpaid,
            reasons: [...reasons], off: programmes.get("a").offers[0].off, of: programmes.get("a").rows };
        }""",
        [piece(1, "0.10"), piece(2, "0.20"), piece(1, "")],
    )
    assert total == {
        "rows": {"read": 5, "answered": 4, "cannot_be_decided": 0, "refused": 1},
        "sum": 30,
        "interest": 30,
        "unpaid": [
            {
                "month": "2021-03",
                "unpaid": {"2026-11-26": {"owed": "0.90", "without_act800": "0.30"}},
                "interest_estimate": "0.30",
                "interest_without_act800": "0.03",
            }
        ],
        "reasons": [["no_wages", 3]],
        "off": 15,
        "of": 3,
    }


@pytest.mark.parametrize("amount", ["0.00", "0.01", "0.10", "12.05", "9999999.99", "123456789012.34"])
def test_sen_are_never_a_fraction(amount: str) -> None:
    imports = f'import {{ ringgit, sen }} from "{PAYROLL}/run/values.js";'
    got = made(imports, "(text) => [sen(text), ringgit(sen(text))]", amount)
    assert got == [int(Decimal(amount) * 100), amount]


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2021-03", "2021-03", ["2021-03"]),
        ("2021-11", "2022-02", ["2021-11", "2021-12", "2022-01", "2022-02"]),
        ("2022-02", "2021-11", []),
    ],
)
def test_months_between(first: str, last: str, months: list[str]) -> None:
    imports = f'import {{ monthsBetween }} from "{PAYROLL}/by-hand/months.js";'
    assert made(imports, "([first, last]) => monthsBetween(first, last)", [first, last]) == months


def test_chart_has_a_bar_for_each_share_and_no_word_that_is_html() -> None:
    bars = [
        {"month": "2021-03", "employer": 300, "employee": 100},
        {"month": "2021-04", "employer": 0, "employee": 0},
        {"month": "2022-01", "employer": 100, "employee": 0},
    ]
    words = {"label": '<b>"', "highest": "<RM4.00", "employer": "A", "employee": "B", "lang": "en"}
    html = made(
        f'import {{ draw }} from "{PAYROLL}/chart/months.js";',
        "({ bars, words }) => draw(bars, words)",
        {"bars": bars, "words": words},
    )
    assert isinstance(html, str)
    assert html.count("<rect") == 3
    assert "<b>" not in html
    assert "&#60;RM4.00" in html
    # the highest has the room that its amount needs above it
    assert 'y="16.67%"' in html
    # eleven months: each is named below its bar
    assert [html.count(f">{name}<") for name in ("Mar", "Jan", "2021", "2022")] == [1, 1, 1, 1]


def test_replies_in_words_become_codes_and_nothing_else_does() -> None:
    replies = {"worker": {"Citizen": "citizen", "公民": "citizen"}}
    cells = [["Citizen", "Citizen"], [" CITIZEN ", "公民"], ["公民", "x"], ["Citizens", ""]]
    got = made(
        f'import {{ readyCells }} from "{PAYROLL}/file/replies.js";',
        '({ replies, cells }) => cells.map(readyCells(["worker", "wages"], replies))',
        {"replies": replies, "cells": cells},
    )
    assert got == [["citizen", "Citizen"], ["citizen", "公民"], ["citizen", "x"], ["Citizens", ""]]
