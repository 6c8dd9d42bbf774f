"""The calendar files of the site: read by two libraries, alike in both languages, of law and rules alone."""

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from calculator import answer
from calculator.engine.asking.found import load
from calculator.engine.figures import LANGUAGES
from calculator.law.perkeso import PROGRAMMES
from overrides.hooks.render.calendars.days import entries, span
from overrides.hooks.render.calendars.files import calendars
from overrides.hooks.render.calendars.macro import calendar
from overrides.hooks.render.context import MacroError
from tests.calendars.readers import ADDRESS, by_ical_js, by_icalendar, made, parsed, written
from tests.drawn import place, site

OWNER = "@notice-calculator"
ADDRESSES = [
    f"{lang}{folder}deadlines.ics" for lang in ("", "zh/") for folder in ("", "amnesty/", "contributions/")
]
each_file = pytest.mark.parametrize("address", ADDRESSES)
each_site = pytest.mark.parametrize("site_url", [None, ADDRESS])
MOST_OCTETS = 75
# The last month before the table of which the law says that it is not known
LAST_MONTH = "2028-05"
HARD = {
    "marks": "a; b, c\\d: \"e\" 'f'",
    "lines": "one\n\ntwo",
    "chinese": "每个月的缴纳金，最迟在下一个月缴付；" * 9,
    "beyond the first plane": "𠮷" * 60,
    "exactly full": "x" * (MOST_OCTETS - len("SUMMARY;LANGUAGE=en:")),
    "one too many": "x" * (MOST_OCTETS + 1 - len("SUMMARY;LANGUAGE=en:")),
}


@each_site
def test_there_is_one_for_each_notice_and_one_for_all_in_each_language(site_url: str | None) -> None:
    assert sorted(written(site_url)) == sorted(ADDRESSES)


@each_site
def test_two_libraries_read_every_event_alike(site_url: str | None) -> None:
    files = written(site_url)
    ours = [by_icalendar(content) for content in files.values()]
    assert by_ical_js(files.values()) == ours
    assert all(ours)


@each_file
def test_they_read_what_was_meant(address: str) -> None:
    [meant] = [each for each in calendars(site()) if _address(each) == address]
    read = by_icalendar(written()[address])
    events = meant["events"]
    assert [each.uid for each in read] == [event["id"] + OWNER for event in events]
    assert [each.day.isoformat() for each in read] == [event["day"] for event in events]
    assert [each.title for each in read] == [event["title"] for event in events]
    assert [each.words for each in read] == [event["words"] for event in events]


def _address(calendar: dict[str, str]) -> str:
    folder = calendar["page"].removesuffix("index")
    return ("zh/" if calendar["lang"] == "zh-Hans" else "") + folder + "deadlines.ics"


@each_site
@each_file
def test_no_line_is_longer_than_the_octets_allowed(address: str, site_url: str | None) -> None:
    content = written(site_url)[address]
    assert content.endswith(b"\r\n")
    for line in content.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= MOST_OCTETS
        assert not {b"\r", b"\n"} & {bytes([octet]) for octet in line}
        line.decode()  # no character is cut in two


@pytest.mark.parametrize("words", HARD.values(), ids=HARD)
def test_any_words_come_back_as_they_were(words: str) -> None:
    event = {"id": "one", "day": "2026-12-31", "title": words, "words": words, "remind": True}
    [content] = made([{"lang": "en", "stamp": "2026-11-25", "events": [event]}])
    [read] = by_icalendar(content)
    assert by_ical_js([content]) == [[read]]
    assert (read.title, read.words) == (words, words)
    assert max(map(len, content.split(b"\r\n"))) <= MOST_OCTETS


@each_site
@pytest.mark.parametrize("address", ADDRESSES[:3])
def test_both_languages_have_the_same_days(address: str, site_url: str | None) -> None:
    english, chinese = (by_icalendar(written(site_url)[lang + address]) for lang in ("", "zh/"))
    assert [(each.uid, each.day) for each in english] == [(each.uid, each.day) for each in chinese]


@pytest.mark.parametrize("lang", ["", "zh/"])
def test_that_for_all_has_the_days_of_each(lang: str) -> None:
    each = [by_icalendar(written()[f"{lang}{notice}/deadlines.ics"]) for notice in site().notices]
    every = by_icalendar(written()[f"{lang}deadlines.ics"])
    assert every == sorted((event for events in each for event in events), key=lambda one: (one.day, one.uid))
    assert len({event.uid for event in every}) == len(every)


@each_file
def test_another_build_and_another_address_change_no_id(address: str) -> None:
    first = written()[address]
    written.cache_clear()
    assert written()[address] == first
    ids = [each.uid for each in by_icalendar(first)]
    assert [each.uid for each in by_icalendar(written(ADDRESS)[address])] == ids


@each_file
def test_the_address_of_the_site_stands_there_where_it_is_known_alone(address: str) -> None:
    assert b"https://" not in written()[address]
    folder = address.removesuffix("deadlines.ics")
    read = parsed(written(ADDRESS)[address])
    assert read["SOURCE"] == ADDRESS + address
    for event in read.walk("VEVENT"):
        assert event["URL"].startswith(ADDRESS + folder)
        assert event["URL"] in event["DESCRIPTION"]


@each_file
def test_the_file_says_what_it_is_and_how_often_to_look(address: str) -> None:
    read = parsed(written()[address])
    assert (read["VERSION"], read["CALSCALE"], read["METHOD"]) == ("2.0", "GREGORIAN", "PUBLISH")
    assert read["X-WR-CALNAME"] == read["NAME"]
    assert read["REFRESH-INTERVAL"].dt == timedelta(weeks=1)
    assert read["X-PUBLISHED-TTL"] == "P1W"
    for event in read.walk("VEVENT"):
        assert event["DTSTAMP"].dt.date() == site().as_at
        assert type(event["DTSTART"].dt) is date


@each_file
def test_a_day_still_to_come_is_reminded_of_in_the_morning_some_days_before(address: str) -> None:
    for event in parsed(written()[address]).walk("VEVENT"):
        day, alarms = event["DTSTART"].dt, event.walk("VALARM")
        to_meet = ".skbbk_rate." not in event["UID"]
        assert len(alarms) == (to_meet and day >= site().as_at)
        for alarm in alarms:
            at = datetime.combine(day, time()) + alarm["TRIGGER"].dt
            assert (at.time(), (day - at.date()).days) == (time(9), 3)


def test_a_month_is_due_on_the_day_that_its_answer_has() -> None:
    facts = {"role": "ordinary", "worker": "citizen", "wages": "2450", "age": "35", "lindung24": "takes_part"}
    days = {each.uid: each.day for each in by_icalendar(written()["contributions/deadlines.ics"])}
    prefix = "contributions.due_on."
    months = [id.removeprefix(prefix).removesuffix(OWNER) for id in days if id.startswith(prefix)]
    assert months[-1] == LAST_MONTH
    for month in months:
        request = {"notice": "contributions", "lang": "en", "facts": {**facts, "month": month}}
        found = json.loads(answer(json.dumps(request)))["findings"]
        [due] = [finding["figures"]["due_on"]["value"] for finding in found if finding["code"] == "due_on"]
        assert days[f"{prefix}{month}{OWNER}"].isoformat() == due


@pytest.mark.parametrize(
    ("as_at", "first", "last"),
    [
        ("2026-01-31", "2025-01-01", "2028-01-01"),
        ("2026-11-25", "2025-11-01", "2028-06-01"),  # from when the law is not known
        ("2028-05-31", "2027-05-01", "2028-06-01"),
        ("2028-06-01", "2027-06-01", "2030-06-01"),
    ],
)
def test_the_days_reach_as_far_as_the_law_is_known(as_at: str, first: str, last: str) -> None:
    law = replace(load("contributions").law, as_at=date.fromisoformat(as_at))
    assert [day.isoformat() for day in span(law)] == [first, last]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_no_day_is_near_the_last_one_stays(lang: str) -> None:
    """A calendar without an entry is none."""
    notice = load("amnesty")
    late = replace(notice, law=replace(notice.law, as_at=date(2040, 1, 1)))
    last = max(programme.last_day for programme in notice.law.of(PROGRAMMES).values())
    assert [entry.day for entry in entries(place("amnesty", lang), late)] == [last]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_whose_notice_has_no_days_says_which_file_to_write(lang: str) -> None:
    where = place("amnesty", lang)
    tables = {name: both for name, both in where.site.library.tables.items() if name != "amnesty/calendar"}
    without = replace(where, site=replace(where.site, library=replace(where.site.library, tables=tables)))
    with pytest.raises(MacroError, match=f"docs/amnesty/calendar.{lang}.toml"):
        calendar(without)
    assert "deadlines.ics" in calendar(where)
