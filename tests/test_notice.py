"""Notices are found, loaded once, and leave nothing behind."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import calculator
from calculator.engine import answer as entry
from calculator.engine import notice as finder
from calculator.engine.law import Law
from calculator.engine.law_folder import has_law
from calculator.engine.notice import load, notices

TODAY = {"as_at": "2026-11-23"}


def test_there_are_two_notices() -> None:
    """Every folder with rules is a notice; the engine and the law are none."""
    assert notices() == ("amnesty", "contributions")


def test_an_unknown_notice_is_not_loaded() -> None:
    """Nothing is imported for a name that no folder has."""
    with pytest.raises(KeyError, match="engine"):
        load("engine")


def test_a_notice_is_loaded_once() -> None:
    """Reading the law takes time, so it is read once."""
    assert load("amnesty") is load("amnesty")


def test_what_is_decisive_is_optional() -> None:
    """A notice whose outcomes say it all names no decisive findings."""
    assert load("amnesty").decisive == frozenset()
    assert load("contributions").decisive < set(load("contributions").codes)


def test_the_shared_law_is_read_once() -> None:
    """Neither notice has law of its own, so both have the same; memory of a phone is dear."""
    assert load("amnesty").law is load("contributions").law


@pytest.mark.parametrize(("own", "read"), [(True, ["perkeso", "amnesty"]), (False, ["perkeso"])])
def test_law_of_its_own_joins_the_shared_one(
    monkeypatch: pytest.MonkeyPatch, *, own: bool, read: list[str]
) -> None:
    """A notice may bring a folder of the law; it comes after the shared one."""
    monkeypatch.setattr(finder, "load_law", lambda folders: folders)
    monkeypatch.setattr(finder, "has_law", lambda folder: own and folder.name == "amnesty")
    monkeypatch.setattr(finder, "_law", finder._law.__wrapped__)
    folders: Any = finder.load.__wrapped__("amnesty").law
    assert [folder.name for folder in folders] == read


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
