"""The picture in an answer: it comes with the answer, says what that says, and fits everywhere."""

import json
import re
from pathlib import Path
from typing import Any, Literal

import brotli  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from calculator.engine.figures import LANGUAGES
from tests.accessible.checks import barriers
from tests.browser.calculator import PATHS, Calculator
from tests.browser.conftest import ROOT, SITE
from tests.drawn import reader
from tests.given import MONTH

pytestmark = pytest.mark.usefixtures("quick_rules")
every_language = pytest.mark.parametrize("lang", LANGUAGES)

AMNESTY = {
    "as_at": "2026-11-25",
    "employs": "employees",
    "first_employed_on": "2023-01-02",
    "registration": "registered",
    "registered_on": "2023-05-10",
}
FACTS = {"amnesty": AMNESTY, "contributions": MONTH}
DAYS = {"amnesty": "as_at", "contributions": "month"}
SAID = {
    ("amnesty", "en"): ["2 January 2023", "1 February 2023", "10 May 2023", "25 November 2026"],
    ("amnesty", "zh"): ["2023年1月2日", "2023年2月1日", "2023年5月10日", "2026年11月25日"],
    ("contributions", "en"): ["RM2,400", "RM2,500", "RM42.85", "RM12.25", "RM6,000"],
    ("contributions", "zh"): ["2,400令吉", "2,500令吉", "42.85令吉", "12.25令吉", "6,000令吉"],
}
each_answer = pytest.mark.parametrize(("notice", "lang"), SAID)
BUDGET = 6_000
PICTURE = '[data-part="picture"]'
FETCHED = re.compile(r"/assets/(javascripts/draw|pictures/)")


def answered(page: Page, site: str, notice: str, lang: str) -> Calculator:
    calculator = Calculator(page, site, notice, lang)
    calculator.answer(FACTS[notice])
    expect(calculator.result.locator(PICTURE)).to_be_visible()
    return calculator


@each_answer
def test_it_comes_with_the_answer_and_has_its_figures(notice: str, lang: str, page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if FETCHED.search(request.url) else None)
    calculator = Calculator(page, site, notice, lang)
    expect(calculator.element.locator("form")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert asked == [], "nothing of it is fetched before there is a reply"
    calculator.answer(FACTS[notice])
    own = calculator.result.locator(PICTURE).locator(".nc-own")
    expect(own.first).to_be_visible()
    assert len(asked) == len(set(asked)) == 2
    said = " ".join(own.all_text_contents())
    assert [each for each in SAID[notice, lang] if each not in said] == []


# Where everything of an answer stands in it, from the first frame on.
FRAMES = """() => {
  const look = () => {
    const answer = document.querySelector("[data-outcome]");
    if (answer !== window.stood) window.places = new Set();
    window.stood = answer;
    const height = (each) => Math.round(each.getBoundingClientRect().height);
    if (answer) window.places.add([...answer.children].map(height).join());
    requestAnimationFrame(look);
  };
  look();
}"""


@each_answer
@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_an_answer_comes_with_it_and_nothing_moves(
    notice: str, lang: str, width: int, scheme: Literal["light", "dark"], page: Page, site: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    calculator = Calculator(page, site, notice, lang)
    page.evaluate(FRAMES)
    calculator.answer(FACTS[notice])
    expect(calculator.result.locator(PICTURE)).to_be_visible()
    page.wait_for_timeout(500)
    assert page.evaluate("[...places]") == page.evaluate("[[...places].at(-1)]")


@pytest.mark.parametrize(("width", "lang"), [(390, "zh"), (1280, "en")])
def test_one_that_comes_late_moves_nothing_in_the_window(
    width: int, lang: str, page: Page, site: str
) -> None:
    """It waits while its place is in the window, and comes when the reader has gone on, or back."""
    held: list[Route] = []
    page.route(FETCHED, lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    page.set_viewport_size({"width": width, "height": 800})
    calculator = Calculator(page, site, "amnesty", lang)
    calculator.answer(AMNESTY)
    expect(calculator.result).to_be_visible()
    calculator.result.evaluate("(each) => each.scrollIntoView({ block: 'start', behavior: 'instant' })")
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    picture = calculator.result.locator(PICTURE)
    last = calculator.result.locator('[data-part="explain"] summary').first
    expect(picture).to_be_hidden()
    last.evaluate("(each) => each.scrollIntoView({ block: 'start', behavior: 'instant' })")
    before = last.bounding_box()
    expect(picture).to_be_visible()
    after = last.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) <= 1


@every_language
def test_another_answer_has_another_picture(lang: str, page: Page, site: str) -> None:
    calculator = answered(page, site, "amnesty", lang)
    calculator.reply("registered_on", "2024-05-20")
    said = {"en": "20 May 2024", "zh": "2024年5月20日"}
    row = calculator.result.locator(f"{PICTURE} li.nc-own").filter(has_text=said[lang])
    expect(row).to_be_hidden()
    calculator.result.locator(f"{PICTURE} summary").click()
    expect(row).to_be_visible()
    calculator.reply("first_employed_on", "unknown")
    calculator.expect_outcome("cannot_be_decided")
    expect(calculator.result.locator(PICTURE)).to_be_hidden()


def test_an_answer_stands_without_it(page: Page, site: str) -> None:
    page.route(FETCHED, lambda route: route.fulfill(status=200, content_type="text/javascript", body="!"))
    warned: list[str] = []
    page.on("console", lambda message: warned.append(message.text) if message.type == "warning" else None)
    calculator = Calculator(page, site, "amnesty")
    calculator.answer(AMNESTY)
    calculator.expect_outcome("registered_in_amnesty")
    expect(calculator.result.locator('[data-part="actions"]')).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(calculator.result.locator(PICTURE)).to_be_hidden()
    assert any("no picture" in each for each in warned)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@each_answer
def test_everyone_can_read_it(
    notice: str, lang: str, scheme: Literal["light", "dark"], page: Page, site: str
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": 320, "height": 700})
    answered(page, site, notice, lang)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert barriers(page) == []


@every_language
def test_it_is_printed(lang: str, page: Page, site: str) -> None:
    calculator = answered(page, site, "amnesty", lang)
    page.emulate_media(media="print")
    expect(calculator.result.locator(PICTURE)).to_be_visible()
    bar = calculator.result.locator(f"{PICTURE} rect").first
    assert (bar.bounding_box() or {"width": 0})["width"] > 1


@pytest.mark.parametrize("notice", FACTS)
@every_language
def test_the_notice_has_it_without_script(notice: str, lang: str, browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{site}{PATHS[lang]}{notice}/")
    pictures = page.locator(".nc-picture .nc-drawing")
    expect(pictures).to_have_count({"amnesty": 1, "contributions": 2}[notice])
    for at in range(pictures.count()):
        expect(pictures.nth(at).locator("figcaption")).to_be_visible()
    expect(page.locator(".nc-picture .nc-own")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("folder", ["amnesty", "zh-amnesty", "contributions", "zh-contributions"])
def test_it_costs_little(folder: str) -> None:
    """What an answer fetches, and the style, which comes with the page; compressed."""
    data = next((SITE / "assets" / "pictures").glob(f"{folder}.*.json"))
    script = next((SITE / "assets" / "javascripts").glob("draw.*.js"))
    styles = (ROOT / "overrides" / "calculator" / "picture").glob("*.css")
    sizes = [len(brotli.compress(Path(path).read_bytes())) for path in (data, script, *styles)]
    assert sum(sizes) <= BUDGET, sizes


# Days next to each other, long before and long after every programme, and on both edges of the table.
OLD = {**AMNESTY, "first_employed_on": "1990-01-02", "earned_within_limit": "yes"}
EXTREME: dict[str, list[dict[str, str]]] = {
    "amnesty": [
        AMNESTY,
        {
            **AMNESTY,
            "first_employed_on": "1990-01-02",
            "earned_within_limit": "yes",
            "registered_on": "2026-11-25",
        },
        {**AMNESTY, "first_employed_on": "2026-11-24", "registered_on": "2026-11-25"},
        {**AMNESTY, "registered_on": "2099-12-30", "as_at": "2099-12-31"},
        {**AMNESTY, "registered_on": "2023-05-01"},
    ],
    "contributions": [
        MONTH,
        {**MONTH, "wages": "1"},
        {**MONTH, "wages": "6000"},
        {**MONTH, "wages": "99999", "month": "2016-06"},
        {**MONTH, "age": "62", "month": "2022-09"},
    ],
}
# Draws each at every width and lists words that overlap, or that stand outside
MEASURE = """
async ([widths, readers]) => {
  const { dataset } = document.querySelector("[data-draw]");
  const { draw } = await import(new URL(dataset.draw, document.baseURI).href);
  const pictures = await (await fetch(dataset.pictures)).json();
  const box = document.body.appendChild(document.createElement("div"));
  box.className = "md-typeset";
  const faults = [];
  for (const width of widths) {
    box.style.width = `${width}px`;
    for (const [at, reader] of readers.entries()) {
      for (const picture of pictures) {
        box.innerHTML = draw(picture, reader);
        const edge = box.getBoundingClientRect();
        for (const fold of box.querySelectorAll("details")) fold.open = true;
        for (const each of box.querySelectorAll("text, p, figcaption, li, span, small")) {
          const { left, right } = each.getBoundingClientRect();
          if (left < edge.left - 2 || right > edge.right + 2) faults.push([width, at, each.textContent]);
        }
        const words = [...box.querySelectorAll("text, p, figcaption, li")];
        const boxes = words.map((each) => [each.textContent, each.getBoundingClientRect()]);
        for (const [index, [text, one]] of boxes.entries()) {
          for (const [other, two] of boxes.slice(index + 1)) {
            const apart = one.right <= two.left + 1 || two.right <= one.left + 1
              || one.bottom <= two.top + 1 || two.bottom <= one.top + 1;
            if (!apart) faults.push([width, at, text, other]);
          }
        }
      }
    }
  }
  return faults;
}
"""


@each_answer
def test_no_words_overlap_at_any_width(notice: str, lang: str, page: Page, site: str) -> None:
    page.goto(f"{site}{PATHS[lang]}{notice}/")
    readers: list[Any] = [reader(notice, facts, DAYS[notice], lang) for facts in EXTREME[notice]]
    faults = page.evaluate(MEASURE, [[270, 280, 320, 375, 480, 599, 601, 700], [None, *readers]])
    assert faults == [], json.dumps(faults[:5], ensure_ascii=False)


def test_a_page_without_a_picture_asks_for_none(context: BrowserContext, page: Page, site: str) -> None:
    page.goto(site)
    assert page.locator("[data-draw]").count() == 0
    assert context.pages == [page]
