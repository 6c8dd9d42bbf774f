"""The last value that a law file may hold, and the first that it may not."""

import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from calculator.engine.law import Gap, Law, LawFileError, load_law
from calculator.law.perkeso import PERKESO, PROGRAMMES, WAGE_ITEMS

BASE = Path(__file__).parent / "broken" / "law" / "base"
CITED = 'source = "the-star"\nconfidence = "S"\n'
AS_AT = "law_as_at = 2026-11-23\n"
ROW = 'source = "the-star", confidence = "S"'

type Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Make a folder of sound files with some of them added to or, for a CSV file, replaced."""
    monkeypatch.chdir(tmp_path)

    def folder(name: str = "law", **files: str) -> Path:
        shutil.copytree(BASE, tmp_path / name)
        for stem, text in files.items():
            path = tmp_path / name / (f"{stem}.csv" if stem == "rows" else f"{stem}.toml")
            sound = path.read_text(encoding="utf-8") if path.exists() and path.suffix == ".toml" else ""
            path.write_text(sound + text, encoding="utf-8")
        return tmp_path / name

    return folder


def programme(id: str, first: str, last: str, audience: str = "unregistered", more: str = "") -> str:
    """The text of a programme."""
    return (
        f"[{id}]\nfirst_day = {first}\nlast_day = {last}\naudiences = ['{audience}']\n"
        f'condition = "none_found"\n{more}{CITED}'
    )


def reduced(rate: str) -> str:
    """An offer to employers with arrears."""
    return (
        f'offers = [{{ of = "interest", audience = "arrears", relief = "reduced", rate = {rate}, '
        f'reports = "agree", {ROW} }}]\n'
    )


def problems(*folders: Path) -> list[str]:
    """What the author of the folders is told."""
    with pytest.raises(LawFileError) as error:
        load_law(folders, PERKESO)
    assert "\n".join(error.value.problems) == str(error.value)
    return list(error.value.problems)


MAY = programme("may", "2023-05-01", "2023-05-31")
JUNE = programme("june", "2023-05-31", "2023-06-30")


@pytest.mark.parametrize("text", [MAY + JUNE, JUNE + MAY])
def test_programmes_for_one_audience_share_no_day(write: Write, text: str) -> None:
    """A last day that is another's first day is a day of both."""
    assert "runs at the same time as" in problems(write(programmes=text))[0]


def test_programmes_for_two_audiences_may_run_at_once(write: Write) -> None:
    """What is offered to some does not concern the others."""
    other = programme("other", "2023-05-01", "2023-05-31", audience="arrears")
    assert load_law([write(programmes=MAY + other)], PERKESO).of(PROGRAMMES).keys() == {"may", "other"}


def test_a_programme_may_last_one_day(write: Write) -> None:
    """The first day is also the last."""
    law = load_law([write(programmes=programme("labour_day", "2023-05-01", "2023-05-01"))], PERKESO)
    found = law.of(PROGRAMMES)["labour_day"]
    assert found.first_day == found.last_day


@pytest.mark.parametrize("rate", ["0.5", "1", "99.5"])
def test_a_part_can_be_taken_off(write: Write, rate: str) -> None:
    """More than nothing and less than everything."""
    law = load_law(
        [write(programmes=programme("some", "2023-05-01", "2023-05-31", "arrears", reduced(rate)))], PERKESO
    )
    assert law.of(PROGRAMMES)["some"].offers[0].rate == Decimal(rate)


@pytest.mark.parametrize("rate", ["0", "100", "-1", "true"])
def test_nothing_and_everything_are_no_part(write: Write, rate: str) -> None:
    """Nothing is no offer, and everything is a waiver."""
    text = programme("some", "2023-05-01", "2023-05-31", "arrears", reduced(rate))
    assert "reduced by how much?" in problems(write(programmes=text))[0]


def test_programmes_of_a_later_folder_are_added(write: Write) -> None:
    """A notice's own programmes stand beside the shared ones."""
    shared, own = (
        write(programmes=MAY),
        write("own", programmes=programme("july", "2023-07-01", "2023-07-31")),
    )
    for name in ("parameters.toml", "sources.toml", "tables.toml"):
        (own / name).unlink()
    assert list(load_law([shared, own], PERKESO).of(PROGRAMMES)) == ["may", "july"]


def test_the_day_after_a_disputed_day_is_a_day_of_change(write: Write) -> None:
    """On it the reports agree again."""
    text = programme("may", "2023-05-01", "2023-05-31", more="disputed_days = [2023-05-20]\n")
    days = load_law([write(programmes=text)], PERKESO).days()
    assert [day for day in days if day.year == 2023] == [
        date(2023, 5, 1),
        date(2023, 5, 20),
        date(2023, 5, 21),
        date(2023, 6, 1),
    ]


def parameter(values: str, unit: str = "ringgit") -> str:
    """The text of a parameter."""
    return f'[fee]\nunit = "{unit}"\nvalues = [\n{values}]\n'


def test_nothing_is_an_amount(write: Write) -> None:
    """A fee of nothing is not negative."""
    law = load_law([write(parameters=parameter(f"{{ from = 2018-01-01, value = 0, {ROW} }},\n"))], PERKESO)
    assert law.value("fee", date(2018, 1, 1)).amount == Decimal(0)


def entries(law: Law) -> list[object]:
    """Everything known of the fee and of the wage item, gaps included."""
    return [*law.parameters["fee"].entries, *law.of(WAGE_ITEMS)["tips"].entries]


def test_what_is_special_about_a_row_is_kept(write: Write) -> None:
    """A note stays with a gap and with a wage item, and a gap begins on its day."""
    noted = f'{ROW}, note = "reports_differ"'
    folder = write(
        parameters=parameter(f"{{ from = 2018-01-01, repealed = true, {noted} }},\n"),
        wage_items=f"[tips]\nvalues = [ {{ from = 2018-01-01, counts = true, {noted} }} ]\n",
    )
    gap, item = entries(load_law([folder], PERKESO))
    assert gap == Gap("repealed", date(2018, 1, 1), ("the-star",), "S", "reports_differ")
    assert getattr(item, "note", None) == "reports_differ"


@pytest.mark.parametrize(
    ("stem", "text", "id"),
    [
        ("parameters", parameter(f"{{ from = 2018-01-01, value = 1, {ROW} }},\n"), "fee"),
        ("wage_items", f"[tips]\nvalues = [ {{ from = 2018-01-01, counts = true, {ROW} }} ]\n", "tips"),
        ("tables", "", "bands"),
    ],
)
def test_an_id_used_twice_is_named_in_the_later_file(write: Write, stem: str, text: str, id: str) -> None:
    """Whatever kind of file it is in."""
    shared, own = write(**{stem: text}), write("own", **{stem: text})
    (own / "sources.toml").unlink()
    if stem != "tables":
        (own / "tables.toml").unlink()
    (own / "parameters.toml").write_text(AS_AT + (text if stem == "parameters" else ""), encoding="utf-8")
    (found,) = problems(shared, own)
    assert found.startswith(f"own/{stem}.toml:")
    assert f'"{id}" is in a shared folder already' in found


HEADER = "from,wage_over,wage_up_to,employer,source,confidence\n"


def test_an_end_on_the_day_of_the_last_rows_is_no_end(write: Write) -> None:
    """The rows of a day and the end of the table cannot both hold from it."""
    ends = f"ends = [ {{ from = 2024-10-01, unknown = true, {ROW} }} ]\n"
    assert "an end stands before the last rows" in problems(write(tables=ends))[0]


def test_a_band_holds_some_wages(write: Write) -> None:
    """A band that ends where it begins holds none."""
    rows = f"{HEADER}2024-10-01,0,0,0.40,act4,P\n2024-10-01,0,,0.70,act4,P\n"
    assert "law/rows.csv:2: the band ends at 0, not above 0" in problems(write(rows=rows))[0]


def test_a_row_marked_primary_has_a_primary_source(write: Write) -> None:
    """A report alone does not make a printed row."""
    rows = f"{HEADER}2024-10-01,0,30,0.40,act4,P\n2024-10-01,30,,0.70,the-star,P\n"
    assert problems(write(rows=rows)) == [
        "law/rows.csv:3: marked P, but no source of it is; cite a primary text, or write S"
    ]


def test_a_mistake_that_shows_at_the_end_is_on_the_last_line(write: Write) -> None:
    """TOML does not say where a list that never closes should have."""
    (found,) = problems(write(wage_items="[tips]\nvalues = [\n"))
    assert found.startswith("law/wage_items.toml:3: this is not TOML: ")


def test_a_text_that_is_none_is_named_on_its_line(write: Write) -> None:
    """The name of a CSV file is a text."""
    folder = write()
    (folder / "tables.toml").write_text('[bands]\namounts = ["employer"]\nfile = 3\n', encoding="utf-8")
    assert problems(folder)[0].startswith('law/tables.toml:3: file is "3"; write file = "…"')
