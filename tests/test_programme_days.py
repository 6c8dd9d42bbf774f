"""The days that a programme may name, and what must have been in force for it to take away."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from calculator.engine.law import LawFileError, load_law
from calculator.law.perkeso import PERKESO

BASE = Path(__file__).parent / "broken" / "law" / "base"
ROW = 'audience = "unregistered", relief = "waived", reports = "agree", source = "the-star", confidence = "S"'


def told(folder: Path, more: str) -> list[str]:
    """What the author of a programme of May 2023 is told of these further keys."""
    shutil.copytree(BASE, folder / "law")
    text = (
        "[may]\nfirst_day = 2023-05-02\nlast_day = 2023-05-31\naudiences = ['unregistered']\n"
        f'condition = "none_found"\nsource = "the-star"\nconfidence = "S"\n{more}\n'
    )
    (folder / "law" / "programmes.toml").write_text(text, encoding="utf-8")
    try:
        load_law([folder / "law"], PERKESO)
    except LawFileError as error:
        return [problem.partition("programmes.toml:")[2] for problem in error.problems]
    return []


@pytest.mark.parametrize("day", ["2023-05-02", "2023-05-31"])
def test_the_end_first_announced_may_be_the_first_or_the_last_day(tmp_path: Path, day: str) -> None:
    assert told(tmp_path, f"announced_last_day = {day}") == []


@pytest.mark.parametrize("day", ["2023-05-01", "2023-06-01"])
def test_the_end_first_announced_is_no_other_day(tmp_path: Path, day: str) -> None:
    (problem,) = told(tmp_path, f"announced_last_day = {day}")
    assert problem.startswith(f"8: the end first announced, {day}, is not between 2023-05-02 and 2023-05-31")


@pytest.mark.parametrize(
    "days",
    [
        "2023-05-02",
        "2023-05-31",
        "2023-05-15",
        "2023-05-01",
        "2023-06-01",
        "2023-04-30, 2023-05-01",
        "2023-06-01, 2023-06-02",
    ],
)
def test_disputed_days_are_in_the_period_or_next_to_it(tmp_path: Path, days: str) -> None:
    assert told(tmp_path, f"disputed_days = [{days}]") == []


@pytest.mark.parametrize(("days", "apart"), [("2023-04-30", "2023-04-30"), ("2023-06-02", "2023-06-02")])
def test_a_disputed_day_apart_from_the_period_is_refused(tmp_path: Path, days: str, apart: str) -> None:
    (problem,) = told(tmp_path, f"disputed_days = [{days}]")
    assert problem.startswith(f"8: the disputed day {apart} is apart from the period")


def offers(*subjects: str) -> Iterator[str]:
    yield "offers = ["
    yield from (f'  {{ of = "{subject}", {ROW} }},' for subject in subjects)
    yield "]"


def test_each_offer_is_reported_on_its_own_line(tmp_path: Path) -> None:
    """The fine of these files begins in 2024: two offers about prosecution, each on both days."""
    problems = told(tmp_path, "\n".join(offers("interest", "prosecution", "compound", "prosecution")))
    said = "act4_fine is not in force on"
    assert [problem[: len(f"10: {said}") + 11].strip() for problem in problems] == [
        f"{line}: {said} {day}" for line in (10, 12) for day in ("2023-05-02", "2023-05-31")
    ]


def test_an_offer_about_a_figure_that_is_not_there_is_reported_on_its_line(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "elsewhere")
    path = tmp_path / "elsewhere" / "parameters.toml"
    text = path.read_text(encoding="utf-8").replace("[compound]", "[composition]")
    path.write_text(text, encoding="utf-8")
    (tmp_path / "elsewhere" / "programmes.toml").write_text(
        "[may]\nfirst_day = 2023-05-02\nlast_day = 2023-05-31\naudiences = ['unregistered']\n"
        'condition = "none_found"\nsource = "the-star"\nconfidence = "S"\n' + "\n".join(offers("compound")),
        encoding="utf-8",
    )
    with pytest.raises(LawFileError, match=r'programmes\.toml:9: no parameter "compound"'):
        load_law([tmp_path / "elsewhere"], PERKESO)
