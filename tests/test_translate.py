"""What `make translate` lists of two languages, and how it is put down that both say the same."""

import subprocess
from pathlib import Path

import pytest

from tests.tools.translate.__main__ import main
from tests.tools.translate.blocks import Block, blocks
from tests.tools.translate.changed import changes
from tests.tools.translate.confirmed import RECORD, Pairs, TranslateError

PAGE = """---
title: One
figures:
  Late by: days_late
---

First paragraph,
of two lines. Two sentences.

## A heading {#here .fold}

1. One **item?** Yes.
2. Another.

| a | b |
|---|---|
"""
ENGLISH = "---\ntitle: x\n---\n\nRegister now. You must pay.\n\n## Who {#who}\n\n- Employers.\n- Directors.\n"
CHINESE = "---\ntitle: 甲\n---\n\n立即注册。您必须付款。\n\n## 谁 {#who}\n\n- 雇主。\n- 董事。\n"


def test_a_page_is_read_in_blocks() -> None:
    assert [(each.part, each.line, each.words) for each in blocks(PAGE, "x.en.md")] == [
        ("title", 2, "title: One"),
        ("figures", 3, "figures:"),
        ("figures", 4, "Late by: days_late"),
        ("", 7, "First paragraph, of two lines. Two sentences."),
        ("here", 10, "## A heading {#here .fold}"),
        ("here", 12, "One **item?** Yes."),
        ("here", 13, "Another."),
        ("here", 15, "| a | b |"),
        ("here", 16, "|---|---|"),
    ]


def test_a_table_is_read_by_its_keys() -> None:
    assert blocks('[a]\nb = "x"\nc = ["y"]\n', "x.en.toml") == [
        Block("a.b", 2, "x"),
        Block("a.c", 3, "['y']"),
    ]
    assert blocks("a =", "x.en.toml") == [Block("", 1, "a =")]


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("Pay now. It is RM10.50 (at most)! Why?", ["Pay now.", "It is RM10.50 (at most)!", "Why?"]),
        ("**Why?** Because. No end", ["**Why?**", "Because.", "No end"]),
        ("**为什么？**因为（见下）。他说“好。”完", ["**为什么？**", "因为（见下）。", "他说“好。”", "完"]),
    ],
)  # fmt: skip
def test_words_are_told_apart_sentence_by_sentence(words: str, sentences: list[str]) -> None:
    assert Block("", 1, words).sentences() == sentences


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("must pay", "may pay", [(5, ("You must pay.",), ("You may pay.",), 5, ("您必须付款。",))]),
        ("Register now. ", "", [(5, ("Register now.",), (), 5, ("立即注册。", "您必须付款。"))]),
        ("- Directors.\n", "", [(9, ("Directors.",), (), 10, ("董事。",))]),
        ("\n\n## Who", "\n\nNew.\n\n## Who", [(7, (), ("New.",), None, ())]),
        ("x\n", "y\n", [(2, ("title: x",), ("title: y",), 2, ("title: 甲",))]),
    ],
)
def test_a_change_stands_beside_what_the_twin_says(old: str, new: str, expected: list[object]) -> None:
    now = blocks(ENGLISH.replace(old, new, 1), "x.en.md")
    found = changes(blocks(ENGLISH, "x.en.md"), now, blocks(CHINESE, "x.zh.md"))
    assert [
        (each.line, each.was, each.now, each.twin and each.twin.line, each.beside) for each in found
    ] == expected


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with one page and one table in both languages."""
    (tmp_path / "docs" / "n").mkdir(parents=True)
    files = {
        "n/index.en.md": ENGLISH, "n/index.zh.md": CHINESE,
        "n/form.en.toml": 'a = "x"\n', "n/form.zh.toml": 'a = "甲"\n',
        "decisions/1.en.md": "", "decisions/1.zh.md": "", "alone.en.md": "",
    }  # fmt: skip
    (tmp_path / "docs" / "decisions").mkdir()
    for name, text in files.items():
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    return tmp_path


def change(project: Path, name: str, old: str, new: str) -> None:
    path = project / "docs" / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_from_never_confirmed_to_confirmed_again(project: Path) -> None:
    never = "never confirmed. Read both languages side by side, then make translate CONFIRM="
    assert list(main("", project)) == [
        f"docs/n/form.toml: {never}docs/n/form", "",
        f"docs/n/index.md: {never}docs/n/index", "",
        "2 texts in two languages, 2 to be read",
    ]  # fmt: skip
    assert list(main("docs", project)) == ["confirmed: docs/n/form.toml", "confirmed: docs/n/index.md"]
    assert list(main("", project)) == ["2 texts in two languages, 0 to be read"]
    change(project, "n/index.zh.md", "必须", "可以")
    assert list(main("", project)) == [
        "docs/n/index.md: Chinese changed since both were confirmed.",
        "  docs/n/index.zh.md:5",
        "    was  您必须付款。",
        "    now  您可以付款。",
        "  docs/n/index.en.md:5",
        "         You must pay.",
        "  Make English say the same, if it does not; then make translate CONFIRM=docs/n/index",
        "",
        "2 texts in two languages, 1 to be read",
    ]
    change(project, "n/index.en.md", "must", "may")
    assert "  Read both side by side; then make translate CONFIRM=docs/n/index" in list(main("", project))
    assert list(main("docs/n/index.zh.md", project)) == ["confirmed: docs/n/index.md"]
    assert list(main("", project)) == ["2 texts in two languages, 0 to be read"]


def test_a_text_in_the_table_that_one_language_lacks(project: Path) -> None:
    list(main("docs", project))
    change(project, "n/form.en.toml", '"x"\n', '"x"\nb = "y"\n')
    assert list(main("", project))[1:5] == [
        "  docs/n/form.en.toml:2",
        "    was  (nothing)",
        "    now  y",
        "  docs/n/form.zh.toml: nothing stands there",
    ]


def test_what_git_has_lost_is_to_be_read_whole(project: Path) -> None:
    list(main("docs", project))
    record = project / RECORD
    id = Pairs(project).confirmed()["docs/n/form.toml"]["en"]
    record.write_text(record.read_text(encoding="utf-8").replace(id, "0" * 40), encoding="utf-8")
    said = "  docs/n/form.en.toml:1: git has not what was confirmed here; read all of it"
    assert said in list(main("", project))


def test_a_pair_that_is_gone_leaves_the_record(project: Path) -> None:
    list(main("docs", project))
    for lang in ("en", "zh"):
        (project / "docs" / "n" / f"form.{lang}.toml").unlink()
    list(main("docs/n", project))
    assert list(Pairs(project).confirmed()) == ["docs/n/index.md"]


def test_line_ends_of_windows_change_nothing(project: Path) -> None:
    subprocess.run(["git", "config", "core.autocrlf", "true"], cwd=project, check=True)
    list(main("docs", project))
    change(project, "n/index.en.md", "\n", "\r\n")
    assert list(main("", project)) == ["2 texts in two languages, 0 to be read"]


def test_what_cannot_be_done_is_one_sentence(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(TranslateError, match=r'^no text "docs/alone" in both languages; write CONFIRM='):
        list(main("docs/alone", project))
    elsewhere = tmp_path_factory.mktemp("no-repository")
    (project / "docs").rename(elsewhere / "docs")
    with pytest.raises(TranslateError, match="run this in a clone of the repository"):
        list(main("docs", elsewhere))
