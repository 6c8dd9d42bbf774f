"""What is said to change an answer does, and nothing that would is left out."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from calculator.engine.asking.facts import InvalidFactError, Unanswered
from calculator.engine.asking.found import load, notices
from calculator.engine.asking.notice import Loaded
from calculator.engine.decision import Decision
from tests.cases import ask
from tests.paths import days_around_changes, kinds

every_notice = pytest.mark.parametrize("notice", notices())


@pytest.mark.no_cover  # it would take three times as long, and other tests run the same lines
@every_notice
def test_explanations_are_true(notice: str) -> None:
    """What is said to change the answer does: the rules give the outcome that the explanation promises."""
    found = load(notice)
    for given, decision in kinds(notice):
        response = ask(json.dumps({"notice": notice, "lang": "zh", "facts": dict(given), "explain": True}))
        assert response["status"] == "decision", response
        assert [step["finding"] for step in response["steps"]] == [
            finding.code for finding in decision.findings
        ]
        for change in response["changes"]:
            promised = (change["outcome"], *(finding["code"] for finding in change["findings"]))
            assert promised != gist(found, decision), (given, change)
            for reply in replies(change):
                assert promised == gist(found, found.decision({**given, change["fact"]: reply})), (
                    given,
                    change,
                )


@pytest.mark.no_cover  # it would take three times as long, and other tests run the same lines
def test_no_day_that_would_change_the_answer_is_left_out() -> None:
    """Every outcome that another day gives is told, and no day of a stretch that is told gives another."""
    found = load("amnesty")
    days = [day.isoformat() for day in days_around_changes(found)]
    # every third kind of path: each takes the answers of several hundred days
    for given, decision in kinds("amnesty")[::3]:
        told = ask(json.dumps({"notice": "amnesty", "lang": "en", "facts": dict(given), "explain": True}))[
            "changes"
        ]
        for fact in given.keys() & {"first_employed_on", "registered_on"}:
            if given[fact] == "unknown":
                continue
            stretches = [change for change in told if change["fact"] == fact]
            outcomes = {day: outcome(found, {**given, fact: day}) for day in days}
            offered = set(outcomes.values()) - {decision.outcome, "", "cannot_be_decided"}
            assert offered <= {change["outcome"] for change in stretches}, (given, fact)
            for change in stretches:
                first, last = (
                    end["value"] if end else day
                    for end, day in zip(ends_of(change), (days[0], days[-1]), strict=True)
                )
                inside = {other for day, other in outcomes.items() if first <= day <= last}
                assert inside <= {change["outcome"]}, (given, change)


@every_notice
def test_explanations_account_for_every_fact(notice: str) -> None:
    """The steps of an answer together rest on exactly the facts that were asked for, each named once."""
    for _, decision in kinds(notice):
        named = [fact for step in decision.steps for fact in step.facts]
        assert list(decision.asked) == named


def gist(notice: Loaded, decision: Decision) -> tuple[str, ...]:
    """What tells one answer from another: the outcome, and the findings that the notice calls decisive."""
    return (
        decision.outcome,
        *(finding.code for finding in decision.findings if finding.code in notice.notice.decisive),
    )


def outcome(notice: Loaded, given: Mapping[str, str]) -> str:
    """The outcome; nothing where the rules refuse the facts or ask for another."""
    try:
        return notice.decision(given).outcome
    except (InvalidFactError, Unanswered):
        return ""


def ends_of(change: Mapping[str, Any]) -> tuple[Any, Any]:
    """Both ends of a stretch, None where it is open."""
    return change["from"], change["to"]


def replies(change: Mapping[str, Any]) -> list[str]:
    """The replies an entry of `changes` names: single values, or both ends of a stretch that are closed."""
    return change.get("values") or [end["value"] for end in ends_of(change) if end is not None]
