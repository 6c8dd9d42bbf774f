"""The page's own small calculations: the reader's day, and which figure held when."""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

from overrides.hooks.render.templates import html
from tests.browser.conftest import ROOT

SOURCE = ROOT / "overrides"
DAY = "assets/javascripts/page/day.js"
OTHER_DAY = "calculator/other-day/other-day.js"
QUESTION = "calculator/question/question.js"


@pytest.fixture
def module(page: Page, site: str) -> Any:  # noqa: ANN401 - what a script returns
    """Calls a function of one of our modules, as it stands before it is bundled, in the browser."""
    source = f"{site}source/"
    page.route(
        f"{source}**", lambda route: route.fulfill(path=SOURCE / route.request.url.removeprefix(source))
    )
    page.goto(site)

    def call(name: str, function: str, *arguments: object) -> object:
        return page.evaluate(
            "async ([url, name, given]) => (await import(url))[name](...given)",
            [f"{source}{name}", function, list(arguments)],
        )

    return call


def test_the_readers_day_is_not_that_of_greenwich(module: Any) -> None:  # noqa: ANN401
    """Early in the morning in Malaysia, where this browser is, it is still yesterday there."""
    assert module(DAY, "today") == datetime.datetime.now(ZoneInfo("Asia/Kuala_Lumpur")).date().isoformat()


@pytest.mark.parametrize(
    ("day", "held"),
    [("2016-05-31", None), ("2016-06-01", "4000"), ("2022-08-31", "4000"), ("2022-09-01", "5000")],
)
def test_figure_that_held_on_a_day(day: str, held: str | None, module: Any) -> None:  # noqa: ANN401
    history = [["2016-06-01", "4000", "RM4,000"], ["2022-09-01", "5000", "RM5,000"]]
    entry = module(OTHER_DAY, "heldOn", history, day)
    assert (entry[1] if entry else None) == held


@pytest.mark.parametrize(
    ("ticked", "left"),
    [
        (["first", "second"], "first,second"),
        (["first", "second", "none"], "none"),
        (["none", "second"], "second"),
        (["first", "unknown"], "unknown"),
        (["none", "unknown"], "unknown"),
    ],
)
def test_none_of_these_excludes_the_others(ticked: list[str], left: str, module: Any, page: Page) -> None:  # noqa: ANN401
    """And the other way round: whoever ticks one of them after all does not mean none."""
    assert module(DAY, "today")
    choices = [(value, value) for value in ("first", "second", "none", "unknown")]
    errors: dict[str, str] = {"missing_several": ""}
    texts = dict.fromkeys(("label", "hint", "form_hint", "what_if", "picker"), "")
    kind = {"id": "several", "kind": "several", "control": "checkboxes", "missing": "missing_several"}
    others = {"codes": (), "dates_the_answer": False, "choices": choices, "errors": {}}
    question = {**texts, **kind, **others}
    page.evaluate(
        "html => document.body.insertAdjacentHTML('beforeend', html)",
        html("calculator/question/question.html", question=question, words={"errors": errors}),
    )
    value = page.evaluate(
        """async ([url, ticked]) => {
          const { Question } = await import(url);
          const question = new Question(document.querySelector("[data-question]"));
          for (const value of ticked) {
            const box = question.boxes.find((each) => each.value === value);
            box.checked = true;
            question.settle(box);
          }
          return question.value;
        }""",
        [f"{page.url}source/{QUESTION}", ticked],
    )
    assert value == left
