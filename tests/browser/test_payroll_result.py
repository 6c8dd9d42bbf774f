"""What the result of a payroll says: what is paid, what has no interest, for whom, how long it holds."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calculator.arrears.report import version_of_rules
from tests.browser.test_payroll import Payroll
from tests.payroll.reading import cells, read

pytestmark = pytest.mark.usefixtures("quick_rules")
HEAD = "worker_id,month,wages,worker,role,age,paid_on"
ROWS = {
    "ali in 2025": "Ali,2025-03,3250,citizen,ordinary,41,",
    "ali later": "Ali,2025-04,3250,citizen,ordinary,41,",
    "mei paid late": "Mei,2025-03,3250,citizen,ordinary,41,2025-12-01",
    "no due day": "Ali,2021-03,3250,citizen,ordinary,41,",
    "no wages": "Siti,2025-03,abc,citizen,ordinary,41,",
}


def worked_out(page: Page, site: str, tmp_path: Path, *rows: str, lang: str = "en") -> Payroll:
    """The result of these rows, whose workers were registered."""
    payroll = Payroll(page, site, lang)
    payroll.choose("way", "file")
    payroll.fill({"paid_on": "27/11/2026", "registered": "yes"})
    choose(payroll, tmp_path, *rows)
    payroll.work()
    expect(payroll.result).to_be_visible()
    return payroll


def choose(payroll: Payroll, tmp_path: Path, *rows: str) -> None:
    file = tmp_path / "payroll.csv"
    file.write_text("\n".join([HEAD, *(ROWS[row] for row in rows)]), encoding="utf-8")
    # by its button: a browser tells of a change only, and a corrected file has the same name
    with payroll.page.expect_file_chooser() as chooser:
        payroll.element.locator(".pr-choose").click()
    chooser.value.set_files(file)
    expect(payroll.part("named")).to_contain_text(str(len(rows)))


def amounts(payroll: Payroll) -> dict[str, str]:
    lines = payroll.part("reading-one").locator("dl > div").all()
    return {each.locator("dt").inner_text(): each.locator("dd").inner_text() for each in lines}


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
    assert found["of it, on rows that are paid"] == "RM3.26"
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


def test_a_result_does_not_outlive_what_it_was_made_of(page: Page, site: str, tmp_path: Path) -> None:
    payroll = worked_out(page, site, tmp_path, "ali in 2025")
    payroll.choose("registered", "no")
    # another reading of the same rows
    expect(payroll.result).to_be_visible()
    payroll.fill({"paid_on": "28/11/2026"})
    expect(payroll.result).to_be_hidden()
    payroll.work()
    expect(payroll.result).to_be_visible()
    choose(payroll, tmp_path, "ali in 2025", "ali later")
    expect(payroll.result).to_be_hidden()


def test_a_corrected_file_of_the_same_name_is_read_anew(page: Page, site: str, tmp_path: Path) -> None:
    payroll = worked_out(page, site, tmp_path, "ali in 2025", "no wages")
    expect(payroll.part("rows")).to_contain_text("refused: 1")
    choose(payroll, tmp_path, "ali later")
    payroll.work()
    expect(payroll.part("rows")).to_contain_text("refused: 0")
    # whoever looks for another and chooses none keeps what was chosen
    with page.expect_file_chooser():
        payroll.element.locator(".pr-choose").click()
    payroll.work()
    expect(payroll.part("rows")).to_contain_text("worked out: 1")
