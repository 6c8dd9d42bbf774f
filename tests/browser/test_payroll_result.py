"""What the result of a payroll says: what is paid, what has no interest, for whom."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calculator.arrears.report import version_of_rules
from tests.browser.payroll_worked_out import HEAD, amounts, choose, worked_out
from tests.browser.test_payroll import Payroll
from tests.payroll.reading import cells, read

pytestmark = pytest.mark.usefixtures("quick_rules")


def test_what_is_paid_is_not_owed_and_its_interest_stands_apart(
    page: Page, site: str, tmp_path: Path
) -> None:
    payroll = worked_out(page, site, tmp_path, "ali in 2025", "ali later")
    without = amounts(payroll)
    expect(payroll.part("paid")).to_be_hidden()
    choose(payroll, tmp_path, "ali in 2025", "ali later", "mei paid late")
    payroll.work()
    expect(payroll.part("paid")).to_contain_text("of their own: 1.")
    found = amounts(payroll)
    same = ("Employer’s share", "Employees’ share", "Together")
    assert [found[label] for label in same] == [without[label] for label in same]
    assert found["of it, on paid rows"] == "RM3.26"
    workers = payroll.element.locator('[data-table="workers"] tbody tr')
    expect(workers).to_have_count(2)
    # who owes most comes first; of Mei the interest is left
    assert [each.inner_text().split("\t")[:4] for each in workers.all()] == [
        ["Ali", "2025-03", "2025-04", "2"],
        ["Mei", "", "", "0"],
    ]
    expect(workers.nth(1)).to_contain_text("RM3.26")


@pytest.mark.parametrize(
    ("rows", "said"),
    [(["no due day"], "没有算出：缴付期限不详"), (["no due day", "ali later"], "；没有算出的行：1")],
)
def test_interest_that_is_not_known_is_not_nothing(
    rows: list[str], said: str, page: Page, site: str, tmp_path: Path
) -> None:
    payroll = worked_out(page, site, tmp_path, *rows, lang="zh")
    interest = amounts(payroll)["迟缴利息（FCLB），估算"]
    assert interest.endswith(said)
    assert "0.00" not in interest
    expect(payroll.part("programmes")).to_be_visible(visible=len(rows) > 1)


def test_a_refused_row_is_named_beside_the_totals_and_says_what_stands_in_it(
    page: Page, site: str, tmp_path: Path
) -> None:
    payroll = worked_out(page, site, tmp_path, "ali in 2025", "no wages")
    expect(payroll.part("left-out")).to_have_text(re.compile("row 3 Why"))
    payroll.part("left-out").locator("a").click()
    expect(payroll.element.locator("#pr-refused")).to_be_in_viewport()
    reason = payroll.element.locator('[data-table="rows"] [data-column="reason"]').last
    expect(reason).to_contain_text("“abc” cannot be read")
    with page.expect_download() as download:
        payroll.part("csv").click()
    saved = list(csv.DictReader(download.value.path().read_text(encoding="utf-8-sig").splitlines()))
    behind = {(row["rules"], row["law_as_at"] > "2026", row["sources"]) for row in saved}
    assert behind == {(version_of_rules(), True, f"{site}law-sources/")}
    with page.expect_download() as download:
        payroll.part("xlsx").click()
    written = download.value.path().read_bytes()
    assert "“abc” cannot be read" in cells(read(written))[1][-11]
    sheet = read(written, sheet="By worker")
    assert [row[:4] for row in cells(sheet)] == [["Ali", "2025-03", "2025-03", "1"], ["Siti", "", "", "0"]]


def test_what_is_paid_without_a_due_day_has_interest_that_is_not_known(
    page: Page, site: str, tmp_path: Path
) -> None:
    payroll = worked_out(page, site, tmp_path, "ali later", "paid without a due day")
    assert amounts(payroll)["of it, on paid rows"] == "not worked out: due day not known"


def test_two_readings_that_differ_in_the_upper_end_alone_are_two(page: Page, site: str) -> None:
    """One day late, to the sen they are the same; rounded up by the month they are not."""
    payroll = Payroll(page, site)
    rows = [f"W{at},2025-01,3000,citizen,ordinary,41,2025-02-16" for at in range(2000)]
    payroll.choose("way", "file")
    payroll.part("pasted").evaluate("(box, text) => (box.value = text)", "\n".join([HEAD, *rows]))
    payroll.part("pasted").dispatch_event("change")
    payroll.fill({"paid_on": "27/11/2026"})
    payroll.work()
    expect(payroll.part("two-readings")).to_be_visible()
    expect(payroll.part("readings-note")).to_contain_text("You did not say")
    expect(payroll.part("with")).to_contain_text("up to RM30.00")
    expect(payroll.part("without-act800")).to_contain_text("up to RM25.00")
    # all is paid, so that no bar is drawn
    expect(payroll.part("chart").locator("svg")).to_have_count(0)
