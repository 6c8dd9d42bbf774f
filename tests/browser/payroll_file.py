"""Gives the payroll calculator a file, and changes how it was read, as a person does."""

import re

from playwright.sync_api import Page, expect

from tests.browser.test_payroll import Payroll
from tests.payroll.workbooks import sheet, workbook

NAMES = "worker_id,month,wages,worker,role,age"
ROW = "A1,2025-01,3250,citizen,ordinary,41"


def opened(page: Page, site: str, lang: str = "en") -> Payroll:
    payroll = Payroll(page, site, lang)
    payroll.choose("way", "file")
    return payroll


def given(payroll: Payroll, name: str, content: str | bytes) -> None:
    file = content.encode() if isinstance(content, str) else content
    chosen = payroll.element.locator('[data-part="chosen"]')
    chosen.set_input_files({"name": name, "mimeType": "", "buffer": file})
    expect(
        payroll.part("named").or_(payroll.part("file-error")).filter(has_text=re.compile("."))
    ).to_be_visible()


def setting(payroll: Payroll, name: str, value: str) -> None:
    settings = payroll.part("settings")
    if settings.get_attribute("open") is None:
        settings.locator("summary").click()
    payroll.element.locator(f'[data-setting="{name}"] select').select_option(value)


def mapped(payroll: Payroll) -> list[str]:
    """As what each column is read."""
    found: list[str] = (
        payroll.part("columns").locator("select").evaluate_all("all => all.map((each) => each.value)")
    )
    return found


def map_to(payroll: Payroll, *ids: str) -> None:
    for at, id in enumerate(ids):
        payroll.part("columns").locator("select").nth(at).select_option(id)


def rows_of(*rows: str) -> str:
    """Rows of a sheet."""
    lines = [
        "".join(
            f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
            for at, cell in enumerate(row.split(","))
        )
        for number, row in enumerate(rows, 1)
    ]
    return "".join(f'<row r="{number}">{line}</row>' for number, line in enumerate(lines, 1))


def two_sheets(first: str, second: str) -> bytes:
    names = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="{id}"/>'
        for at, (name, id) in enumerate([("One", "rId1"), ("Two", "rId4")], 1)
    )
    return workbook(first, sheets=names, instead={"xl/worksheets/sheet2.xml": sheet(second)})
