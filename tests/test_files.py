"""Files that are not what they should be: each is met with one sentence that says what to do."""

import re
import shutil
from pathlib import Path

import pytest

from overrides.hooks.check.every_file import check
from overrides.hooks.read import library
from overrides.hooks.read.saved import text_of
from overrides.hooks.read.strays import strays
from overrides.hooks.read.text import WordsError
from tests import tiny_notice

PAGE = "tiny/index.zh.md"
TABLE = "tiny/form.zh.toml"
# Told of in full in tests/test_saved.py.
AS_SAVED = "this file is saved as {}; save it again as UTF-8 (in Notepad: "
COPY = "a copy left beside {0}; delete it, or put it in the place of {0}"
LOOKS = "this looks like a copy; delete it, or call it {} if it is needed"
NO_LANGUAGE = '"{}" is no language of this site, so nobody reads this file; {}'
FRONT_MATTER = "the front matter cannot be read"
THERE = "{} is there already, delete one of them"
NONE_NAMED = "no language in the name, so nobody reads this file; call it {}, or delete it"

# A copy of a file of the small notice under another name, and what is said of it.
NAMES = {
    "tiny/index.zh copy.md": COPY.format("index.zh.md"),
    "tiny/index.zh copy 2.md": COPY.format("index.zh.md"),
    "tiny/index.zh - Copy (2).md": COPY.format("index.zh.md"),
    "tiny/index.zh - Salinan.md": COPY.format("index.zh.md"),
    "tiny/index.zh (1).md": COPY.format("index.zh.md"),
    "tiny/index.zh（1）.md": COPY.format("index.zh.md"),
    "tiny/index (1).zh.md": COPY.format("index.zh.md"),
    "tiny/index.zh - 副本.md": COPY.format("index.zh.md"),
    "tiny/index.zh的副本.md": COPY.format("index.zh.md"),
    "tiny/index.zh.md~": COPY.format("index.zh.md"),
    "tiny/index.zh.md.bak": COPY.format("index.zh.md"),
    "tiny/index.zh.md.orig": COPY.format("index.zh.md"),
    "tiny/#index.zh.md#": COPY.format("index.zh.md"),
    "tiny/~$index.zh.md": COPY.format("index.zh.md"),
    "tiny/index.sync-conflict-1-AB.zh.md": COPY.format("index.zh.md"),
    "tiny/old page copy.zh.md": LOOKS.format("old page.zh.md"),
    "tiny/gone.zh.md.bak": LOOKS.format("gone.zh.md"),
    "tiny/my page.zh.md": 'a name with a space, which links cannot have; call it "my-page.zh.md"',
    "tiny/more.zh.MD": 'the ending is ".MD"; call it more.zh.md',
    "tiny/more.zh.markdown": 'the ending is ".markdown"; call it more.zh.md',
    "tiny/form.zh.Toml": 'the ending is ".Toml"; call it form.zh.toml',
    "tiny/more.zh.md.txt": ".txt was added to the name when it was saved; call it more.zh.md",
    "tiny/more.md": NONE_NAMED.format("more.en.md or more.zh.md"),
    "labels.toml": NONE_NAMED.format("labels.en.toml or labels.zh.toml"),
    "tiny/words.toml": NONE_NAMED.format("words.en.toml or words.zh.toml"),
    "more.md": NONE_NAMED.format("more.en.md or more.zh.md"),
    "tiny/副本.md": NONE_NAMED.format("副本.en.md or 副本.zh.md"),
    "tiny/more.cn.md": NO_LANGUAGE.format(".cn", "call it more.zh.md"),
    "tiny/more.zh-CN.md": NO_LANGUAGE.format(".zh-CN", "call it more.zh.md"),
    "tiny/more.English.md": NO_LANGUAGE.format(".English", "call it more.en.md"),
    "tiny/form.zh_CN.toml": NO_LANGUAGE.format(".zh_CN", THERE.format("form.zh.toml")),
    "tiny/more.ms.md": NO_LANGUAGE.format(".ms", "call it more.en.md or more.zh.md"),
    "tiny/cafe\u0301.zh.md": "the name is written with a letter and its mark apart; type it again",
}  # fmt: skip

# Nobody's business: they are neither read nor published.
LEFT_ALONE = ["tiny/.index.zh.md.swp", "tiny/.#index.zh.md", ".DS_Store", "Thumbs.db", "tiny/form.pdf",
              "benchmark.md", "confirmed.toml", "tiny/glossary.toml", "decisions/0001 copy.md"]  # fmt: skip

# A file, how it is saved or what is typed in it in place of what, the line, and how the sentence begins.
CONTENTS: dict[str, tuple[str, str | bytes | tuple[str, str], int, str]] = {
    "a page in GBK": (PAGE, "gbk", 2, AS_SAVED.format("GBK")),
    "a table in GBK": (TABLE, "gbk", 2, AS_SAVED.format("GBK")),
    "a page in UTF-16": (PAGE, "utf-16", 1, AS_SAVED.format("UTF-16")),
    "the glossary in UTF-16": ("glossary.toml", "utf-16", 1, AS_SAVED.format("UTF-16")),
    "a page with a mark": (PAGE, "utf-8-sig", 1, "this file begins with a byte-order mark; "),
    "a zero byte": (PAGE, ("title: ", "title: \0"), 2, "a character that is nothing (NUL) "),
    "a letter and its mark": (PAGE, ("title: ", "title: e\u0301"), 2, '"\u00e9'),
    "an empty page": (PAGE, b"", 1, "this file is empty; "),
    "a page of white space": (PAGE, b"\r\n \n", 1, "this file is empty; "),
    "a Chinese quote": (TABLE, ('"', "“"), 2, 'this line has “ in place of "; '),
    "a Chinese equals sign": (TABLE, ("=", "＝"), 2, "this line has ＝ in place of =; "),
    "a Chinese bracket": (TABLE, ("]", "］"), 1, "this line has ］ in place of ]; "),
    "a quote that does not end": (TABLE, b'\n\nlabel = "', 3, "a quotation mark is open at the end of this"),
    "a Chinese colon": (PAGE, (": ", "："), 2, 'this line has ： in place of ":"; write title: '),
    "a day that is none": (PAGE, ("11-23", "02-30"), 2, f"{FRONT_MATTER} (day is out of range"),
    "a sign that no text has": (PAGE, (": ", ": \x07"), 2, f"{FRONT_MATTER} (unacceptable character"),
    "no keys": (PAGE, b"---\ntitle\n---\n", 2, "the front matter has no keys; "),
}  # fmt: skip


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The writers' files of the small notice."""
    shutil.copytree(tiny_notice.BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path / "docs"


def said(docs: Path) -> list[str]:
    with pytest.raises(WordsError) as error:
        library.read(docs.parent, ("tiny",))
    return [str(problem) for problem in error.value.problems]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_nobody_reads_is_one_sentence(name: str, docs: Path) -> None:
    shutil.copy(docs / (TABLE if "toml" in name.lower() else PAGE), docs / name)
    assert said(docs) == [f"docs/{name}:1: {NAMES[name]}"]


def test_a_copied_folder_is_one_sentence(docs: Path) -> None:
    """And so is one with all its files in the rules, which would make a notice more."""
    shutil.copytree(docs / "tiny", docs / "tiny copy")
    assert said(docs) == [f"docs/tiny copy:1: {COPY.format('tiny')}"]
    rules = docs.parent / "calculator"
    for name in ("tiny", "tiny - 副本"):
        (rules / name).mkdir(parents=True)
        (rules / name / "rules.py").touch()
    assert [str(each) for each in strays(rules, docs.parent, texts=False).values()] == [
        f"calculator/tiny - 副本:1: {COPY.format('tiny')}"
    ]


def test_what_programs_and_systems_leave_is_left_alone(docs: Path) -> None:
    (docs / "decisions").mkdir()
    for name in LEFT_ALONE:
        if name != "tiny/glossary.toml":
            (docs / name).write_bytes(b"")
    (docs / "tiny" / ".#form.zh.toml").symlink_to("nobody@nowhere")
    check(tiny_notice.site(docs.parent))


@pytest.mark.parametrize("name", CONTENTS)
def test_a_file_that_cannot_be_read_is_one_sentence(name: str, docs: Path) -> None:
    file, change, line, sentence = CONTENTS[name]
    sound = (docs / file).read_text(encoding="utf-8")
    if isinstance(change, tuple):
        change = sound.replace(*change, 1).encode()
    (docs / file).write_bytes(sound.encode(change) if isinstance(change, str) else change)
    (only,) = said(docs)
    assert only.startswith(f"docs/{file}:{line}: {sentence}")


def test_a_folder_with_the_name_of_a_text_is_one_sentence(docs: Path) -> None:
    (docs / PAGE).unlink()
    (docs / PAGE).mkdir()
    (only,) = said(docs)
    assert only.startswith(f"docs/{PAGE}:1: this is a folder with the name of a text; ")


def test_a_file_that_cannot_be_opened_is_one_sentence(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", closed)
    with pytest.raises(
        WordsError, match=r"index.zh.md:1: this file cannot be opened \(Permission denied\); "
    ):
        text_of(docs / PAGE, docs.parent)


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_lines_may_end_as_on_another_system(ends: str, docs: Path) -> None:
    every = [path for path in docs.rglob("*.*") if path.suffix in (".md", ".toml")]
    for path in every:
        path.write_bytes(path.read_bytes().replace(b"\n", ends.encode()))
    check(tiny_notice.site(docs.parent))
    assert all(ends.encode() in path.read_bytes() for path in every if path.stat().st_size)


def test_every_folder_of_tests_says_what_is_in_it() -> None:
    here = Path(__file__).parent
    folders = {path.name for path in here.iterdir() if path.is_dir() and path.name != "__pycache__"}
    said = set(re.findall(r"`(\w+)/`", (here / "README.md").read_text(encoding="utf-8")))
    assert said == folders
