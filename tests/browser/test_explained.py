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


@pytest.mark.parametrize("month", ["11/2026", "11/2027", "5/2026"])
@pytest.mark.parametrize("worker", ["citizen", "foreign"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_change_says_what_would_follow(
    page: Page, site: str, lang: str, worker: str, month: str
) -> None:
    """Also where something only falls away, which no statement says."""
    calculator = Calculator(page, site, "contributions", lang)
    facts = {"month": month, "role": "ordinary", "worker": worker, "wages": "3950", "age": "45"}
    calculator.answer(facts)
    if worker == "citizen" and month != "5/2026":
        calculator.answer({"lindung24": "takes_part"})
    calculator.expect_outcome("contributions_due")
    calculator.explanation.locator("summary").click()
    changes = calculator.result.locator("[data-change]")
    expect(changes.first).to_be_visible()
    assert [text for text in changes.all_inner_texts() if text.strip().endswith((":", "："))] == []


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
    first = page.locator("h1 + p")
    size, words = "each => getComputedStyle(each).fontSize", first.inner_text()
    as_published = first.evaluate(size)
    calculator.reply("month", "2023-05")
    expect(ceiling).to_have_attribute("value", "5000")
    expect(ceiling).to_have_text("RM5,000")
    note = page.locator(".nc-day-note")
    expect(note).to_contain_text("May 2023")
    # what the notice says first stays as large as it is
    expect(first).to_have_text(words)
    assert first.evaluate(size) == as_published > note.evaluate(size)
    note.get_by_role("button").click()
    expect(ceiling).to_have_attribute("value", "6000")
    expect(note).to_have_count(0)
