"""Walking every path: whatever the rules ask is answered with every sample reply."""

import pytest

from calculator.engine.asking.found import load
from calculator.engine.asking.paths import walk


def test_every_reply_to_every_question_is_tried() -> None:
    """In the order of the samples, deepest first; what is not asked is not in the facts."""
    replies = {
        "as_at": ("2018-06-30", "2026-11-23"),
        "employs": ("nobody", "spouse_only"),
        "employed_before": ("no",),
        "first_employed_on": ("unknown",),
        "registration": ("registered", "not_registered"),
    }
    found = [(given, str(decision.outcome)) for given, decision in walk(load("amnesty"), replies)]
    early, late = {"as_at": "2018-06-30"}, {"as_at": "2026-11-23"}
    spouse = {**late, "employs": "spouse_only", "first_employed_on": "unknown"}
    assert found == [
        ({**early, "employs": "nobody", "employed_before": "no"}, "not_an_employer"),
        ({**early, "employs": "spouse_only"}, "outside_the_acts"),
        ({**late, "employs": "nobody", "employed_before": "no"}, "not_an_employer"),
        ({**spouse, "registration": "registered"}, "cannot_be_decided"),
        ({**spouse, "registration": "not_registered"}, "cannot_be_decided"),
    ]


def test_a_notice_brings_its_own_samples() -> None:
    """Without other replies the walk uses those of the notice."""
    notice = load("amnesty")
    given, decision = next(walk(notice))
    assert given == {question: notice.samples[question][0] for question in given}
    assert list(decision.asked) == list(given)


def test_a_question_without_sample_replies_is_an_error() -> None:
    """A new question cannot slip past the walk."""
    with pytest.raises(KeyError, match="employs"):
        list(walk(load("amnesty"), {"as_at": ("2026-11-23",)}))


def test_facts_that_do_not_fit_together_are_passed_over() -> None:
    """Someone hired after the day of the answer is no path of the rules."""
    replies = {
        "as_at": ("2026-11-23",),
        "employs": ("employees",),
        "first_employed_on": ("2026-11-24", "unknown"),
        "registration": ("registered",),
    }
    assert [given["first_employed_on"] for given, _ in walk(load("amnesty"), replies)] == ["unknown"]
