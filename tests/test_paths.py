"""Every path of the rules, on every day on which the law changes, the day before it and the day after."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from calculator.engine import figures
from calculator.engine.decision import Decision
from calculator.engine.facts import InvalidFactError, Unanswered
from calculator.engine.month import Month
from calculator.engine.notice import Notice, load, notices
from tests.cases import ask
from tests.paths import days_around_changes, kinds, paths

MACHINE: Mapping[str, Callable[[str], object]] = {"date": date.fromisoformat, "phone": str, "text": str}
RUBBISH = "no reply at all"
every_notice = pytest.mark.parametrize("notice", notices())


@every_notice
def test_every_statement_is_cited(notice: str) -> None:
    """Whatever the facts, there is at least one finding, and each names sources that the law holds."""
    law = load(notice).law
    assert all(decision.findings for _, decision in paths(notice))
    cited = {finding.cited for _, decision in paths(notice) for finding in decision.findings}
    assert all(cited)
    assert {id for sources in cited for id in sources} <= law.sources.keys()


@every_notice
def test_every_outcome_and_finding_is_reached(notice: str) -> None:
    """No code is written for nothing: some path ends in each outcome and passes each finding."""
    found = load(notice)
    reached = {finding.code for _, decision in paths(notice) for finding in decision.findings}
    assert set(found.outcomes) == {decision.outcome for _, decision in paths(notice)}
    assert set(found.codes) == reached


@every_notice
def test_no_statement_is_made_twice(notice: str) -> None:
    """A page marks each finding by its code, so a decision makes each statement once."""
    counts = (Counter(finding.code for finding in decision.findings) for _, decision in paths(notice))
    assert all(max(count.values()) == 1 for count in counts)


@every_notice
def test_a_figure_has_one_value_in_a_decision(notice: str) -> None:
    """The words of an outcome name a figure by its id alone, so no two findings give it two values."""
    for given, decision in paths(notice):
        figures_of: dict[str, object] = {}
        for finding in decision.findings:
            for id, figure in finding.figures.items():
                assert figures_of.setdefault(id, figure.amount) == figure.amount, (given, id)


@every_notice
def test_figures_can_be_read(notice: str) -> None:
    """Every figure has a value that machines parse and a text in both languages that keeps its bound."""
    found = {
        (figure.amount, figure.unit, figure.bound): figure
        for _, decision in paths(notice)
        for finding in decision.findings
        for figure in finding.figures.values()
    }
    for figure in found.values():
        assert MACHINE.get(figure.unit, Decimal)(figures.value(figure.amount)) is not None
        english, chinese = (figures.text(figure, lang) for lang in figures.LANGUAGES)
        assert english.startswith("up to ") == (figure.bound == "max")
        assert chinese.startswith(("最高", "最长")) == (figure.bound == "max")


@every_notice
def test_only_the_facts_asked_for_matter(notice: str) -> None:
    """The answer is the same whatever stands in facts not asked for, in any order, and when asked again."""
    found = load(notice)
    others = dict.fromkeys((question.id for question in found.questions), RUBBISH)
    for given, decision in paths(notice):
        assert set(given) == set(decision.asked)
        assert decision == found.decision({**others, **given})


@every_notice
def test_every_fact_asked_for_matters(notice: str) -> None:
    """Taking away a fact that was asked for brings its question back."""
    found = load(notice)
    for given, _ in kinds(notice):
        for question in given:
            rest = {id: reply for id, reply in given.items() if id != question}
            with pytest.raises(Unanswered) as signal:
                found.decision(rest)
            assert question == signal.value.question


@every_notice
def test_where_nothing_can_be_decided_the_careline_is_named(notice: str) -> None:
    """An answer that stays open says whom to ask."""
    for given, decision in paths(notice):
        if decision.outcome == "cannot_be_decided":
            assert "ask_careline" in codes(decision), given


@every_notice
def test_an_answer_about_a_later_day_says_so(notice: str) -> None:
    """After the day on which the law was last checked every answer warns of it, and none before."""
    checked = load(notice).law.as_at.isoformat()
    for given, decision in paths(notice):
        day = given.get("as_at") or f"{given['month']}-01"
        # a day for which there is no rule at all is no later than the last check
        assert ("after_last_check" in codes(decision)) == (day > checked), given


def test_what_is_not_waived_is_threatened() -> None:
    """A late registration tells of court and compound, save what a programme is reported to have waived."""
    for given, decision in paths("amnesty"):
        if decision.outcome in {
            "registered_late",
            "registered_in_amnesty",
            "registered_in_programme",
            "day_disputed",
        }:
            said = codes(decision)
            assert ("court" in said) == ("prosecution_waived" not in said), given
            assert ("compound" in said) == ("compound_waived" not in said), given


def test_no_waiver_is_told_without_its_limit() -> None:
    """Wherever a waiver is reported, the reader learns that the contributions themselves were not waived."""
    for given, decision in paths("amnesty"):
        if any(code.endswith(("_waived", "_reports_differ")) for code in codes(decision)):
            assert {"contributions_not_waived", "terms_not_found"} <= codes(decision), given


def test_interest_is_never_told_without_its_warning() -> None:
    """Where the rate of interest is told by the first notice, the reported minimum stands beside it."""
    for _, decision in paths("amnesty"):
        for finding in decision.findings:
            assert ("late_interest_rate" in finding.figures) == ("late_interest_minimum" in finding.figures)


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
                first, last = change["from"] or days[0], change["to"] or days[-1]
                inside = {other for day, other in outcomes.items() if first <= day <= last}
                assert inside <= {change["outcome"]}, (given, change)


@every_notice
def test_explanations_account_for_every_fact(notice: str) -> None:
    """The steps of an answer together rest on exactly the facts that were asked for, each named once."""
    for _, decision in kinds(notice):
        named = [fact for step in decision.steps for fact in step.facts]
        assert list(decision.asked) == named


def codes(decision: Decision) -> set[str]:
    """The codes of a decision's findings."""
    return {str(finding.code) for finding in decision.findings}


def gist(notice: Notice, decision: Decision) -> tuple[str, ...]:
    """What tells one answer from another: the outcome, and the findings that the notice calls decisive."""
    return (
        decision.outcome,
        *(finding.code for finding in decision.findings if finding.code in notice.decisive),
    )


def outcome(notice: Notice, given: Mapping[str, str]) -> str:
    """The outcome; nothing where the rules refuse the facts or ask for another."""
    try:
        return notice.decision(given).outcome
    except (InvalidFactError, Unanswered):
        return ""


def replies(change: Mapping[str, Any]) -> list[str]:
    """The replies an entry of `changes` names: single values, or both ends of a stretch that are closed."""
    return change.get("values") or [end for end in (change["from"], change["to"]) if end is not None]


def test_months_are_the_days_of_contributions() -> None:
    """The walk of the second notice has the months in which the law changes, before and after."""
    months = {given["month"] for given, _ in paths("contributions")}
    expected = {
        "2016-05",
        "2016-06",
        "2017-12",
        "2018-01",
        "2024-09",
        "2024-10",
        "2026-06",
        "2026-07",
        "2028-05",
        "2028-06",
    }
    assert expected <= months
    assert all(str(Month(*map(int, month.split("-")))) == month for month in months)
