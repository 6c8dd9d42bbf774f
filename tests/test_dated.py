"""What holds from a day until the next one, at both edges."""

from datetime import date, timedelta

import pytest

from calculator.engine.law.dated import Dated, Gap, NotInForceError, NotKnownError

DAY = timedelta(days=1)
FIRST, SECOND, LAST = date(2016, 6, 1), date(2022, 9, 1), date(2024, 10, 1)


def dated(*entries: int | Gap) -> Dated[int]:
    return Dated("ceiling", (FIRST, SECOND, LAST)[: len(entries)], entries)


def gap(why: str) -> Gap:
    return Gap("repealed" if why == "repealed" else "unknown", SECOND, ("act4",), "P")


def test_nothing_is_in_force_before_the_first_day() -> None:
    with pytest.raises(NotInForceError) as error:
        dated(4000).on(FIRST - DAY)
    assert str(error.value) == "ceiling on 2016-05-31: the first day known is 2016-06-01"
    assert (error.value.id, error.value.day) == ("ceiling", FIRST - DAY)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (FIRST, 4000),
        (FIRST + DAY, 4000),
        (SECOND - DAY, 4000),
        (SECOND, 5000),
        (SECOND + DAY, 5000),
        (LAST - DAY, 5000),
        (LAST, 6000),
        (date.max, 6000),
    ],
)
def test_a_value_holds_from_its_day_until_the_next_one(day: date, expected: int) -> None:
    assert dated(4000, 5000, 6000).on(day) == expected


@pytest.mark.parametrize("day", [SECOND, SECOND + DAY])
def test_what_is_repealed_is_no_longer_in_force(day: date) -> None:
    with pytest.raises(NotInForceError) as error:
        dated(4000, gap("repealed")).on(day)
    assert type(error.value) is NotInForceError
    assert str(error.value) == f"ceiling on {day}: repealed since 2022-09-01"


def test_what_is_not_known_is_not_the_value_before_it() -> None:
    with pytest.raises(NotKnownError) as error:
        dated(4000, gap("unknown")).on(SECOND + DAY)
    assert str(error.value) == "ceiling on 2022-09-02: not known since 2022-09-01"


def test_the_day_before_a_gap_is_still_known() -> None:
    assert dated(4000, gap("unknown")).on(SECOND - DAY) == 4000


def test_a_value_can_come_back_after_a_repeal() -> None:
    assert dated(4000, gap("repealed"), 6000).on(LAST) == 6000


def test_the_values_in_force_leave_gaps_out() -> None:
    assert dated(4000, gap("repealed"), 6000).in_force() == (4000, 6000)
