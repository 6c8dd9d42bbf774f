"""The page of all states: nothing is left out, in either language, and everyone can read it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from calculator.engine.asking.found import load, notices
from calculator.engine.asking.kinds import KINDS
from overrides.hooks.read.files import LANGUAGES
from tests.accessible import checks
from tests.tools.states import __main__ as states
from tests.tools.states import examples
from tests.tools.states.payrolls import NOTICE, TITLES

# The name of the question at the end of a mistake
NAMED = re.compile("(: |：)“[^“]*”$")
every_notice = pytest.mark.parametrize("notice", notices())
every_language = pytest.mark.parametrize("lang", LANGUAGES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("states")
    states.write(into)
    return into


@pytest.fixture(scope="module")
def shown(browser: Browser, folder: Path) -> Iterator[dict[str, Page]]:
    """Every page, opened as a file: none needs a server, or another file."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("requestfailed", lambda request: faults.append(request.url))
    pages = {}
    for path in sorted(folder.glob("*.html")):
        pages[path.stem] = context.new_page()
        pages[path.stem].goto(path.as_uri())
    yield pages
    context.close()
    assert faults == []


def values(page: Page, lang: str, attribute: str) -> set[str]:
    """Every value of an attribute in the column of a language."""
    boxes = page.locator(f'.states__pair > [lang="{lang}"] [{attribute}]')
    found: list[str] = boxes.evaluate_all(
        "(all, name) => all.map(each => each.getAttribute(name))", attribute
    )
    return set(found)


@every_language
@every_notice
def test_every_outcome_finding_and_question_of_a_notice_is_shown(
    notice: str, lang: str, shown: dict[str, Page]
) -> None:
    loaded, page = load(notice), shown[notice]
    assert values(page, lang, "data-outcome") == {str(outcome) for outcome in loaded.outcomes}
    assert values(page, lang, "data-finding") == {str(code) for code in loaded.codes}
    assert values(page, lang, "data-question") == {question.id for question in loaded.questions}


@every_language
@every_notice
def test_every_mistake_of_a_notice_is_said(notice: str, lang: str, shown: dict[str, Page]) -> None:
    """At the field none names the question again, and what has two readings has words of its own."""
    boxes = shown[notice].locator(f'[data-states="question"] [lang="{lang}"] [data-question]')
    said = boxes.evaluate_all("all => all.map(each => each.querySelector('.nc-error').textContent)")
    texts = boxes.evaluate_all("all => all.map(each => JSON.parse(each.dataset.errors))")
    at_fields = {NAMED.sub("", text) for of in texts for code, text in of.items() if code != "ambiguous"}
    assert at_fields == set(said) - {""}


@every_language
def test_every_kind_of_question_and_every_part_is_shown(lang: str, shown: dict[str, Page]) -> None:
    page = shown["index"]
    assert values(page, lang, "data-kind") == set(KINDS)
    parts = page.locator("[data-states]").evaluate_all("all => all.map(each => each.id)")
    assert {f"states-{part}" for part in examples.read() if part != "question"} <= set(parts)
    tones = {"good", "act", "ask", "info"}
    assert tones <= values(page, lang, "data-tone")


@every_language
def test_the_payroll_calculator_is_shown_with_every_kind_of_row(lang: str, shown: dict[str, Page]) -> None:
    parts = shown[NOTICE].locator("[data-states]").evaluate_all("all => all.map(each => each.dataset.states)")
    assert parts == [f"payroll-{part}" for part in TITLES]
    results = shown[NOTICE].locator(f'[data-states="payroll-result"] [lang="{lang}"] [data-part="rows"]')
    counts = [[int(each) for each in re.findall(r"\d+", text)] for text in results.all_inner_texts()]
    assert all(read == sum(kinds) for read, *kinds in counts)
    assert all(map(any, zip(*counts, strict=True)))


@pytest.mark.parametrize("name", ["index", NOTICE, *notices()])
def test_no_place_for_a_figure_is_left_empty(name: str, shown: dict[str, Page]) -> None:
    text = shown[name].locator("main").inner_text()
    assert [mark for mark in ("{", "undefined", "null") if mark in text] == []
    assert shown[name].locator("main data:empty").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index", NOTICE, *notices()])
def test_states_have_no_serious_barrier(
    name: str, scheme: Literal["light", "dark"], folder: Path, browser: Browser
) -> None:
    page = browser.new_page(color_scheme=scheme, reduced_motion="reduce")
    page.goto((folder / f"{name}.html").as_uri())
    # of the page around them nothing is published
    assert [each for each in checks.barriers(page) if "(serious)" in each or "(critical)" in each] == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()
