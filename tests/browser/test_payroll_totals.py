"""The totals of a payroll: on one screen, and in either reading what its rows come to."""

from decimal import Decimal

import pytest
from playwright.sync_api import Page

from tests.browser.calculator import PATHS
from tests.browser.payroll_result import AMOUNT, WORDS, assert_totals_fit, sheets_of, worked_out

pytestmark = pytest.mark.usefixtures("quick_rules")


@pytest.mark.parametrize("lang", PATHS)
def test_the_totals_fit_one_screen_in_either_reading(lang: str, page: Page, site: str) -> None:
    assert_totals_fit(worked_out(page, site, lang))


def test_both_readings_stand_in_what_is_taken_along(page: Page, site: str) -> None:
    """Without Act 800 there is what the rows come to without it, by hand."""
    payroll = worked_out(page, site, "en")
    with page.expect_download() as download:
        payroll.part("xlsx").click()
    sheets = sheets_of(download.value.path().read_bytes(), "en")
    about = dict(sheets["about"])
    head, *rows = sheets["result"]
    columns = WORDS["en"]["columns"]
    answered = [dict(zip(head, row, strict=True)) for row in rows if WORDS["en"]["status"]["answered"] in row]
    for reading, panel, acts in (
        ("With Act 800", "with", ("act4", "act800", "skbbk")),
        ("Without Act 800", "without-act800", ("act4", "skbbk")),
    ):
        shown = AMOUNT.findall(payroll.part(panel).inner_text())
        sides = [
            sum(
                Decimal(row[columns[f"{act}_{side}"]] or 0)
                for row in answered
                for act in acts
                if f"{act}_{side}" in columns
            )
            for side in ("employer", "employee")
        ]
        assert [Decimal(each.replace(",", "")) for each in shown[:3]] == [*sides, sum(sides)]
        labels = [
            f"{reading}: {WORDS['en']['result'][name]}"
            for name in ("employer", "employee", "together", "interest")
        ]
        assert AMOUNT.findall(" ".join(about[label] for label in labels)) == shown
