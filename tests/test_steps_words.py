"""docs/<notice>/steps.<lang>.toml: each mistake in it has its message, with file, line and what to do."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from overrides.hooks.check.steps import steps, trees
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.tables import Table
from overrides.hooks.read.text import WordsError
from overrides.hooks.read.tree import Relative, TreeError
from overrides.hooks.render.context import Site, load_site
from overrides.hooks.render.steps.pages import pages
from overrides.hooks.render.steps.places import Map
from overrides.hooks.render.steps.ranges import Ranges
from overrides.hooks.render.steps.texts import Texts
from tests.test_steps import steps as every

ROOT = Path(__file__).parents[1]
AMNESTY, CONTRIBUTIONS = "amnesty", "contributions"
SHOWN = 60  # signs of a title that search engines show


@cache
def whole() -> Site:
    return load_site(ROOT, {})


def changed(notice: str, before: str, after: str) -> Site:
    """The site with a line of the English file changed."""
    tables = dict(whole().library.tables)
    table = tables[f"{notice}/steps"]["en"]
    source = table.source.replace(before, after, 1)
    assert source != table.source
    own = Table(table.path, "en", tomllib.loads(source), source)
    tables[f"{notice}/steps"] = {**tables[f"{notice}/steps"], "en": own}
    return replace(whole(), library=replace(whole().library, tables=tables))


VARIES = (
    'the figure "{id}" is not the same for everyone who comes to its answer; '
    'say under [figures] what it follows from: {id} = "…"'
)
COUNTED = 'a range of replies is counted from "{id}"; say under [facts] what that day is called: {id} = "…"'
# what stands in the file, what stands there instead, what is said
MISTAKES = {
    "a figure that varies without words": (
        AMNESTY, "days_late =", "# days_late =",
        "docs/amnesty/steps.en.toml:10: " + VARIES.format(id="days_late"),
    ),
    "a day from which others are counted without a name": (
        AMNESTY, "registered_on =", "# registered_on =",
        "docs/amnesty/steps.en.toml:4: " + COUNTED.format(id="registered_on"),
    ),
    "a figure that nobody needs": (
        AMNESTY, "days_left =", 'day_left = "x"\ndays_left =',
        'docs/amnesty/steps.en.toml:12: nobody needs "day_left" here; did you mean "days_left"?',
    ),
    "a part that there is not": (
        AMNESTY, "[figures]", "[figure]\n[figures]",
        'docs/amnesty/steps.en.toml:10: unknown key "figure"; did you mean "figures"?',
    ),
    "a text where a table stands": (
        AMNESTY, "[facts]", 'facts = "today"\n[other]',
        ['docs/amnesty/steps.en.toml:4: "facts" is a table, not a text: write [facts] on a line of its own',
         'docs/amnesty/steps.en.toml:5: unknown key "other"'],
    ),
    "a text where the replies to a question stand": (
        AMNESTY, "[figures]", '[replies]\nregistration = "Yes"\n[figures]',
        ('docs/amnesty/steps.en.toml:11: "registration" is a table, not a text: '
         "write [replies.registration] on a line of its own"),
    ),
    "a table where a text stands": (
        AMNESTY, "[figures]", '[facts.employs]\nx = "x"\n[figures]',
        'docs/amnesty/steps.en.toml:10: "employs" is a text',
    ),
    "a name for a reply that there is not": (
        AMNESTY, "[figures]", '[replies.registration]\nregisterd = "Yes"\n[figures]',
        'docs/amnesty/steps.en.toml:11: "registration" has no reply "registerd"; did you mean "registered"?',
    ),
    "a name for a question that no page asks": (
        AMNESTY, "[figures]", '[replies.registratoin]\nx = "Yes"\n[figures]',
        'docs/amnesty/steps.en.toml:10: no page asks "registratoin"; did you mean "registration"?',
    ),
    "a slot that not every answer fills": (
        CONTRIBUTIONS, "{contribution_due_day}", "{due_day}",
        'docs/contributions/steps.en.toml:20: not every answer without a "due_on" has a figure "due_day"',
    ),
    "more to an outcome that there is not": (
        CONTRIBUTIONS, "beyond =", "byond =",
        'docs/contributions/steps.en.toml:32: nobody needs "byond" here; did you mean "beyond"?',
    ),
    "other days than in the other language": (
        CONTRIBUTIONS, 'first = "2024-10"', 'first = "2024-11"',
        'docs/contributions/steps.zh.toml:4: "first" is not the same as in docs/contributions/steps.en.toml',
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_with_file_line_and_what_to_do(name: str) -> None:
    notice, before, after, said = MISTAKES[name]
    found = [str(problem) for problem in steps(changed(notice, before, after), every()[notice].tree)]
    assert found == ([said] if isinstance(said, str) else said)


@pytest.mark.parametrize("notice", [AMNESTY, CONTRIBUTIONS])
def test_the_files_have_no_problem(notice: str) -> None:
    assert list(steps(whole(), every()[notice].tree)) == []


@pytest.mark.parametrize("day", ['"2024"', '"October 2024?"', '"2024-13"', "2024", "2024-10-01", "{ x = 1 }"])
def test_a_day_that_is_none_is_named(day: str) -> None:
    site = changed(CONTRIBUTIONS, 'first = "2024-10"', f"first = {day}")
    with pytest.raises(WordsError, match=r'docs/contributions/steps\.en\.toml:4: ".* is no reply to month'):
        trees(site, ROOT)


def test_a_last_day_before_the_first_is_named() -> None:
    site = changed(CONTRIBUTIONS, 'last = "2028-05"', 'last = "2024-09"')
    with pytest.raises(WordsError, match=r'docs/contributions/steps\.en\.toml:5: "last" lies before "first"'):
        trees(site, ROOT)


NAMED = "[replies.employs]\nnobody = \"{{ programme('amnesty_2023', 'first_day') }}: no one\"\n[figures]"


def test_a_writer_names_a_reply_better() -> None:
    own = every()[AMNESTY]
    texts = Texts(changed(AMNESTY, "[figures]", NAMED), own.tree, "en")
    (first,) = (step for step in own.mapped.pages[0].steps if step.id == "nobody")
    assert texts.reply("employs", first) == "2 May 2023: no one"


RANGES = {
    "employs-employees/": [
        "Before 1 January 1993",
        "From 1 January 1993 to 24 May 2016",
        "From 1 January 2019 to 41 days before today (counted from 25 November 2026: 15 October 2026)",
        "Exactly 29 days before today (counted from 25 November 2026: 27 October 2026)",
        "I don't know the day",
    ],
    "employs-spouse_only/first_employed_on-before-2018-07-01/registration-registered/": [
        "From 1 August 2018 to 7 August 2018",
    ],
}
RANGES_ZH = {
    "employs-employees/": [
        "1993年1月1日之前",
        "1993年1月1日至2016年5月24日",
        "2019年1月1日至今天往前数41天（从2026年11月25日起算，即2026年10月15日）",
        "正好是今天往前数29天（从2026年11月25日起算，即2026年10月27日）",
    ],
}


@pytest.mark.parametrize(("lang", "wanted"), [("en", RANGES), ("zh", RANGES_ZH)])
def test_ranges_are_told_in_words(lang: str, wanted: dict[str, list[str]]) -> None:
    own = every()[AMNESTY]
    texts = Texts(whole(), own.tree, lang)
    for page in own.mapped.pages:
        if page.address in wanted:
            said = [texts.reply(page.question, step) for step in page.steps]
            assert [each for each in said if each in wanted[page.address]] == wanted[page.address], said


def test_amounts_are_told_in_words() -> None:
    own = every()[CONTRIBUTIONS]
    texts = Texts(whole(), own.tree, "en")
    said = {
        texts.reply("wages", step)
        for page in own.mapped.pages
        if page.question == "wages"
        for step in page.steps
    }
    assert {"RM0", "Over RM0, up to RM6,000", "Over RM6,000"} <= said, sorted(said)


def test_pages_beyond_the_days_of_the_tree_lead_to_the_tables() -> None:
    mapped: Map = every()[CONTRIBUTIONS].mapped
    assert [page.address for page in mapped.pages if page.state is None] == [
        "month-before-2024-10/",
        "month-from-2028-06/",
    ]


def test_a_page_speaks_of_today_where_something_is_counted_from_it() -> None:
    mapped: Map = every()[AMNESTY].mapped
    told = {page.address for at, page in enumerate(mapped.pages) if at in mapped.moving}
    assert {"", "employs-nobody/"}.isdisjoint(told)
    led = "employs-employees/first_employed_on-29-days-before-as_at/"
    assert {"employs-employees/", led, f"{led}registration-registered/"} <= told
    assert not every()[CONTRIBUTIONS].mapped.moving


# By the day of the week of another day, Sunday first: how many days behind it a range ends
WANDERING = {
    "three days": (
        (30, 30, 30, 33, 32, 31, 30),
        "30 days after today, or where that is a Friday, Saturday or Sunday, the Monday after it",
    ),
    "one day": (
        (30, 30, 30, 33, 30, 30, 30),
        "30 days after today, or where that is a Friday, the Monday after it",
    ),
}


def wandering(offsets: tuple[int, ...]) -> str:
    texts = Texts(whole(), every()[AMNESTY].tree, "en")
    ranges = Ranges(texts.tree, "en", texts.words, {"as_at": "today"})
    return ranges.distance(Relative("as_at", offsets), texts.tree.lines["as_at"])


@pytest.mark.parametrize("name", WANDERING)
def test_an_end_that_moves_over_rest_days_is_told_by_the_days(name: str) -> None:
    offsets, said = WANDERING[name]
    assert wandering(offsets) == said


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("notice", [AMNESTY, CONTRIBUTIONS])
def test_titles_carry_question_and_notice(notice: str, lang: str) -> None:
    mapped = every()[notice].mapped
    texts = Texts(whole(), mapped.tree, lang)
    titles = [made["title"] for made in pages(whole(), lang, mapped, {})]
    for page, title in zip(mapped.pages, titles, strict=True):
        assert texts.title in title
        if page.question:
            assert texts.label(page.question) in title, page.address
    # the one for search engines: what it is and of what stands before they cut it off
    entry = titles[0]
    assert entry.index(texts.title) + len(texts.title) <= SHOWN
    assert entry.startswith(texts.words["title"].partition("{")[0])


def test_an_end_that_moves_to_several_days_needs_a_name() -> None:
    with pytest.raises(
        TreeError, match=r"amnesty: no words for .* move to 2 others; name it under \[replies\]"
    ):
        wandering((30, 30, 31, 33, 30, 30, 30))


def test_the_smallest_notice_is_grown_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is wrong with a new notice is said before the large ones take minutes."""
    sizes, grown = {"large": ("1", "2", "3"), "new": ("1",)}, list[str]()
    notices = {id: SimpleNamespace(id=id, samples={"day": replies}) for id, replies in sizes.items()}
    site = cast("Site", SimpleNamespace(library=SimpleNamespace(tables={}), notices=notices))
    monkeypatch.setattr("overrides.hooks.check.steps.tree_of", lambda of, *_: grown.append(of.id))
    assert list(trees(site, tmp_path)) == ["large", "new"]
    assert grown == ["new", "large"]
