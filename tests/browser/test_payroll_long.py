"""Ten thousand rows in the page: how far it is, stopped midway and begun anew, an answer that never comes."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calculator.arrears.requests import MOST_ROWS as PIECE
from tests.browser.conftest import Watch
from tests.browser.payroll_held import Held
from tests.browser.payroll_long import ROWS, chosen
from tests.browser.waiting import until_so
from tests.tools.payroll import PAID_ON

pytestmark = pytest.mark.usefixtures("quick_rules")

# Of overrides/payroll/run/evaluate.js
AHEAD = 2
# Every text that says how far it is, while it is shown
COLLECT = """
() => {
  const box = document.querySelector('[data-part="progress"]');
  window.said = [];
  const note = () => !box.hidden && said.push([box.textContent.trim(), box.querySelector("progress").value]);
  new MutationObserver(note).observe(box, { childList: true, subtree: true, characterData: true });
}
"""


def test_it_is_said_how_many_rows_are_done(page: Page, site: str, tmp_path: Path) -> None:
    calculator = chosen(page, site, tmp_path)
    page.evaluate(COLLECT)
    calculator.work()
    expect(calculator.result).to_be_visible()
    expect(calculator.part("progress")).to_be_hidden()
    said = page.evaluate("said")
    steps = range(0, ROWS + 1, PIECE)
    known = {f"Worked out: {done:,} of {ROWS:,} rows": done / ROWS for done in steps}
    assert [known[text] for text, _ in said] == [bar for _, bar in said]
    bars = [bar for _, bar in said]
    assert bars == sorted(bars)
    # it is seen on the way, up to the end
    assert len(set(bars)) > len(steps) / 2
    assert bars[-1] == 1


def test_it_is_stopped_midway_and_begun_anew(page: Page, site: str, tmp_path: Path) -> None:
    """Between two pieces the page hears a click; what was entered stays, and so does what it comes to."""
    calculator = chosen(page, site, tmp_path)
    held = Held(page, 10)
    calculator.work()
    expect(calculator.part("progress-text")).to_have_text(
        re.compile(rf"Worked out: [12],\d00 of {ROWS:,} rows")
    )
    expect(calculator.part("submit")).to_be_disabled()
    calculator.part("cancel").click()
    expect(calculator.part("cancelled")).to_be_visible()
    expect(calculator.part("progress")).to_be_hidden()
    expect(calculator.part("submit")).to_be_focused()
    # what was still under way comes to nothing
    held.let_go()
    expect(calculator.part("named")).to_have_text("payroll.csv (rows: 10,000)")
    expect(calculator.element.locator('[name="paid_on"]')).to_have_value(str(PAID_ON))
    expect(calculator.element.locator('[name="registered"][value="no"]')).to_be_checked()
    expect(calculator.result).to_be_hidden()
    calculator.work()
    expect(calculator.result).to_be_visible()
    expect(calculator.part("cancelled")).to_be_hidden()
    expect(calculator.part("rows")).to_have_text(re.compile(f"Rows read: {ROWS:,}; "))


def test_a_piece_that_is_never_answered_ends_in_a_sentence(
    page: Page, site: str, tmp_path: Path, watch: Watch
) -> None:
    """A worker that says nothing is started again once; then the reader is told, and can try again."""
    watch.expects_errors = True
    page.clock.install()
    calculator = chosen(page, site, tmp_path)
    held = Held(page, 10)
    calculator.work()
    # what is on its way at once; all before it has been heard
    until_so(page, lambda: len(held.routes) == AHEAD, "the rules have fallen silent")
    expect(calculator.part("progress-text")).to_have_text(
        re.compile(rf"Worked out: [12],\d00 of {ROWS:,} rows")
    )
    failed = calculator.part("failed")
    page.clock.run_for(16_000)
    until_so(page, lambda: len(held.routes) == 2 * AHEAD, "they are asked of another worker")
    expect(failed).to_be_hidden()
    page.clock.run_for(16_000)
    expect(failed).to_be_visible()
    expect(failed).to_contain_text("could not start in this browser")
    expect(calculator.part("progress")).to_be_hidden()
    expect(calculator.result).to_be_hidden()
    expect(calculator.part("named")).to_have_text("payroll.csv (rows: 10,000)")
    held.let_go()
    calculator.part("again").click()
    expect(calculator.result).to_be_visible()
    expect(failed).to_be_hidden()
