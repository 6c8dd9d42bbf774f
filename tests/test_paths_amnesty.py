"""What every path of the first notice must and must not say."""

from tests.paths import codes, paths


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
