"""An answer with what it can be taken along as, opened."""

import json
from collections.abc import Mapping

from playwright.sync_api import Page, expect

from tests.browser.calculator import Calculator


def opened(page: Page, site: str, notice: str, lang: str, facts: Mapping[str, str]) -> Calculator:
    """The answer to these facts, put back as the browser keeps them, with the fold open."""
    kept = f"notice-calculator.{notice}", json.dumps(dict(facts))
    page.add_init_script(f"sessionStorage.setItem(...{json.dumps(kept)})")
    calculator = Calculator(page, site, notice, lang)
    calculator.along.locator("summary").first.click()
    expect(calculator.along).to_have_attribute("data-state", "ready")
    return calculator


def address(calculator: Calculator) -> str:
    """The link to the answer, as it stands there."""
    return calculator.along.locator('[data-part="address"]').input_value()


def tabulated(calculator: Calculator) -> list[tuple[str, str, str]]:
    """Each cell of the answer's own tables as it is read there: row, column, content, by place alone."""
    tables: list[list[list[str]]] = calculator.result.locator('[data-part="figures"] table').evaluate_all(
        "tables => tables.map(({ rows }) => [...rows].map(({ cells }) =>"
        " [...cells].map((cell) => cell.innerText.trim())))"
    )
    return [
        (row, column, cell)
        for (_, *columns), *rows in tables
        for row, *cells in rows
        for column, cell in zip(columns, cells, strict=True)
    ]
