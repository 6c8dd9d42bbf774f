"""The law that ships: every figure on every day on which it changes, and what it rests on."""

import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from calculator.engine.asking.found import law_of
from calculator.engine.law import Band, Gap, NotInForceError, NotKnownError, Value, load_law
from calculator.law.perkeso import PERKESO, WAGE_ITEMS
from tests.tools.bodies import bodies

DAY = timedelta(days=1)
LAW = law_of(PERKESO).fresh()


@pytest.mark.parametrize("id", LAW.parameters)
def test_every_parameter_has_one_answer_on_every_day(id: str) -> None:
    """Each from-date and the day before it: the value before it, and the value itself; then long after."""
    dated, before = LAW.parameters[id], None
    days, entries = (*dated.days, date(2099, 1, 1)), (*dated.entries, dated.entries[-1])
    for since, entry in zip(days, entries, strict=True):
        for day, expected in ((since - DAY, before), (since, entry)):
            if expected is None or isinstance(expected, Gap):
                with pytest.raises(NotInForceError):
                    LAW.value(id, day)
            else:
                assert LAW.value(id, day) is expected
        before = entry


def test_a_repeal_is_asked_for_by_its_parameter() -> None:
    """The limit of wages ended with Act A1508; what is still in force has no repeal."""
    assert LAW.repeal("act4_wage_limit").since == date(2016, 6, 1)
    with pytest.raises(LookupError, match="careline has not been repealed"):
        LAW.repeal("careline")


@pytest.mark.parametrize("id", LAW.of(WAGE_ITEMS))
def test_every_wage_item_has_one_answer_on_every_day(id: str) -> None:
    item = LAW.of(WAGE_ITEMS)[id].entries[0]
    assert LAW.of(WAGE_ITEMS)[id].on(date(2026, 11, 23)) is item
    with pytest.raises(NotInForceError):
        LAW.of(WAGE_ITEMS)[id].on(date(2018, 1, 1) - DAY)


def test_no_day_of_the_law_is_missing_from_its_days() -> None:
    known = set(LAW.days())
    dated = (*LAW.parameters.values(), *LAW.tables.values(), *LAW.of(WAGE_ITEMS).values())
    assert {day for each in dated for day in each.days} <= known
    amnesty = {date(2023, 5, 1), date(2023, 5, 2), date(2023, 7, 1)}
    assert amnesty <= known
    assert sorted(known) == list(LAW.days())


@pytest.mark.parametrize(
    ("id", "day", "amount"),
    [
        ("employer_threshold", "1993-01-01", 1),
        ("registration_period", "2005-06-01", 30),
        ("registration_period", "2026-11-23", 30),
        ("act4_fine", "2016-03-01", Decimal(10000)),
        ("act4_imprisonment", "2016-03-01", 2),
        ("act800_fine", "2018-01-01", Decimal(10000)),
        ("act800_imprisonment", "2018-01-01", 2),
        ("compound", "2016-03-01", Decimal(5000)),
        ("act800_compound", "2018-01-01", Decimal(5000)),
        ("compound_offer_open", "2016-03-01", 14),
        ("late_interest_rate", "2016-03-01", Decimal(6)),
        ("late_interest_minimum", "2016-03-01", Decimal(5)),
        ("wage_ceiling", "2022-08-31", Decimal(4000)),
        ("wage_ceiling", "2022-09-01", Decimal(5000)),
        ("wage_ceiling", "2024-10-01", Decimal(6000)),
        ("act800_ceiling", "2018-01-01", Decimal(4000)),
        ("act800_ceiling", "2022-09-01", Decimal(5000)),
        ("act800_ceiling", "2024-10-01", Decimal(6000)),
        ("contribution_due_day", "2024-07-01", 15),
        ("first_category_age", "2016-06-01", 60),
        ("second_category_first_contribution_age", "2013-01-01", 55),
        ("act800_minimum_age", "2018-01-01", 18),
        ("act800_maximum_age", "2018-01-01", 60),
        ("act800_first_contribution_age", "2018-01-01", 57),
        ("arrears_employee_share_months", "2018-01-01", 6),
        ("court_instalments", "2006-03-01", 6),
        ("skbbk_rate", "2028-05-31", Decimal("0.75")),
        ("skbbk_rate", "2028-06-01", Decimal(1)),
        ("skbbk_rate", "2031-06-01", Decimal("1.25")),
        ("skbbk_release_notice_by", "2026-07-01", date(2026, 8, 31)),
        ("ops_kesan_2023_from", "2023-06-05", date(2023, 7, 1)),
        ("careline", "2026-11-23", "1-300-22-8000"),
        ("perkeso_offices", "2023-06-05", 54),
        ("records_kept", "2026-11-23", 7),
        ("accident_report", "2026-11-23", 48),
        ("cessation_notice", "2026-11-23", 30),
    ],
)
def test_figures_of_the_law(id: str, day: str, amount: object) -> None:
    assert LAW.value(id, date.fromisoformat(day)).amount == amount


@pytest.mark.parametrize(
    ("id", "first_day"),
    [
        ("act4_in_force", "1993-01-01"),
        ("act800_in_force", "2018-01-01"),
        ("spouse_insured", "2018-07-01"),
        ("domestic_insured", "2021-06-01"),
        ("domestic_compulsory", "2022-06-01"),
        ("foreign_employment_injury", "2019-01-01"),
        ("foreign_invalidity", "2024-07-01"),
        ("contribution_due_at_month_end", "2006-02-01"),
        ("compound_regulations", "2006-03-01"),
        ("skbbk_in_force", "2026-06-01"),
        ("skbbk_optional_local", "2026-07-01"),
    ],
)
def test_rules_begin_on_their_first_day(id: str, first_day: str) -> None:
    day = date.fromisoformat(first_day)
    assert not LAW.in_force(id, day - DAY)
    assert LAW.in_force(id, day)
    assert LAW.value(id, day).amount == day


@pytest.mark.parametrize(
    "id", ["act4_fine", "act4_imprisonment", "act800_fine", "act800_imprisonment", "compound"]
)
def test_a_maximum_says_that_it_is_one(id: str) -> None:
    assert {value.bound for value in LAW.history(id)} == {"max"}


def test_what_is_not_verified_is_marked_so() -> None:
    undated = LAW.value("registration_period", date(2005, 6, 1))
    assert undated.note == "undated_source"
    assert LAW.value("late_interest_rate", date(2023, 6, 1)).confidence == "S"
    assert LAW.value("late_interest_minimum", date(2023, 6, 1)).note == "reports_differ"


def test_the_due_day_is_not_known_for_months_no_source_speaks_of() -> None:
    assert not LAW.in_force("contribution_due_day", date(2022, 5, 31))
    assert LAW.in_force("contribution_due_at_month_end", date(2013, 4, 30))
    assert not LAW.in_force("contribution_due_at_month_end", date(2013, 5, 1))


def test_a_whole_number_can_be_had_as_one() -> None:
    assert LAW.value("registration_period", date(2023, 6, 1)).whole == 30
    with pytest.raises(TypeError, match="act4_fine is in ringgit"):
        _ = LAW.value("act4_fine", date(2023, 6, 1)).whole


def test_what_counts_as_wages() -> None:
    counts = {id for id, item in LAW.of(WAGE_ITEMS).items() if item.on(LAW.as_at).counts}
    assert counts == {"salary", "overtime", "commission", "service_charge", "paid_leave", "allowances"}
    assert "annual_bonus" in LAW.of(WAGE_ITEMS).keys() - counts


def test_every_source_has_a_name_a_place_and_a_safe_address_and_none_is_from_after_the_last_check() -> None:
    for id, source in LAW.sources.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id)
        assert source.url.startswith("https://")
        assert source.date is None or source.date <= LAW.as_at


def test_the_day_of_the_last_check_stands_once_in_each_folder_of_law() -> None:
    """A body's folder has one, and a notice with law of its own; nowhere else is it said."""
    rules = Path(str(PERKESO.folder)).parents[1]
    said = [
        (file.relative_to(rules).as_posix(), line)
        for file in sorted(rules.rglob("*.toml"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if "law_as_at =" in line
    ]
    files = sorted(rules.rglob("parameters.toml"))
    assert [name for name, _ in said] == [file.relative_to(rules).as_posix() for file in files]
    for name, body in bodies().items():
        assert (f"law/{name}/parameters.toml", f"law_as_at = {law_of(body).as_at}") in said


def test_what_a_rule_reads_is_noted_for_one_decision_only() -> None:
    law = LAW.fresh()
    value = law.value("act4_fine", date(2023, 6, 1))
    band = law.band("act800_contributions", date(2023, 6, 1), Decimal(1000))
    assert law.in_force("skbbk_in_force", date(2023, 6, 1)) is False
    law.history("wage_ceiling")
    assert law.consulted == [value, band]
    assert law.fresh().consulted == []
    assert law.fresh() == law


def test_a_notice_adds_to_the_shared_law(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(
        '[flyer]\ndocument = "Flyer"\nplace = "back"\npublisher = "CCS"\ndate = 2026-01-01\n'
        'url = "https://example.org/"\nkind = "notice"\nconfidence = "S"\n',
        encoding="utf-8",
    )
    (tmp_path / "parameters.toml").write_text(
        "law_as_at = 2026-10-01\n[fee]\nunit = 'ringgit'\nbound = 'min'\n"
        "values = [{ from = 2026-01-01, value = 1.50, confidence = 'P', source = ['flyer', 'act4-s94'] }]\n",
        encoding="utf-8",
    )
    law = load_law([tmp_path], PERKESO, LAW)
    assert law.as_at == date(2026, 10, 1), "the older of the two checks"
    expected = Value("fee", date(2026, 1, 1), Decimal("1.50"), "ringgit", "min", ("flyer", "act4-s94"), "P")
    assert law.history("fee") == (expected,)
    assert law.sources["flyer"].place == "back"
    assert law.parameters.keys() - LAW.parameters.keys() == {"fee"}


def test_a_notice_may_have_no_law_of_its_own(tmp_path: Path) -> None:
    assert load_law([tmp_path], PERKESO, LAW) == LAW


def test_the_law_is_the_same_each_time_it_is_loaded() -> None:
    assert load_law([PERKESO.folder], PERKESO) == LAW


def test_a_table_not_known_yet_is_not_the_one_before_it() -> None:
    assert isinstance(LAW.band("skbbk_contributions", date(2028, 5, 31), Decimal(100)), Band)
    with pytest.raises(NotKnownError):
        LAW.band("skbbk_contributions", date(2028, 6, 1), Decimal(100))
