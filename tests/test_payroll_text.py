"""Payroll files with separators, and pasted texts, as the page reads them."""

from functools import cache

import pytest

from tests.payroll.reading import Places, Read, asked, cells, codes, read, read_all

type Chosen = dict[str, object]
TABLE = "No,月份,Gaji\nA17,2021-03,1\n"
TEXTS: dict[str, tuple[str, Chosen, str, list[list[str]], Places]] = {
    "comma": (TABLE, {}, ",", [["A17", "2021-03", "1"]], {}),
    "semicolon": ("No;月份;Gaji\nA17;2021-03;1,5\n", {}, ";", [["A17", "2021-03", "1,5"]], {}),
    "tab": ("No\t月份\tGaji\nA17\t2021-03\t1,250.00\n", {}, "\t", [["A17", "2021-03", "1,250.00"]], {}),
    "bar": ("No|月份|Gaji\nA17|2021-03|1\n", {}, "|", [["A17", "2021-03", "1"]], {}),
    "chosen": ("No;月份;Gaji\nA17;2021-03;1\n", {"separator": ";"}, ";", [["A17", "2021-03", "1"]], {}),
    "said as Excel does": ("sep=;\nNo;月份;Gaji\nA;2021-03;1", {}, ";", [["A", "2021-03", "1"]], {}),
    "quotes": (
        'No,月份,Gaji\n"A ""1""",2021-03,"1,250.00"\n',
        {},
        ",",
        [['A "1"', "2021-03", "1,250.00"]],
        {},
    ),
    "two lines in a cell": (
        'No,月份,Gaji\r\n"A\r\n1",2021-03,1\r\n',
        {},
        ",",
        [["A\n1", "2021-03", "1"]],
        {},
    ),
    "ends of lines of every kind": (
        "No,月份,Gaji\r\nA,2021-03,1\nB,2021-03,2\rC,2021-03,3",
        {},
        ",",
        [["A", "2021-03", "1"], ["B", "2021-03", "2"], ["C", "2021-03", "3"]],
        {},
    ),
    "a separator in an amount": (
        "No,月份,Gaji\nA,2021-03,1,250.00\nB,2021-03,2\n",
        {},
        ",",
        [["A", "2021-03", "1", "250.00"], ["B", "2021-03", "2"]],
        {"longer_rows": [(2, 4)]},
    ),
    "separators at the end": ("No,月份,Gaji\nA,2021-03,1,,\n", {}, ",", [["A", "2021-03", "1"]], {}),
    "a short row": (
        "No,月份,Gaji\nA,2021-03\n",
        {},
        ",",
        [["A", "2021-03", ""]],
        {"shorter_rows": [(2, None)]},
    ),
    "a title above": (
        "Syarikat ABC\n\nNo,月份,Gaji\nA,2021-03,1\n",
        {},
        ",",
        [["A", "2021-03", "1"]],
        {"rows_above_header": [(1, None)]},
    ),
    "no names": (
        "A,2021-03,1\nB,2021-04,2\n",
        {},
        ",",
        [["A", "2021-03", "1"], ["B", "2021-04", "2"]],
        {"no_header": []},
    ),
    "names that are none, by choice": (
        "No,月份,Gaji\nA,2021-03,1\n",
        {"header": False},
        ",",
        [["No", "月份", "Gaji"], ["A", "2021-03", "1"]],
        {"no_header": []},
    ),
    "names of nobody": ("Alpha,Beta\nx,1\n", {}, ",", [["x", "1"]], {}),
}


@cache
def texts() -> dict[str, Read]:
    results = read_all([asked(text, **chosen) for text, chosen, *_ in TEXTS.values()])
    return dict(zip(TEXTS, results, strict=True))


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_read_with_its_separators(name: str) -> None:
    _, _, separator, rows, problems = TEXTS[name]
    result = texts()[name]
    assert (result["kind"], result["encoding"], result["epoch"]) == ("csv", None, None)
    assert (result["separator"]["used"], cells(result), codes(result)) == (separator, rows, problems)


def test_a_row_of_which_the_cells_have_moved_is_refused() -> None:
    longer, other = texts()["a separator in an amount"]["rows"]
    assert (longer["refused"], "refused" in other) == ("longer_row", False)


def test_rows_come_in_pieces_with_their_numbers_and_without_the_empty_ones() -> None:
    lines = [f"A{number},2021-03,{number}" if number % 7 else "" for number in range(1200)]
    result = read("No,月份,Gaji\n" + "\n".join(lines))
    expected = [(number + 2, line) for number, line in enumerate(lines) if line]
    assert [(row["number"], ",".join(row["cells"])) for row in result["rows"]] == expected
    assert max(result["sizes"]) == 500
