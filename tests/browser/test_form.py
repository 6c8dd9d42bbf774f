"""The form as a person meets it: one question after the other, mistakes, changes of mind."""

import datetime
import json
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.calculator import Calculator

LATE = {
    "employs": "employees",
    "first_employed_on": "2020-01-01",
    "registration": "registered",
    "registered_on": "2023-06-01",
}


pytestmark = pytest.mark.usefixtures("quick_rules")


@pytest.fixture
def calculator(page: Page, site: str) -> Calculator:
    return Calculator(page, site)


def test_questions_come_one_after_the_other(calculator: Calculator) -> None:
    expect(calculator.question("as_at")).to_be_visible()
    expect(calculator.question("employs")).to_be_visible()
    expect(calculator.question("first_employed_on")).to_be_hidden()
    calculator.reply("employs", "employees")
    expect(calculator.question("first_employed_on")).to_be_visible()
    expect(calculator.question("registration")).to_be_hidden()


def test_day_of_the_answer_is_the_readers_day(calculator: Calculator) -> None:
    # in Malaysia it may be tomorrow already
    today = datetime.datetime.now(ZoneInfo("Asia/Kuala_Lumpur")).date()
    expect(calculator.control("as_at")).to_have_value(today.strftime("%d/%m/%Y"))


def test_answer_changes_with_a_reply_and_hidden_replies_are_kept(calculator: Calculator) -> None:
    calculator.answer(LATE)
    calculator.expect_outcome("registered_in_amnesty")

    calculator.reply("employs", "public_service_only")
    calculator.expect_outcome("outside_the_acts")
    expect(calculator.question("registered_on")).to_be_hidden()

    calculator.reply("employs", "employees")
    calculator.expect_outcome("registered_in_amnesty")
    expect(calculator.control("registered_on")).to_have_value("2023-06-01")


def test_unknown_day_is_a_reply_where_the_law_allows_it(calculator: Calculator) -> None:
    calculator.answer({"employs": "employees", "first_employed_on": "unknown", "registration": "registered"})
    calculator.expect_outcome("cannot_be_decided")
    calculator.answer({"first_employed_on": "2020-01-01", "registered_on": "2023-06-01"})
    calculator.expect_outcome("registered_in_amnesty")


def test_what_is_missing_is_said_when_the_form_is_sent(calculator: Calculator) -> None:
    calculator.reply("employs", "employees")
    expect(calculator.question("first_employed_on")).to_be_visible()
    expect(calculator.error("first_employed_on")).to_be_hidden()

    calculator.submit()

    summary = calculator.element.locator(".nc-summary")
    expect(summary).to_be_focused()
    expect(calculator.error("first_employed_on")).to_be_visible()
    expect(calculator.control("first_employed_on")).to_have_attribute("aria-invalid", "true")
    assert "nc-first_employed_on-error" in str(
        calculator.control("first_employed_on").get_attribute("aria-describedby")
    )
    summary.get_by_role("link").click()
    expect(calculator.control("first_employed_on")).to_be_focused()
    calculator.reply("first_employed_on", "2020-01-01")
    expect(calculator.error("first_employed_on")).to_be_hidden()
    expect(summary).to_be_hidden()


def test_mistake_is_shown_after_leaving_the_field_and_keeps_what_was_typed(page: Page, site: str) -> None:
    calculator = Calculator(page, site, "contributions")
    calculator.answer({"month": "2026-10", "role": "ordinary", "worker": "citizen"})
    wages = calculator.type("wages", "39x")
    page.wait_for_timeout(500)
    expect(calculator.error("wages")).to_be_hidden()
    wages.blur()
    expect(calculator.error("wages")).to_be_visible()
    expect(wages).to_have_value("39x")
    expect(calculator.result).to_have_count(0)
    calculator.reply("wages", "3,950.00")
    expect(calculator.error("wages")).to_be_hidden()


def test_day_after_the_day_of_the_answer_is_refused(calculator: Calculator) -> None:
    calculator.answer({**LATE, "as_at": "2023-07-01", "registered_on": "2023-08-01"})
    expect(calculator.error("registered_on")).to_be_visible()
    expect(calculator.result).to_have_count(0)


def test_half_a_date_is_no_date(calculator: Calculator) -> None:
    calculator.reply("employs", "employees")
    calculator.type("first_employed_on", "1/1")
    calculator.submit()
    expect(calculator.error("first_employed_on")).to_contain_text("day, month and year")


def test_start_again_forgets_the_replies(calculator: Calculator, page: Page) -> None:
    calculator.answer(LATE)
    calculator.expect_outcome("registered_in_amnesty")
    calculator.element.get_by_role("button", name="Start again").click()
    expect(calculator.result).to_have_count(0)
    expect(calculator.question("registration")).to_be_hidden()
    expect(calculator.control("employs").first).to_be_focused()
    page.reload()
    expect(calculator.element.locator(":checked")).to_have_count(0)


def test_reload_and_language_switch_keep_page_place_and_replies(
    calculator: Calculator, page: Page, site: str
) -> None:
    calculator.answer(LATE)
    calculator.expect_outcome("registered_in_amnesty")
    page.reload()
    calculator.expect_outcome("registered_in_amnesty")
    page.evaluate("location.hash = 'by-hand'")

    page.get_by_role("link", name="中文").click()

    expect(page).to_have_url(f"{site}zh/amnesty/#by-hand")
    calculator.expect_outcome("registered_in_amnesty")
    expect(calculator.control("registered_on")).to_have_value("2023-06-01")
    expect(calculator.result).to_contain_text("2023年6月")


@pytest.fixture
def asked(page: Page) -> list[dict[str, Any]]:
    """What the page has sent to the rules."""
    requests: list[dict[str, Any]] = []

    def note(request: Request) -> None:
        if request.url.endswith("/quick-rules"):
            requests.append(json.loads(request.post_data or ""))

    page.on("request", note)
    return requests


def test_one_request_brings_back_all_replies(
    asked: list[dict[str, Any]], calculator: Calculator, page: Page
) -> None:
    calculator.answer(LATE)
    calculator.expect_outcome("registered_in_amnesty")
    asked.clear()
    page.reload()
    calculator.expect_outcome("registered_in_amnesty")
    assert [LATE.items() <= request["facts"].items() for request in asked] == [True]

    calculator.reply("employs", "public_service_only")
    calculator.expect_outcome("outside_the_acts")
    asked.clear()
    calculator.reply("employs", "employees")
    calculator.expect_outcome("registered_in_amnesty")
    assert len(asked) == 1


def test_what_would_change_an_answer_is_asked_of_the_replies_on_the_page(
    asked: list[dict[str, Any]], calculator: Calculator
) -> None:
    calculator.answer({"employs": "nobody", "employed_before": "no"})
    calculator.reply("employs", "public_service_only")
    calculator.expect_outcome("outside_the_acts")
    calculator.explanation.locator("summary").click()
    expect(calculator.result.locator("[data-step]").first).to_be_visible()
    assert [set(request["facts"]) for request in asked if request.get("explain")] == [{"as_at", "employs"}]


def test_reply_that_was_refused_before_it_is_shown_is_shown_and_kept(page: Page, site: str) -> None:
    calculator = Calculator(page, site, "contributions")
    calculator.answer({"month": "2026-10", "role": "ordinary", "worker": "citizen"})
    calculator.reply("wages", "39x")
    expect(calculator.error("wages")).to_be_visible()
    page.reload()
    expect(calculator.control("wages")).to_be_visible()
    expect(calculator.control("wages")).to_have_value("39x")
    expect(calculator.question("worker")).to_be_visible()
    expect(calculator.question("age")).to_be_hidden()
    calculator.reply("wages", "3950")
    calculator.submit()
    expect(calculator.error("wages")).to_be_hidden()


def test_keyboard_alone_is_enough(calculator: Calculator, page: Page) -> None:
    expect(calculator.element).to_have_attribute("data-state", "ready")
    calculator.element.locator("summary").first.focus()
    while page.evaluate("document.activeElement.name") != "employs":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(calculator.control("employs").and_(page.locator('[value="employees"]'))).to_be_checked()
    expect(calculator.question("first_employed_on")).to_be_visible()
    page.keyboard.press("Tab")
    expect(calculator.control("first_employed_on")).to_be_focused()
    page.keyboard.type("1/1/2020")
    expect(calculator.question("registration")).to_be_visible()
    while page.evaluate("document.activeElement.name") != "registration":
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    calculator.expect_outcome("registration_overdue")
    expect(calculator.result).to_be_focused()


def test_focus_moves_to_the_answer_only_when_asked_for(calculator: Calculator) -> None:
    calculator.reply("employs", "public_service_only")
    calculator.expect_outcome("outside_the_acts")
    expect(calculator.result).not_to_be_focused()
    expect(calculator.element.locator('[data-part="announcement"]')).not_to_be_empty()
    calculator.submit()
    expect(calculator.result).to_be_focused()
