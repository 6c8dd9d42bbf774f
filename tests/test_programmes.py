"""PERKESO's programmes as data: when they ran, for whom, and what was reported to be waived."""

from datetime import date
from decimal import Decimal

from calculator.engine.asking.found import law_of
from calculator.law.perkeso import PERKESO, PROGRAMMES, Programme

FOUND = law_of(PERKESO).of(PROGRAMMES)
ALL = FOUND.values()


def one(id: str) -> Programme:
    return FOUND[id]


def test_the_programmes_found() -> None:
    periods = {each.id: (each.first_day.isoformat(), each.last_day.isoformat()) for each in ALL}
    assert periods == {
        "amnesty_2016": ("2016-03-01", "2016-03-31"),
        "amnesty_2017": ("2017-03-01", "2017-03-31"),
        "amnesty_2018": ("2018-07-01", "2018-07-31"),
        "amnesty_2019": ("2019-03-01", "2019-03-31"),
        "amnesty_2021": ("2021-03-01", "2021-06-30"),
        "amnesty_2022": ("2022-05-01", "2022-05-31"),
        "amnesty_2023": ("2023-05-02", "2023-06-30"),
        "amnesty_2024": ("2024-05-15", "2024-06-30"),
        "amnesty_2025": ("2025-04-01", "2025-05-31"),
        "interest_discount_2026": ("2025-12-19", "2026-02-28"),
    }


def test_what_the_amnesty_month_of_2023_waived() -> None:
    amnesty = one("amnesty_2023")
    assert amnesty.disputed_days == (date(2023, 5, 1),)
    assert amnesty.audiences == ("unregistered",)
    waived = {offer.of: offer.reports for offer in amnesty.offers}
    assert waived == {"interest": "agree", "compound": "agree", "prosecution": "differ"}
    assert {offer.relief for offer in amnesty.offers} == {"waived"}


def test_what_the_programmes_for_arrears_reduced() -> None:
    (up_to,) = (offer for offer in one("amnesty_2025").offers if offer.audience == "arrears")
    assert (up_to.relief, up_to.rate, up_to.bound) == ("reduced", Decimal(50), "max")
    assert (up_to.condition, up_to.excluded) == (
        "none_found",
        ("claim_cases", "legal_cases", "compound_cases"),
    )
    (fixed,) = one("interest_discount_2026").offers
    assert (fixed.rate, fixed.bound, fixed.condition) == (Decimal(80), None, "pay_within")


def test_the_years_of_interest_that_a_report_names() -> None:
    years = {each.id: [offer.years for offer in each.offers if offer.years] for each in ALL}
    assert {id: of for id, of in years.items() if of} == {"interest_discount_2026": [(2018, 2025)]}


def test_what_the_programme_of_2021_reduced_for_the_compounded() -> None:
    (offer,) = (offer for offer in one("amnesty_2021").offers if offer.audience == "compounded")
    assert (offer.of, offer.relief, offer.rate, offer.bound) == ("compound", "reduced", Decimal(80), "min")


def test_programmes_known_from_a_single_report_say_so() -> None:
    single = {each.id: [offer.of for offer in each.offers if offer.reports == "single"] for each in ALL}
    assert {id: of for id, of in single.items() if of} == {
        "amnesty_2017": ["compound"],
        "amnesty_2018": ["interest", "compound", "prosecution"],
        "amnesty_2021": ["compound"],
        "interest_discount_2026": ["interest"],
    }
    assert one("amnesty_2018").note == "regional_report"


def test_the_ends_that_were_put_off() -> None:
    put_off = {each.id: each.announced_last_day for each in ALL if each.announced_last_day}
    assert put_off == {"amnesty_2024": date(2024, 5, 31), "amnesty_2025": date(2025, 4, 30)}


def test_no_programme_is_known_by_more_than_reports() -> None:
    assert {each.confidence for each in ALL} == {"S"}
