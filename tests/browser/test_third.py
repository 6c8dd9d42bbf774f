"""The third notice in Chromium: its page asks, and answers in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from overrides.serve import serve
from tests.browser.calculator import Calculator

LARGE = {"as_at": "2026-11-25", "in_business": "yes", "started": "2010", "turnover": "RM999,999,999.99"}


@pytest.fixture(scope="session")
def site(third_site: Path) -> Iterator[str]:
    """The address of the site with three notices."""
    with serve(third_site, base="/notices/") as url:
        yield url.rstrip("/") + "/"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "You must issue e-invoices, since 1 August 2024."),
        ("zh", "从2024年8月1日起，您必须开电子发票。"),
    ],
)
def test_a_reader_is_answered(page: Page, site: str, lang: str, said: str) -> None:
    calculator = Calculator(page, site, "e_invoice", lang)
    calculator.answer(LARGE)
    calculator.expect_outcome("must_issue")
    expect(calculator.result).to_contain_text(said)
    assert calculator.findings() == ["use_myinvois", "fine", "turnover_of_year", "begun_on"]
    assert calculator.figures()["largest_fine"] == {"20000"}
    calculator.reply("turnover", "unknown")
    calculator.expect_outcome("cannot_be_decided")
    expect(calculator.result).to_contain_text("03-8911 1000")


def test_what_cannot_be_used_is_said_in_its_own_words(page: Page, site: str) -> None:
    """An amount beyond its bounds, and an error code that only its rules give."""
    calculator = Calculator(page, site, "e_invoice")
    calculator.answer({**LARGE, "turnover": "1,000,000,000"})
    calculator.submit()
    expect(calculator.error("turnover")).to_contain_text("smaller")
    calculator.reply("turnover", "1")
    calculator.reply("started", "2027")
    calculator.submit()
    expect(calculator.error("started")).to_have_text("Enter a year that is not after the day of the answer")


def test_without_scripts_its_own_number_is_there(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    calculator = Calculator(context.new_page(), site, "e_invoice")
    ways = calculator.element.locator('[data-part="without"]')
    expect(ways).to_contain_text("Or ask LHDN, HASiL Contact Centre 03-8911 1000")
    expect(ways.get_by_role("link", name="03-8911 1000")).to_have_attribute("href", "tel:0389111000")
    context.close()
