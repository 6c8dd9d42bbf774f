"""Ten thousand rows in the page with its own runtime: every row and the totals are those of the slow way."""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calculator.arrears.columns import VALUES
from tests.arrears.expected import row, totals
from tests.arrears.made import payroll
from tests.arrears.slow import worked_out
from tests.browser.conftest import PATIENCE_MS
from tests.browser.test_payroll import Payroll
from tests.tools.payroll import PAID_ON, as_csv

ROWS = 10_000
# Where the small runtime gives up, the full one begins anew
PATIENCE_WITH_THE_FULL_ONE_MS = 4 * PATIENCE_MS
ACTS = {"employer": ("act4", "act800"), "employee": ("act4", "act800", "skbbk")}
AMOUNT = re.compile(r"RM([\d,]+\.\d\d)")


@pytest.mark.no_cover  # what answers runs in the browser
def test_ten_thousand_rows_come_to_what_the_slow_way_says(page: Page, site: str, tmp_path: Path) -> None:
    made = list(payroll(ROWS))
    results = [worked_out(each, PAID_ON) for each in made]
    file = tmp_path / "payroll.csv"
    as_csv(file, [each.cells for each in made])
    calculator = Payroll(page, site)
    calculator.choose("way", "file")
    calculator.fill({"paid_on": str(PAID_ON), "registered": "yes"})
    calculator.element.locator('[data-part="chosen"]').set_input_files(file)
    calculator.work()
    expect(calculator.result).to_be_visible(timeout=PATIENCE_WITH_THE_FULL_ONE_MS)
    # neither the rehearsal nor the file was too much for the small runtime
    expect(calculator.element).to_have_attribute("data-runtime", "answer")
    expected = totals(made, results, PAID_ON)
    counts = [f"{expected['rows'][name]:,}" for name in ("read", "answered", "cannot_be_decided", "refused")]
    expect(calculator.part("rows")).to_have_text(
        "Rows read: {}; worked out: {}; cannot be decided: {}; refused: {}.".format(*counts)
    )
    shown = [
        Decimal(each.replace(",", "")) for each in AMOUNT.findall(calculator.part("reading-one").inner_text())
    ]
    months = list(expected["months"].values())
    shares = [sum(sums[f"{act}_{side}"] for sums in months for act in ACTS[side]) for side in ACTS]
    interest = sum(sums["interest_estimate"] for sums in months)
    assert shown[:4] == [*shares, sum(shares), interest]
    assert shown[-1] == sum(sums["interest_on_paid"] for sums in months)
    with page.expect_download() as download:
        calculator.part("csv").click()
    with download.value.path().open(encoding="utf-8-sig", newline="") as saved:
        rows = [
            (each["status"], sorted(each["reason"].split()), [each[id] for id in VALUES])
            for each in csv.DictReader(saved)
        ]
    assert rows == [row(result) for result in results]
