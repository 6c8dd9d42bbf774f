"""Which column of a payroll file is which, and whether its first row has names: as the reader has said it."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.payroll_file import NAMES, ROW, given, map_to, mapped, opened

pytestmark = pytest.mark.usefixtures("quick_rules")


def test_columns_are_mapped_and_it_is_remembered_until_the_page_closes(
    context: BrowserContext, page: Page, site: str
) -> None:
    payroll = opened(page, site)
    theirs = ["Aa", "Bb", "Cc", "Dd", "Ee", "Ff"]
    mapping = NAMES.split(",")
    given(payroll, "theirs.csv", f"{','.join(theirs)}\n{ROW}")
    assert mapped(payroll) == [""] * len(theirs)
    payroll.work()
    expect(
        payroll.part("columns").locator(".nc-error").filter(has_text="which column has the month")
    ).to_be_visible()
    map_to(payroll, *mapping)
    payroll.work()
    expect(payroll.rows).to_have_count(1)
    # a month of wages that nobody meant is one column too many
    map_to(payroll, "month")
    payroll.work()
    expect(payroll.part("summary").locator("a")).to_have_count(1)
    map_to(payroll, mapping[0])
    given(payroll, "others.csv", f"{NAMES}\n{ROW}\n{ROW.replace('A1', 'A2')}")
    assert mapped(payroll) == mapping
    given(payroll, "next.csv", f"{','.join(theirs)}\n{ROW.replace('2025-01', '2025-02')}")
    expect(payroll.part("named")).to_contain_text("next.csv")
    assert mapped(payroll) == mapping
    payroll.work()
    expect(payroll.rows.first).to_contain_text("2025-02")
    page.reload()
    for each in (payroll, opened(context.new_page(), site)):
        given(each, "theirs.csv", f"{','.join(theirs)}\n{ROW}")
        assert mapped(each) == [""] * len(theirs)
        each.work()
        expect(each.part("summary").locator("a")).to_have_count(4)


def test_what_is_said_of_the_first_row_of_a_file_holds_for_that_file(page: Page, site: str) -> None:
    payroll = opened(page, site)
    header = payroll.element.locator('[data-setting="header"] input')
    # what stands above the rows looks like names, and is a row
    given(payroll, "none.csv", "A1,June,Bo,citizen,ordinary,Cy\nA2,2025-02,3250,citizen,ordinary,41\n")
    expect(header).to_be_checked()
    expect(payroll.part("named")).to_have_text("none.csv (rows: 1)")
    payroll.part("settings").locator("summary").click()
    header.uncheck()
    expect(payroll.part("named")).to_have_text("none.csv (rows: 2)")
    map_to(payroll, *NAMES.split(","))
    payroll.work()
    expect(payroll.part("rows")).to_have_text(
        "Rows read: 2; worked out: 1; cannot be decided: 0; refused: 1."
    )
    given(payroll, "named.csv", f"{NAMES}\n{ROW}")
    expect(payroll.part("named")).to_have_text("named.csv (rows: 1)")
    expect(header).to_be_checked()
    # and the other way round no row is taken for names
    given(payroll, "bare.csv", f"{ROW}\n{ROW.replace('A1', 'A2')}")
    expect(payroll.part("named")).to_have_text("bare.csv (rows: 2)")
    expect(header).not_to_be_checked()
    header.check()
    expect(payroll.part("named")).to_have_text("bare.csv (rows: 1)")
    given(payroll, "again.csv", f"{ROW}\n{ROW.replace('A1', 'A2')}\n{ROW.replace('A1', 'A3')}")
    expect(payroll.part("named")).to_have_text("again.csv (rows: 3)")
