"""Tables as a real spreadsheet program opens them. Collected only where there is one (conftest.py)."""

from pathlib import Path

import pytest

from overrides.hooks.check.steps import trees
from overrides.hooks.render.context import load_site
from overrides.hooks.render.open_data.write import write
from tests.built import ROOT
from tests.node import in_node
from tests.spreadsheet import Cell, differences, opened
from tests.test_spreadsheet import CELLS, WRITE

# What a page writes, and what the program takes it for
TAKEN = {
    "薪金，超过6,000令吉": Cell("text", "薪金，超过6,000令吉"),
    "RM6,000": Cell("text", "RM6,000"),
    "47.75": Cell("number", "47.75"),
    "2026-11-25": Cell("day", "46351"),
    "03-8091 5100": Cell("text", "03-8091 5100"),
    "1-300-22-8000": Cell("text", "1-300-22-8000"),
    # behind the sign for a text, which this program does not show
    "0380915100": Cell("text", "0380915100"),
    "=1+1": Cell("text", "=1+1"),
    '=HYPERLINK("https://example.com")': Cell("text", '=HYPERLINK("https://example.com")'),
    "＝1+1": Cell("text", "＝1+1"),
}


def test_a_cell_of_a_page_is_taken_for_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "page.csv"
    path.write_text(in_node(WRITE, [[cell] for cell in TAKEN])[0], encoding="utf-8", newline="")
    cells = opened(path)
    assert {text: cells[row, 0] for row, text in enumerate(TAKEN)} == TAKEN


@pytest.mark.parametrize("of", [0, 1], ids=["an answer", "a payroll"])
def test_nothing_that_a_page_writes_is_worked_out(of: int, tmp_path: Path) -> None:
    path = tmp_path / "page.csv"
    path.write_text(in_node(WRITE, [[cell] for cell, _ in CELLS.values()])[of], encoding="utf-8", newline="")
    assert {cell.kind for cell in opened(path).values()} <= {"text", "number", "day"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site, folder = load_site(ROOT, {}), tmp_path_factory.mktemp("staged")
    write(site, trees(site, ROOT), ROOT, folder)
    return folder / "data"


def test_every_cell_of_the_open_data_is_taken_for_what_it_is(data: Path) -> None:
    """Amounts are numbers, days are days, Chinese is as it was, telephone numbers are texts."""
    paths = sorted(data.rglob("*.csv"))
    assert {path.name for path in paths} >= {"parameters.csv", "states.csv", "sources.csv"}
    assert {path: found for path in paths if (found := differences(path))} == {}
    cells = opened(data / "contributions" / "parameters.csv")
    taken = {(cell.kind, cell.content) for cell in cells.values()}
    assert {("text", "1-300-22-8000"), ("number", "6000"), ("text", "第4法令月薪顶限")} <= taken
