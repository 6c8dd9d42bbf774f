"""The spreadsheet of an answer, opened by a real program. Collected only where there is one (conftest.py)."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.test_data import saved
from tests.spreadsheet import differences, opened

pytestmark = pytest.mark.usefixtures("quick_rules")


def test_a_program_takes_every_cell_for_what_it_is(page: Page, site: str, tmp_path: Path) -> None:
    """Chinese as it was, amounts as numbers, days as days, nothing as a formula."""
    _, response, content = saved("csv", "contributions", "zh", page, site)
    path = tmp_path / "answer.csv"
    path.write_bytes(content)
    assert differences(path) == []
    cells = opened(path)
    row_of = {cell.content: row for (row, column), cell in cells.items() if column == 1}
    figures = {
        f"{finding['code']}.{id}": figure
        for finding in response["findings"]
        for id, figure in finding["figures"].items()
    }
    assert all(cells[row_of[id], 3].says(figure["value"]) for id, figure in figures.items())
    kinds = {id: cells[row_of[id], 3].kind for id in figures}
    assert {kinds[id] for id, figure in figures.items() if figure["text"].endswith("令吉")} == {"number"}
    assert kinds["due_on.due_on"] == "day"
