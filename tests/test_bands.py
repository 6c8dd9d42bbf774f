"""A contribution table on a page: its rows, and how they are known where that is not the same for all."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from calculator.engine.asking.found import law_of
from calculator.law.perkeso import PERKESO
from overrides.hooks.render import tables

LAW = law_of(PERKESO)
DOCS = Path(__file__).parents[1] / "docs"
HEADING = re.compile(r'<tbody>\n<tr><th scope="rowgroup" colspan="6"><span>(.*?)</span></th></tr>\n')


def joined(*sources: str) -> str:
    """Ids in place of citations."""
    return "; ".join(sources)


def made(table: str, day: str, lang: str = "en") -> str:
    """The HTML of an edition, with ids in place of citations."""
    labels = tomllib.loads((DOCS / f"labels.{lang}.toml").read_text(encoding="utf-8"))
    return tables.bands(LAW.tables[table].on(date.fromisoformat(day)), "Table", labels, lang, joined)


@pytest.mark.parametrize(
    ("day", "lang", "expected"),
    [
        ("2016-06-01", "en", ["Inferred", "As printed", "Inferred", "Reported"]),
        ("2016-06-01", "zh", ["推断", "按原文所列", "推断", "取自转述"]),
        ("2022-09-01", "en", ["Left alone by the bill", "As printed"]),
        ("2022-09-01", "zh", ["法案没有改动", "按原文所列"]),
    ],
)
def test_rows_stand_under_how_they_are_known(day: str, lang: str, expected: list[str]) -> None:
    headings = HEADING.findall(made("act4_contributions", day, lang))
    assert [re.split("[:：，]", heading)[0] for heading in headings] == expected


def test_the_groups_hold_their_rows() -> None:
    groups = HEADING.split(made("act4_contributions", "2016-06-01"))[1:]
    assert [rows.count('<th scope="row">') for rows in groups[1::2]] == [14, 20, 9, 2]


@pytest.mark.parametrize(
    ("table", "day"), [("act4_contributions", "2024-10-01"), ("act800_contributions", "2018-01-01")]
)
def test_where_every_row_is_printed_nothing_is_said_of_it(table: str, day: str) -> None:
    html = made(table, day)
    assert "rowgroup" not in html
    assert html.count("<tbody>") == 1


def test_a_row_is_shown_as_printed() -> None:
    html = made("act4_contributions", "2016-06-01")
    cells = ("4,000", "no limit", "69.05", "19.75", "88.80", "49.40")
    first, *rest = cells
    assert f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>' in html
    assert html.endswith("act-a1508; summaries-2016</p>\n</div>")
