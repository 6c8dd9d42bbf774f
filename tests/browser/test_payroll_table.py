"""Ten thousand rows in the page: totals of either reading, a page at a time, in any order, and only some."""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.arrears.expected import totals
from tests.arrears.slow import worked_out
from tests.arrears.whole import most, offers, programmes
from tests.browser.payroll_long import ROWS, chosen, made
from tests.browser.payroll_result import amounts, assert_totals_fit
from tests.browser.test_payroll import Payroll
from tests.browser.test_payroll_whole import ACTS
from tests.tools.payroll import PAID_ON

pytestmark = pytest.mark.usefixtures("quick_rules")

PAGE = 50
WITHOUT = {"employer": ("act4",), "employee": ("act4", "skbbk")}
READINGS = (
    ("yes", "reading-one", ACTS, "interest_estimate", 0),
    ("no", "with", ACTS, "interest_estimate", 0),
    ("no", "without-act800", WITHOUT, "interest_without_act800", 1),
)


def test_ten_thousand_rows(page: Page, site: str, tmp_path: Path) -> None:
    """One visit for all that is looked at."""
    calculator = chosen(page, site, tmp_path)
    calculator.work()
    expect(calculator.result).to_be_visible()
    a_page_at_a_time(calculator)
    in_their_order(calculator)
    only_some(calculator)
    as_the_slow_way_has_it(calculator)
    assert_totals_fit(calculator)


def as_the_slow_way_has_it(calculator: Payroll) -> None:
    """The totals of either reading, and what programmes take off."""
    results = [worked_out(each, PAID_ON) for each in made()]
    months = list(totals(made(), results, PAID_ON)["months"].values())
    up_to = list(most(made(), results, PAID_ON).values())
    for registered, panel, acts, estimate, which in READINGS:
        calculator.choose("registered", registered)
        shares = [sum(sums[f"{act}_{side}"] for sums in months for act in acts[side]) for side in acts]
        interest = [sum(sums[estimate] for sums in months), sum(each[which] for each in up_to)]
        on_paid = estimate.replace("interest", "interest_on_paid").removesuffix("_estimate")
        interest.append(sum(sums[on_paid] for sums in months))
        assert amounts(calculator.part(panel)) == [*shares, sum(shares), *interest]
    found = programmes(made(), results, PAID_ON)
    in_time = [found[id] for id in offers() if id in found]
    lines = [[off, of["rows"][1]] for of in in_time for off in of["off"] if of["rows"][0]]
    disputed = [[of["disputed"][1]] for of in in_time if of["disputed"][0]]
    assert [amounts(line) for line in calculator.part("programmes").locator("li").all()] == lines + disputed


def column(calculator: Payroll, id: str) -> list[str]:
    cells: list[str] = calculator.rows.locator(f'[data-column="{id}"]').all_text_contents()
    return cells


def numbers(calculator: Payroll) -> list[int]:
    return [int(text) for text in calculator.rows.locator("th").all_text_contents()]


def table(calculator: Payroll, name: str) -> Locator:
    return calculator.element.locator(f'[data-table="rows"] [data-part="{name}"]')


def a_page_at_a_time(calculator: Payroll) -> None:
    """No more than a page of rows stands in the document, whatever is turned to."""
    for turn, first in (("", 2), ("next", PAGE + 2), ("next", 2 * PAGE + 2), ("previous", PAGE + 2)):
        if turn:
            table(calculator, turn).click()
        assert numbers(calculator) == list(range(first, first + PAGE))
        expect(table(calculator, "shown")).to_have_text(
            f"Rows {first - 1:,} to {first + PAGE - 2:,} of {ROWS:,}"
        )
    refused = calculator.element.locator('[data-table="refused"] tbody tr')
    expect(refused).to_have_count(PAGE)
    assert calculator.element.locator("tr").count() < 400


def in_their_order(calculator: Payroll) -> None:
    """Numbers, amounts, days and texts, all of the rows and not those of a page."""
    with calculator.page.expect_download() as download:
        calculator.part("csv").click()
    with download.value.path().open(encoding="utf-8-sig", newline="") as saved:
        rows = list(csv.DictReader(saved))
    for id, key in (
        ("days_late", lambda text: int(text or -1)),
        ("interest_estimate", lambda text: Decimal(text.replace(",", "") or -1)),
        ("due_on", str),
        ("worker_id", str),
    ):
        heading = calculator.element.locator(f'[data-table="rows"] th[data-column="{id}"]')
        for order in ("ascending", "descending"):
            heading.locator("button").click()
            expect(heading).to_have_attribute("aria-sort", order)
            expected = sorted((key(row[id]) for row in rows), reverse=order == "descending")
            assert [key(text) for text in column(calculator, id)] == expected[:PAGE], (id, order)
    calculator.element.locator('[data-table="rows"] th[data-column="row"] button').click()
    assert numbers(calculator)[0] == 2


def only_some(calculator: Payroll) -> None:
    """By status, and by what is searched."""
    found = re.findall(r"([\d,]+)", calculator.part("rows").inner_text())
    for status, all_of_them in zip(("answered", "cannot_be_decided", "refused"), found[1:], strict=True):
        table(calculator, "filter").select_option(status)
        expect(table(calculator, "shown")).to_have_text(f"Rows 1 to {PAGE} of {all_of_them}")
        label = table(calculator, "filter").locator(f'[value="{status}"]').inner_text()
        assert set(column(calculator, "status")) == {label}
    table(calculator, "filter").select_option("")
    table(calculator, "search").fill("w4321")
    expect(table(calculator, "shown")).to_have_text("Rows 1 to 1 of 1")
    assert column(calculator, "worker_id") == ["W4321"]
    table(calculator, "search").fill("w4321 w4322")
    expect(table(calculator, "shown")).to_have_text("No rows match.")
    table(calculator, "search").fill("")
    expect(table(calculator, "shown")).to_have_text(f"Rows 1 to {PAGE} of {ROWS:,}")
