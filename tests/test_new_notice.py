"""`make notice`: what it makes answers at once, names are refused, and nothing unwritten is published."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from calculator.engine.asking.found import notices
from overrides.hooks import stage
from overrides.hooks.check.unwritten import unwritten
from overrides.hooks.read.text import WordsError
from tests import with_third
from tests.built import once
from tests.tools.new_notice.names import refused

ROOT = Path(__file__).parents[1]
# Names that no notice of ours will have: a project with one must pass these tests, too.
MADE = {"a_made_up": "perkeso", "z_made_up": "made_up_body"}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project with two new notices, one about a body that was not there."""

    def make(folder: Path) -> None:
        with_third.without_third(folder)
        for name, body in MADE.items():
            done = with_third.run(folder, "-m", "tests.tools.new_notice", name, body)
            assert done.returncode == 0, done.stderr

    return once(tmp_path_factory, "made", make)


def test_it_answers_and_passes_the_checks_of_content(made: Path) -> None:
    """Its cases in both languages, every path, and the words of every code."""
    files = ("test_cases.py", "test_paths.py", "test_content.py::test_the_writers_files_have_no_problem")
    chosen = " or ".join((*MADE, "writers_files"))
    done = with_third.run(made, "-m", "pytest", "-q", *(f"tests/{name}" for name in files), "-k", chosen)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("check", [("check",), ("format", "--check")])
def test_its_rules_are_written_as_ours(made: Path, check: tuple[str, ...]) -> None:
    """Whatever its name, which decides on the order of imports."""
    folders = [f"calculator/{name}" for name in MADE]
    done = with_third.run(made, "-m", "ruff", *check, *folders, "calculator/law")
    assert done.returncode == 0, done.stdout


def test_no_name_of_a_template_is_left(made: Path) -> None:
    folders = [f"{part}/{name}" for name in MADE for part in ("calculator", "docs", "tests")]
    for folder in (*folders, f"calculator/law/{MADE['z_made_up']}"):
        for path in (made / folder).rglob("*.*"):
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not re.search(r"new.?(notice|body)|1970", text, re.IGNORECASE), path


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "NAME is missing"),
        ("Levy", "no name"),
        ("hrd-levy", "no name"),
        ("2026", "no name"),
        ("levy_", "no name"),
        ("税", "no name"),
        ("../levy", "no name"),
        ("import", "a word of Python"),
        ("zh", "something else"),
        ("build", "something else"),
        ("outcomes", "something else"),
        ("amnesty", "docs/amnesty is there"),
        ("disclaimer", "docs/disclaimer.en.md is there"),
        ("decisions", "docs/decisions is there"),
        ("engine", "calculator/engine is there"),
        ("perkeso", "calculator/law/perkeso is there"),
        ("cases", "tests/cases.py is there"),
        ("browser", "tests/browser is there"),
        ("e_invoice", "tests/notices/docs/e_invoice is there"),
        ("every_kind", "tests/fixture/every_kind is there"),
    ],
)
def test_a_name_that_is_none_or_taken_is_refused(name: str, said: str) -> None:
    assert said in refused(ROOT, name)


def test_other_names_are_not_refused() -> None:
    assert not any(refused(ROOT, name) for name in ("b_made_up", "match", "act4", "made_up_body"))


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("a_made_up", "perkeso", 'NAME="a_made_up" is taken: docs/a_made_up is there already'),
        ("other", "Perkeso", 'BODY="Perkeso" is no name'),
        ("other", "engine", 'BODY="engine" is taken'),
        ("other", "other", 'NAME and BODY are both "other"'),
        (
            "other",
            "made_up_body",
            'no name in docs/ for "made-up-body-contact" of calculator/law/',
        ),
    ],
)
def test_a_refusal_is_one_sentence_and_makes_nothing(made: Path, name: str, body: str, said: str) -> None:
    done = with_third.run(made, "-m", "tests.tools.new_notice", name, body)
    assert done.returncode == 1
    assert done.stderr.startswith(f"make notice: {said}")
    assert done.stderr.count("\n") == 1
    assert not (made / "docs" / "other").exists()


def test_what_is_not_written_is_listed_with_its_line(made: Path) -> None:
    found = unwritten(made, ["a_made_up"])
    assert {problem.path.split("/")[0] for problem in found} == {"calculator", "docs", "tests"}
    for problem in found:
        line = (made / problem.path).read_text(encoding="utf-8").splitlines()[problem.line - 1]
        assert problem.text.removeprefix("not written yet: ") in line
    english, chinese = (sum(f".{lang}." in problem.path for problem in found) for lang in ("en", "zh"))
    assert english == chinese


def test_what_is_not_written_is_not_published(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site: Any = SimpleNamespace(notices=["a_made_up"])
    with pytest.raises(WordsError, match=r"docs/a_made_up/index\.en\.md:2: not written yet: \[To write\]"):
        stage._written(made, site, published=True)
    stage._written(made, site, published=False)
    assert "first at docs/a_made_up/findings.en.toml:4; refused with SITE_URL" in capsys.readouterr().out


def test_nothing_here_is_unwritten() -> None:
    assert unwritten(ROOT, notices()) == []
