"""Columns of payrolls known by their names, in the page: run by Node."""

import unicodedata
from functools import cache
from typing import Any

import pytest

from tests.node import in_node
from tests.payroll.names import NAMES

KNOW = """
import { text } from "node:stream/consumers";
import { columns } from "./overrides/payroll/read/columns.js";
const { given, names } = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(given.map(([header, sample]) => columns(header, sample, names))));
"""
type Rows = list[list[str]]
# Names, first rows, and what is guessed; `several` by id
HEADERS: dict[str, tuple[list[str], Rows, dict[str, int], dict[str, list[int]]]] = {
    "ids": (
        ["worker_id", "month", "worker", "wages"],
        [],
        {"worker_id": 0, "month": 1, "worker": 2, "wages": 3},
        {},
    ),
    "Malay": (
        ["No. KP", "Bulan", "Gaji", "Umur"],
        [],
        {"worker_id": 0, "month": 1, "wages": 2, "age": 3},
        {},
    ),
    "Chinese": (
        ["身份证号码", "月份", "工资", "出生日期"],
        [],
        {"worker_id": 0, "month": 1, "wages": 2, "born_on": 3},
        {},
    ),
    "full width, case and signs": (
        ["ＩＣ　ＮＯ．", " MONTH ", "Gross-Wages"],
        [],
        {"worker_id": 0, "month": 1, "wages": 2},
        {},
    ),
    "with a unit": (["Gaji (RM)", "薪金（令吉）", "月份 (yyyy-mm)"], [], {"month": 2}, {"wages": [0, 1]}),
    "in two languages": (["Month / 月份", "Gaji\n工资", "月份 Bulan"], [], {"wages": 1}, {"month": [0, 2]}),
    "two languages that disagree": (["Month / 工资", "Age"], [], {"age": 1}, {}),
    "a word that changes it": (["Month joined", "Wages (net)", "Basic salary", "Age limit"], [], {}, {}),
    "two that could be meant": (["Staff No", "IC No", "Month"], [], {"month": 2}, {"worker_id": [0, 1]}),
    "the name of two, where the other is there": (
        ["Worker", "Status in Malaysia"],
        [],
        {"worker_id": 0, "worker": 1},
        {},
    ),
    "the name of two, where its number is there": (
        ["Worker", "Employee no"],
        [],
        {"worker": 0, "worker_id": 1},
        {},
    ),
    "the id of one, which is a name of another, too": (
        ["worker", "month"],
        [],
        {"worker": 0, "month": 1},
        {},
    ),
    "the name of two alone": (["Worker", "Month"], [], {"month": 1}, {"worker_id": [0], "worker": [0]}),
    "months without a year": (["Month", "Wages"], [["3", "1,000"], ["12", "900"]], {"wages": 1}, {}),
    "months with one": (["Month", "Wages"], [["03/2021", "x"], ["", "RM1"]], {"month": 0, "wages": 1}, {}),
    "wages in words": (["Month", "Wages"], [["2021年3月", "see below"]], {"month": 0}, {}),
    "an age that is a year": (["Age"], [["1980"]], {}, {}),
}


@cache
def known() -> dict[str, dict[str, Any]]:
    given = [[header, sample] for header, sample, *_ in HEADERS.values()]
    return dict(zip(HEADERS, in_node(KNOW, {"given": given, "names": NAMES}), strict=True))


@pytest.mark.parametrize("name", HEADERS)
def test_columns_are_known_by_their_names_and_never_guessed_where_two_are_meant(name: str) -> None:
    header, _, guess, several = HEADERS[name]
    unknown = [place for place in range(len(header)) if place not in guess.values()]
    assert known()[name] == {"guess": guess, "several": several, "unknown": unknown}


def plain(name: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKC", name).lower() if each.isalnum())


def test_each_name_stands_once_and_means_one_column_but_one() -> None:
    names = [(plain(name), id) for id, all_names in NAMES["columns"].items() for name in all_names]
    assert sorted({each for each in names if names.count(each) > 1}) == []
    meant: dict[str, set[str]] = {}
    for name, id in names:
        meant.setdefault(name, set()).add(id)
    assert {name for name, ids in meant.items() if len(ids) > 1} == {"worker"}
