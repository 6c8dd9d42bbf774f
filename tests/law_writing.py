"""Writes small folders of the law, for tests of what its files must agree on."""

import shutil
from pathlib import Path

import pytest

from calculator.engine.law import Law, LawFileError, load_law
from calculator.law.perkeso import PERKESO

SOURCES = Path(__file__).parent / "broken" / "law" / "base" / "sources.toml"
ROW = 'source = "the-star", confidence = "S"'
HEADER = "from,wage_over,wage_up_to,employer,source,confidence\n"


def write(name: str = "law", **files: str) -> Path:
    """Make a folder with these files where the test runs; the first one has the sources beside them."""
    folder = Path.cwd() / name
    folder.mkdir()
    if name == "law":
        shutil.copy(SOURCES, folder)
    for stem, text in files.items():
        suffix = ".csv" if stem == "rows" else ".toml"
        (folder / f"{stem}{suffix}").write_text(text, encoding="utf-8")
    return folder


def figure(id: str, *entries: str, unit: str = "ringgit") -> str:
    """A parameter with one row for each entry: a day, and a value or what stands in its place."""
    rows = "".join(
        f"  {{ from = {day}, {said if '=' in said else f'value = {said}'}, {ROW} }},\n"
        for day, said in (entry.split(" ", 1) for entry in entries)
    )
    return f'\n[{id}]\nunit = "{unit}"\nvalues = [\n{rows}]\n'


def ends(*entries: str) -> str:
    """The days from which a table has no rows."""
    return "ends = [" + ", ".join(f"{{ from = {each} = true, {ROW} }}" for each in entries) + "]\n"


def rows(*editions: str) -> str:
    """Two rows from each day, the second without an end over these wages."""
    made = HEADER
    for edition in editions:
        day, over = edition.split()
        made += f"{day},0,{over},0.40,act4,P\n{day},{over},,0.70,act4,P\n"
    return made


def parameters(*figures: str) -> str:
    """A file of parameters."""
    return "law_as_at = 2026-11-23\n" + "".join(figures)


def read(*folders: Path) -> Law:
    """The law in the folders, which may have the files that PERKESO's has."""
    return load_law(folders, PERKESO)


def problems(*folders: Path) -> list[str]:
    """What the author of the folders is told."""
    with pytest.raises(LawFileError) as error:
        read(*folders)
    return list(error.value.problems)
