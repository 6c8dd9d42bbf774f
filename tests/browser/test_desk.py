"""The writers' desk in Chromium: what is saved is seen, what is wrong is said until it is mended."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from overrides.bench.desk_copy import copied, desk
from tests.browser.conftest import ROOT, SITE, Watch

ARTICLE = re.compile(r"<article.*</article>", re.DOTALL)
# How often a reader points at a figure before giving up
POINTED = 5
REPLIES = "v=1&as_at=2026-11-25&employs=nobody&employed_before=no"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, to be written in."""
    return copied(ROOT, tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def url(project: Path) -> Iterator[str]:
    with desk(project) as address:
        yield address


@pytest.fixture(scope="module")
def page(browser: Browser, url: str) -> Iterator[Page]:
    """One for all tests: the desk with a notice and an answer; it asks no other host and leaves no error."""
    context, watch = browser.new_context(viewport={"width": 1500, "height": 900}), Watch()
    watch.follow(context)
    page = context.new_page()
    page.goto(f"{url}desk/#amnesty/index&{REPLIES}")
    yield page
    context.close()
    assert watch.others(url) == []
    assert watch.errors == []


def change(file: Path, old: str, new: str) -> str:
    """Save a file with other words; returns what it was."""
    before = file.read_text(encoding="utf-8")
    assert old in before
    file.write_text(before.replace(old, new, 1), encoding="utf-8")
    return before


def languages(page: Page) -> tuple[FrameLocator, FrameLocator]:
    return page.frame_locator("#en"), page.frame_locator("#zh")


def test_both_languages_stand_side_by_side_and_show_what_is_saved(page: Page, project: Path) -> None:
    english, chinese = languages(page)
    expect(english.locator(".nc-answer")).to_contain_text("You do not have to register as an employer")
    expect(chinese.locator(".nc-answer")).to_contain_text("您不必注册为雇主")

    change(project / "docs/amnesty/index.zh.md", "这不是继续等待的理由", "这并不是继续等待的理由")
    expect(chinese.locator("article")).to_contain_text("这并不是继续等待的理由")
    change(project / "docs/amnesty/outcomes/not_an_employer.en.md", "You do not have to", "You need not")
    expect(english.locator(".nc-answer")).to_contain_text("You need not register as an employer")
    # replies stay, the other language is as it was
    expect(chinese.locator(".nc-answer")).to_contain_text("您不必注册为雇主")


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "said"),
    [
        ("docs/amnesty/index.en.md", '{{ figure("', '{{ figure("x', r"index\.en\.md:\d+", "no parameter"),
        ("calculator/amnesty/rules.py", "def decide(", "def decide((", r"rules\.py:\d+", "is no Python"),
        ("docs/amnesty/steps.en.toml", "#", 'first = "soon"\n#', r"steps\.en\.toml:1", "is no reply"),
    ],
)
def test_a_mistake_is_said_with_its_place_until_it_is_mended(
    page: Page, project: Path, file: str, old: str, new: str, place: str, said: str
) -> None:
    note = page.locator('[data-desk="problems"]')
    english, _ = languages(page)
    expect(english.locator(".nc-answer")).to_be_visible()
    before = change(project / file, old, new)
    link = note.get_by_role("link").filter(has_text=re.compile(place)).first
    expect(link).to_be_visible()
    assert (link.get_attribute("href") or "").startswith(f"vscode://file{project}/{file}:")
    expect(note).to_contain_text(said)
    # what could be made last can still be read
    expect(english.locator("h1")).to_contain_text("The Amnesty Month 2023 is over")
    assert (link.text_content() or "") in (project / "desk.log").read_text(encoding="utf-8")
    (project / file).write_text(before, encoding="utf-8")
    expect(link).to_be_hidden()


def test_a_figure_leads_to_its_file_and_line(page: Page) -> None:
    english, _ = languages(page)
    expect(english.locator(".nc-answer")).to_be_visible()
    figure = english.locator('article li data[data-parameter="act4_fine"]').first
    place = english.locator('[data-desk="places"] a').first
    # a page that is drawn anew while the pointer rests there says nothing until it moves
    for _ in range(POINTED):
        english.locator("h1").hover()
        figure.hover()
        with suppress(AssertionError):
            expect(place).to_be_visible(timeout=2000)
            break
    expect(place).to_have_text(re.compile(r"calculator/law/perkeso/parameters\.toml:\d+"))


def test_a_figure_and_a_rule_are_seen_as_well(page: Page, project: Path) -> None:
    english, _ = languages(page)
    parameters, rules = (
        project / "calculator" / each for each in ("law/perkeso/parameters.toml", "amnesty/rules.py")
    )
    law = change(parameters, "{ from = 2018-01-01, value = 30,", "{ from = 2018-01-01, value = 41,")
    figure = english.locator('article > p data[data-parameter="registration_period"], article li data')
    expect(figure.filter(has_text="41 days").first).to_be_visible()
    code = change(rules, "return Outcome.NOT_AN_EMPLOYER", "return Outcome.PAST_EMPLOYER")
    expect(english.locator(".nc-answer")).to_have_attribute("data-outcome", "past_employer")
    parameters.write_text(law, encoding="utf-8")
    rules.write_text(code, encoding="utf-8")
    expect(english.locator(".nc-answer")).to_have_attribute("data-outcome", "not_an_employer")


def test_a_page_of_the_desk_is_that_of_the_site(url: str) -> None:
    """Made alone, and by a generator that builds no site, it says the same."""
    for address in ("disclaimer/", "zh/contributions/tables-2024-10/", "open-data/"):
        with urlopen(f"{url}{address}") as response:  # noqa: S310 - on this machine
            shown = response.read().decode()
        built = (SITE / address / "index.html").read_text(encoding="utf-8")
        assert ARTICLE.findall(shown) == ARTICLE.findall(built) != []
