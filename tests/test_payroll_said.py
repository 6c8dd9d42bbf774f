"""What is said of the columns of a payroll file: the sentences by their codes, made in Node."""

import pytest

from tests.node import in_node

SAID = """
import { text } from "node:stream/consumers";
import { ofColumns } from "./overrides/payroll/file/said.js";
const { rows, used } = JSON.parse(await text(process.stdin));
const problems = {
  bare_numbers: "bare {first}",
  examples: "like {workers}",
  no_worker_id: "no column",
  no_worker: "{count} rows",
};
console.log(JSON.stringify(ofColumns({ rows }, used, { file: { problems } })));
"""
WITH_WORKER = ["month", "worker_id", "wages"]


def said(cells: list[list[str]], columns: list[str], bare: str = "") -> list[str]:
    rows = [{"number": at, "cells": each} for at, each in enumerate(cells, 2)]
    # too many cells: it is refused, and none of them is known to be the worker
    rows.append({"number": 99, "cells": ["2023-03"], "refused": "longer_row"})
    examples = [["Aminah", "Bibi"], ["阿米娜"]]
    used = {"columns": columns, "places": list(range(len(columns))), "bare": bare, "examples": examples}
    found: list[str] = in_node(SAID, {"rows": rows, "used": used})
    return found


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([["2023-03", "A", "1"], ["2023-03", "B", "1"]], []),
        ([["2023-03", "", "1"], ["2023-03", " ", "1"], ["2023-03", "B", "1"]], ["2 rows"]),
        ([["2023-03", "A", "1"], ["", "", " "], []], []),
        ([["2023-03"]], ["1 rows"]),
    ],
)
def test_rows_that_name_no_worker_are_counted(cells: list[list[str]], expected: list[str]) -> None:
    assert said(cells, WITH_WORKER) == expected


def test_without_a_column_for_the_worker_this_is_said_once() -> None:
    assert said([["2023-03", "1"], ["2023-03", "1"]], ["month", "wages"]) == ["no column"]
    assert said([["45352", "1"]], ["month", "wages"], bare="45352") == ["bare 45352", "no column"]


@pytest.mark.parametrize(
    ("workers", "expected"),
    [
        (["Aminah", "W1", " Bibi ", "Aminah"], ["like Aminah · Bibi"]),
        (["阿米娜", "Aminah", ""], ["like 阿米娜", "1 rows"]),
        # whoever is called like one of them is no example
        (["Aminah", "W1"], []),
    ],
)
def test_the_examples_of_a_file_to_fill_in_are_named(workers: list[str], expected: list[str]) -> None:
    assert said([["2023-03", worker, "1"] for worker in workers], WITH_WORKER) == expected
