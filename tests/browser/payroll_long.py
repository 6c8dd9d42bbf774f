"""Ten thousand rows, given to the payroll calculator in a page."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.arrears.made import Made, payroll
from tests.browser.test_payroll import Payroll
from tests.tools.payroll import PAID_ON, as_csv

ROWS = 10_000


@cache
def made() -> list[Made]:
    return list(payroll(ROWS))


def chosen(page: Page, site: str, folder: Path) -> Payroll:
    """The file is chosen, and nothing worked out yet."""
    file = folder / "payroll.csv"
    as_csv(file, [each.cells for each in made()])
    calculator = Payroll(page, site)
    calculator.choose("way", "file")
    calculator.fill({"paid_on": str(PAID_ON), "registered": "no"})
    calculator.element.locator('[data-part="chosen"]').set_input_files(file)
    expect(calculator.part("named")).to_have_text("payroll.csv (rows: 10,000)")
    return calculator
