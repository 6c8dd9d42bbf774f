"""What a screen reader says in a whole session with a calculator.

`CHROMIUM=… python -m tests.accessible.session` writes it anew to session.<lang>.txt. Read what differs: it
is what a blind reader hears.
"""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from overrides.serve import serve
from tests.browser.calculator import PATHS, Calculator

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
# The day of every session, for the calculator begins with the reader's own
DAY = datetime(2026, 11, 26, 4, tzinfo=UTC)


def session(page: Page, site: str, lang: str) -> str:
    """The bar, a question, a mistake, the list of mistakes, an answer; a line for each phrase."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.clock.set_fixed_time(DAY)
    calculator = Calculator(page, site, "amnesty", lang)
    page.evaluate(_script())
    said = [("The bar at the top", _all(page, ".md-header"))]
    calculator.reply("employs", "employees")
    expect(calculator.question("first_employed_on")).to_be_visible()
    said.append(("The form with two questions", _all(page, ".nc-form")))
    field = calculator.control("first_employed_on")
    field.fill("31/2/2020")
    page.evaluate("listen('notice-calculator')")
    field.blur()
    expect(calculator.error("first_employed_on")).not_to_be_empty()
    said.append(("A field is left with a day that does not exist", _heard(page)))
    calculator.submit()
    expect(calculator.element.locator(".nc-summary")).to_be_focused()
    said.append(("The list of mistakes, when the form is sent", _all(page, ".nc-summary")))
    facts = {"first_employed_on": "1/1/2020", "registration": "registered"}
    calculator.answer(facts)
    expect(calculator.question("registered_on")).to_be_visible()
    page.evaluate("listen('notice-calculator')")
    calculator.reply("registered_on", "1/6/2023")
    expect(calculator.result).to_be_visible()
    said.append(("The answer comes", _heard(page)))
    said.append(("The answer", _all(page, ".nc-answer")))
    return "\n".join(line for title, lines in said for line in (f"# {title}", *lines, ""))


def _script() -> str:
    command = ["node_modules/.bin/esbuild", str(HERE / "reader.js"), "--bundle", "--format=iife"]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def _all(page: Page, selector: str) -> list[str]:
    said: list[str] = page.evaluate("selector => readAll(selector)", selector)
    return said


def _heard(page: Page) -> list[str]:
    page.wait_for_timeout(300)
    said: list[str] = page.evaluate("heard()")
    return said


def golden(lang: str) -> Path:
    """The file with the session in a language."""
    return HERE / f"session.{lang}.txt"


if __name__ == "__main__":
    from tests.accessible.__main__ import opened
    from tests.browser.conftest import PATIENCE_MS, SITE

    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright, serve(SITE, base="/notices/") as url:
        chromium = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])
        for lang in PATHS:
            with opened(chromium, {}) as page:
                golden(lang).write_text(session(page, url.rstrip("/") + "/", lang), encoding="utf-8")
