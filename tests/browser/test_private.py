"""What a reader types stays in the tab, behind the policy that hosts send, up to the answer."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from tests.accessible.states import BY_HAND, Opened, arrears
from tests.browser.calculator import Calculator
from tests.browser.conftest import SITE, Watch
from tests.browser.test_payroll import Payroll
from tests.browser.waiting import until

REPLIES = {
    "amnesty": {
        "employs": "employees",
        "first_employed_on": "2020-02-03",
        "registration": "registered",
        "registered_on": "2023-06-21",
    },
    "contributions": {
        "month": "2026-05",
        "role": "ordinary",
        "worker": "citizen",
        "wages": "4,321.09",
        "age": "37",
    },
}
# A file whose cells are found nowhere else; its second row is refused
CELLS = ("Zuleikha-77", "4321.09", "Nonesuch-88", "8765,43", "Remark-99", "Secret")
PAYROLL = """worker_id,month,wages,worker,role,age,Remark-99
Zuleikha-77,2024-03,4321.09,citizen,ordinary,41,=1+1
Nonesuch-88,2024-04,"8765,43 x",citizen,ordinary,41,
"""
# As it was typed, and as it may be written elsewhere.
TYPED = re.compile(r"2020-?02-?03|03/02/2020|2023-?06-?21|21/06/2023|4,?321\.09|employees\b")
# After the page has loaded: the runtime's own files, and the parts of the page that come when they are used.
LATER = re.compile(r"/assets/(images|runtime|javascripts|stylesheets|along|pictures|search)/[\w.-]+$")
STORED = "JSON.stringify(Object.entries(localStorage))"
KEPT = """async () => {
  const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const kept = await Promise.all(caches_.map(async (cache) => (await cache.keys()).map(({ url }) => url)));
  const databases = await indexedDB.databases();
  return JSON.stringify([kept, databases, document.cookie]);
}"""


def policy_of_hosts() -> str:
    """The policy as `_headers` has it for every file."""
    told = (SITE / "_headers").read_text(encoding="utf-8")
    found = re.search(r"Content-Security-Policy: (.+)", told)
    assert found is not None
    return found[1]


def with_policy(context: BrowserContext) -> None:
    """Every page comes with the header, as from a host that sends it."""
    policy = policy_of_hosts()

    def answered(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": policy})

    context.route(lambda url: Path(url.split("#")[0]).suffix == "" or url.endswith("/"), answered)


@pytest.mark.parametrize("notice", REPLIES)
def test_nothing_typed_leaves_the_tab(notice: str, context: BrowserContext, site: str, watch: Watch) -> None:
    sent: list[Request] = []
    context.on("request", lambda request: sent.append(request))  # noqa: PLW0108 - Playwright marks what it is given
    with_policy(context)
    page = context.new_page()
    calculator = Calculator(page, site, notice)
    page.wait_for_load_state("load")
    loaded = len(sent)
    calculator.answer(REPLIES[notice])
    calculator.result.locator("summary").first.click()
    page.wait_for_load_state("networkidle")
    assert [
        each.url for each in sent if each.method != "GET" or each.post_data or TYPED.search(each.url)
    ] == []
    assert [
        each.url for each in sent[loaded:] if not LATER.search(each.url) and not each.url.startswith("blob:")
    ] == []
    assert watch.others(site) == []
    assert not TYPED.search(page.evaluate(STORED))
    assert not TYPED.search(page.evaluate(KEPT))
    assert context.cookies() == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_payroll_leaves_the_tab(lang: str, context: BrowserContext, site: str, watch: Watch) -> None:
    sent: list[Request] = []
    context.on("request", lambda request: sent.append(request))  # noqa: PLW0108 - likewise
    with_policy(context)
    page = context.new_page()
    arrears(Opened(page, site, lang))
    page.wait_for_load_state("networkidle")
    assert [each.url for each in sent if each.method != "GET" or each.post_data] == []
    others = [each.url for each in sent if not LATER.search(each.url) and not each.url.startswith("blob:")]
    assert others == [page.url]
    assert watch.others(site) == []
    kept = page.evaluate(STORED) + page.evaluate(KEPT) + page.evaluate("location.href")
    assert not [typed for typed in (*BY_HAND.values(), "3250", "1985-02-01") if typed in kept]
    assert context.cookies() == []


def test_no_payroll_file_leaves_the_tab(
    context: BrowserContext, site: str, watch: Watch, tmp_path: Path
) -> None:
    """Read, worked out by the runtime of the page, searched, saved: nobody hears of it, nothing keeps it."""
    sent: list[Request] = []
    context.on("request", lambda request: sent.append(request))  # noqa: PLW0108 - likewise
    with_policy(context)
    page = context.new_page()
    file = tmp_path / "Secret Sdn Bhd.csv"
    file.write_text(PAYROLL, encoding="utf-8")
    payroll = Payroll(page, site)
    payroll.choose("way", "file")
    page.wait_for_load_state("networkidle")
    before = len(sent)
    payroll.element.locator('[data-part="chosen"]').set_input_files(file)
    payroll.work()
    expect(payroll.part("rows")).to_contain_text("worked out: 1;")
    expect(payroll.element).to_have_attribute("data-runtime", "answer")
    payroll.element.locator('[data-part="search"]').fill("zuleikha")
    for kind in ("csv", "xlsx"):
        with page.expect_download():
            payroll.part(kind).click()
    page.wait_for_load_state("networkidle")
    assert [each.url for each in sent if each.method != "GET" or each.post_data] == []
    others = [each.url for each in sent[before:] if not LATER.search(each.url)]
    assert [url for url in others if not url.startswith("blob:")] == []
    assert watch.others(site) == []
    # also what is kept as the page goes
    page.reload()
    expect(payroll.part("choose-again")).to_be_visible()
    in_tab = "JSON.stringify(Object.entries(sessionStorage))"
    kept = "".join(page.evaluate(each) for each in (STORED, in_tab, KEPT, "location.href + document.title"))
    kept += "".join(each.url for each in sent)
    assert [cell for cell in CELLS if cell.lower() in kept.lower()] == []
    assert context.cookies() == []


def test_a_script_that_comes_into_a_page_does_not_run(
    context: BrowserContext, site: str, watch: Watch
) -> None:
    watch.expects_errors = True
    page = context.new_page()
    page.goto(f"{site}amnesty/")
    put = """(html) => { document.body.insertAdjacentHTML("beforeend", html); }"""
    page.evaluate(put, "<img src='x' onerror='window.ran = 1'><iframe src='https://example.com/'></iframe>")
    made = "Object.assign(document.createElement('script'), { text: 'window.ran = 1' })"
    page.evaluate(f"document.head.append({made})")
    assert page.evaluate("fetch('https://example.com/').then(() => 'sent', () => 'stopped')") == "stopped"
    assert page.evaluate("window.ran") is None


def test_another_tab_knows_nothing(browser: Browser, site: str) -> None:
    with browser.new_context() as context:
        _reply(context.new_page(), site)
        other = context.new_page()
        calculator = Calculator(other, site)
        until(other, "Boolean(document.querySelector('notice-calculator form:not([hidden])'))")
        assert not calculator.control("employs").and_(other.locator(":checked")).count()


def _reply(page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    calculator.reply("employs", "employees")
    page.reload()
    until(page, "Boolean(document.querySelector('[name=employs]:checked'))")
