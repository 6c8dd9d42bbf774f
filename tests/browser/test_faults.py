"""When something fails: a few rows of tests/faults/faults.toml; `python -m tests.tools.faults` tries all."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import SITE
from tests.faults.host import FaultyHost, Setting
from tests.faults.table import Case, cases
from tests.faults.trial import REPLY, attempt, faulty

# One of each kind, none of which waits for stock Pyodide to start.
FEW = (
    "module of the answer runtime: flipped",
    "script that starts the full runtime: error",
    "module of Pyodide and its packed form: truncated",
    "wheel of the rules and its packed form: flipped",
    "script of a notice's page: cut",
    "script of the payroll's page: flipped",
    "script of a framed page: missing",
    "a policy that forbids WebAssembly",
    "a policy that forbids workers made of a text",
    "no module workers",
    "too little memory for the answer runtime's image",
    "without https",
    "a network that blocks by ending",
    "no network once the page is there",
    "an optimiser that runs the page's own scripts last",
    "a browser too old for the page's script",
    "the oldest browser that works",
)
NEW = "?new"


@pytest.fixture(scope="module")
def host() -> Iterator[tuple[str, type[FaultyHost]]]:
    with faulty(SITE) as served:
        yield served


@pytest.mark.parametrize("case", [case for case in cases() if case.name in FEW], ids=lambda case: case.name)
def test_answer_or_one_sentence(case: Case, browser: Browser, host: tuple[str, type[FaultyHost]]) -> None:
    ended = attempt(case, browser, *host)
    assert (ended.ends, ended.lost) == (case.ends, ())


def test_the_few_are_in_the_table() -> None:
    assert set(FEW) <= {case.name for case in cases()}


def test_an_old_tab_loads_the_new_release_once_and_keeps_its_replies(
    browser: Browser, host: tuple[str, type[FaultyHost]]
) -> None:
    url, served = host
    served.setting = Setting()
    context = browser.new_context()
    # whoever saves data loads the rules when they touch the form: here, after the release
    context.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page = context.new_page()
    page.goto(f"{url}amnesty/")
    expect(page.locator("notice-calculator")).to_have_attribute("data-state", "waiting")
    served.setting = Setting(released=NEW)
    page.locator(REPLY).check()
    expect(page.locator("[data-outcome]")).to_have_attribute("data-outcome", "outside_the_acts")
    expect(page.locator(REPLY)).to_be_checked()
    assert NEW in page.content()
    context.close()
