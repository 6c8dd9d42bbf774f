"""Every page at phone and desk width, in light and dark, for people who see, and who do not."""

import gzip
from itertools import cycle
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from calculator.engine.asking.found import notices
from tests.accessible import checks
from tests.browser.calculator import PATHS, Calculator
from tests.browser.conftest import SITE

EVERY = sorted(str(path.parent.relative_to(SITE)) for path in SITE.rglob("index.html"))
# Of the pages that one template makes by the hundred some are enough, their first ones among them.
MANY, ONE_IN = ("/steps/", "/shared/"), 60
OF_MANY = [folder for folder in EVERY if any(each in f"{folder}/" for each in MANY)]
FIRST = [folder for folder in OF_MANY if folder.endswith("/steps")]
PAGES = sorted({*EVERY} - {*OF_MANY} | {*FIRST, *OF_MANY[::ONE_IN]})
NOTICES = notices()
pytestmark = pytest.mark.usefixtures("quick_rules")

type Scheme = Literal["light", "dark"]
LOOKS = cycle([("light", 320), ("dark", 1280), ("dark", 390), ("light", 768)])


def address(site: str, folder: str) -> str:
    return site if folder == "." else f"{site}{folder}/"


def test_pages_are_found() -> None:
    assert {"zh", *NOTICES, *(f"zh/{notice}" for notice in NOTICES)} <= set(PAGES)


@pytest.mark.parametrize(("folder", "look"), list(zip(PAGES, LOOKS, strict=False)))
def test_page_has_no_barrier(folder: str, look: tuple[Scheme, int], page: Page, site: str) -> None:
    """Each page once; `python -m tests.accessible` looks at each kind of page in every way."""
    scheme, width = look
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(address(site, folder))
    assert [fault for check in checks.EVERY for fault in check(page)] == []


@pytest.mark.parametrize("notice", NOTICES)
def test_touch_targets_are_large(notice: str, page: Page, site: str) -> None:
    calculator = Calculator(page, site, notice)
    targets = calculator.element.locator(".nc-choice, .nc-field input, button").filter(visible=True)
    small = targets.evaluate_all(
        "all => all.filter(each => each.offsetHeight < 40).map(each => each.outerHTML)"
    )
    assert small == []


@pytest.mark.parametrize(
    ("path", "lang", "home"), [("nowhere/at/all/", "en", ""), ("zh/amnesty/nowhere.html", "zh-Hans", "zh/")]
)
def test_page_not_found_speaks_the_readers_language_and_knows_the_way_home(
    path: str, lang: str, home: str, context: BrowserContext, site: str, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("watch").expects_errors = True
    page = context.new_page()
    page.goto(f"{site}{path}")
    section = page.locator("section").first
    expect(section).to_have_attribute("lang", lang)
    expect(section.get_by_role("link")).to_have_attribute("href", f"{site}{home}")
    assert checks.barriers(page) == []


@pytest.mark.parametrize("folder", [f"{lang}{notice}" for lang in ("", "zh/") for notice in NOTICES])
def test_first_load_of_a_notice_is_small(folder: str, page: Page, site: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.removeprefix(site)))
    page.goto(address(site, folder), wait_until="networkidle")
    files = [SITE / path for path in loaded if not path.startswith(("data:", "assets/runtime/"))]
    files = [file / "index.html" if file.is_dir() else file for file in files]
    sizes = {file.name: len(gzip.compress(file.read_bytes())) for file in files if file.is_file()}
    assert sum(sizes.values()) <= 70_000, sizes


@pytest.mark.parametrize(("width", "count"), [(390, 1), (1280, 0)])
def test_the_drawer_has_its_button_where_there_is_a_drawer(
    width: int, count: int, page: Page, site: str
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(site)
    expect(page.locator(".menu").filter(visible=True)).to_have_count(count)


def test_script_of_the_theme_comes_with_the_first_move(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="dark")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(address(site, "amnesty"), wait_until="networkidle")
    assert [url for url in loaded if "bundle" in url] == []
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    before = page.locator(".md-header__title").bounding_box()
    page.mouse.move(600, 600)
    expect(page.locator("html")).to_contain_class("js")
    assert page.locator(".md-header__title").bounding_box() == before
    page.locator("[data-md-component='palette'] label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_pages_without_calculator_load_nothing_of_it(page: Page, site: str) -> None:
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.goto(site, wait_until="networkidle")
    assert [url for url in urls if "calculator" in url or "runtime" in url or "pyodide" in url] == []


def test_print_leaves_out_what_paper_cannot_do(page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    calculator.reply("employs", "public_service_only")
    calculator.expect_outcome("outside_the_acts")
    page.emulate_media(media="print")
    expect(calculator.result).to_be_visible()
    expect(calculator.element.locator('button[type="submit"]')).to_be_hidden()


@pytest.mark.parametrize("lang", PATHS)
@pytest.mark.parametrize("path", ["", "amnesty/"], ids=["the list", "a notice"])
def test_light_or_dark_can_be_chosen_at_once(page: Page, site: str, lang: str, path: str) -> None:
    """Before the theme's script is there as after it; and the choice is kept."""
    page.emulate_media(color_scheme="light")
    page.goto(f"{site}{PATHS[lang]}{path}")
    button = page.locator('[data-md-component="palette"] label:visible')
    expect(button).to_have_count(1)
    button.dispatch_event("click")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.mouse.move(50, 300)
    page.wait_for_load_state("networkidle")
    expect(button).to_have_count(1)
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    expect(button).to_have_count(1)


@pytest.mark.parametrize(("lang", "words"), [("en", "Skip to content"), ("zh", "跳至正文")])
def test_the_first_link_says_where_it_leads(page: Page, site: str, lang: str, words: str) -> None:
    page.goto(f"{site}{PATHS[lang]}amnesty/")
    expect(page.locator(".md-skip")).to_have_text(words)
