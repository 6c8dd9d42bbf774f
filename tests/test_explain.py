"""How an answer came about, and what would have changed it."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from tests.cases import ask

EMPLOYER = {"as_at": "2026-11-23", "employs": "employees", "first_employed_on": "2023-01-02"}
LATE = {**EMPLOYER, "registration": "registered", "registered_on": "2023-07-10"}
WORKER = {"month": "2024-10", "role": "ordinary", "worker": "citizen", "age": "30", "wages": "3950.00"}


def explained(notice: str, facts: Mapping[str, str], lang: str = "en") -> dict[str, Any]:
    """The answer with its explanation."""
    return ask(json.dumps({"notice": notice, "lang": lang, "facts": facts, "explain": True}))


def ends(change: Mapping[str, Any], part: str = "value") -> list[str | None]:
    """Both ends of a stretch."""
    return [end and end[part] for end in (change["from"], change["to"])]


def changes(notice: str, facts: Mapping[str, str], fact: str) -> list[tuple[object, ...]]:
    """What another reply to one question would have led to: the replies and the outcome."""
    found = [change for change in explained(notice, facts)["changes"] if change["fact"] == fact]
    return [(*(change.get("values") or ends(change)), change["outcome"]) for change in found]


def together(of: Mapping[str, Any]) -> str:
    """What is paid in all, by the findings of an answer or of a change."""
    (total,) = (finding for finding in of["findings"] if finding["code"] == "total")
    amount: str = total["figures"]["together_total"]["value"]
    return amount


def test_another_day_of_registration() -> None:
    """The nearest first: the Amnesty Month, its disputed day, the 30 days, a later programme; each once."""
    assert changes("amnesty", LATE, "registered_on") == [
        ("2023-05-02", "2023-06-30", "registered_in_amnesty"),
        ("2023-05-01", "2023-05-01", "day_disputed"),
        # 2 January + 29 days: the first day may count
        (None, "2023-01-31", "registered_in_time"),
        ("2024-05-15", "2024-06-30", "registered_in_programme"),
    ]


def test_another_day_of_hiring() -> None:
    """Registered on 10 July: in time for who was hired 29 days before it or later."""
    assert changes("amnesty", LATE, "first_employed_on") == [
        ("2023-06-11", "2026-11-23", "registered_in_time")
    ]


def test_another_choice() -> None:
    """Each other reply that leads to another outcome; those that lead to a question are not offered."""
    assert changes("amnesty", LATE, "employs") == [
        ("public_service_only", "outside_the_acts"),
    ]
    assert changes("amnesty", LATE, "registration") == [("not_registered", "registration_overdue")]


def test_the_day_of_the_answer_is_not_the_readers_to_change() -> None:
    """Nobody is told to have asked on another day."""
    assert changes("amnesty", LATE, "as_at") == []


def test_an_unknown_day_is_not_guessed() -> None:
    """Where the reply was "unknown" there is no day to measure a distance from."""
    facts = {**LATE, "registered_on": "unknown"}
    assert changes("amnesty", facts, "registered_on") == []


def test_other_ages() -> None:
    """Decisive findings tell the ages apart; ages that need another fact are not offered."""
    assert changes("contributions", WORKER, "age") == [
        (None, "17", "contributions_due"),
        ("60", None, "contributions_due"),
    ]


def test_what_else_would_be_different() -> None:
    """An entry with the same outcome names the decisive findings that would then hold, with their figures."""
    found = explained("contributions", WORKER, "zh")["changes"]
    young = next(change for change in found if change["fact"] == "age" and ends(change) == [None, "17"])
    assert ends(young, "text") == [None, "17"]
    assert [finding["code"] for finding in young["findings"]] == [
        "first_category",
        "act800_too_young",
        "total",
    ]
    assert young["findings"][1]["figures"] == {"act800_minimum_age": {"value": "18", "text": "18岁"}}


@pytest.mark.parametrize(
    # facts.md 2.9 and the printed tables of October 2024, row RM3900 to RM4000
    ("to", "total", "ages"),
    [("17", "88.90", ("0", "17")), (None, "49.40", ("60", "120"))],
)
def test_a_change_says_what_would_be_paid(to: str | None, total: str, ages: tuple[str, str]) -> None:
    """The total of a stretch of ages is that of each of them."""
    found = explained("contributions", WORKER)["changes"]
    (change,) = (each for each in found if each["fact"] == "age" and ends(each)[1] == to)
    assert together(change) == total
    for age in ages:
        facts = {**WORKER, "age": age, "lindung24": "takes_part"}
        assert together(ask(json.dumps({"notice": "contributions", "lang": "en", "facts": facts}))) == total


def test_a_yes_or_no_turned_round() -> None:
    """The other reply is offered where it makes a difference."""
    facts = {**WORKER, "age": "57", "act4_payable_before_55": "yes", "eis_payable_before_57": "no"}
    assert changes("contributions", facts, "eis_payable_before_57") == [("yes", "contributions_due")]


def test_a_month_and_an_amount_are_not_turned_round() -> None:
    """What was earned, and when, is no choice of the reader's."""
    assert changes("contributions", WORKER, "month") == changes("contributions", WORKER, "wages") == []


def test_what_cannot_be_decided_is_no_advice() -> None:
    """No entry says that with another reply nothing could be decided."""
    facts = {**WORKER, "age": "55", "act4_payable_before_55": "yes"}
    assert changes("contributions", facts, "act4_payable_before_55") == [("no", "contributions_due")]


def test_a_step_names_what_led_to_it() -> None:
    """The reader's facts read for a finding, and the dated figures behind it with their text and sources."""
    steps = {step["finding"]: step for step in explained("amnesty", LATE, "zh")["steps"]}
    assert steps["register_by"]["facts"] == ["first_employed_on"]
    assert steps["registered_after"]["facts"] == ["registration", "registered_on"]
    (period,) = steps["register_by"]["parameters"]
    assert (period["id"], period["value"], period["text"], period["since"]["text"]) == (
        "registration_period",
        "30",
        "30天",
        "2018年1月1日",
    )
    assert "perkeso-registration" in period["sources"]


def test_a_step_names_the_row_of_the_table() -> None:
    """A band is told with its edges, the day of its table and its sources; the highest has no upper edge."""
    steps = {step["finding"]: step for step in explained("contributions", WORKER)["steps"]}
    assert steps["act4_band"]["bands"] == [
        {
            "table": "act4_contributions",
            "since": {"value": "2024-10-01", "text": "1 October 2024"},
            "wage_over": {"value": "3900", "text": "RM3,900"},
            "wage_up_to": {"value": "4000", "text": "RM4,000"},
            "sources": ["perkeso-table-2025"],
        }
    ]
    top = {
        step["finding"]: step for step in explained("contributions", {**WORKER, "wages": "6000.01"})["steps"]
    }
    (band,) = top["act4_top_band"]["bands"]
    assert (band["wage_over"]["value"], band["wage_up_to"]) == ("6000", None)


@pytest.mark.parametrize(("notice", "facts"), [("amnesty", LATE), ("contributions", WORKER)])
def test_a_step_names_each_figure_once(notice: str, facts: Mapping[str, str]) -> None:
    """A figure read twice on the way to a finding is told once."""
    for step in explained(notice, facts)["steps"]:
        named = Counter(parameter["id"] for parameter in step["parameters"])
        assert not [id for id, count in named.items() if count > 1], step["finding"]
