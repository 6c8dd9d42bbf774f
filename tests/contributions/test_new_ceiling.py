"""A new ceiling whose table has not been seen: no amount from the old table, and the month before as ever."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from calculator.engine import answer as entry
from calculator.engine.asking.found import load
from calculator.engine.law import LawFileError, load_law
from calculator.law.perkeso import PERKESO
from tests.cases import ask

CEILINGS = ("wage_ceiling", "act800_ceiling")
TABLES = ("act4_contributions", "act800_contributions")
CEILING = '  { from = 2027-01-01, value = 7000, source = "act4-s6", confidence = "P" },\n'
END = 'ends = [ { from = 2027-01-01, unknown = true, source = "act4-s6", confidence = "P" } ]\n'
SKBBK_END = "ends = [\n"


def law_folder(into: Path, *, ended: bool) -> Path:
    """The law with ceilings of RM7,000 from January 2027 and, where it is said, the end of the tables."""
    folder = into / "law"
    shutil.copytree(str(PERKESO.folder), folder, ignore=shutil.ignore_patterns("__pycache__"))
    parameters, tables = folder / "parameters.toml", folder / "tables.toml"
    text = parameters.read_text(encoding="utf-8")
    for id in CEILINGS:
        before, rows, after = text.partition(f'[{id}]\nunit = "ringgit"\nvalues = [\n')
        mine, end, rest = after.partition("]\n\n")
        text = before + rows + mine + CEILING + end + rest
    parameters.write_text(text, encoding="utf-8")
    if ended:
        text = tables.read_text(encoding="utf-8")
        for id in TABLES:
            text = text.replace(f"[{id}]\n", f"[{id}]\n{END}")
        row = END.removeprefix("ends = [ ").removesuffix(" ]\n")
        text = text.replace(SKBBK_END, f"{SKBBK_END}  {row},\n")
        tables.write_text(text, encoding="utf-8")
    return folder


def answered(month: str) -> Mapping[str, Any]:
    """The answer for wages of RM8,000 in a month."""
    facts = {"month": month, "worker": "citizen", "role": "ordinary", "age": 30, "wages": "8000"}
    facts["lindung24"] = "opted_out"
    return ask(json.dumps({"notice": "contributions", "lang": "en", "facts": facts}))


@pytest.fixture
def law_of_2027(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer from the law with the new ceilings and the end of the old tables."""
    notice = replace(load("contributions"), law=load_law([law_folder(tmp_path, ended=True)], PERKESO))
    monkeypatch.setattr(entry, "load", lambda _: notice)


def test_the_law_does_not_load_with_a_table_left_behind(tmp_path: Path) -> None:
    """Three tables follow the two ceilings."""
    with pytest.raises(LawFileError) as error:
        load_law([law_folder(tmp_path, ended=False)], PERKESO)
    named = [problem.split("changes here, but ")[1].split()[0] for problem in error.value.problems]
    assert sorted(named) == [*TABLES, "skbbk_contributions"]


@pytest.mark.usefixtures("law_of_2027")
def test_a_month_under_a_table_not_seen_cannot_be_decided() -> None:
    response = answered("2027-01")
    assert response["outcome"] == "cannot_be_decided"
    figures = [figure for finding in response["findings"] for figure in finding["figures"]]
    assert not [id for id in figures if id.startswith(("act4_", "act800_", "employ"))]


@pytest.mark.usefixtures("law_of_2027")
def test_the_month_before_it_is_answered_as_ever() -> None:
    response = answered("2026-12")
    assert response["outcome"] == "contributions_due"
    figures = {
        id: figure["value"] for finding in response["findings"] for id, figure in finding["figures"].items()
    }
    assert (figures["act4_employer"], figures["act800_employer"]) == ("104.15", "11.90")
