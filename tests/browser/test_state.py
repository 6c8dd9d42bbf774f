"""A page in time: over midnight, after a reload, when its worker dies, where the browser keeps nothing."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from calculator import answer
from tests.browser.calculator import Calculator
from tests.browser.coming_back import back, reload
from tests.browser.conftest import QUICK_WORKER, Watch, replace_worker

EVENING, TOMORROW = "2026-11-26T23:50:00+08:00", "27/11/2026"
SECONDS = 1000
# Keeps every worker of the page at hand, so that a test can end it as a browser does: without a word.
HELD = """
window.workers = [];
const Held = window.Worker;
window.Worker = class extends Held {
  constructor(...given) {
    super(...given);
    window.workers.push(this);
    if (window.deadly) this.terminate();
  }
};
"""
GIVES_NO_JSON = """
postMessage({ ready: "answer" });
onmessage = ({ data }) => postMessage({ id: data.id, response: "{" });
"""
END = "workers.at(-1).terminate()"
DENIED = """
for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, {
    configurable: true,
    get() { throw new DOMException("denied", "SecurityError"); },
  });
"""
FULL = """
Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
"""


def kept(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.evaluate("sessionStorage['notice-calculator.amnesty'] ?? '{}'"))
    return found


def over_midnight(page: Page) -> None:
    page.clock.fast_forward("20:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


@pytest.fixture
def held(context: BrowserContext) -> None:
    """The quick rules, with the workers at hand."""
    context.add_init_script(HELD)
    replace_worker(context, QUICK_WORKER)
    context.route("**/quick-rules", lambda route: route.fulfill(body=answer(route.request.post_data or "")))


@pytest.mark.usefixtures("quick_rules")
def test_an_untouched_day_is_that_of_the_reader_after_midnight_too(page: Page, site: str) -> None:
    page.clock.install(time=EVENING)
    calculator = Calculator(page, site)
    calculator.reply("employs", "public_service_only")
    calculator.expect_outcome("outside_the_acts")
    over_midnight(page)
    expect(calculator.control("as_at")).to_have_value(TOMORROW)
    expect(calculator.understood("as_at")).to_contain_text("27 November 2026")
    assert "as_at" not in kept(page)


@pytest.mark.usefixtures("quick_rules")
def test_a_day_that_was_typed_stays_even_if_it_was_today(page: Page, site: str) -> None:
    page.clock.install(time=EVENING)
    calculator = Calculator(page, site)
    calculator.reply("as_at", "26/11/2026")
    over_midnight(page)
    calculator.reply("employs", "public_service_only")
    calculator.expect_outcome("outside_the_acts")
    expect(calculator.control("as_at")).to_have_value("26/11/2026")
    assert kept(page)["as_at"] == "26/11/2026"


@pytest.mark.usefixtures("held")
def test_a_worker_that_dies_is_started_again_once(page: Page, site: str) -> None:
    page.clock.install()
    calculator = Calculator(page, site)
    calculator.reply("employs", "public_service_only")
    calculator.expect_outcome("outside_the_acts")
    page.evaluate(END)
    calculator.reply("employs", "nobody")
    page.clock.fast_forward(2 * SECONDS)
    # no answer outlives its replies
    expect(calculator.result).to_have_count(0)
    page.clock.fast_forward(15 * SECONDS)
    expect(calculator.question("employed_before")).to_be_visible()
    assert page.evaluate("workers.length") == 2


@pytest.mark.usefixtures("held")
def test_a_worker_that_dies_again_is_said_to_be_dead(page: Page, site: str, watch: Watch) -> None:
    watch.expects_errors = True
    page.clock.install()
    calculator = Calculator(page, site)
    calculator.reply("employs", "public_service_only")
    calculator.expect_outcome("outside_the_acts")
    page.evaluate(END)
    page.evaluate("window.deadly = true; workers.at(-1).dispatchEvent(new MessageEvent('messageerror'))")
    calculator.reply("employs", "nobody")
    box = calculator.element.get_by_role("alert").filter(visible=True)
    page.evaluate("workers.at(-1).dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))")
    expect(box).to_contain_text("could not start in this browser")
    expect(calculator.result).to_have_count(0)
    expect(calculator.control("employs").and_(page.locator('[value="nobody"]'))).to_be_checked()
    # and can be tried again
    page.evaluate("window.deadly = false")
    box.get_by_role("link", name="Try again").click()
    expect(calculator.question("employed_before")).to_be_visible()
    expect(box).to_have_count(0)


def other_language(page: Page) -> None:
    page.get_by_role("link", name="中文").click()


@pytest.mark.usefixtures("quick_rules")
@pytest.mark.parametrize("come_back", [reload, back, other_language])
def test_what_is_put_back_is_treated_like_what_is_typed(
    come_back: Callable[[Page], None], page: Page, site: str
) -> None:
    calculator = Calculator(page, site)
    calculator.reply("employs", "employees")
    calculator.reply("first_employed_on", "31/2/2022")
    expect(calculator.error("first_employed_on")).not_to_be_empty()
    come_back(page)
    expect(calculator.control("first_employed_on")).to_have_value("31/2/2022")
    expect(calculator.error("first_employed_on")).not_to_be_empty()


@pytest.mark.usefixtures("quick_rules")
@pytest.mark.parametrize("odd", ["null", "[1]", "{", '{"employs": 1, "as_at": null}', '"x"'])
def test_what_was_kept_may_be_anything(odd: str, page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    page.evaluate("(odd) => { sessionStorage['notice-calculator.amnesty'] = odd; }", odd)
    page.reload()
    calculator.reply("employs", "public_service_only")
    calculator.expect_outcome("outside_the_acts")


def test_what_throws_in_the_page_is_said(
    context: BrowserContext, page: Page, site: str, watch: Watch
) -> None:
    watch.expects_errors = True
    replace_worker(context, GIVES_NO_JSON)
    calculator = Calculator(page, site)
    box = calculator.element.get_by_role("alert").filter(visible=True)
    expect(box).to_contain_text("the mistake is ours")
    expect(calculator.element.locator("form")).to_be_visible()


@pytest.mark.usefixtures("quick_rules")
def test_a_promise_that_fails_unheard_is_said_but_not_one_of_the_theme(
    page: Page, site: str, watch: Watch
) -> None:
    watch.expects_errors = True
    calculator = Calculator(page, site)
    box = calculator.element.locator('[data-part="failed"]')
    said = """(place) => {
      const reason = Object.assign(new Error("odd"), { stack: new URL(place, location.href).href });
      dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise: Promise.resolve(), reason }));
    }"""
    page.evaluate(said, "../assets/javascripts/bundle.a5f9d56c.min.js:1:1")
    expect(box).to_be_hidden()
    page.evaluate(said, "../assets/javascripts/calculator-page.ABCDEFGH.js:1:1")
    expect(box).to_contain_text("the mistake is ours")


@pytest.mark.usefixtures("quick_rules")
@pytest.mark.parametrize("storage", [DENIED, FULL], ids=["denied", "full"])
def test_a_browser_that_keeps_nothing_loses_memory_only(
    storage: str, context: BrowserContext, page: Page, site: str
) -> None:
    context.add_init_script(storage)
    calculator = Calculator(page, site)
    calculator.reply("employs", "public_service_only")
    calculator.expect_outcome("outside_the_acts")
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.mouse.move(600, 600)
    page.locator("[data-md-component='palette'] label:visible").click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", before or "")
    page.locator(".search").click()
    field = page.locator(".search-dialog input")
    expect(field).to_be_focused()
    field.fill("amnesty")
    expect(page.locator(".search-dialog li a").first).to_be_visible()
