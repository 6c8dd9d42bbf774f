"""What a reader sees: the first screen, sections that fold, tables on a phone, colours, paper."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.test_pages import NOTICES, PAGES, address
from tests.browser.waiting import until

LANGS = ("", "zh/")
pytestmark = pytest.mark.usefixtures("quick_rules")

# The contrast of an element's text with what lies behind it, as the browser has worked both out.
CONTRAST = """element => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const grounds = [];
  for (let each = element; each; each = each.parentElement)
    grounds.unshift(getComputedStyle(each).backgroundColor);
  const painted = colours => {
    canvas.fillStyle = "white";
    canvas.fillRect(0, 0, 1, 1);
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map(part =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [behind, text] = [painted(grounds), painted([...grounds, getComputedStyle(element).color])];
  return Math.max(behind, text) / Math.min(behind, text);
}"""
# Of what can be seen, what is too small to be read, hit or (on some phones) filled in without zooming.
TOO_SMALL = """() => {
  const seen = each => each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length;
  const said = each => each.outerHTML.slice(0, 120);
  const size = each => parseFloat(getComputedStyle(each).fontSize);
  const all = [...document.querySelectorAll(".md-header *, article *, .md-footer *")].filter(seen);
  const own = each => [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const inText = each => getComputedStyle(each).display === "inline";
  return [
    ...all.filter(each => own(each) && size(each) < 12),
    ...all.filter(each => each.matches("a, button, summary, label[for]") && !inText(each))
      .filter(each => Math.min(each.offsetHeight, each.offsetWidth) < 24),
    ...all.filter(each => each.matches("input:not([type=radio], [type=checkbox])") && size(each) < 16),
  ].map(said);
}"""
type Scheme = Literal["light", "dark"]


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size({"width": 390, "height": 844})
    return page


@pytest.mark.parametrize("notice", NOTICES)
@pytest.mark.parametrize("lang", LANGS)
def test_first_screen_says_what_it_is_whether_it_holds_and_leads_to_the_readers_case(
    lang: str, notice: str, phone: Page, site: str
) -> None:
    phone.goto(f"{site}{lang}{notice}/")
    button = phone.locator(".own-case a")
    for part in (phone.locator("article .status"), phone.locator("h1"), phone.locator("h1 + p"), button):
        box = part.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 844
    button.click()
    expect(phone.locator(".nc-form")).to_be_in_viewport()


def test_home_says_in_one_look_what_holds_what_ended_and_what_is_due(phone: Page, site: str) -> None:
    for lang in LANGS:
        phone.goto(f"{site}{lang}")
        states = phone.locator(".notices .status")
        # the notices, and the page on arrears beside them
        shown = len(NOTICES) + 1
        expect(states).to_have_count(shown)
        for index in range(shown):
            expect(states.nth(index)).to_be_in_viewport()
            expect(phone.locator(".notices__title").nth(index)).to_be_in_viewport()
        expect(phone.locator(".notices__due").first).to_be_in_viewport()


def test_contents_are_on_the_page_where_the_theme_shows_none(phone: Page, site: str) -> None:
    phone.goto(f"{site}zh/amnesty/")
    contents = phone.locator(".contents")
    contents.locator("summary").click()
    contents.locator('a[href="#penalties"]').click()
    expect(phone.locator("#penalties")).to_be_in_viewport()
    phone.set_viewport_size({"width": 1280, "height": 900})
    expect(contents).to_be_hidden()


def fold(page: Page, id: str) -> Locator:
    return page.locator(f"#{id} + details")


def test_a_link_into_a_fold_opens_it(phone: Page, site: str) -> None:
    phone.goto(f"{site}amnesty/?h=reports#differences")
    expect(fold(phone, "differences")).to_have_attribute("open", "")
    programmes = fold(phone, "programmes")
    expect(programmes).not_to_have_attribute("open", "")
    link = phone.locator('#by-hand ~ ol a[href="#programmes"]')
    for _ in range(2):  # the second time the address is the same already
        link.click()
        expect(programmes).to_have_attribute("open", "")
        expect(phone.locator("#programmes")).to_be_in_viewport()
        programmes.locator("> summary").click()


def test_folds_open_without_script(browser: Browser, site: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}amnesty/")
        fold(page, "programmes").locator("> summary").click()
        expect(page.locator(".law-table--programmes")).to_be_visible()


@pytest.mark.parametrize("folder", PAGES)
def test_nothing_is_cut_off_or_too_small_on_a_narrow_phone(folder: str, page: Page, site: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address(site, folder))
    page.evaluate("for (const each of document.querySelectorAll('article details')) each.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(TOO_SMALL) == []
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans" if folder.startswith("zh") else "en")
    expect(page.locator("h1")).to_have_count(1)


def test_a_wide_table_keeps_the_column_that_names_its_rows(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site}contributions/tables-2024-10/")
    table = page.get_by_role("region").first
    table.focus()
    before = table.locator("tbody th").first.bounding_box()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    until(page, "element => element.scrollLeft > 50", table.element_handle())
    assert table.locator("tbody th").first.bounding_box() == before
    # the sign that there is more: a shadow at the edge, under what has a ground of its own
    assert "linear-gradient" in table.evaluate("element => getComputedStyle(element).backgroundImage")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_read_or_touched_stands_out_from_its_ground(scheme: Scheme, phone: Page, site: str) -> None:
    phone.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    phone.goto(f"{site}contributions/tables-2024-10/")
    phone.mouse.move(200, 500)
    expect(phone.locator("html")).to_contain_class("js")
    phone.locator(".md-header .menu").click()
    faint: list[str] = []

    def look(selector: str, *, hover: bool = False) -> None:
        found = phone.locator(selector).first
        expect(found).to_be_visible()
        if hover:
            found.hover()
        ratio = found.evaluate(CONTRAST)
        if ratio < 4.5:
            faint.append(f"{selector}, {hover=}: {ratio:.2f}")

    for title in (
        ".md-nav--primary .md-nav__title >> visible=true",
        ".md-nav--primary .md-nav__link >> visible=true",
    ):
        look(title)
    phone.locator(".md-nav--primary .md-nav__title >> visible=true").last.click()
    look(".md-nav__title[for=__drawer]")
    phone.goto(f"{site}amnesty/")
    for selector in ("article p a", ".own-case a", ".contents summary", ".switch", ".footer a"):
        look(selector)
        look(selector, hover=True)
    for selector in (
        ".status",
        ".days",
        ".footer p",
        "h2",
        ".nc-label >> visible=true",
        ".nc-hint >> visible=true",
    ):
        look(selector)
    assert faint == []


def pages_of(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_paper_has_everything_in_dark_ink_and_few_pages(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    page.emulate_media(color_scheme="dark")
    page.goto(f"{site}amnesty/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert pages_of(page) <= 9
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 680, "height": 1000})  # what an A4 sheet has between its margins
    expect(page.locator(".law-table--programmes td").last).to_be_visible()
    for gone in (".nc-form", ".own-case", ".contents", ".md-header", ".md-footer", "#your-case"):
        expect(page.locator(gone).first).to_be_hidden()
    assert page.locator("h1").evaluate(CONTRAST) > 10
    page.goto(f"{site}contributions/tables-2024-10/")
    wide = "all => all.filter(each => each.scrollWidth > each.clientWidth).map(each => each.ariaLabel)"
    assert page.locator(".law-table").evaluate_all(wide) == []
