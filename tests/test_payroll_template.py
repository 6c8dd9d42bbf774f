"""The workbooks to fill in: what they offer the page reads, and nothing on their second sheet is a row."""

import csv
import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from overrides.hooks.assemble import templates
from overrides.hooks.assemble.node import AssembleError
from overrides.hooks.read.rules import CONTRIBUTIONS
from overrides.hooks.read.templates import NAME
from overrides.hooks.render import payroll_names, payroll_template
from tests.drawn import site
from tests.node import ROOT
from tests.payroll.reading import cells, read

LANGUAGES = ("en", "zh")
FOLDER = "arrears"
SAID = payroll_template.templates(site())
OFFERED = re.compile(r"sqref=\"([A-Z])2:\1\d+\"[^>]*><formula1>'([^']+)'!\$D\$(\d+):\$([A-Z])\$\3<")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / FOLDER
    folder.mkdir()
    for path in (ROOT / "docs" / FOLDER).glob("*.csv"):
        shutil.copy(path, folder)
    templates.write(ROOT, folder.parent, SAID)
    return folder


def written(lang: str) -> list[list[str]]:
    path = ROOT / "docs" / FOLDER / f"{NAME}{lang}.csv"
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def known(lang: str) -> dict[str, dict[str, str]]:
    """Replies in words to their codes, by what the column is called."""
    place = site().place(f"{FOLDER}/index", lang)
    names = payroll_names.words_beside(place, payroll_names.PAGE_WORDS)["columns"]
    replies = payroll_names.replies(place, site().notices[CONTRIBUTIONS])
    return {names[id]: codes for id, codes in replies.items() if id in names}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_sheet_has_the_rows_and_nothing_is_said_of_the_second(lang: str, made: Path) -> None:
    header, *rows = written(lang)
    result = read((made / f"{NAME}{lang}.xlsx").read_bytes())
    said = SAID[FOLDER][lang]
    assert (result["sheet"], result["sheets"]) == (said["rows"], [said["rows"], said["explained"]])
    assert (result["header"], result["problems"]) == (header, [])
    # a cell that is an amount alone is kept as a number
    assert cells(result) == [[cell.replace("1850.00", "1850") for cell in row] for row in rows]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_cell_with_choices_offers_the_words_of_the_form(lang: str, made: Path) -> None:
    path, said = made / f"{NAME}{lang}.xlsx", SAID[FOLDER][lang]
    names, *explained = sheet(path, said["explained"])
    assert names[: len(said["headings"])] == said["headings"]
    assert [row[0] for row in explained] == written(lang)[0]
    assert all(row[1] and row[2] for row in explained)
    with zipfile.ZipFile(path) as archive:
        found = OFFERED.findall(archive.read("xl/worksheets/sheet1.xml").decode())
    offered = {
        written(lang)[0][place(column)]: explained[int(row) - 2][place("D") : place(last) + 1]
        for column, name, row, last in found
        if name == said["explained"]
    }
    assert offered.keys() == known(lang).keys()
    for name, words in offered.items():
        # all that the rules take, and none of it twice
        assert sorted(known(lang)[name][word] for word in words) == sorted({*known(lang)[name].values()})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_examples_are_in_the_words_that_are_offered(lang: str) -> None:
    header, *rows = written(lang)
    for name, cell in ((name, cell) for row in rows for name, cell in zip(header, row, strict=True)):
        choices = SAID[FOLDER][lang]["columns"][name]["choices"]
        assert not (choices and cell) or cell in choices


def test_a_heading_that_is_no_name_of_a_column_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / f"{NAME}en.csv").write_text("Worker,Salery\nA,1\n", encoding="utf-8")
    with pytest.raises(AssembleError, match=r'payroll-template-en\.csv: no column is called "Salery"'):
        templates.write(ROOT, tmp_path, SAID)


def place(letter: str) -> int:
    return ord(letter) - ord("A")


def sheet(path: Path, name: str) -> list[list[str]]:
    return cells(read(path.read_bytes(), sheet=name, header=False))
