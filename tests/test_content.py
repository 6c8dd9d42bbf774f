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
        for name in gone.read_text(encoding="utf-8").split():
            (folder / "docs" / name).unlink()
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


def test_a_term_in_the_glossary_of_a_notice_replaces_the_shared_one(tmp_path: Path) -> None:
    """What must not be said of one body may be the very word of another."""
    shutil.copytree(BROKEN / "base", tmp_path, dirs_exist_ok=True)
    for lang, said in (("en", "Ring the hotline."), ("zh", "请拨打服务专线。")):
        page = tmp_path / "docs" / "tiny" / f"index.{lang}.md"
        page.write_text(page.read_text(encoding="utf-8") + f"\n{said}\n", encoding="utf-8")
    shared = 'en = "Careline"\nzh = "客户服务热线"\nnever_en = ["hotline"]\nnever_zh = ["专线"]\n'
    with (tmp_path / "docs" / "glossary.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[phone]\n{shared}")
    with pytest.raises(WordsError) as error:
        check(tiny_notice.site(tmp_path))
    assert len(error.value.problems) == len(LANGUAGES)
    own = '[phone]\nen = "hotline"\nzh = "服务专线"\n'
    (tmp_path / "docs" / "tiny" / "glossary.toml").write_text(own, encoding="utf-8")
    check(tiny_notice.site(tmp_path))
