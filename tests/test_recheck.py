"""What `make recheck` lists of a small law, and that it reads the real one."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from calculator.engine.law import LawFileError
from tests.tools import recheck
from tests.tools.looked_at import a_year_before, listed

ROOT = Path(__file__).parents[1]
PROJECT = Path(__file__).parent / "recheck"
LAW = "calculator/law/perkeso"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small law and a page, worked in as `make` does."""
    shutil.copytree(PROJECT, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def groups(lines: Iterator[str]) -> dict[str, list[str]]:
    """The lines below each heading, by the first words of the heading."""
    found: dict[str, list[str]] = {}
    for part in "\n".join(lines).split("\n\n")[2:]:
        heading, *listed = part.split("\n")
        found[heading.split(":")[0].split(" (")[0]] = [line.removeprefix(f"  {LAW}/") for line in listed]
    return found


def test_everything_that_may_have_changed_is_listed_with_its_line(project: Path) -> None:
    assert groups(recheck.main("2026-11-25", project)) == {
        "Sources older than a year that carry a figure in force": [
            "sources.toml:1: old, of 2020-02-29: compound, limit"
        ],
        "Sources without a date": ["sources.toml:9: undated: late_interest_rate; https://example.com/page"],
        "Figures in force not seen in a primary text": [
            "parameters.toml:20: late_interest_rate, marked S: undated"
        ],
        "Begins after 2026-11-23, by 2026-11-25": ["parameters.toml:14: limit: a value from 2026-11-25"],
        "Known to begin after 2026-11-25": ["parameters.toml:15: limit: unknown from 2028-01-01"],
        "Repealed or not known": ["parameters.toml:15: limit: unknown from 2028-01-01"],
        "Programmes": [
            "programmes.toml:1: month: ended on 2026-10-31",
            "programmes.toml:1: month: disputed: 2026-09-30",
            "programmes.toml:10: month, interest of unregistered: the reports differ",
            "programmes.toml:11: month, compound of unregistered: one report, undated",
        ],
        "Figures that pages pin to a day": [
            '  docs/page.en.md:2: compound, was="2010-01-01": another value from 2020-01-01',
            '  docs/page.en.md:5: compound, on="2020-01-01": no later value by then',
            '  docs/page.en.md:5: limit, on="2026-11-24": another value from 2026-11-25',
        ],
        "Pages with a day of their own": ["  docs/page.en.md:3: as_at: 2024-01-01"],
    }  # fmt: skip


def test_the_one_place_of_the_day_and_the_steps_come_first(project: Path) -> None:
    first, *steps = list(recheck.main("2026-11-25", project))[:6]
    assert first == "The law was last checked on 2026-11-23. Before it is said to be checked on 2026-11-25:"
    assert f"law_as_at to 2026-11-25 in {LAW}/parameters.toml:1 (2026-11-23)." in steps[1]
    assert "make affected" in steps[2]
    assert "updated:" in steps[3]
    assert "CHANGELOG.md" in steps[4]


def test_without_a_day_it_is_that_of_the_last_check(project: Path) -> None:
    """What begins two days later is still to come, and the row before it is still in force."""
    found = groups(recheck.main("", project))
    assert "parameters.toml:14: limit: a value from 2026-11-25" in found["Known to begin after 2026-11-23"]
    assert found["Figures in force with a note"] == ["parameters.toml:13: limit: undated_source"]
    assert not [heading for heading in found if heading.startswith("Begins after")]


def test_printed_tables_are_listed_by_day_and_mark(project: Path) -> None:
    """A table of a hundred rows is one line, at its first row."""
    (project / LAW / "tables.toml").write_text('[t]\nfile = "t.csv"\namounts = ["pay"]\n', encoding="utf-8")
    (project / LAW / "t.csv").write_text(
        "from,wage_over,wage_up_to,pay,source,confidence\n"
        "2010-01-01,0,,1,undated,S\n2020-01-01,0,30,1,undated,S\n2020-01-01,30,,2,undated old,S\n",
        encoding="utf-8",
    )
    found = groups(recheck.main("", project))["Figures in force not seen in a primary text"]
    assert "t.csv:3: t, marked S (2 rows): old, undated" in found
    assert len([line for line in found if line.startswith("t.csv")]) == 1


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("25.11.2026", '"25.11.2026" is not a day; write make recheck DAY=2026-11-25'),
        ("2026-11-22", "2026-11-22 is before the last check, 2026-11-23; write that day or a later one"),
    ],
)
def test_a_day_that_cannot_be_meant_is_one_sentence(project: Path, day: str, message: str) -> None:
    with pytest.raises(recheck.RecheckError, match=f"^{message}$"):
        list(recheck.main(day, project))


def test_faulty_law_is_named_as_elsewhere(project: Path) -> None:
    (project / LAW / "sources.toml").write_text("", encoding="utf-8")
    with pytest.raises(LawFileError, match='no source "past"'):
        list(recheck.main("", project))


@pytest.mark.parametrize(
    ("old", "expected"),
    [("2025-11-25", False), ("2025-11-24", True), ("2024-02-29", True), ("2026-02-28", False)],
)
def test_a_year_is_over_the_day_after_its_anniversary(old: str, *, expected: bool) -> None:
    assert a_year_before(date.fromisoformat(old), date(2026, 11, 25)) is expected


def test_long_lists_are_cut() -> None:
    assert listed("abcd") == "a, b, c, d"
    assert listed("abcdef") == "a, b, c, d and 2 more"


def test_the_real_law_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line that it lists is there, seen from the project's folder, where `make` runs."""
    monkeypatch.chdir(ROOT)
    for lines in groups(recheck.main("2030-01-01")).values():
        for line in lines:
            name, number, _ = line.strip().split(":", 2)
            path = ROOT / name if name.startswith(("docs", "calculator")) else ROOT / LAW / name
            assert 0 < int(number) <= len(path.read_text(encoding="utf-8").splitlines())
