"""The page while the runtime loads, and when it cannot: never a wait without end, always another way."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.browser.calculator import Calculator
from tests.browser.conftest import Watch, replace_worker

CARELINE = "1-300-22-8000"
SECONDS = 1000
# Workers that behave in one certain way, in place of the real one
LOADS_FOR_EVER = "postMessage({ progress: { loaded: 500_000, total: 2_000_000 } });"
MORE_COMES_WHEN_ASKED = """
let loaded = 500_000;
const come = () => postMessage({ progress: { loaded, total: 1_500_000 } });
come();
onmessage = () => {
  loaded += 500_000;
  come();
};
"""
COUNTED = """
const Real = window.Worker;
window.begun = 0;
window.Worker = class extends Real {
  constructor(...given) {
    super(...given);
    window.begun += 1;
  }
};
"""
FAILS_TO_ANSWER = """
postMessage({ ready: "answer" });
onmessage = ({ data }) =>
  postMessage({ id: data.id, response: '{"status": "failed", "error": "KeyError"}' });
"""
ANSWERS_THE_SECOND_QUESTION = """
let asked = 0;
onmessage = ({ data }) => {
  if (++asked < 2) return;
  postMessage({ ready: "full" });
  const response = { status: "question", question: "registration", asked: ["employs"] };
  postMessage({ id: data.id, response: JSON.stringify(response) });
};
"""


def expect_other_way(box: Locator, sentence: str) -> None:
    """The one sentence, the Careline as a telephone link, and the link to the rules in words."""
    expect(box).to_contain_text(sentence)
    expect(box.get_by_role("link", name=CARELINE)).to_have_attribute("href", "tel:1300228000")
    expect(box.locator('a[href="#by-hand"]')).to_be_visible()
    assert box.page.locator("#by-hand").count() == 1


@pytest.mark.parametrize(
    ("lang", "sentence"), [("en", "could not start in this browser"), ("zh", "计算器无法在此浏览器启动")]
)
def test_worker_that_cannot_start_is_said_in_one_sentence(
    lang: str, sentence: str, context: BrowserContext, watch: Watch, site: str
) -> None:
    watch.expects_errors = True
    replace_worker(context, "throw new Error('an old browser');")
    page = context.new_page()
    calculator = Calculator(page, site, "amnesty", lang)
    expect(calculator.element).to_have_attribute("data-state", "failed")
    expect_other_way(calculator.element.get_by_role("alert").filter(visible=True), sentence)
    expect(calculator.element.locator("form")).to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    assert any("RulesUnavailableError" in error for error in watch.errors)


def test_runtime_that_cannot_be_loaded_at_all(context: BrowserContext, watch: Watch, site: str) -> None:
    watch.expects_errors = True
    context.route("**/assets/runtime/**", lambda route: route.abort())
    context.route("**/assets/javascripts/full-runtime.*", lambda route: route.abort())
    calculator = Calculator(context.new_page(), site)
    expect(calculator.element).to_have_attribute("data-state", "failed")
    expect_other_way(calculator.element.get_by_role("alert").filter(visible=True), "the connection was lost")


def test_browser_without_webassembly(context: BrowserContext, watch: Watch, site: str) -> None:
    watch.expects_errors = True
    context.add_init_script("delete globalThis.WebAssembly")
    calculator = Calculator(context.new_page(), site)
    expect(calculator.element).to_have_attribute("data-state", "failed")


def test_fault_of_the_rules_is_owned(context: BrowserContext, watch: Watch, site: str) -> None:
    watch.expects_errors = True
    replace_worker(context, FAILS_TO_ANSWER)
    calculator = Calculator(context.new_page(), site)
    expect_other_way(calculator.element.get_by_role("alert").filter(visible=True), "the mistake is ours")
    expect(calculator.element.locator("form")).to_be_visible()


def loading_for_ever(context: BrowserContext, site: str) -> Calculator:
    """Its page has a clock that the test moves."""
    replace_worker(context, LOADS_FOR_EVER)
    page = context.new_page()
    page.clock.install()
    calculator = Calculator(page, site)
    expect(calculator.element).to_have_attribute("data-state", "loading")
    return calculator


def test_loading_shows_after_a_second_with_sizes(context: BrowserContext, site: str) -> None:
    calculator = loading_for_ever(context, site)
    page = calculator.page
    loading = calculator.element.locator('[data-part="loading"]')
    expect(calculator.element.locator("form")).to_be_visible()
    expect(loading).to_be_hidden()
    page.clock.run_for(2 * SECONDS)
    expect(loading).to_contain_text("0.5 of 2.0 MB")


@pytest.mark.parametrize(
    ("lang", "sentence"), [("en", "very slow or has stopped"), ("zh", "网络很慢或已中断")]
)
def test_a_line_that_gives_nothing_is_said_within_five_seconds(
    lang: str, sentence: str, context: BrowserContext, site: str
) -> None:
    replace_worker(context, MORE_COMES_WHEN_ASKED)
    page = context.new_page()
    page.clock.install(time="2026-11-26T10:00:00+08:00")
    page.clock.pause_at("2026-11-26T10:00:01+08:00")
    calculator = Calculator(page, site, "amnesty", lang)
    box = calculator.element.locator('[data-part="failed"]')
    loading = calculator.element.locator('[data-part="loading"]')
    expect(calculator.element).to_have_attribute("data-state", "loading")
    page.clock.run_for(1_200)
    # the page has asked once by itself
    expect(loading).to_contain_text("1.0")
    page.clock.run_for(2_500)
    expect(loading).to_be_visible()
    expect(box).to_be_hidden()
    page.clock.run_for(2 * SECONDS)
    expect_other_way(box, sentence)
    expect(loading).to_be_hidden()
    # the last of it: to start what has come takes its time, and is no fault of the network's
    calculator.reply("employs", "nobody")
    expect(loading).to_contain_text("1.5")
    expect(box).to_be_hidden()
    page.clock.run_for(20 * SECONDS)
    expect(box).to_be_hidden()


def test_what_gives_nothing_can_be_tried_again(context: BrowserContext, site: str) -> None:
    context.add_init_script(COUNTED)
    calculator = loading_for_ever(context, site)
    page = calculator.page
    box = calculator.element.locator('[data-part="failed"]')
    page.clock.run_for(61 * SECONDS)
    expect(box).to_contain_text("unusually long")
    box.get_by_role("link", name="Try again").click()
    expect(box).to_be_hidden()
    assert page.evaluate("begun") == 2
    # the other worker has the same time
    page.clock.run_for(5 * SECONDS)
    expect(box).to_contain_text("very slow or has stopped")
    page.clock.run_for(56 * SECONDS)
    expect(box).to_contain_text("unusually long")


def test_loading_has_an_end(context: BrowserContext, site: str) -> None:
    replace_worker(context, ANSWERS_THE_SECOND_QUESTION)
    page = context.new_page()
    page.clock.install()
    calculator = Calculator(page, site)
    expect(calculator.element).to_have_attribute("data-state", "loading")
    page.clock.run_for(61 * SECONDS)
    box = calculator.element.get_by_role("alert").filter(visible=True)
    expect_other_way(box, "unusually long")
    expect(calculator.element.locator('[data-part="loading"]')).to_be_hidden()

    # what comes late is still an answer
    calculator.reply("employs", "employees")
    expect(calculator.question("registration")).to_be_visible()
    expect(box).to_have_count(0)
    expect(calculator.element).to_have_attribute("data-runtime", "full")


def test_what_is_typed_while_loading_is_answered_later(
    context: BrowserContext, page: Page, site: str
) -> None:
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    context.route("**/rt.*.wasm", hold)
    calculator = Calculator(page, site)
    calculator.reply("employs", "public_service_only")
    calculator.submit()
    expect(calculator.element.locator('[data-part="loading"]')).to_contain_text("as soon as")
    waiting[0].continue_()
    calculator.expect_outcome("outside_the_acts")
    expect(calculator.result).to_be_focused()


def test_reader_who_saves_data_loads_nothing_before_the_form_is_touched(
    context: BrowserContext, watch: Watch, site: str
) -> None:
    context.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page = context.new_page()
    calculator = Calculator(page, site)
    expect(calculator.element).to_have_attribute("data-state", "waiting")
    page.wait_for_load_state("networkidle")
    assert [url for url in watch.requests if "assets/runtime" in url] == []
    calculator.reply("employs", "public_service_only")
    calculator.expect_outcome("outside_the_acts")


def test_rules_load_while_the_page_still_waits_for_its_styles(page: Page, site: str) -> None:
    page.route("**/*.css", lambda _route: None)  # no answer ever
    with page.expect_request(re.compile(r"/heap\.[0-9a-f]+\.bin")):
        page.goto(f"{site}amnesty/", wait_until="commit")


@pytest.mark.parametrize(("lang", "sentence"), [("en", "needs JavaScript"), ("zh", "需要JavaScript")])
def test_without_script_the_notice_and_the_other_way_are_there(
    lang: str, sentence: str, browser: Browser, site: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    calculator = Calculator(context.new_page(), site, "amnesty", lang)
    expect_other_way(calculator.element.locator('[data-part="without"]'), sentence)
    expect(calculator.element.locator("form")).to_be_hidden()
    context.close()
