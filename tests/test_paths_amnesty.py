"""What every path of the first notice must and must not say."""

from collections.abc import Mapping

import pytest

from tests.paths import codes, paths

# What an employer does first, by the outcome; where it depends on more, the table of cases has it
FIRST_STEP: Mapping[str, set[str]] = {
    "registration_overdue": {"register_now"},
    "registration_open": {"register_before"},
    "registered_late": {"check_interest"},
    "registered_in_amnesty": {"check_interest"},
    "registered_in_programme": {"check_interest"},
    "day_disputed": {"ask_careline"},
    "registered_in_time": {"pay_monthly", "ask_careline"},
    "past_employer": {"check_registration"},
    "not_an_employer": {"register_on_hiring"},
    "outside_the_acts": {"ask_careline"},
    "cannot_be_decided": {
        "register_now",
        "register_before",
        "check_registration",
        "check_old_wages",
        "ask_careline",
    },
}
STEPS = {code for codes in FIRST_STEP.values() for code in codes} | {
    "report_cessation",
    "register_again",
    "pay_within",
}


@pytest.mark.parametrize("outcome", FIRST_STEP)
def test_what_matters_most_is_the_first_step(outcome: str) -> None:
    """A reader on a phone sees one step beside the outcome: the one without which the others are idle."""
    first = {
        next(finding.code.value for finding in decision.findings if finding.code.value in STEPS)
        for _, decision in paths("amnesty")
        if decision.outcome == outcome
    }
    assert first == FIRST_STEP[outcome]


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
        if any(code.endswith(("_waived", "_reports_differ", "_one_report")) for code in codes(decision)):
            assert "contributions_not_waived" in codes(decision), given
            assert codes(decision) & {"terms_not_found", "offer_not_found"}, given


def test_interest_is_never_told_without_its_warning() -> None:
    """Where the rate of interest is told by the first notice, the reported minimum stands beside it."""
    for _, decision in paths("amnesty"):
        for finding in decision.findings:
            assert ("late_interest_rate" in finding.figures) == ("late_interest_minimum" in finding.figures)
