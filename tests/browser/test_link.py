"""A link brings an answer back, in both languages and with every outcome."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from calculator.engine.asking.found import load
from tests.browser.calculator import PATHS, Calculator
from tests.browser.links import GIVEN, INTERFACE, WHOLE, each_lang, each_notice, link, said
from tests.browser.test_along import answered
from tests.paths import kinds

pytestmark = pytest.mark.usefixtures("quick_rules")
WAS = re.compile(r"([a-z_0-9]+)\.[0-9a-f]{4}")


def by_outcome(notice: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """A path to each outcome."""
    yield from {str(decision.outcome): facts for facts, decision in kinds(notice)}.items()


def keep(page: Page, notice: str, facts: Mapping[str, str]) -> None:
    page.evaluate(
        "([key, value]) => sessionStorage.setItem(key, value)",
        [f"notice-calculator.{notice}", json.dumps(facts)],
    )


@each_notice
def test_every_outcome_comes_back(notice: str, lang: str, page: Page, site: str) -> None:
    calculator = Calculator(page, site, notice, lang)
    found = dict(by_outcome(notice))
    assert set(found) == {str(each) for each in load(notice).outcomes}
    for outcome, facts in found.items():
        page.goto(calculator.url)
        keep(page, notice, facts)
        page.reload()
        calculator.expect_outcome(outcome)
        address, figures, findings = link(calculator), calculator.figures(), calculator.findings()
        assert urlsplit(address).path == f"{urlsplit(calculator.url).path}shared/{outcome}/"
        said_of_it = {id: reply for id, [reply] in parse_qs(urlsplit(address).fragment).items()}
        assert WAS.sub(r"\1", said_of_it.pop("was")) == outcome
        assert said_of_it == {"v": "2", **facts}
        keep(page, notice, {})
        page.goto(address)
        calculator.expect_outcome(outcome)
        expect(page).to_have_url(calculator.url)
        assert (calculator.figures(), calculator.findings()) == (figures, findings)
        expect(said(calculator)).not_to_contain_text(re.compile("today’s rules|现行规则"))
        assert link(calculator) == address


def test_a_link_counts_more_than_what_was_kept_and_less_than_what_follows(page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    keep(page, "amnesty", {"employs": "nobody"})
    page.goto(f"{site}amnesty/{WHOLE}")
    calculator.expect_outcome("registered_in_amnesty")
    expect(page).to_have_url(calculator.url)
    calculator.control("registered_on").fill("1/1/2024")
    calculator.control("registered_on").blur()
    calculator.expect_outcome("registered_late")
    expect(said(calculator)).to_have_count(0)
    page.reload()
    calculator.expect_outcome("registered_late")


def test_a_link_followed_on_the_page_itself_is_read_too(page: Page, site: str) -> None:
    calculator = answered(page, site)
    page.evaluate(
        "hash => { location.hash = hash }",
        WHOLE.replace("registered_on=2023-06-01", "registered_on=2024-01-01"),
    )
    calculator.expect_outcome("registered_late")
    expect(page).to_have_url(calculator.url)


@each_lang
def test_the_day_of_the_link_counts_and_today_is_a_press_away(lang: str, page: Page, site: str) -> None:
    calculator = Calculator(page, site, lang=lang)
    page.goto(f"{site}{PATHS[lang]}amnesty/{WHOLE}")
    calculator.expect_outcome("registered_in_amnesty")
    expect(said(calculator)).to_contain_text("1 June 2024" if lang == "en" else "2024年6月1日")
    assert said(calculator).evaluate("note => note.getBoundingClientRect().top") >= 0
    said(calculator).get_by_role("button").click()
    today = datetime.now(ZoneInfo("Asia/Kuala_Lumpur")).date()
    expect(calculator.control("as_at")).to_have_value(f"{today:%d/%m/%Y}")
    expect(said(calculator)).to_have_count(0)
    calculator.expect_outcome("registered_in_amnesty")


def test_a_link_of_today_speaks_of_no_other_day(page: Page, site: str) -> None:
    today = datetime.now(ZoneInfo("Asia/Kuala_Lumpur")).date().isoformat()
    calculator = Calculator(page, site)
    page.goto(f"{site}amnesty/{WHOLE.replace('2024-06-01', today)}")
    calculator.expect_outcome("registered_in_amnesty")
    expect(said(calculator).get_by_role("button")).to_have_count(0)


@each_lang
def test_what_has_changed_since_the_link_was_made_is_said(lang: str, page: Page, site: str) -> None:
    """As a link of other rules would have it. One without a word of what the answer was says nothing."""
    calculator = Calculator(page, site, lang=lang)
    words = INTERFACE[lang]["along"]["link"]
    outcome = "You registered late, on a day" if lang == "en" else "您注册迟了，而且"
    other = words["other_than"].partition("{outcome}")[0] + outcome
    for was, expected in {
        "registered_late.0000": other,
        "some_older_name.0000": words["other_outcome"],
        "registered_in_amnesty.0000": words["other_details"],
    }.items():
        page.goto("about:blank")
        page.goto(
            f"{site}{PATHS[lang]}amnesty/shared/registered_late/{WHOLE.replace('#v=1', f'#v=2&was={was}')}"
        )
        calculator.expect_outcome("registered_in_amnesty")
        expect(said(calculator)).to_contain_text(expected.strip())
    page.goto("about:blank")
    page.goto(f"{site}{PATHS[lang]}amnesty/{GIVEN.replace('#v=1', '#v=2&was=registered_late.0000')}")
    expect(said(calculator)).to_contain_text(words["no_answer"].strip())
