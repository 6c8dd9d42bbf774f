"""A table and the figures it follows: what agrees is read, what disagrees is refused."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from calculator.engine.law import Body, LawFileError, NotKnownError, load_law
from tests.law_writing import ends, figure, parameters, problems, read, rows, write

BANDS = '[bands]\nfile = "rows.csv"\namounts = ["employer"]\n'


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def left_behind(line: int, id: str, since: str, day: str) -> str:
    """The message at the row of a figure that changes without its table."""
    return (
        f"law/parameters.toml:{line}: {id} changes here, but bands still has its rows of {since}; "
        f"add its rows from {day}, or in tables.toml ends = [{{ from = {day}, unknown = true, … }}]"
    )


CEILING = BANDS + 'ceiling = "ceiling"\n'
RATE = BANDS + 'changes_with = ["other", "rate"]\n'
OTHER = figure("other", "2018-01-01 3", unit="percent")


@pytest.mark.parametrize(
    ("entries", "table", "more"),
    [
        (["2020-01-01 30", "2025-01-01 50"], ["2020-01-01 30", "2025-01-01 50"], ""),
        (["2020-01-01 30", "2025-01-01 50"], ["2020-01-01 30"], ends("2025-01-01, unknown")),
        (["2020-01-01 30", "2025-01-01 50"], ["2020-01-01 30"], ends("2024-06-01, repealed")),
        (["2020-01-01 30", "2025-01-01 30"], ["2020-01-01 30"], ""),
        (["2020-01-01 30"], ["2020-01-01 30", "2025-01-01 30"], ""),
        (["2020-01-01 30"], ["2018-01-01 30"], ""),
        (["2020-01-01 20", "2022-01-01 30"], ["2022-01-01 30"], ""),
        (["2020-01-01 30", "2025-01-01 unknown = true"], ["2020-01-01 30", "2025-01-01 50"], ""),
        (["2020-01-01 30", "2025-01-01 unknown = true"], ["2026-01-01 50"], ""),
        (["2020-01-01 30", "2025-01-01 repealed = true"], ["2020-01-01 30"], ends("2025-01-01, repealed")),
    ],
)
def test_a_table_that_follows_its_ceiling_is_read(entries: list[str], table: list[str], more: str) -> None:
    """New rows, an end, or no change at all; before the first ceiling and after a gap nothing is compared."""
    folder = write(
        parameters=parameters(figure("ceiling", *entries)), tables=CEILING + more, rows=rows(*table)
    )
    assert read(folder).tables["bands"].days


@pytest.mark.parametrize(
    ("entries", "table", "expected"),
    [
        (["2020-01-01 30", "2025-01-01 50"], ["2020-01-01 30"], [(7, "2020-01-01", "2025-01-01")]),
        (["2020-01-01 30", "2025-01-01 50"], ["2019-01-01 30"], [(7, "2019-01-01", "2025-01-01")]),
        (["2020-01-01 20"], ["2019-01-01 30"], [(6, "2019-01-01", "2020-01-01")]),
        (
            ["2020-01-01 30", "2025-01-01 repealed = true"],
            ["2020-01-01 30"],
            [(7, "2020-01-01", "2025-01-01")],
        ),
        (
            ["2020-01-01 30", "2025-01-01 50", "2026-01-01 60"],
            ["2020-01-01 30"],
            [(7, "2020-01-01", "2025-01-01"), (8, "2020-01-01", "2026-01-01")],
        ),
    ],
)
def test_a_ceiling_that_leaves_its_table_behind_is_refused(
    entries: list[str], table: list[str], expected: list[tuple[int, str, str]]
) -> None:
    """At the row of the ceiling, once for each day."""
    folder = write(parameters=parameters(figure("ceiling", *entries)), tables=CEILING, rows=rows(*table))
    assert problems(folder) == [left_behind(line, "ceiling", since, day) for line, since, day in expected]


def test_rows_that_end_at_another_ceiling_are_refused_in_the_table() -> None:
    """At the last row of the edition at fault, whether the ceiling changed that day or not."""
    entries = ["2018-01-01 30", "2025-01-01 50"]
    folder = write(
        parameters=parameters(figure("ceiling", *entries)),
        tables=CEILING,
        rows=rows("2020-01-01 20", "2022-01-01 30", "2025-01-01 60", "2026-01-01 50"),
    )
    what = "add the missing rows, or mend the figure that is wrong"
    assert problems(folder) == [
        f"law/rows.csv:3: the last row is for wages over 20, but ceiling is 30 on 2020-01-01; {what}",
        f"law/rows.csv:7: the last row is for wages over 60, but ceiling is 50 on 2025-01-01; {what}",
    ]


@pytest.mark.parametrize(
    ("entries", "table", "more"),
    [
        (["2018-01-01 1", "2025-01-01 1"], ["2020-01-01 30"], ""),
        (["2018-01-01 1", "2019-01-01 2"], ["2020-01-01 30"], ""),
        (["2025-01-01 1"], ["2020-01-01 30"], ""),
        (["2018-01-01 1", "2025-01-01 2"], ["2020-01-01 30", "2025-01-01 30"], ""),
        (["2018-01-01 1", "2025-01-01 2"], ["2020-01-01 30"], ends("2025-01-01, unknown")),
        (["2018-01-01 1", "2025-01-01 2", "2026-01-01 3"], ["2020-01-01 30"], ends("2025-01-01, unknown")),
    ],
)
def test_a_table_that_follows_its_rate_is_read(entries: list[str], table: list[str], more: str) -> None:
    """A better source is no change, and nothing is left behind where the table has no rows."""
    figures = parameters(figure("rate", *entries, unit="percent"), OTHER)
    assert read(write(parameters=figures, tables=RATE + more, rows=rows(*table))).tables["bands"].days


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (["2018-01-01 1", "2025-01-01 2"], [(7, "2025-01-01")]),
        (["2018-01-01 1", "2025-01-01 unknown = true"], [(7, "2025-01-01")]),
        (["2018-01-01 unknown = true", "2025-01-01 1"], [(7, "2025-01-01")]),
        (["2018-01-01 1", "2025-01-01 1", "2026-01-01 repealed = true"], [(8, "2026-01-01")]),
        (["2018-01-01 1", "2025-01-01 2", "2026-01-01 1"], [(7, "2025-01-01"), (8, "2026-01-01")]),
    ],
)
def test_a_rate_that_leaves_its_table_behind_is_refused(
    entries: list[str], expected: list[tuple[int, str]]
) -> None:
    """At the row of the rate, on each day on which it becomes another, ends, or becomes known."""
    figures = parameters(figure("rate", *entries, unit="percent"), OTHER)
    folder = write(parameters=figures, tables=RATE, rows=rows("2020-01-01 30"))
    assert problems(folder) == [left_behind(line, "rate", "2020-01-01", day) for line, day in expected]


def test_each_table_that_follows_a_ceiling_is_named() -> None:
    """One ceiling, two tables."""
    two = CEILING + CEILING.replace("[bands]", "[others]")
    figures = parameters(figure("ceiling", "2020-01-01 30", "2025-01-01 50"))
    found = problems(write(parameters=figures, tables=two, rows=rows("2020-01-01 30")))
    assert [problem.split(" still")[0].split()[-1] for problem in found] == ["bands", "others"]


def test_a_table_of_a_notice_may_follow_the_shared_law() -> None:
    """The mistake is in the file in which the figure stands."""
    shared = write(parameters=parameters(figure("ceiling", "2020-01-01 30", "2025-01-01 50")))
    own = write("own", tables=CEILING, rows=rows("2020-01-01 30"))
    assert problems(shared, own) == [left_behind(7, "ceiling", "2020-01-01", "2025-01-01")]


def test_the_file_of_a_law_read_before_is_named_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shared law is not read a second time; its file is opened again to find the line."""
    shared = write(parameters=parameters(figure("ceiling", "2020-01-01 30", "2025-01-01 50")))
    (shared / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    body = Body("law")
    before = load_law([body.folder], body)
    own = write("own", tables=CEILING, rows=rows("2020-01-01 30"))
    with pytest.raises(LawFileError) as error:
        load_law([own], body, before)
    assert list(error.value.problems) == [left_behind(7, "ceiling", "2020-01-01", "2025-01-01")]


def test_what_could_not_be_read_is_not_compared() -> None:
    """The ceiling is misspelt and so is its source: only the figure can be wrong here."""
    figures = parameters(figure("ceiling", "2020-01-01 'thirty'"))
    assert problems(write(parameters=figures, tables=CEILING, rows=rows("2020-01-01 30"))) == [
        'law/parameters.toml:6: value is "thirty", not ringgit; write a number without quotation marks'
    ]


def test_nothing_is_missing_in_a_file_that_is_not_there() -> None:
    """Without parameters there is one problem, not one for each figure that a table follows."""
    assert problems(write(tables=CEILING, rows=rows("2020-01-01 30"))) == [
        "nothing in parameters.toml in any folder of the law; add law_as_at"
    ]


def test_a_disagreement_and_a_wrong_source_are_told_at_once() -> None:
    """A wrong source makes no figure wrong."""
    figures = parameters(figure("ceiling", "2020-01-01 20")).replace("the-star", "the-sun")
    found = problems(write(parameters=figures, tables=CEILING, rows=rows("2020-01-01 30")))
    assert [problem.split(": ")[0] for problem in found] == ["law/rows.csv:3", "law/parameters.toml:6"]


def test_a_table_known_to_be_replaced_gives_no_amount() -> None:
    """From the day of the new ceiling on, and not a day earlier."""
    figures = parameters(figure("ceiling", "2020-01-01 30", "2025-01-01 50"))
    tables = CEILING + ends("2025-01-01, unknown")
    law = read(write(parameters=figures, tables=tables, rows=rows("2020-01-01 30")))
    assert law.band("bands", date(2024, 12, 31), Decimal(60)).amounts == {"employer": Decimal("0.70")}
    with pytest.raises(NotKnownError):
        law.band("bands", date(2025, 1, 1), Decimal(60))
