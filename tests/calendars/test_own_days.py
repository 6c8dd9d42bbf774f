"""The reader's own days: which answers have one, and that its file is what the calendar of the notice has."""

import json
from datetime import date
from typing import Any

import pytest

from calculator import answer
from calculator.engine.figures import LANGUAGES
from overrides.hooks.render.calendars.own import own_days
from tests.calendars.readers import by_ical_js, by_icalendar, written
from tests.drawn import place, site
from tests.given import MONTH
from tests.node import in_node

MADE = """
import { text } from "node:stream/consumers";
import { ownDays } from "./overrides/calculator/along/calendar/own-days.js";
const { own, decision, page } = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(ownDays(own, decision, { ...page, source: (id) => `[${id}]` })));
"""
OPEN = {
    "as_at": "2026-11-25",
    "employs": "employees",
    "first_employed_on": "2026-11-20",
    "registration": "not_registered",
}
IN_PROGRAMME = {**OPEN, "as_at": "2024-06-01", "first_employed_on": "2024-01-02"}
IN_DISCOUNT = {
    **OPEN,
    "as_at": "2026-01-05",
    "first_employed_on": "2024-01-02",
    "registration": "registered",
    "registered_on": "2024-12-02",
}
# What was replied, today, and each day by the end of its id. On the day itself there is still time
CASES = {
    "a month": ("contributions", MONTH, "2026-12-15", {"due_on.2026-11": "2026-12-15"}),
    "a month that is past": ("contributions", MONTH, "2026-12-16", {}),
    "an amount that is not known": (
        "contributions",
        {**MONTH, "month": "2028-06"},
        "2026-11-26",
        {"due_on.2028-06": "2028-07-15"},
    ),
    "nothing due": ("contributions", {**MONTH, "wages": "0"}, "2026-11-26", {}),
    "time to register": (
        "amnesty",
        OPEN,
        "2026-11-26",
        {"register_by_safe.2026-12-19": "2026-12-19"},
    ),
    "in a programme": (
        "amnesty",
        IN_PROGRAMME,
        "2024-06-01",
        {"programme_to.2024-06-30": "2024-06-30"},
    ),
    "in a discount": (
        "amnesty",
        IN_DISCOUNT,
        "2026-01-05",
        {"arrears_to.2026-02-28": "2026-02-28"},
    ),
    "registered in time": (
        "amnesty",
        {**OPEN, "registration": "registered", "registered_on": "2026-11-24"},
        "2026-11-26",
        {},
    ),
}
each_case = pytest.mark.parametrize("case", CASES)
each_language = pytest.mark.parametrize("lang", LANGUAGES)


def days(case: str, lang: str, address: str | None = None) -> list[dict[str, str]]:
    """The days that a page offers with the answer to a case."""
    notice, facts, today, _ = CASES[case]
    decision = json.loads(answer(json.dumps({"notice": notice, "lang": lang, "facts": facts})))
    assert decision["status"] == "decision", decision
    page = {"notice": notice, "today": today, **({"address": address} if address else {})}
    own = own_days(place(notice, lang), site().notices[notice])
    made: list[dict[str, Any]] = in_node(MADE, {"own": own, "decision": decision, "page": page})
    return made


@each_language
@each_case
def test_an_answer_has_the_days_that_are_still_to_come(case: str, lang: str) -> None:
    notice, _, _, expected = CASES[case]
    made = days(case, lang)
    read = [event for each in made for event in by_icalendar(each["file"].encode())]
    ends = {each.uid.removeprefix(f"{notice}.").partition("@")[0]: each.day.isoformat() for each in read}
    assert ends == expected
    assert [each["name"] for each in made] == [f"{notice}-{day}.ics" for day in expected.values()]
    assert by_ical_js([each["file"].encode() for each in made]) == [[each] for each in read]
    for each, event in zip(made, read, strict=True):
        assert each["button"]
        assert "{" not in event.title + event.words


def test_a_month_has_the_same_id_in_the_answer_and_in_the_calendar_of_the_notice() -> None:
    [own] = by_icalendar(days("a month", "en")[0]["file"].encode())
    [known] = [each for each in by_icalendar(written()["contributions/deadlines.ics"]) if each.uid == own.uid]
    assert (own.day, own.title) == (known.day, known.title)
    assert known.words.split("\n\n")[0] == own.words.split("\n\n")[0]


@each_language
def test_the_words_name_the_sources_the_law_and_the_notice(lang: str) -> None:
    address = "https://example.com/law/contributions/"
    [event] = by_icalendar(days("a month", lang, address)[0]["file"].encode())
    text, sources, closing, notice = event.words.split("\n\n")
    assert event.day == date(2026, 12, 15)
    assert {"en": "15 December 2026", "zh": "2026年12月15日"}[lang] in text
    assert "[perkeso-payment]" in sources
    assert {"en": "25 November 2026", "zh": "2026年11月25日"}[lang] in closing
    assert notice.endswith(address)
