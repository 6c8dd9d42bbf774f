"""One faulty file for each mistake an author can make, with the message it must give."""

import shutil
import tomllib
from pathlib import Path

import pytest

from calculator.engine.law import LawFileError, load_law
from calculator.law.perkeso import PERKESO

BROKEN = Path(__file__).parent / "broken" / "law"
EXPECTED = tomllib.loads((BROKEN / "expected.toml").read_text(encoding="utf-8"))
CASES = [f"{stands_for}/{mistake}" for stands_for, mistakes in EXPECTED.items() for mistake in mistakes]


def folder_with(broken: Path, folder: Path) -> None:
    """Put a faulty file in place of the sound one; its own folder says which file it stands for."""
    shutil.copytree(BROKEN / "base", folder)
    name = "rows.csv" if broken.suffix == ".csv" else f"{broken.parent.name}.toml"
    shutil.copy(broken, folder / name)


def problems_of(folders: list[Path]) -> list[str]:
    with pytest.raises(LawFileError) as error:
        load_law(folders, PERKESO)
    assert str(error.value).split("\n") == list(error.value.problems), "each on a line of its own"
    return list(error.value.problems)


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_named_with_file_line_and_what_to_do(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stands_for, mistake = case.split("/")
    (broken,) = (BROKEN / stands_for).glob(f"{mistake}.*")
    folder_with(broken, tmp_path / "law")
    monkeypatch.chdir(tmp_path)
    for problem, expected in zip(problems_of([Path("law")]), EXPECTED[stands_for][mistake], strict=True):
        # What Python says of faulty TOML differs between its versions
        assert problem.startswith(expected[:-1]) if expected.endswith("…") else problem == expected


def test_every_faulty_file_has_its_expected_message() -> None:
    files = [path for path in BROKEN.rglob("*.*") if path.parent not in (BROKEN, BROKEN / "base")]
    assert sorted(CASES) == sorted(f"{path.parent.name}/{path.stem}" for path in files)


def test_the_sound_files_of_these_tests_are_sound() -> None:
    assert load_law([BROKEN / "base"], PERKESO).tables["bands"].days


def test_all_mistakes_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    folder_with(BROKEN / "parameters" / "no_source.toml", tmp_path / "law")
    shutil.copy(BROKEN / "csv" / "gap.csv", tmp_path / "law" / "rows.csv")
    one, other = problems_of([tmp_path / "law"])
    assert "no source" in one
    assert "no band" in other


def test_a_law_file_is_utf_8_on_every_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where Python would read files in another encoding, as on an older Windows."""

    def read_text(path: Path, encoding: str | None = None) -> str:
        return path.read_bytes().decode(encoding or "cp1252")

    shutil.copytree(BROKEN / "base", tmp_path / "law")
    sources = tmp_path / "law" / "sources.toml"
    chinese = sources.read_text(encoding="utf-8").replace('publisher = "The Star"', 'publisher = "星报"')
    sources.write_text(chinese, encoding="utf-8")
    monkeypatch.setattr(Path, "read_text", read_text)
    assert load_law([tmp_path / "law"], PERKESO).sources["the-star"].publisher == "星报"


def test_a_folder_outside_the_project_is_named_in_full(tmp_path: Path) -> None:
    folder_with(BROKEN / "csv" / "gap.csv", tmp_path / "law")
    assert problems_of([tmp_path / "law"])[0].startswith(f"{tmp_path}/law/rows.csv:3: ")


def test_an_id_of_the_shared_folder_cannot_be_used_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(BROKEN / "base", tmp_path / "law")
    (tmp_path / "notice").mkdir()
    shutil.copy(BROKEN / "base" / "sources.toml", tmp_path / "notice" / "sources.toml")
    monkeypatch.chdir(tmp_path)
    expected = [
        'notice/sources.toml:1: "act4" is in a shared folder already; use that one, or another id',
        'notice/sources.toml:8: "the-star" is in a shared folder already; use that one, or another id',
    ]
    assert sorted(problems_of([Path("law"), Path("notice")])) == expected


def test_without_any_parameters_there_is_no_law(tmp_path: Path) -> None:
    expected = ["nothing in parameters.toml in any folder of the law; add law_as_at"]
    assert problems_of([tmp_path]) == expected
