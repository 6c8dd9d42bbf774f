"""`make lint`: every check of the content at once, without a build."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from calculator.engine.asking.contract import Breach, NoticeError
from calculator.engine.law import LawFileError
from overrides.hooks import lint
from overrides.hooks.read import loading
from overrides.hooks.read.answers_given import Given
from overrides.hooks.read.text import Problem, Text, WordsError

ROOT = Path(__file__).parents[1]
SENTENCE = "\n\nUp to 7 or 8.\n"
LAW = "calculator/law/perkeso/parameters.toml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What people write, with nothing kept of a walk."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    ignored = shutil.ignore_patterns("*.py", "__pycache__")
    shutil.copytree(ROOT / "calculator", tmp_path / "calculator", ignore=ignored)
    (tmp_path / "tests" / "amnesty").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "amnesty" / "cases.csv", tmp_path / "tests" / "amnesty")
    return tmp_path


def linted(project: Path, *arguments: str) -> tuple[object, list[str]]:
    """The exit code, and the lines."""
    lines: list[str] = []
    try:
        for line in lint.main(arguments, project):
            lines.append(line)  # noqa: PERF402 - those before the end count
    except SystemExit as stop:
        return stop.code, lines
    return 0, lines


def places(lines: list[str]) -> list[str]:
    return [line.split(": ")[0] for line in lines]


def test_sound_texts_are_counted_and_what_was_not_walked_is_said(project: Path) -> None:
    code, (counted, left) = linted(project)
    assert code == 0
    assert int(counted.removesuffix(" texts checked").replace(",", "")) > len(list(project.rglob("*.md")))
    assert left.startswith("left for the build, since rules or law have changed: which figures the answers ")
    assert left.endswith("; make lint ALL=1 checks them")


def test_every_mistake_is_a_line_in_order(project: Path) -> None:
    pages = [f"docs/amnesty/index.{lang}.md" for lang in ("en", "zh")]
    ends = []
    for page in pages:
        text = (project / page).read_text(encoding="utf-8")
        (project / page).write_text(text + SENTENCE, encoding="utf-8")
        ends.append(text.count("\n") + 3)
    code, lines = linted(project, "--columns")
    assert code == 1
    assert places(lines) == [
        f"{page}:{end}:{at}" for page, end in zip(pages, ends, strict=True) for at in (7, 12)
    ]


def test_files_in_another_encoding_are_all_named_whoever_reads_them(project: Path) -> None:
    files = [LAW, "docs/index.zh.md", "docs/glossary.toml", "tests/amnesty/cases.csv"]
    for file in files:
        (project / file).write_bytes((project / file).read_text(encoding="utf-8").encode("utf-16"))
    (project / "calculator" / "amnesty copy").mkdir()
    (project / "tests" / "contributions").mkdir()
    (project / "tests" / "contributions" / "cases.csv").write_bytes("name\n雇主\n".encode("utf-8-sig"))
    code, lines = linted(project)
    assert code == 1
    *problems, last = lines
    assert places(problems) == sorted(f"{file}:1" for file in [*files, "calculator/amnesty copy"])
    assert last == "once these files can be read, the rest is checked"


def test_a_table_of_cases_that_is_no_toml_is_named(project: Path) -> None:
    (project / "tests" / "amnesty" / "cases.toml").write_text("[[case]]\nname ＝ “a”\n", encoding="utf-8")
    _, (said, _) = linted(project)
    assert said.startswith("tests/amnesty/cases.toml:2: this line has ＝ “ ” in place of = ")


def test_it_needs_no_generator_of_sites() -> None:
    command = (
        "import sys, overrides.hooks.lint; print(sorted({'mkdocs', 'material', 'PIL'} & {*sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_rules_that_fail_when_they_are_walked_are_named(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no tree is grown of any, which takes minutes."""
    failed = Problem("calculator/amnesty/rules.py", 9, "no parameter")

    def fails(*_: object) -> Given:
        raise WordsError([failed])

    monkeypatch.setattr(lint, "given_by", fails)
    found = lint.lint(project, walk=True)
    assert failed in found.problems
    assert found.compared


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (
            LawFileError([f"{LAW}:7: no source"]),
            Problem(LAW, 7, "no source"),
        ),
        (
            LawFileError(["nothing in any folder"]),
            Problem("calculator/n/rules.py", 1, "nothing in any folder"),
        ),
        (
            NoticeError([Breach('n: day is "x", which is no fact')]),
            Problem("calculator/n/rules.py", 1, 'n: day is "x", which is no fact'),
        ),
        (
            SyntaxError("invalid syntax", (str(ROOT / "calculator" / "n" / "codes.py"), 3, 1, "x")),
            Problem("calculator/n/codes.py", 3, "SyntaxError: invalid syntax"),
        ),
        (
            NameError("name 'x' is not defined"),
            Problem("calculator/n/rules.py", 1, "NameError: name 'x' is not defined"),
        ),
    ],
)
def test_what_is_wrong_with_rules_is_a_problem(
    error: Exception, expected: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(_id: str) -> None:
        raise error

    monkeypatch.setattr(loading, "load", load)
    problems: set[Problem] = set()
    assert list(loading.loaded(["n"], ROOT, problems)) == []
    assert problems == {expected}


def test_an_error_that_rules_raise_is_said_on_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = tmp_path / "calculator" / "n" / "rules.py"
    rules.parent.mkdir(parents=True)
    rules.write_text("a = 1\nb = c\n", encoding="utf-8")
    monkeypatch.setattr(loading, "load", lambda _id: exec(compile(rules.read_text(), rules, "exec"), {}))  # noqa: S102
    problems: set[Problem] = set()
    assert list(loading.loaded(["n"], tmp_path, problems)) == []
    assert problems == {Problem("calculator/n/rules.py", 2, "NameError: name 'c' is not defined")}


@pytest.mark.parametrize(
    ("text", "at", "line", "column"),
    [
        (Text("one\ntwo", "f", 5), 0, 5, 1),
        (Text("one\ntwo", "f", 5), 2, 5, 3),
        (Text("one\ntwo", "f", 5), 5, 6, 2),
        (Text("two", "f", 5, column=10), 1, 5, 11),
        (Text("two", "f", 5, column=0), 1, 5, 1),
        (Text("one", "f", 5).shown_as("other"), 3, 5, 1),
    ],
)
def test_a_problem_knows_its_column_where_the_words_stand_as_written(
    text: Text, at: int, line: int, column: int
) -> None:
    problem = text.problem("x", at)
    assert (problem.line, problem.column) == (line, column)
