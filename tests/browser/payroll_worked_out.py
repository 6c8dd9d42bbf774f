"""Some rows of a payroll, and their result in the page."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.test_payroll import Payroll

HEAD = "worker_id,month,wages,worker,role,age,paid_on"
ROWS = {
    "ali in 2025": "Ali,2025-03,3250,citizen,ordinary,41,",
    "ali later": "Ali,2025-04,3250,citizen,ordinary,41,",
    "mei paid late": "Mei,2025-03,3250,citizen,ordinary,41,2025-12-01",
    "paid without a due day": "Mei,2021-03,3250,citizen,ordinary,41,2021-06-01",
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
