"""A programme's days, and what it offers to take away: what agrees is read, what disagrees is refused."""

from datetime import date
from pathlib import Path

import pytest

from calculator.engine.law import Law
from calculator.law.perkeso import PROGRAMMES
from tests import law_writing
from tests.law_writing import ROW, figure, parameters, problems, write


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


IN_FORCE = (
    figure("late_interest_rate", "2023-05-02 6", unit="percent_per_year"),
    figure("compound", "2020-01-01 5000", "2023-06-30 repealed = true"),
    figure("act4_fine", "2023-05-03 10000", "2023-06-01 unknown = true"),
)


def programme(more: str, *offers: str) -> str:
    """A programme from 2 May to 30 June 2023."""
    made = "".join(
        f'  {{ of = "{of}", audience = "{audience}", relief = "waived", reports = "agree", {ROW} }},\n'
        for of, audience in (offer.split() for offer in offers)
    )
    return (
        f"[may]\nfirst_day = 2023-05-02\nlast_day = 2023-06-30\n{more}"
        'audiences = ["unregistered", "arrears"]\n'
        f'condition = "none_found"\nsource = "the-star"\nconfidence = "S"\noffers = [\n{made}]\n'
    )


def read(more: str, *offers: str) -> Law:
    """The law with this programme."""
    return law_writing.read(write(parameters=parameters(*IN_FORCE), programmes=programme(more, *offers)))


@pytest.mark.parametrize("day", ["2023-05-02", "2023-05-31", "2023-06-30"])
def test_an_announced_end_is_a_day_of_the_period(day: str) -> None:
    """The first and the last day are days of it."""
    (found,) = read(f"announced_last_day = {day}\n").of(PROGRAMMES).values()
    assert found.announced_last_day == date.fromisoformat(day)


@pytest.mark.parametrize("day", ["2023-05-01", "2023-07-01"])
def test_an_announced_end_outside_the_period_is_refused(day: str) -> None:
    """It would not have been put off."""
    folder = write(parameters=parameters(), programmes=programme(f"announced_last_day = {day}\n"))
    (found,) = problems(folder)
    assert found.startswith(f"law/programmes.toml:4: the end first announced, {day}, is not between ")


@pytest.mark.parametrize(
    "days",
    [
        "2023-05-01",
        "2023-07-01",
        "2023-05-02",
        "2023-05-20",
        "2023-06-30",
        "2023-04-30, 2023-05-01",
        "2023-07-02, 2023-07-01",
        "2023-05-01, 2023-05-02, 2023-06-30, 2023-07-01",
    ],
)
def test_a_disputed_day_is_in_the_period_or_reaches_it(days: str) -> None:
    """Next to it, or next to a disputed day that does."""
    (found,) = read(f"disputed_days = [{days}]\n").of(PROGRAMMES).values()
    assert found.disputed_days == tuple(map(date.fromisoformat, days.split(", ")))


@pytest.mark.parametrize(
    ("days", "apart"),
    [
        ("2023-04-30", ["2023-04-30"]),
        ("2023-07-02", ["2023-07-02"]),
        ("2023-04-29, 2023-05-01", ["2023-04-29"]),
        ("2022-05-01, 2022-05-02", ["2022-05-01", "2022-05-02"]),
    ],
)
def test_a_disputed_day_apart_from_the_period_is_refused(days: str, apart: list[str]) -> None:
    """A day of another year was a slip of the hand."""
    folder = write(parameters=parameters(), programmes=programme(f"disputed_days = [{days}]\n"))
    said = [problem.split(" is apart")[0] for problem in problems(folder)]
    assert said == [f"law/programmes.toml:4: the disputed day {day}" for day in apart]


def test_an_offer_is_about_something_in_force() -> None:
    """The interest began on the first day."""
    (found,) = read("", "interest unregistered", "interest arrears").of(PROGRAMMES).values()
    assert [offer.of for offer in found.offers] == ["interest", "interest"]


def test_an_offer_about_something_not_in_force_is_refused() -> None:
    """The compound had ended on the last day; the fine began after the first and was unknown on the last."""
    offers = ("compound unregistered", "interest arrears", "compound arrears", "prosecution arrears")
    found = problems(write(parameters=parameters(*IN_FORCE), programmes=programme("", *offers)))
    assert [problem.split(";")[0] for problem in found] == [
        f"law/programmes.toml:{line}: {id} is not in force on {day}"
        for line, id, day in (
            (9, "compound", "2023-06-30"),
            (11, "compound", "2023-06-30"),
            (12, "act4_fine", "2023-05-02"),
            (12, "act4_fine", "2023-06-30"),
        )
    ]


def test_a_programme_of_one_day_is_looked_at_once() -> None:
    """Its first day is its last."""
    text = programme("", "compound unregistered").replace("first_day = 2023-05-02", "first_day = 2023-06-30")
    assert len(problems(write(parameters=parameters(*IN_FORCE), programmes=text))) == 1


def test_an_offer_needs_the_figure_it_is_about() -> None:
    """No law of interest, nothing to waive."""
    text = programme("", "interest unregistered")
    assert problems(write(parameters=parameters(), programmes=text)) == [
        'law/programmes.toml:9: no parameter "late_interest_rate"; add it to parameters.toml'
    ]
