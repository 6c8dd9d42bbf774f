"""How an answer came about, what would change it, and the notice on another day."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator import Calculator
from tests.cases import Case, ask

pytestmark = pytest.mark.usefixtures("quick_rules")

LATE = {
    "as_at": "2026-11-23",
    "employs": "employees",
    "first_employed_on": "2020-01-01",
    "registration": "registered",
    "registered_on": "2023-06-01",
}


def test_steps_and_changes_are_those_of_the_rules(page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    calculator.answer(LATE)
    calculator.expect_outcome("registered_in_amnesty")
    expect(calculator.result.locator("[data-step]")).to_have_count(0)
    calculator.explanation.locator("summary").click()

    expected = ask(Case("amnesty", "", "", LATE).request("en", explain=True))
    steps = calculator.result.locator("[data-step]")
    expect(steps).to_have_count(len(expected["steps"]))
    codes = steps.evaluate_all("steps => steps.map(step => step.dataset.step)")
    assert codes == [step["finding"] for step in expected["steps"]]
    changes = calculator.result.locator("[data-change]")
    told = changes.evaluate_all("changes => changes.map(each => [each.dataset.change, each.dataset.leadsTo])")
    assert told == [[change["fact"], change["outcome"]] for change in expected["changes"]]
    # the reader's own words, the law's figures with their day, and where the notice speaks of them
    expect(calculator.result.locator('[data-fact="registered_on"]')).to_contain_text("1 June 2023")
    period = calculator.result.locator('[data-parameter-read="registration_period"]')
    expect(period).to_contain_text("30 days")
    target = period.get_by_role("link").first.get_attribute("href") or ""
    expect(page.locator(target)).to_have_attribute("data-parameter", "registration_period")
    # every step is a sentence, whichever part of the answer it stands in
    sentences = steps.evaluate_all("steps => steps.map(step => step.querySelector('p').textContent.trim())")
    assert [text for text in sentences if " " not in text] == []
    text = calculator.result.inner_text()
    assert "{" not in text
    assert "undefined" not in text


def test_explanation_stays_open_and_follows_the_answer(page: Page, site: str) -> None:
    calculator = Calculator(page, site, "amnesty", "zh")
    calculator.answer(LATE)
    calculator.explanation.locator("summary").click()
    expect(calculator.result.locator('[data-fact="registered_on"]')).to_contain_text("2023年6月1日")
    calculator.reply("registered_on", "2023-07-15")
    calculator.expect_outcome("registered_late")
    expect(calculator.result.locator('[data-fact="registered_on"]')).to_contain_text("2023年7月15日")


def test_notice_shows_its_figures_of_another_day(page: Page, site: str) -> None:
    calculator = Calculator(page, site, "contributions")
    ceiling = page.locator('[data-parameter="wage_ceiling"][data-history]').first
    expect(ceiling).to_have_attribute("value", "6000")
    calculator.reply("month", "2023-05")
    expect(ceiling).to_have_attribute("value", "5000")
    expect(ceiling).to_have_text("RM5,000")
    note = page.locator(".nc-day-note")
    expect(note).to_contain_text("May 2023")
    note.get_by_role("button").click()
    expect(ceiling).to_have_attribute("value", "6000")
    expect(note).to_have_count(0)
