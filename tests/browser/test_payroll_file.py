"""A payroll file is dropped, or mended and chosen again; how it was read is changed."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.payroll_file import NAMES, ROW, given, mapped, opened, rows_of, setting, two_sheets

pytestmark = pytest.mark.usefixtures("quick_rules")

# Returns whether the browser would still open the file itself
DROP = """
(box, [name, text]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  const of = (type) => new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
  return ["dragenter", "dragover", "drop"].map((type) => box.dispatchEvent(of(type))).slice(1);
}
"""


def test_a_file_is_dropped(page: Page, site: str) -> None:
    payroll = opened(page, site)
    assert payroll.part("drop").evaluate(DROP, ["dropped.csv", f"{NAMES}\n{ROW}"]) == [False, False]
    expect(payroll.part("named")).to_have_text("dropped.csv (rows: 1)")
    payroll.work()
    expect(payroll.rows).to_have_count(1)
    # another one takes its place
    payroll.part("drop").evaluate(DROP, ["other.csv", f"{NAMES}\n{ROW}\nA2{ROW[2:]}"])
    expect(payroll.part("named")).to_have_text("other.csv (rows: 2)")
    payroll.work()
    expect(payroll.rows).to_have_count(2)


def test_a_file_that_was_mended_is_chosen_again(page: Page, site: str, tmp_path: Path) -> None:
    """Browsers tell of no change where the same file is chosen twice."""
    payroll = opened(page, site)
    file = tmp_path / "payroll.csv"
    for wages, counts in (("abc", "worked out: 1"), ("3300", "worked out: 2")):
        file.write_text(f"{NAMES}\n{ROW}\n{ROW.replace('A1', 'A2').replace('3250', wages)}", encoding="utf-8")
        with page.expect_file_chooser() as chooser:
            payroll.element.locator('[data-part="chosen"]').click()
        chooser.value.set_files(file)
        expect(payroll.part("columns")).to_contain_text(wages)
        payroll.work()
        expect(payroll.part("rows")).to_contain_text(counts)


def test_encoding_and_separator_are_shown_and_can_be_changed(page: Page, site: str) -> None:
    payroll = opened(page, site)
    text = f"{NAMES}\nZoë,2025-01,'3250',citizen,ordinary,41".replace(",", ";").replace("'3250'", "3,250.00")
    given(payroll, "latin.csv", text.encode("windows-1252"))
    expect(payroll.part("guess")).to_have_text("Windows-1252, Western · Semicolon")
    expect(payroll.part("columns").locator("tr").first).to_contain_text("Zoë")
    offered = payroll.element.locator('[data-setting="encoding"] option')
    expect(offered).to_have_text(["Windows-1252, Western", "UTF-8", "GB18030, Chinese", "UTF-16", "UTF-16BE"])
    setting(payroll, "encoding", "utf-8")
    expect(payroll.part("problems")).to_contain_text("cannot be read in this encoding")
    expect(payroll.part("columns").locator("tr").first).not_to_contain_text("Zoë")
    setting(payroll, "encoding", "windows-1252")
    expect(payroll.part("problems")).to_be_empty()
    # with commas, the amount is two cells
    setting(payroll, "separator", ",")
    expect(payroll.part("columns").locator("tr")).to_have_count(2)
    setting(payroll, "separator", ";")
    expect(payroll.part("columns").locator("tr")).to_have_count(6)
    assert mapped(payroll) == NAMES.split(",")
    payroll.work()
    expect(payroll.rows).to_contain_text("Zoë")
    expect(payroll.rows).to_contain_text("3,250.00")


def test_another_sheet_can_be_chosen_and_where_it_is_empty_another_again(page: Page, site: str) -> None:
    payroll = opened(page, site)
    given(payroll, "two.xlsx", two_sheets(rows_of(NAMES, ROW), ""))
    expect(payroll.part("guess")).to_have_text("One")
    setting(payroll, "sheet", "Two")
    expect(payroll.part("file-error")).to_contain_text("Choose another one")
    # nothing of the sheet before stands there as if it were of this one
    expect(payroll.part("named")).to_be_hidden()
    expect(payroll.part("mapping")).to_be_hidden()
    payroll.work()
    expect(payroll.part("summary").locator("a")).to_have_count(1)
    setting(payroll, "sheet", "One")
    expect(payroll.part("file-error")).to_be_empty()
    expect(payroll.part("named")).to_have_text("two.xlsx (rows: 1)")
    payroll.work()
    expect(payroll.rows).to_have_count(1)


def test_a_sheet_with_a_title_alone_is_not_taken_for_the_payroll(page: Page, site: str) -> None:
    payroll = opened(page, site)
    given(
        payroll,
        "cover.xlsx",
        two_sheets(rows_of("Our company"), rows_of(NAMES, ROW, ROW.replace("A1", "A2"))),
    )
    expect(payroll.part("named")).to_have_text("cover.xlsx (rows: 2)")
    expect(payroll.part("guess")).to_have_text("Two")
    setting(payroll, "sheet", "One")
    expect(payroll.part("file-error")).not_to_be_empty()
    setting(payroll, "sheet", "Two")
    payroll.work()
    expect(payroll.rows).to_have_count(2)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("lang", "said"), [("en", "The examples of the template are in the file"), ("zh", "文件里还有模板的例子")]
)
def test_examples_that_nobody_deleted_are_named(
    lang: str, said: str, kind: str, page: Page, site: str
) -> None:
    payroll = opened(page, site, lang)
    name = f"payroll-template-{lang}.{kind}"
    given(payroll, name, page.request.get(f"{site}arrears/{name}").body())
    expect(payroll.part("problems")).to_contain_text(said)
    given(payroll, "own.csv", f"{NAMES}\n{ROW}")
    expect(payroll.part("problems")).not_to_contain_text(said)
