"""Notices are found, loaded once, share what law they share, and leave nothing behind."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import calculator
from calculator.engine import answer as entry
from calculator.engine.asking.found import law_of, load, look_in, notices
from calculator.engine.law import Law
from calculator.engine.law.reading.folder import has_law
from calculator.law.perkeso import PERKESO

ROOT = Path(__file__).parents[1]
TODAY = {"as_at": "2026-11-23"}


def test_every_folder_with_rules_is_a_notice() -> None:
    """The engine and the law are none."""
    folders = {file.parent.name for file in (ROOT / "calculator").glob("*/rules.py")}
    assert set(notices()) == folders
    assert not folders & {"engine", "law"}


def test_an_unknown_notice_is_not_loaded() -> None:
    """Nothing is imported for a name that no folder has."""
    with pytest.raises(KeyError, match="engine"):
        load("engine")


def imported(file: Path) -> Iterator[str]:
    """Every module that a file imports, by its full name."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("notice", notices())
def test_a_notice_is_loaded_by_its_name_and_imported_by_nobody(notice: str) -> None:
    """No other notice, no law, no engine and no hook may rest on it, so that it can go as it came."""
    package, own = f"calculator.{notice}", ROOT / "calculator" / notice
    files = [file for part in ("calculator", "overrides") for file in (ROOT / part).rglob("*.py")]
    wrong = [
        str(file.relative_to(ROOT))
        for file in files
        if own not in file.parents
        and any(name == package or name.startswith(f"{package}.") for name in imported(file))
    ]
    assert wrong == []


def test_no_tool_or_setting_names_a_notice() -> None:
    """A new one is its three folders and nothing else; the benchmark alone says which page it measures."""
    files = [*(ROOT / "overrides").rglob("*.py"), *(ROOT / "calculator" / "engine").rglob("*.py")]
    for file in files:
        texts = {
            node.value
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        assert file.is_relative_to(ROOT / "overrides" / "bench") or not texts & set(notices()), file
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert not [id for id in notices() if f"calculator.{id}" in settings or f"calculator/{id}" in settings]


def test_the_engine_names_no_body_of_law() -> None:
    """What PERKESO alone has is registered by its own package."""
    for file in (ROOT / "calculator" / "engine").rglob("*.py"):
        assert not [name for name in imported(file) if name.startswith("calculator.law")], file
        assert "perkeso" not in file.read_text(encoding="utf-8").lower(), file


def test_a_notice_is_loaded_once() -> None:
    """Reading the law takes time, so it is read once."""
    assert load("amnesty") is load("amnesty")


def test_what_is_decisive_is_optional() -> None:
    """A notice whose outcomes say it all names no decisive findings."""
    assert load("amnesty").notice.decisive == frozenset()
    assert load("contributions").notice.decisive < set(load("contributions").codes)


def test_the_shared_law_is_read_once() -> None:
    """Neither notice has law of its own, so both have the same; memory of a phone is dear."""
    assert load("amnesty").law is load("contributions").law is law_of(PERKESO)


@pytest.mark.parametrize("name", ["parameters", "sources", "programmes", "tables", "wage_items"])
def test_any_file_of_the_law_makes_a_folder_of_the_law(name: str, tmp_path: Path) -> None:
    """Samples and rules are no law."""
    (tmp_path / "samples.toml").touch()
    assert not has_law(tmp_path)
    (tmp_path / f"{name}.toml").touch()
    assert has_law(tmp_path)


def test_each_decision_consults_the_law_anew() -> None:
    """One reader's answer leaves nothing behind for the next."""
    notice = load("amnesty")
    before = list(notice.law.consulted)
    first, second = (
        notice.decision({**TODAY, "employs": "nobody", "employed_before": "no"}) for _ in range(2)
    )
    assert first == second
    assert before == notice.law.consulted == []
    assert isinstance(notice.law, Law)
    assert entry.answer is calculator.answer


@pytest.mark.parametrize(
    ("checked_on", "warned"),
    [(date(2026, 10, 31), True), (date(2026, 11, 1), False)],
)
def test_a_month_that_began_after_the_last_check_comes_with_a_warning(
    checked_on: date, *, warned: bool
) -> None:
    """The law of a month is that of its first day, so a check on that day has seen it."""
    notice = load("contributions")
    checked = replace(notice, law=replace(notice.law, as_at=checked_on))
    findings = checked.decision({"month": "2026-11", "role": "public_service"}).findings
    assert ("after_last_check" in {finding.code for finding in findings}) is warned


def test_a_package_can_be_looked_in_and_left_again() -> None:
    """What was looked in before is given back, and nothing of the other package stays."""
    before = look_in("calculator", "tests.fixture")
    try:
        assert before == ("calculator",)
        assert "every_kind" in notices()
        assert "amnesty" in notices()
    finally:
        assert look_in(*before) == ("calculator", "tests.fixture")
    assert "every_kind" not in notices()
