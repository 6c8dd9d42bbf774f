"""Late interest: the estimate, the most it may be, what programmes take off, and the second reading."""

import json
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from calculator import answer
from calculator.arrears.interest import terms
from calculator.arrears.programmes import ProgrammeSums, with_interest
from calculator.engine import Month
from calculator.engine.asking.found import load

LAW = load("contributions").law
COLUMNS = ["month", "worker", "role", "wages", "age", "paid_on"]


def ask(**asked: object) -> dict[str, Any]:
    response: dict[str, Any] = json.loads(answer(json.dumps({"notice": "arrears", "lang": "en", **asked})))
    return response


def totals(*rows: tuple[str, str]) -> dict[str, Any]:
    """Those of citizens with RM3,250 by month and day of payment."""
    cells = [[month, "citizen", "ordinary", "3250", "41", paid] for month, paid in rows]
    found: dict[str, Any] = ask(payroll={"columns": COLUMNS, "rows": cells})["totals"]
    return found


def most(found: dict[str, Any]) -> dict[str, Any]:
    """What the end of a payroll asks, from its totals."""
    names = ("unpaid", "interest_estimate", "interest_without_act800")
    return ask(
        interest=[
            {"month": month, **{name: sums[name] for name in names}}
            for month, sums in found["months"].items()
        ]
    )


def test_the_example_of_the_reproduced_guidance() -> None:
    """RM50.50 for February 2006, due at the end of March: 0.249 for the first month, then the minimum."""
    of = terms(LAW.fresh(), Month(2006, 2), date(2006, 3, 31))
    assert of.delay(date(2006, 4, 30)).interest(5050) == 25
    assert of.at_most({date(2006, 5, 15): 5050}) == 1000
    assert of.at_most({date(2006, 3, 31): 5050}) == of.at_most({}) == 0


@pytest.mark.parametrize(
    ("unpaid", "expected"),
    [
        ({date(2023, 4, 16): 100_000}, 500),
        ({date(2023, 5, 15): 100_000}, 500),
        ({date(2023, 5, 16): 100_000}, 1000),
        # 30 days of RM1,013.88 cost a little less than RM5, of a sen more a little more
        ({date(2023, 5, 15): 101_388}, 500),
        ({date(2023, 5, 15): 101_389}, 1000),
        # two payments: the second amount alone runs on
        ({date(2023, 5, 15): 101_400, date(2023, 6, 1): 10_000}, 1500),
        ({date(2023, 5, 15): 50_000, date(2023, 5, 1): 50_000}, 500),
    ],
)
def test_the_most_is_rounded_up_by_month_of_delay_over_all_rows(
    unpaid: dict[date, int], expected: int
) -> None:
    assert terms(LAW.fresh(), Month(2023, 3), date(2023, 4, 15)).at_most(unpaid) == expected


def test_the_most_is_that_of_all_rows_and_not_the_sum_of_rows() -> None:
    single = totals(("2023-03", "2023-04-20"))
    five = totals(*[("2023-03", "2023-04-20")] * 5)
    assert most(single)["interest_up_to"] == most(five)["interest_up_to"] == "5.00"
    assert most(five)["months"] == {
        "2023-03": {"interest_up_to": "5.00", "interest_up_to_without_act800": "5.00"}
    }


def test_the_most_is_never_below_the_estimate() -> None:
    """Many rows, each rounded by itself, can come to more than their sum."""
    month = {"month": "2023-03", "unpaid": {"2023-04-20": {"owed": "1.00", "without_act800": "1.00"}}}
    found = ask(interest=[{**month, "interest_estimate": "6.20", "interest_without_act800": "0.01"}])
    assert (found["interest_up_to"], found["interest_up_to_without_act800"]) == ("6.20", "5.00")


def test_a_month_without_a_known_due_day_has_no_interest() -> None:
    found = totals(("2022-05", "2023-04-20"), ("2022-06", "2023-04-20"))
    assert found["months"]["2022-05"]["interest_estimate"] == ""
    assert found["months"]["2022-05"]["due_day_not_known"] == 1
    assert found["months"]["2022-05"]["unpaid"] == {}
    assert most(found)["months"].keys() == {"2022-06"}


def test_paid_in_time_costs_nothing() -> None:
    found = totals(("2023-03", "2023-04-15"))
    assert found["months"]["2023-03"]["interest_estimate"] == most(found)["interest_up_to"] == "0.00"


def test_without_act_800_there_is_less_and_each_is_a_total_of_its_own() -> None:
    (month,) = totals(("2023-03", "2026-11-26"))["months"].values()
    assert (month["interest_estimate"], month["interest_without_act800"]) == ("18.70", "15.87")
    exact = (Decimal("56.85") + Decimal("16.25")) * 6 * 1321 / 36500
    assert round(exact, 2) == Decimal(month["interest_without_act800"])


def test_a_programme_takes_off_what_it_offered_on_the_day_of_payment() -> None:
    found = totals(("2023-03", "2026-01-15"), ("2023-04", "2026-01-15"), ("2023-04", "2026-03-01"))[
        "programmes"
    ]
    # RM86.10 for 1006 and for 976 days: 14.24 and 13.81, of which 80% is 11.39 and 11.05
    offer = {"audience": "arrears", "relief": "reduced", "rate": "80", "bound": None, "off": "22.44"}
    sums = {"rows": 2, "interest": "28.05", "disputed_rows": 0, "disputed_interest": "0.00"}
    assert found == {"interest_discount_2026": {**sums, "offers": [offer]}}


def test_nothing_is_taken_off_interest_of_years_that_no_report_names() -> None:
    """The discount of 2026 was for the years to 2025: December was due in 2026, as was January."""
    found = totals(("2025-11", "2026-02-20"), ("2025-12", "2026-02-20"), ("2026-01", "2026-02-20"))
    (sums,) = found["programmes"].values()
    assert (sums["rows"], sums["interest"]) == (1, found["months"]["2025-11"]["interest_estimate"])
    assert Decimal(found["months"]["2026-01"]["interest_estimate"]) > 0
    assert [each["off"] for each in sums["offers"]] == [
        str((Decimal(sums["interest"]) * 80 / 100).quantize(Decimal("0.01"), ROUND_HALF_UP))
    ]
    assert totals(("2026-01", "2026-02-20"))["programmes"] == {}


def test_each_offer_is_for_its_own_years() -> None:
    (programme,) = (each for each in with_interest(LAW) if any(offer.years for offer in each.offers))
    (offer,) = (each for each in programme.offers if each.of == "interest")
    both = replace(programme, offers=(offer, replace(offer, years=None)))
    sums = ProgrammeSums()
    sums.add(both, both.first_day, date(2026, 2, 15), 100_00, 2)
    assert [each.off for each in sums.said(both).offers] == ["0.00", "160.00"]


def test_each_offer_of_a_programme_stands_by_itself() -> None:
    offers = totals(("2023-03", "2025-05-31"))["programmes"]["amnesty_2025"]["offers"]
    assert [(each["audience"], each["relief"], each["bound"]) for each in offers] == [
        ("unregistered", "waived", None), ("arrears", "reduced", "max"),
    ]  # fmt: skip
    assert Decimal(offers[0]["off"]) - 2 * Decimal(offers[1]["off"]) in (Decimal(0), Decimal("-0.01"))


def test_on_a_disputed_day_nothing_is_taken_off() -> None:
    (found,) = totals(("2022-12", "2023-05-01"), ("2022-12", "2023-05-02"))["programmes"].values()
    assert (found["rows"], found["disputed_rows"]) == (1, 1)
    assert Decimal(found["disputed_interest"]) > 0
    assert [each["off"] for each in found["offers"]] == [found["interest"]]


def test_paid_in_time_is_no_row_of_a_programme() -> None:
    assert totals(("2025-04", "2025-05-10"))["programmes"] == {}
