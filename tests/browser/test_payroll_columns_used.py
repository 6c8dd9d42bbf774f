"""What a payroll file says only of some columns: bare numbers in place of days, and no worker."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_payroll import Payroll

pytestmark = pytest.mark.usefixtures("quick_rules")
# The serial day of 1 March 2021, counted from 1900.
FILE = """Month,Wages,Status in Malaysia,Kind of worker,Age,Code
{month},3250,Citizen,An employee,41,A1
Mar-21,3250,Citizen,An employee,41,A1
"""
COUNTED = "Rows read: 2; worked out: {}; cannot be decided: 0; refused: {}."


def test_bare_numbers_are_days_once_it_is_said_how_they_count(page: Page, site: str) -> None:
    """Nothing is guessed: until then they are refused, and it is said what to do."""
    payroll = Payroll(page, site)
    payroll.choose("way", "file")
    epoch = payroll.element.locator('[data-setting="epoch"] select')
    said = payroll.part("problems").locator("li")
    payroll.part("pasted").evaluate("field => field.closest('details').open = true")
    payroll.part("pasted").fill(FILE.format(month="2021-03-01 00:00:00"))
    payroll.part("pasted").dispatch_event("change")
    expect(said).to_have_count(1)
    expect(said).to_contain_text("No column says which worker")
    expect(epoch).to_be_hidden()
    payroll.part("pasted").fill(FILE.format(month="44256"))
    payroll.part("pasted").dispatch_event("change")
    # the fold in which it stands is open
    expect(epoch).to_be_visible()
    expect(said.first).to_contain_text("such as 44256")
    payroll.fill({"paid_on": "26/11/2026"})
    payroll.work()
    expect(payroll.part("rows")).to_have_text(COUNTED.format(1, 1))
    refused = payroll.element.locator('[data-table="refused"]')
    expect(refused).to_contain_text("from which year such numbers count")
    epoch.select_option("1900")
    expect(said).to_have_count(1)
    payroll.work()
    expect(payroll.part("rows")).to_have_text(COUNTED.format(2, 0))
    # with its worker the second of a month is found, and a column that is no day any more asks nothing
    page.get_by_label("Code: Is read as").select_option("worker_id")
    expect(said).to_have_count(0)
    payroll.work()
    expect(payroll.part("rows")).to_have_text(COUNTED.format(1, 1))
    page.get_by_label("Month: Is read as").select_option("")
    expect(epoch).to_be_hidden()
