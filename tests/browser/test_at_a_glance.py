"""What an answer shows on a phone before anything is opened, and that opening everything loses nothing."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path as File
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from calculator.engine.asking.found import load, notices
from overrides.hooks.check.outcomes import MOST_FIGURES
from overrides.hooks.read.files import finding_texts
from overrides.hooks.render.run_macros import BUTTON, SLOT
from tests.browser.calculator import PATHS, Calculator
from tests.cases import Case, ask
from tests.paths import kinds
from tests.tools.states.answers import cover

pytestmark = pytest.mark.usefixtures("quick_rules")

DOCS = File(__file__).parents[2] / "docs"
PHONE: ViewportSize = {"width": 390, "height": 844}
TWO_SCREENS = 1_700
A_LINE = 40
# A calculator anew, with the replies that the browser keeps, and its answer measured from its own start
ANSWER = """
async ({ notice, facts }) => {
  window.calculatorAsSent ??= await fetch(location.href)
    .then((response) => response.text())
    .then((html) => new DOMParser().parseFromString(html, "text/html").querySelector("notice-calculator"));
  sessionStorage.setItem(`notice-calculator.${notice}`, JSON.stringify(facts));
  const fresh = document.importNode(window.calculatorAsSent, true);
  document.querySelector("notice-calculator").replaceWith(fresh);
  fresh.dataset.parsed = "";
  const find = (selector) => fresh.querySelector(selector);
  while (!find(".nc-answer")) await new Promise((resume) => setTimeout(resume, 5));
  const answer = find(".nc-answer");
  while (document.querySelector("[data-draw]") && !find('[data-part="picture"]').dataset.state)
    await new Promise((resume) => setTimeout(resume, 5));
  const { top, height } = answer.getBoundingClientRect();
  const texts = (selector) => [...answer.querySelectorAll(selector)].map((each) => each.textContent);
  const end = (selector) => {
    const ends = [...answer.querySelectorAll(selector)].map((each) => each.getBoundingClientRect().bottom);
    return Math.max(...ends) - top;
  };
  return {
    height,
    outcome: answer.dataset.outcome,
    glance: end('[data-part="outcome"], [data-part="figures"], [data-part="actions"] > li:first-child'),
    figures: texts('[data-part="figures"] dt').length,
    labels: texts(".cite"),
    findings: [...answer.querySelectorAll("[data-finding]")].map((each) => each.dataset.finding),
    text: answer.textContent.replace(/\\s+/g, " "),
    width: document.documentElement.scrollWidth,
  };
}
"""


def decisions(notice: str) -> Iterator[Mapping[str, str]]:
    """Every finding under every outcome that it can come with, and its answers with the most to read."""
    for parts in (["deciding"], ["deciding", "actions", "waived", "costs"]):
        words, longest = lengths(notice, parts), dict[str, tuple[int, Mapping[str, str]]]()
        for facts, decision in kinds(notice):
            length = sum(words.get(str(finding.code), 0) for finding in decision.findings)
            if length > longest.get(decision.outcome, (-1, facts))[0]:
                longest[decision.outcome] = length, facts
        yield from (facts for _, facts in longest.values())
    yield from (facts for facts, _ in cover(kinds(notice)))


def lengths(notice: str, parts: Iterable[str]) -> dict[str, int]:
    """How much there is to read of each finding in these parts in English, which is longer."""
    tables = tomllib.loads((DOCS / notice / "findings.en.toml").read_text(encoding="utf-8"))
    return {
        code: A_LINE + sum(len(text) for kind, text in finding_texts(said).items() if kind != "more")
        for part in parts
        for code, said in tables.get(part, {}).items()
    }


@pytest.fixture(params=[(notice, lang) for notice in notices() for lang in PATHS], ids="-".join)
def shown(request: pytest.FixtureRequest, page: Page, site: str) -> list[tuple[Any, Any]]:
    """The response of the rules to each of these decisions, and what a phone shows of it."""
    notice, lang = request.param
    page.set_viewport_size(PHONE)
    page.goto(f"{site}{PATHS[lang]}{notice}/")
    found = []
    for facts in decisions(notice):
        response = ask(Case(notice, "", "", facts).request(lang))
        found.append((response, page.evaluate(ANSWER, {"notice": notice, "facts": dict(facts)})))
    assert {response["outcome"] for response, _ in found} == {str(each) for each in load(notice).outcomes}
    texts = sentences(notice, lang)
    for response, seen in found:
        said = [each["code"] for each in response["findings"]]
        assert seen["outcome"] == response["outcome"]
        assert sorted(seen["findings"]) == sorted(said)
        lost = [words for code in said for words in texts[code] if words not in seen["text"]]
        assert lost == []
    return found


def sentences(notice: str, lang: str) -> dict[str, list[str]]:
    """The writers' words for each finding, in the pieces between their figures."""
    tables = tomllib.loads((DOCS / notice / f"findings.{lang}.toml").read_text(encoding="utf-8"))
    return {
        code: [piece for text in finding_texts(said).values() for piece in pieces(text)]
        for part in tables.values()
        for code, said in part.items()
    }


def pieces(text: str) -> list[str]:
    button = BUTTON.fullmatch(text)
    words = button["label"] if button else text.replace("](", "\0").split("\0")[0].replace("[", "")
    return [piece.strip() for piece in SLOT.split(words)[::2] if piece.strip()]


def test_an_answer_is_taken_in_at_a_glance(shown: list[tuple[Any, Any]]) -> None:
    """Outcome, figures and the first step within one screen, all that is not folded within two."""
    for response, seen in shown:
        said = response["outcome"], [each["code"] for each in response["findings"]]
        assert seen["figures"] <= MOST_FIGURES, said
        assert seen["glance"] <= PHONE["height"], said
        assert seen["height"] <= TWO_SCREENS, said
        assert seen["width"] <= PHONE["width"], said
        assert seen["labels"] == list(dict.fromkeys(seen["labels"])), said


@pytest.mark.parametrize("lang", PATHS)
def test_a_number_leads_to_its_source(lang: str, page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    calculator = Calculator(page, site, "amnesty", lang)
    calculator.answer({"employs": "nobody", "employed_before": "no"})
    calculator.expect_outcome("not_an_employer")
    number = calculator.result.locator(".nc-actions .nc-refs a").first
    source = calculator.result.locator(number.get_attribute("href") or "")
    expect(source).to_be_hidden()
    number.click()
    expect(source).to_be_in_viewport()
    expect(source.get_by_role("link")).to_have_attribute("rel", "noopener external")


@pytest.mark.parametrize(
    ("lang", "court", "court_act800"),
    [("en", ["s 94"], ["s 14", "s 16"]), ("zh", ["第94条"], ["第14条", "第16条"])],
)
def test_a_cost_says_by_which_section(
    lang: str, court: list[str], court_act800: list[str], page: Page, site: str
) -> None:
    calculator = Calculator(page, site, "amnesty", lang)
    facts = {"employs": "employees", "first_employed_on": "2019-03-04", "registration": "not_registered"}
    calculator.answer(facts)
    calculator.expect_outcome("registration_overdue")
    for code, sections in (("court", court), ("court_act800", court_act800)):
        links = calculator.result.locator(f'[data-finding="{code}"] .nc-refs a')
        # what has no section keeps its number, behind them
        assert links.all_inner_texts()[: len(sections)] == sections
    links.first.click()
    cited = calculator.result.locator('[data-part="cited"] :target')
    expect(cited).to_have_attribute("data-cited", "act800-s14")
    expect(cited).to_be_in_viewport()


AMNESTY = {
    "employs": "employees",
    "first_employed_on": "2023-01-02",
    "registration": "registered",
    "registered_on": "2023-05-10",
}


@pytest.mark.parametrize("lang", PATHS)
@pytest.mark.parametrize("width", [390, 1280])
def test_figures_stand_on_one_line_and_columns_under_each_other(
    lang: str, width: int, page: Page, site: str
) -> None:
    """However long a label is; and what was waived has the columns of what it can cost."""
    page.set_viewport_size({"width": width, "height": 844})
    calculator = Calculator(page, site, "amnesty", lang)
    calculator.answer(AMNESTY)
    calculator.expect_outcome("registered_in_amnesty")
    values = calculator.result.locator('[data-part="figures"] dd')
    tops = values.evaluate_all("all => all.map(each => each.getBoundingClientRect().top)")
    assert [tops[0], tops[2]] == [tops[1], tops[3]]
    heads = calculator.result.locator(".nc-costs thead tr")
    lefts = heads.evaluate_all(
        "all => all.map(each => [...each.children].map(head => head.getBoundingClientRect().left))"
    )
    assert lefts[0] == lefts[1]


@pytest.mark.parametrize("lang", PATHS)
def test_what_is_opened_begins_where_its_heading_does(lang: str, page: Page, site: str) -> None:
    """And whom the rows of a picture are for is said in smaller type than its title."""
    calculator = Calculator(page, site, "amnesty", lang)
    calculator.answer(AMNESTY)
    calculator.expect_outcome("registered_in_amnesty")
    calculator.result.evaluate(
        "each => each.querySelectorAll('details').forEach((one) => { one.open = true })"
    )
    parts = calculator.result.locator(".nc-fold > summary, .nc-fold > ul, .nc-fold > ol, .nc-fold h4")
    lefts = parts.evaluate_all("all => [...new Set(all.map(each => each.getBoundingClientRect().left))]")
    assert len(lefts) == 1
    picture = calculator.result.locator('[data-part="picture"]')
    size = "each => parseFloat(getComputedStyle(each).fontSize)"
    assert picture.locator("details > small").evaluate(size) < picture.locator("summary").evaluate(size)


def test_what_has_a_box_has_no_line(page: Page, site: str) -> None:
    """Links in running text are underlined; buttons and numbers of sources are seen without."""
    calculator = Calculator(page, site)
    calculator.answer(AMNESTY)
    calculator.expect_outcome("registered_in_amnesty")
    line = "all => [...new Set(all.map(each => getComputedStyle(each).textDecorationLine))]"
    assert calculator.result.locator(".nc-button, .nc-refs a").evaluate_all(line) == ["none"]
    assert calculator.result.locator(".nc-small a").evaluate_all(line) == ["underline"]


def test_register_now_leads_to_the_steps_and_forms(page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    facts = {"employs": "employees", "first_employed_on": "2019-03-04", "registration": "not_registered"}
    calculator.answer(facts)
    calculator.result.locator('[data-finding="register_now"] a[href$="#register"]').click()
    expect(page.locator("#register")).to_be_in_viewport()


def test_what_is_opened_stays_open_and_names_no_source_twice(page: Page, site: str) -> None:
    """Why and how it came about stay open when a reply changes, and share one list of sources."""
    calculator = Calculator(page, site)
    calculator.answer({"employs": "employees", "first_employed_on": "2023-01-02"})
    calculator.answer({"registration": "registered", "registered_on": "2023-05-10"})
    why, cited = (calculator.result.locator(f'[data-part="{part}"]') for part in ("why", "cited"))
    expect(why).not_to_have_attribute("open", "")
    why.locator("summary").click()
    calculator.explanation.locator("summary").click()
    expect(calculator.explanation.locator("[data-step]").first).to_be_visible()
    calculator.reply("registered_on", "2023-07-15")
    calculator.expect_outcome("registered_late")
    expect(why).to_have_attribute("open", "")
    expect(calculator.explanation.locator("[data-step]").first).to_be_visible()
    labels = calculator.result.locator(".cite").all_text_contents()
    assert len(labels) == len(set(labels))
    assert int(cited.locator(".nc-count").inner_text()) == len(labels)


def test_what_can_be_pressed_is_a_button(page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    facts = {"employs": "employees", "first_employed_on": "2019-03-04", "registration": "not_registered"}
    calculator.answer(facts)
    calculator.expect_outcome("registration_overdue")
    buttons = calculator.result.locator(".nc-button")
    targets = buttons.evaluate_all("all => all.map(each => each.getAttribute('href'))")
    assert targets == ["https://assist.perkeso.gov.my/employer/login", "tel:1-300-22-8000"]
    first = calculator.result.locator("[data-part='actions'] > li").first
    expect(first).to_have_attribute("data-finding", "register_now")
