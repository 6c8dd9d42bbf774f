"""Every outcome of every notice in both languages, in the page, against the rules on this Python."""

from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calculator.engine.asking.found import load
from overrides.hooks.read import library
from overrides.hooks.render import html
from overrides.hooks.render.said import TAG
from tests.browser.calculator import Calculator
from tests.cases import Case, ask, cases

WORDS = library.read(Path(__file__).parents[2], ())


def one_per_outcome() -> list[Case]:
    found: dict[tuple[str, str], Case] = {}
    for case in cases():
        if case.outcome:
            found.setdefault((case.notice, case.outcome), case)
    return list(found.values())


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("case", one_per_outcome(), ids=lambda case: f"{case.notice}-{case.outcome}")
def test_page_gives_the_answer_of_the_rules(case: Case, lang: str, page: Page, site: str) -> None:
    expected = ask(case.request(lang))
    calculator = Calculator(page, site, case.notice, lang)
    asked = {fact: value for fact, value in case.facts.items() if fact in {*expected["asked"], "as_at"}}

    calculator.answer(asked)
    calculator.submit()

    calculator.expect_outcome(expected["outcome"])
    assert sorted(calculator.findings()) == sorted(finding["code"] for finding in expected["findings"])
    figures: dict[str, set[str]] = {}
    for finding in expected["findings"]:
        for id, figure in finding["figures"].items():
            figures.setdefault(id, set()).add(figure["value"])
            expect(calculator.result).to_contain_text(figure["text"])
    assert calculator.figures() == figures
    for finding in expected["findings"]:
        shown = calculator.result.locator(f'[data-finding="{finding["code"]}"]').first
        leads_to = shown.locator(".nc-refs a").evaluate_all(
            "links => links.map(link => document.querySelector(link.hash).dataset.cited)"
        )
        assert sorted(leads_to) == sorted(finding["sources"])
    for item in calculator.result.locator("[data-cited]").all():
        expect(item).to_have_text(said_of(item.get_attribute("data-cited") or "", case.notice, lang))


def said_of(id: str, notice: str, lang: str) -> str:
    """A source in the list of an answer: what a page says of it, as the beginning of a line."""
    tables = WORDS.tables
    words, label = tables["interface"][lang].data, tables["sources"][lang].data[id]
    said = unescape(TAG.sub("", html.cite([(load(notice).law.sources[id], label)], words)))
    return said[0].upper() + said[1:]


@pytest.mark.usefixtures("quick_rules")
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_outcome_comes_first_then_what_to_do_then_why(lang: str, page: Page, site: str) -> None:
    calculator = Calculator(page, site, "amnesty", lang)
    calculator.answer({"employs": "nobody", "employed_before": "no"})

    calculator.expect_outcome("not_an_employer")
    places = [
        calculator.result.locator(selector).first.bounding_box()
        for selector in (
            '[data-part="outcome"] > p',
            '[data-part="figures"]',
            '[data-part="actions"]',
            '[data-part="reasons"]',
            ".nc-small",
        )
    ]
    tops = [place["y"] for place in places if place]
    assert len(tops) == len(places)
    assert tops == sorted(tops)
    expect(calculator.result.locator(".nc-small a")).to_have_attribute("href", "../disclaimer/")


def test_nothing_that_was_entered_leaves_the_browser(page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    sent: list[str] = []
    page.context.on(
        "request", lambda request: sent.append(f"{request.method} {request.url} {request.post_data}")
    )
    facts = {"employs": "employees", "first_employed_on": "2019-03-04", "registration": "not_registered"}
    calculator.answer(facts)
    calculator.submit()
    calculator.expect_outcome("registration_overdue")
    told = [each for each in sent if not each.startswith("GET ") or "2019" in each or "employees" in each]
    assert told == []
