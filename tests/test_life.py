"""The life of a notice, by its dates on a day: at build by Python, in the page by its script, both alike."""

from dataclasses import replace
from datetime import date

import pytest

from overrides.hooks.render import block_macros
from overrides.hooks.render.context import Site
from overrides.hooks.render.life import SOON, Life, state
from tests import tiny_notice
from tests.node import in_node

IN_PAGE = """
import { text } from "node:stream/consumers";
import { lifeOn } from "./overrides/assets/javascripts/page/life.js";
console.log(JSON.stringify(JSON.parse(await text(process.stdin)).map(([life, day]) => lifeOn(life, day))));
"""
LIST = """
import { JSDOM } from "jsdom";
import { text } from "node:stream/consumers";
import { showLives } from "./overrides/assets/javascripts/page/life.js";
const [html, day] = JSON.parse(await text(process.stdin));
const { document } = new JSDOM(html).window;
showLives(document, day);
const past = document.querySelector(".notices__past");
const item = document.querySelector(".notices__item");
console.log(JSON.stringify({
  hidden: past.hidden, inside: past.contains(item), item: item.dataset.state,
  state: item.querySelector(".status").dataset.state, words: item.querySelector(".status").textContent,
}));
"""
WORDS = {
    "in_force": "In force",
    "until": "In force · until E",
    "ended": "Ended · E",
    "upcoming_in": "Begins in {days} days · B",
    "upcoming_tomorrow": "Begins tomorrow · B",
    "ending_in": "Ends in {days} days · E",
    "ending_tomorrow": "Ends tomorrow · E",
    "ending_today": "Ends today · E",
}
# begins, ends, the day, the state, what the page says
CASES = [
    ("", "", "2026-11-26", "in_force", "In force"),
    ("2026-12-01", "", "2026-11-26", "upcoming", "Begins in 5 days · B"),
    ("2026-12-01", "", "2026-11-30", "upcoming", "Begins tomorrow · B"),
    ("2026-12-01", "", "2026-12-01", "in_force", "In force"),
    ("2026-12-01", "2027-06-30", "2026-12-01", "in_force", "In force · until E"),
    ("2026-12-01", "2027-06-30", "2027-05-30", "in_force", "In force · until E"),
    ("2026-12-01", "2027-06-30", "2027-05-31", "ending", "Ends in 30 days · E"),
    ("", "2027-06-30", "2027-06-28", "ending", "Ends in 2 days · E"),
    ("", "2027-06-30", "2027-06-29", "ending", "Ends tomorrow · E"),
    ("", "2027-06-30", "2027-06-30", "ending", "Ends today · E"),
    ("", "2027-06-30", "2027-07-01", "ended", "Ended · E"),
    # February of a leap year, and a change of the year
    ("", "2028-03-01", "2028-02-28", "ending", "Ends in 2 days · E"),
    ("2027-01-01", "", "2026-12-31", "upcoming", "Begins tomorrow · B"),
]
FIRST, LAST = '{{ programme("month_2023", "first_day") }}', '{{ programme("month_2023", "last_day") }}'


def day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


@pytest.mark.parametrize(("begins", "ends", "on", "expected", "_said"), CASES)
def test_the_dates_say_what_a_notice_is(begins: str, ends: str, on: str, expected: str, _said: str) -> None:
    assert Life(day(begins), day(ends), "").on(date.fromisoformat(on)) == expected


def test_the_page_says_the_same_and_counts_the_days() -> None:
    given = [
        ({"begins": begins or None, "ends": ends or None, "soon": SOON.days, "words": WORDS}, on)
        for begins, ends, on, _, _ in CASES
    ]
    assert in_node(IN_PAGE, given) == [[expected, said] for *_, expected, said in CASES]


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        (Life(None, None, ""), False),
        (Life(date(2026, 1, 1), None, ""), False),
        (Life(date(2026, 12, 1), None, ""), True),
        (Life(None, date(2023, 6, 30), ""), False),
        (Life(None, date(2026, 11, 26), ""), True),
        (Life(None, date(2027, 1, 1), "other"), False),
    ],
)
def test_only_a_page_with_a_day_ahead_asks_for_the_readers(life: Life, expected: bool) -> None:  # noqa: FBT001
    assert life.ahead(date(2026, 11, 26)) == expected


def site(law_as_at: date | None = None, **meta: str) -> Site:
    """The site of the small notice with further front matter, its law checked on a day."""
    made = tiny_notice.with_front_matter(tiny_notice.site(), "tiny/index", **meta)
    notice = made.notices["tiny"]
    if law_as_at:
        notice = replace(notice, law=replace(notice.law, as_at=law_as_at))
    return replace(made, notices={"tiny": notice})


@pytest.mark.parametrize(
    ("law_as_at", "meta", "expected", "said"),
    [
        (None, {}, "in_force", "In force"),
        (None, {"status": "Open"}, "in_force", "Open"),
        (None, {"ends": LAST}, "ended", "Ended · 30 June 2023"),
        (date(2023, 6, 1), {"ends": LAST}, "ending", "In force · until 30 June 2023"),
        (date(2023, 5, 2), {"ends": LAST, "status": "Open"}, "in_force", "Open · until 30 June 2023"),
        (date(2023, 5, 1), {"begins": FIRST, "ends": LAST}, "upcoming", "From 2 May 2023"),
        (None, {"ends": LAST, "superseded_by": "tiny"}, "superseded", "Replaced"),
    ],
)
def test_a_page_says_what_its_notice_is_on_the_day_of_its_law(
    law_as_at: date | None, meta: dict[str, str], expected: str, said: str
) -> None:
    found = state(site(law_as_at, **meta).place("tiny/index", "en"))
    assert (found["state"], found["status"]) == (expected, said)
    assert f'data-state="{expected}"' in found["banner"]
    assert said in found["banner"]


def test_a_notice_of_the_past_leads_to_the_one_in_its_place() -> None:
    banner = state(site(superseded_by="tiny").place("tiny/index", "zh"))["banner"]
    assert '<p class="successor">请改看：<a href="./">小通告</a></p>' in banner


def test_the_list_has_what_has_ended_under_a_heading_of_its_own() -> None:
    for meta, ended in (({}, False), ({"ends": LAST}, True)):
        made = block_macros.notices(site(None, **meta).place("index", "en"))
        current, past = made.split('<section class="notices__past"')
        assert ('data-notice="tiny"' in past) == ended
        assert ('data-notice="tiny"' in current) != ended
        assert past.startswith(" hidden>") != ended


@pytest.mark.parametrize(("on", "expected"), [("2023-06-30", "ending"), ("2023-07-01", "ended")])
def test_the_list_follows_the_readers_day(on: str, expected: str) -> None:
    html = block_macros.notices(site(date(2023, 6, 1), ends=LAST).place("index", "en"))
    found = in_node(LIST, [html, on])
    over = expected == "ended"
    said = "Ended · 30 June 2023" if over else "Ends today · 30 June 2023"
    assert found == {"hidden": not over, "inside": over, "item": expected, "state": expected, "words": said}
