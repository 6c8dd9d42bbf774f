"""The writers' files: each mistake has its message, and the real ones have none."""

import shutil
import tomllib
from pathlib import Path

import pytest

from calculator.engine.asking.kinds import KINDS
from calculator.engine.figures import LANGUAGES
from overrides.hooks.check.every_file import check
from overrides.hooks.read.text import WordsError
from overrides.hooks.render.context import load_site
from tests import tiny_notice

DOCS = Path(__file__).parents[1] / "docs"
BROKEN = Path(__file__).parent / "broken" / "content"
EXPECTED = tomllib.loads((BROKEN / "expected.toml").read_text(encoding="utf-8"))
CASES = sorted(folder.name for folder in BROKEN.iterdir() if folder.is_dir() and folder.name != "base")


def problems_with(case: str, folder: Path) -> list[str]:
    """What is said when the files of a case stand in place of the sound ones."""
    shutil.copytree(BROKEN / "base", folder, dirs_exist_ok=True)
    shutil.copytree(BROKEN / case, folder / "docs", dirs_exist_ok=True)
    if (gone := folder / "docs" / "gone.txt").exists():
        (folder / "docs" / gone.read_text(encoding="utf-8").strip()).unlink()
    with pytest.raises(WordsError) as error:
        check(tiny_notice.site(folder))
    return [str(problem) for problem in error.value.problems]


def test_sound_files_have_no_problem() -> None:
    check(tiny_notice.site())


def test_the_writers_files_have_no_problem() -> None:
    check(load_site(Path(__file__).parents[1], {}))


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_named_with_file_line_and_what_to_do(case: str, tmp_path: Path) -> None:
    assert problems_with(case, tmp_path) == EXPECTED[case]


def test_every_message_has_its_case() -> None:
    assert sorted(EXPECTED) == CASES


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_of_a_kind_has_words(kind: str) -> None:
    """The form says in both languages what to do, whichever reader refuses a reply."""
    for lang in LANGUAGES:
        words = tomllib.loads((DOCS / f"interface.{lang}.toml").read_text(encoding="utf-8"))["errors"]
        assert {KINDS[kind].missing, *KINDS[kind].errors, "not_text"} <= words.keys()
