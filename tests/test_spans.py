"""Where a line of whole numbers changes its outcome."""

from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import pytest

from calculator.engine import Between, Facts, Law, Ruling
from calculator.engine.asking.found import load
from calculator.engine.explaining import changes
from calculator.engine.explaining.spans import Outcome, Span, nearest, spans
from calculator.engine.protocol import ABSENT, Change


def steps(point: int) -> Outcome:
    """In time up to 30, doubtful to 33, late from 34; from 50 to 60 an amnesty."""
    for first, outcome in ((61, "late"), (50, "amnesty"), (34, "late"), (31, "doubt")):
        if point >= first:
            return (outcome,)
    return ("in time",)


def test_every_change_is_found() -> None:
    """Marks need not stand on the changes, only between those that cancel each other out."""
    assert spans([0, 40, 55, 70], steps) == [
        Span(None, 30, ("in time",)),
        Span(31, 33, ("doubt",)),
        Span(34, 49, ("late",)),
        Span(50, 60, ("amnesty",)),
        Span(61, None, ("late",)),
    ]


def test_a_line_without_a_change_is_one_span() -> None:
    """Where every point gives the same there is nothing to tell apart."""
    assert spans([3, 7], lambda _: ("same",)) == [Span(None, None, ("same",))]


def test_a_change_on_a_mark_is_found() -> None:
    """A law that begins on a day is looked at the day before and on the day."""
    assert spans([10], lambda point: ("new",) if point >= 10 else None) == [
        Span(None, 9, None),
        Span(10, None, ("new",)),
    ]


def test_a_single_point_is_found() -> None:
    """A day of its own between two marks that agree is found when it is a mark."""
    assert spans([0, 5, 6, 9], lambda point: ("disputed",) if point == 5 else ("late",)) == [
        Span(None, 4, ("late",)),
        Span(5, 5, ("disputed",)),
        Span(6, None, ("late",)),
    ]


@pytest.mark.parametrize(
    ("span", "point", "expected"),
    [
        (Span(3, 6, None), 1, 2),
        (Span(3, 6, None), 3, 0),
        (Span(3, 6, None), 5, 0),
        (Span(3, 6, None), 6, 0),
        (Span(3, 6, None), 8, 2),
        (Span(None, 6, None), -100, 0),
        (Span(3, None, None), 100, 0),
        (Span(None, None, None), 5, 0),
    ],
)
def test_how_far_a_span_is(span: Span, point: int, expected: int) -> None:
    """A span is as far as its nearer end, and nothing inside is far."""
    assert expected == span.distance(point)


def test_the_nearest_span_comes_first() -> None:
    """What would have taken the smallest difference is told first."""
    far, near, here = Span(None, 1, None), Span(12, None, None), Span(5, 9, None)
    assert nearest([far, near, here], 8) == [here, near, far]


class Aged(Facts):
    age: Annotated[int, Between(0, 120)]


class Turn(StrEnum):
    NEWBORN = "newborn"
    BETWEEN = "between"
    OLDEST = "oldest"


def by_age(facts: Aged, _law: Law) -> Ruling:
    """Rules that turn on the first and on the last year of life that a form can hold."""
    yield from ()
    return {0: Turn.NEWBORN, 120: Turn.OLDEST}.get(facts.age, Turn.BETWEEN)


def ends(change: Change) -> tuple[str | None, str | None]:
    """Both ends of a stretch."""
    first, last = change.from_, change.to
    assert first is not ABSENT
    assert last is not ABSENT
    return first.value if first else None, last.value if last else None


def test_no_age_that_a_form_can_hold_is_overlooked() -> None:
    """What would be different at another age is told for the youngest and the oldest too."""
    loaded, given = load("amnesty"), {"age": "30"}
    notice = replace(loaded, notice=replace(loaded.notice, facts=Aged, decide=by_age))
    found = changes.changes(notice, given, notice.decision(given), "en")
    assert [(*ends(change), change.outcome) for change in found] == [
        (None, "0", "newborn"),
        ("120", None, "oldest"),
    ]
