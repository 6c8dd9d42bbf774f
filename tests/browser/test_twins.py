"""An answer in both languages at once: every finding stands in each, with the figures as each writes them."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.accessible.checks import barriers
from tests.browser.calculator import PATHS, Calculator
from tests.browser.conftest import Watch
from tests.browser.test_along import answered, each_answer, opened
from tests.browser.test_picture import FACTS
from tests.cases import Case, ask

pytestmark = pytest.mark.usefixtures("quick_rules")
OTHER = {"en": "zh", "zh": "en"}
# What stands in each cell of each pair: the language, the words, the figures
CELLS = """
pairs => pairs.map(pair => [...pair.children].map(cell => ({
  lang: cell.lang,
  words: cell.textContent.trim(),
  figures: [...cell.querySelectorAll("[data-figure]")].map(each => [each.dataset.figure, each.textContent]),
  links: [...cell.querySelectorAll("a:not(.nc-refs a)")].map(each => each.href),
})))
"""


def shown(calculator: Calculator) -> dict[str, list[Any]]:
    """The pairs by what they are."""
    part = opened(calculator).locator('[data-along="twins"]')
    part.locator("button").click()
    expect(part.locator(".nc-pair").first).to_be_visible()
    pairs = part.locator(".nc-pair")
    keys: list[str] = pairs.evaluate_all("pairs => pairs.map(pair => pair.dataset.pair)")
    return dict(zip(keys, pairs.evaluate_all(CELLS), strict=True))


@each_answer
def test_every_part_and_finding_stands_in_both_languages(
    notice: str, lang: str, page: Page, site: str
) -> None:
    pairs = shown(answered(page, site, notice, lang))
    assert {"tone", "outcome", "meaning"} <= set(pairs)
    responses = {each: ask(Case(notice, "", "", FACTS[notice]).request(each)) for each in PATHS}
    codes = [finding["code"] for finding in responses[lang]["findings"]]
    assert set(codes) <= set(pairs)
    for cells in pairs.values():
        assert [cell["lang"] for cell in cells] == [lang, OTHER[lang]]
        assert all(cell["words"] for cell in cells)
        assert cells[0]["words"] != cells[1]["words"]
    for index, each in enumerate((lang, OTHER[lang])):
        texts = {
            code: {id: figure["text"] for id, figure in finding["figures"].items()}
            for finding in responses[each]["findings"]
            for code in [finding["code"]]
        }
        for code in codes:
            assert dict(pairs[code][index]["figures"]).items() <= texts[code].items(), code


@each_answer
def test_its_links_lead_where_they_do_on_its_own_page(notice: str, lang: str, page: Page, site: str) -> None:
    pairs = shown(answered(page, site, notice, lang))
    outside = {
        each: [link for cells in pairs.values() for link in cells[at]["links"] if not link.startswith(site)]
        for at, each in enumerate((lang, OTHER[lang]))
    }
    assert outside[lang] == outside[OTHER[lang]]
    inside = [link for cells in pairs.values() for link in cells[1]["links"] if link.startswith(site)]
    assert all((link.removeprefix(site).startswith("zh/")) == (lang == "en") for link in inside)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_pair_is_read_at_any_width(width: int, page: Page, site: str) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    calculator = answered(page, site, "contributions", "en")
    shown(calculator)
    first, second = calculator.along.locator('[data-pair="outcome"] > div').all()
    one, other = (each.bounding_box() for each in (first, second))
    assert one is not None
    assert other is not None
    beside = one["y"] == other["y"]
    assert beside == (width == 1280)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert barriers(page) == []


def test_the_page_of_the_other_language_is_asked_for_once_it_is_wanted(
    page: Page, site: str, watch: Watch
) -> None:
    calculator = answered(page, site)
    opened(calculator)
    twin = f"{site}zh/amnesty/"
    assert twin not in watch.requests
    part = calculator.along.locator('[data-along="twins"]')
    page.route(twin, lambda route: route.abort())
    watch.expects_errors = True
    part.locator("button").click()
    expect(part.locator('[data-part="done"]')).to_have_text("This did not load. Please try again.")
    page.unroute(twin)
    part.locator("button").click()
    expect(part.locator(".nc-pair").first).to_be_visible()
    assert not any("2023-05-10" in url for url in watch.requests)
