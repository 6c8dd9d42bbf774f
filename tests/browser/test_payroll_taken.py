"""What a person takes along from a payroll: a summary on paper, a workbook."""

import re
from collections import Counter
from decimal import Decimal
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Page

from tests.browser.calculator import PATHS
from tests.browser.payroll_result import AMOUNT, PAID_ON, WORDS, sheets_of, worked_out
from tests.browser.test_payroll import Payroll
from tests.browser.test_slip import NO_DIALOG, close, text_of
from tests.browser.waiting import until

pytestmark = pytest.mark.usefixtures("quick_rules")


@pytest.mark.parametrize("lang", PATHS)
def test_a_summary_on_paper_has_the_totals_and_what_they_rest_on(lang: str, page: Page, site: str) -> None:
    page.add_init_script(NO_DIALOG)
    payroll = worked_out(page, site, lang)
    totals = payroll.element.locator(".pr-totals")
    amounts = Counter(AMOUNT.findall(totals.inner_text()))
    lines = [
        payroll.part(name).inner_text() for name in ("rows", "two-readings", "interest-note", "programmes")
    ]
    button = payroll.part("print").inner_text()
    payroll.part("print").click()
    until(page, "Boolean(window.asked)")
    paper = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    text = text_of(paper)
    words = WORDS[lang]
    for line in (each for block in lines for each in block.splitlines()):
        assert close(line) in text, line
    assert Counter(AMOUNT.findall("\n".join(page_text(paper)))) >= amounts
    labels = [words["sheets"][name] for name in ("made", "rules", "law")]
    for label in (*labels, words["questions"]["paid_on"]["label"], words["questions"]["registered"]["label"]):
        assert close(label) in text, label
    assert close(page.url) in text
    assert close(f"{site}{PATHS[lang]}law-sources/") in text
    assert close(PAID_ON) in text
    # neither the form nor the rows
    for gone in (
        words["cancel"],
        words["file"]["choose"],
        button,
        words["file"]["paste"],
        words["table"]["search"],
        words["refused"]["heading"],
        words["questions"]["way"]["label"],
    ):
        assert close(gone) not in text, gone
    assert len(paper) <= 2


def page_text(paper: pypdfium2.PdfDocument) -> list[str]:
    return [page.get_textpage().get_text_range() for page in paper]


@pytest.mark.parametrize("lang", PATHS)
def test_the_workbook_has_what_the_page_says(lang: str, page: Page, site: str) -> None:
    payroll = worked_out(page, site, lang, registered="yes")
    words = WORDS[lang]
    with page.expect_download() as download:
        payroll.part("xlsx").click()
    sheets = sheets_of(download.value.path().read_bytes(), lang)
    shown = AMOUNT.findall(payroll.part("reading-one").inner_text())
    about = [(label, value) for label, value in sheets["about"]]
    in_file = dict(about)
    labels = [words["result"][name] for name in ("employer", "employee", "together", "interest")]
    assert AMOUNT.findall(" ".join(in_file[label] for label in labels)) == shown
    assert in_file[words["sheets"]["rows"]] == payroll.part("rows").inner_text()
    assert in_file[words["sheets"]["made"]] == page.url
    assert in_file[words["sheets"]["rules"]]
    assert re.search(r"\d{4}", in_file[words["sheets"]["law"]])
    programmes = payroll.part("programmes").locator("li").all_inner_texts()
    assert [value for label, value in about if label == words["result"]["programmes"]] == programmes
    sources = [value for label, value in about if label == words["sheets"]["source"]]
    assert len(sources) > 5
    assert all("https://" in source for source in sources)
    # the months come to the totals
    sums = [sum(Decimal(row[at].replace(",", "") or 0) for row in sheets["months"][1:]) for at in (6, 7)]
    assert sums == [Decimal(each.replace(",", "")) for each in shown[:2]]
    assert [row[0] for row in sheets["months"][1:]] == ["2020-02", "2023-03", "2023-04", "2024-09", "2024-11"]
    # every row of the file, as it stood
    head, *rows = sheets["result"]
    assert head[-1] == words["columns"]["interest_estimate"]
    assert [row[0] for row in rows] == ["2", "3", "4", "5", "6", "7", "8"]
    assert [row[head.index("Note")] for row in rows] == ["first", "=1+1", "", "", "", "again", ""]
    assert [row[head.index(words["columns"]["wages"])] for row in rows][:2] == ["3,250.00", "3250"]
    refused_as_shown(payroll, sheets["refused"])


def refused_as_shown(payroll: Payroll, sheet: list[list[str]]) -> None:
    """Row, column, what stands there and what to do, in the sheet as in the page."""
    table = payroll.element.locator('[data-table="refused"] tbody tr')
    cells: Any = table.evaluate_all(
        "rows => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    assert [row[1:] for row in sheet[1:]] == [row[1:] for row in cells]
    assert [row[0] for row in sheet[1:]] == ["7", "8", "8"]
    assert all(number in said for (number, *_), (said, *_) in zip(sheet[1:], cells, strict=True))
    assert [row[2] for row in cells][1:] == ["2025-13", "abc"]
    assert all(row[3] for row in cells)
