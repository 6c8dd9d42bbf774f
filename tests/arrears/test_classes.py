"""A row is what its class is: thousands of generated rows against the rules asked one by one."""

import random
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import islice

import pytest

from calculator.engine.asking.facts import Unanswered, read
from calculator.engine.asking.found import load
from calculator.engine.asking.paths import walk
from calculator.engine.decision import Decision
from calculator.engine.month import Month
from calculator.engine.rows import Classes, Missing, classes
from calculator.engine.rows.cuts import sen
from calculator.engine.rows.noted import NotedLaw

NOTICE = load("contributions")
QUESTIONS = {question.id: question for question in NOTICE.questions}
# Edges of bands and ceilings, to the sen; the months of every change are in the draw of months.
EDGES = [Decimal(each) for each in (0, 30, 50, 1000, 2900, 3000, 4000, 5000, 6000)]
SEN = Decimal("0.01")
CHOICES = {
    "role": ["ordinary"] * 6 + ["spouse", "domestic", "public_service"],
    "worker": ["citizen", "permanent_resident", "temporary_resident", "foreign"],
    "act4_payable_before_55": ["yes", "no", "unknown"],
    "eis_payable_before_57": ["yes", "no", "unknown"],
    "lindung24": ["takes_part", "opted_out"],
}


def drawn(count: int, seed: int = 20261126) -> Iterator[dict[str, str]]:
    """Rows of facts as a form has them; one in forty lacks a reply."""
    draw = random.Random(seed)  # noqa: S311 - a repeatable draw, no secret
    for _ in range(count):
        year = draw.randint(2015, 2028)
        wages = (
            draw.choice(EDGES) + draw.choice((-SEN, 0, SEN))
            if draw.random() < 0.3
            else Decimal(draw.randrange(700_000)) / 100
        )
        row = {
            "month": str(Month(year, draw.randint(1, 12))),
            "wages": str(max(wages, Decimal(0))),
            "age": str(
                draw.choice((17, 18, 49, 50, 51, 54, 55, 56, 57, 58, 59, 60, 61, draw.randint(15, 70)))
            ),
            **{name: draw.choice(replies) for name, replies in CHOICES.items()},
        }
        if draw.random() < 1 / 40:
            del row[draw.choice(list(row))]
        yield row


def values(row: Mapping[str, str]) -> dict[str, object]:
    return {name: read(QUESTIONS[name], reply) for name, reply in row.items()}


def shown(decision: Decision, month: str) -> list[object]:
    """All that a decision says; the due day is of the month and not of its class."""
    due = NOTICE.notice.due["due_on"](NOTICE.law.fresh(), Month(*map(int, month.split("-"))))
    said: list[object] = [decision.outcome, decision.asked]
    for finding in decision.findings:
        figures = {
            name: due if name == "due_on" else (figure.amount, figure.unit, figure.bound, figure.sources)
            for name, figure in finding.figures.items()
        }
        said.append((finding.code, figures, tuple(finding.sources)))
    return said


def one_by_one(row: Mapping[str, str]) -> Decision | Missing:
    try:
        return NOTICE.decision(row)
    except Unanswered as signal:
        return Missing(signal.question)


def test_a_row_is_what_its_class_is() -> None:
    rows = list(drawn(4000))
    of = Classes(NOTICE, lambda decision: decision)
    for row in rows:
        expected, given = one_by_one(row), of.result(values(row))
        if isinstance(expected, Missing):
            assert given == expected, row
        else:
            assert isinstance(given, Decision)
            assert shown(given, row["month"]) == shown(expected, row["month"]), row
    before = of.decided
    for row in rows:
        of.result(values(row))
    # the second time only those without a reply are put to the rules
    assert of.decided - before < len(rows) / 40


def test_other_notices_can_be_asked_in_rows_too() -> None:
    """Days are classes of their own there, and programmes are looked at besides parameters."""
    amnesty = load("amnesty")
    of = Classes(amnesty, lambda decision: [finding.code for finding in decision.findings])
    asked = {question.id: question for question in amnesty.questions}
    for given, decision in islice(walk(amnesty), 0, 4000, 40):
        known = {name: read(asked[name], reply) for name, reply in given.items()}
        assert of.result(known) == [finding.code for finding in decision.findings]


def test_all_of_the_law_can_still_be_asked_for() -> None:
    law = NotedLaw(NOTICE.law)
    assert len(law.law.parameters) == len(NOTICE.law.parameters)
    assert law.read == 0
    assert law.law.days() == NOTICE.law.days()
    assert law.days() <= set(NOTICE.law.days())
    assert law.read > 40


def test_what_is_no_reply_has_no_class() -> None:
    with pytest.raises(TypeError, match="wages"):
        Classes(NOTICE, lambda decision: decision).of("wages", [1])
    with pytest.raises(ValueError, match="whole number of sen"):
        sen(Decimal("0.001"))


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """All is forgotten now and then, and answers stay what they are."""
    monkeypatch.setattr(classes, "MOST", 20)
    of = Classes(NOTICE, lambda decision: decision.outcome)
    for row in drawn(200, seed=1):
        expected = one_by_one(row)
        assert of.result(values(row)) == (expected if isinstance(expected, Missing) else expected.outcome)
    assert of.edition > 5


def test_one_class_for_many_rows() -> None:
    """Wages within a band, ages between two limits and months between two changes are not told apart."""
    of = Classes(NOTICE, lambda decision: decision.outcome)
    row = {"role": "ordinary", "worker": "citizen", "lindung24": "takes_part"}
    for _ in range(2):
        for month in ("2023-01", "2023-04", "2024-02"):
            for wages in ("3200.01", "3250", "3300.00"):
                for age in ("20", "33", "48"):
                    of.result(values({**row, "month": month, "wages": wages, "age": age}))
    assert of.decided == 1


def test_the_day_after_the_last_check_parts_the_months() -> None:
    of = Classes(NOTICE, lambda decision: [finding.code for finding in decision.findings])
    assert NOTICE.law.as_at >= date(2026, 11, 1)
    row = {"role": "public_service"}
    seen = [of.result(values({**row, "month": month})) for month in ("2026-11", "2026-12") for _ in range(2)]
    assert [isinstance(each, list) and "after_last_check" in each for each in seen] == [
        False,
        False,
        True,
        True,
    ]
