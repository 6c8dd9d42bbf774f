"""The states of the site that everyone must be able to use: what leads to each, in either language."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from playwright.sync_api import Page, expect

from tests.browser.calculator import PATHS, Calculator

# Of each kind of page one, below its language
PAGES = (
    "",
    "amnesty/",
    "amnesty/changes/",
    "amnesty/shared/registration_overdue/",
    "amnesty/steps/",
    "amnesty/steps/employs-employees/",
    "contributions/",
    "contributions/tables-2026-06/",
    "arrears/",
    "accessibility/",
    "disclaimer/",
    "embed/",
    "embed/amnesty/",
    "law-sources/",
    "open-data/",
)
REPLIES = {
    "as_at": "2024-06-01",
    "employs": "employees",
    "first_employed_on": "2020-01-01",
    "registration": "registered",
    "registered_on": "2023-06-01",
}
BY_HAND = {
    "born_on": "1/2/1985",
    "first_month": "3/2024",
    "last_month": "6/2024",
    "wages": "3,250",
    "paid_on": "26/11/2026",
}


class Opened(NamedTuple):
    """A page that stands, and the language it is in."""

    page: Page
    site: str
    lang: str

    def notice(self, name: str = "amnesty") -> Calculator:
        return Calculator(self.page, self.site, name, self.lang)


def question(at: Opened) -> None:
    """The first question has its reply, the next is asked."""
    calculator = at.notice()
    calculator.reply("employs", "employees")
    expect(calculator.question("first_employed_on")).to_be_visible()


def mistake(at: Opened) -> None:
    """A field is left with what cannot be read."""
    question(at)
    field = at.page.locator('notice-calculator [name="first_employed_on"]')
    field.fill("31/2/2020")
    field.blur()
    expect(at.page.locator('[data-question="first_employed_on"] .nc-error')).not_to_be_empty()


def summary(at: Opened) -> None:
    """The form is sent with something missing."""
    question(at)
    at.page.locator('notice-calculator button[type="submit"]').click()
    expect(at.page.locator("notice-calculator .nc-summary")).to_be_focused()


def answered(at: Opened) -> None:
    """An answer of another day stands, and the figures of the notice are those of that day."""
    calculator = at.notice()
    calculator.answer(REPLIES)
    expect(calculator.result).to_be_visible()


def explained(at: Opened) -> None:
    """An answer stands with all that opens."""
    answered(at)
    calculator = at.page.locator("notice-calculator")
    for part in ("why", "cited", "along", "explain"):
        calculator.locator(f'[data-part="{part}"] > summary').click()
    expect(calculator.locator("[data-change]").first).to_be_visible()


def payslip(at: Opened) -> None:
    """The answer of the other notice, with its table."""
    at.notice("contributions").answer(
        {
            "month": "2026-07",
            "role": "ordinary",
            "worker": "citizen",
            "wages": "3000",
            "age": "30",
            "lindung24": "takes_part",
        }
    )
    expect(at.page.locator("notice-calculator .nc-answer")).to_be_visible()


def arrears(at: Opened) -> None:
    """A payroll by hand has its totals, its chart and its table."""
    _by_hand(at, BY_HAND)
    expect(at.page.locator('payroll-calculator [data-part="result"]')).to_be_focused()


def _by_hand(at: Opened, replies: Mapping[str, str]) -> None:
    at.page.goto(f"{at.site}{PATHS[at.lang]}arrears/")
    payroll = at.page.locator("payroll-calculator[data-begun]")
    for name, reply in (("way", "hand"), ("worker", "citizen"), ("role", "ordinary")):
        payroll.locator(f'[name="{name}"][value="{reply}"]').check()
    for name, reply in replies.items():
        payroll.locator(f'[name="{name}"]').first.fill(reply)
    payroll.locator('[data-part="submit"]').first.click()


def arrears_mistake(at: Opened) -> None:
    """A payroll by hand is sent whose last month is before its first."""
    _by_hand(at, BY_HAND | {"last_month": "2/2024"})
    expect(at.page.locator("payroll-calculator .nc-summary")).to_be_focused()


def drawer(at: Opened) -> None:
    """The navigation of a phone is open."""
    at.page.goto(f"{at.site}{PATHS[at.lang]}contributions/tables-2026-06/")
    button = at.page.locator(".menu")
    if button.is_visible():
        button.press("Enter")
        expect(at.page.locator(".md-sidebar--primary")).to_be_in_viewport()


def searched(at: Opened) -> None:
    """The search is open and has found something."""
    at.page.goto(f"{at.site}{PATHS[at.lang]}")
    at.page.locator(".search").click()
    at.page.locator(".search-dialog input").fill("PERKESO")
    expect(at.page.locator(".search-dialog a").first).to_be_visible()


def unfolded(at: Opened) -> None:
    """Everything that a notice folds is open."""
    at.page.goto(f"{at.site}{PATHS[at.lang]}amnesty/")
    at.page.mouse.move(50, 300)
    at.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    at.page.wait_for_timeout(300)


_EVERY = (question, mistake, summary, answered, explained, payslip, arrears, arrears_mistake)
STATES: dict[str, Callable[[Opened], None]] = {
    each.__name__: each for each in (*_EVERY, drawer, searched, unfolded)
}
# Workers in the place of ours: with the first the page goes on loading, with the next nothing comes any more,
# with the last it has failed
WORKERS = {
    "loading": "setInterval(() => postMessage({ progress: { loaded: 1000000, total: 4000000 } }), 500);",
    "slow": "postMessage({ progress: { loaded: 1000000, total: 4000000 } });",
    "failed": 'postMessage({ failure: "broken on purpose" });',
}


def waiting(at: Opened, state: str) -> None:
    """With a worker of WORKERS: the reader has asked and waits, or reads that there is no answer."""
    at.page.goto(f"{at.site}{PATHS[at.lang]}amnesty/")
    if state == "loading":
        at.page.locator('notice-calculator button[type="submit"]').click()
    shown = at.page.locator(f'notice-calculator :is([data-part="{state}"], [data-failure="{state}"])')
    expect(shown.filter(visible=True).first).to_be_visible()
