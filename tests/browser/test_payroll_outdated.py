"""How long the result of a payroll holds: until what it was made of changes."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.payroll_held import Held
from tests.browser.payroll_worked_out import HEAD, ROWS, choose, worked_out
from tests.browser.test_payroll import HAND, Payroll
from tests.browser.waiting import until_so

pytestmark = pytest.mark.usefixtures("quick_rules")


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


def test_what_changes_while_it_is_worked_out_ends_it(page: Page, site: str, tmp_path: Path) -> None:
    payroll = worked_out(page, site, tmp_path, "ali in 2025")
    held = Held(page)
    payroll.work()
    until_so(page, lambda: bool(held.routes), "the rules are asked")
    choose(payroll, tmp_path, "ali in 2025", "ali later")
    expect(payroll.part("cancelled")).to_be_visible()
    held.let_go()
    # an answer that comes all the same has the time to come
    page.wait_for_timeout(300)
    expect(payroll.result).to_be_hidden()
    payroll.work()
    expect(payroll.part("rows")).to_contain_text("Rows read: 2")


@pytest.mark.parametrize("change", ["wages", "add", "remove"])
def test_by_hand_too_a_result_goes_when_a_reply_does(change: str, page: Page, site: str) -> None:
    payroll = Payroll(page, site)
    payroll.choose("way", "hand")
    payroll.fill(HAND)
    if change == "remove":
        payroll.part("add").click()
        payroll.fill({"from_month": "5/2024", "from_wages": "4,100"})
    payroll.work()
    expect(payroll.result).to_be_visible()
    if change == "wages":
        payroll.fill({"wages": "9"})
    else:
        payroll.part(change).click()
    expect(payroll.result).to_be_hidden()
    # what is wrong now leaves none of before
    if change == "add":
        payroll.work()
        expect(payroll.part("summary")).to_be_visible()
        expect(payroll.result).to_be_hidden()


def test_a_corrected_file_is_worked_out_at_once(page: Page, site: str, tmp_path: Path) -> None:
    payroll = worked_out(page, site, tmp_path, "ali in 2025", "no wages")
    file = tmp_path / "payroll.csv"
    with page.expect_file_chooser() as chooser:
        payroll.part("mend").click()
    file.write_text("\n".join([HEAD, ROWS["ali in 2025"], ROWS["ali later"]]), encoding="utf-8")
    chooser.value.set_files(file)
    expect(payroll.part("rows")).to_contain_text("Rows read: 2; worked out: 2")
    expect(payroll.part("left-out")).to_be_hidden()
