"""The result of a small payroll with rows of every kind, and what is read of it."""

import re
import tomllib
from decimal import Decimal

from playwright.sync_api import Locator, Page, expect

from tests.browser.calculator import PATHS
from tests.browser.test_payroll import Payroll, paste
from tests.node import ROOT
from tests.payroll.reading import asked, read_all

WORDS = {
    lang: tomllib.loads((ROOT / f"docs/arrears/payroll.{lang}.toml").read_text("utf-8")) for lang in PATHS
}
SCREENS = ((390, 844), (1280, 800))
AMOUNT = re.compile(r"([\d,]+\.\d\d)")
# Of each kind a row: with interest, without a known due day, not decidable, refused once and twice
PAYROLL = """worker_id,month,wages,worker,role,age,eis_payable_before_57,Note
A1,2023-03,"3,250.00",citizen,ordinary,41,,first
A1,2023-04,3250,citizen,ordinary,41,,=1+1
A2,2024-09,5100.50,foreign,ordinary,30,,
A3,2020-02,2000,citizen,ordinary,30,,
A4,2024-11,2000,citizen,ordinary,58,unknown,
A1,2023-04,3250,citizen,ordinary,41,,again
A5,2025-13,abc,citizen,ordinary,41,,
"""
COUNTS = {"read": "7", "answered": "4", "cannot_be_decided": "1", "refused": "2"}
# During a programme with two offers
PAID_ON = "5/5/2025"


def worked_out(page: Page, site: str, lang: str, registered: str = "") -> Payroll:
    payroll = Payroll(page, site, lang)
    paste(payroll, PAYROLL)
    payroll.fill({"paid_on": PAID_ON})
    if registered:
        payroll.choose("registered", registered)
    payroll.work()
    expect(payroll.part("rows")).to_have_text(WORDS[lang]["result"]["rows"].format(**COUNTS))
    return payroll


def amounts(shown: Locator) -> list[Decimal]:
    return [Decimal(each.replace(",", "")) for each in AMOUNT.findall(shown.inner_text())]


def assert_totals_fit(payroll: Payroll) -> None:
    """From their heading to what is said of them, wherever the bar at the top leaves room."""
    page, totals = payroll.page, payroll.element.locator(".pr-totals")
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        bar = page.locator(".md-header").evaluate("bar => bar.getBoundingClientRect().height")
        for registered, readings in (("no", 2), ("yes", 1)):
            payroll.choose("registered", registered)
            expect(totals.locator("dl:visible")).to_have_count(readings)
            top = totals.evaluate("box => box.getBoundingClientRect().top")
            end = payroll.part("programmes").evaluate("box => box.getBoundingClientRect().top")
            assert end - top <= height - bar, (width, registered)
            # and nothing of it stands beside the screen
            assert totals.evaluate("box => box.scrollWidth <= box.clientWidth")


def sheets_of(workbook: bytes, lang: str) -> dict[str, list[list[str]]]:
    """Each by what it is, with all of its rows."""
    ids = ("result", "refused", "months", "about")
    names = [WORDS[lang]["sheets"][id] for id in ids]
    read = read_all([asked(workbook, sheet=name, header=False) for name in names])
    assert set(read[0]["sheets"]) >= set(names)
    return {id: [row["cells"] for row in each["rows"]] for id, each in zip(ids, read, strict=True)}
