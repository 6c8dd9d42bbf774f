"""Markup is text wherever a reader's words are shown again: at a field, among mistakes, in a payroll."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator import Calculator
from tests.browser.test_payroll import Payroll

pytestmark = pytest.mark.usefixtures("quick_rules")
# Each would change the title, ask for a picture, or close what it stands in, if it were taken for HTML.
MARKUP = "<img src=x onerror=document.title='hit'>"
CLOSING = '"></template></script><script>document.title="hit"</script>'
MADE = "img, script:not([type]), iframe, [onerror]"


def test_in_a_form(page: Page, site: str) -> None:
    calculator = Calculator(page, site, "contributions")
    title, before = page.title(), calculator.element.locator(MADE).count()
    calculator.reply("month", MARKUP)
    expect(calculator.error("month")).not_to_be_empty()
    expect(calculator.control("month")).to_have_value(MARKUP)
    calculator.reply("month", CLOSING)
    calculator.element.locator('[type="submit"]').first.click()
    expect(calculator.element.locator(".nc-summary")).to_be_visible()
    assert calculator.element.locator(MADE).count() == before
    assert page.title() == title


def test_in_a_payroll(page: Page, site: str, tmp_path: Path) -> None:
    file = tmp_path / "<b>payroll<img src=x>.csv"
    quoted = CLOSING.replace('"', '""')
    head = f"Employee No,Wage month,Gross wages,Status in Malaysia,Kind of worker,Day of birth,{MARKUP}"
    known = "Citizen,An employee,1/2/1985,x"
    rows = [head, f'{MARKUP},3/2024,"{quoted}",{known}', f'"{quoted}",{MARKUP},3250,{known}']
    file.write_text("\n".join(rows), encoding="utf-8")
    payroll = Payroll(page, site)
    title, before = page.title(), payroll.element.locator(MADE).count()
    payroll.choose("way", "file")
    payroll.element.locator('[data-part="chosen"]').set_input_files(file)
    expect(payroll.part("named")).to_contain_text("<b>payroll<img src=x>.csv")
    expect(payroll.part("columns")).to_contain_text(MARKUP)
    payroll.work()
    refused = payroll.element.locator('[data-table="refused"]')
    expect(refused).to_contain_text(MARKUP)
    expect(refused).to_contain_text(CLOSING)
    assert payroll.element.locator(MADE).count() == before
    assert page.title() == title
