"""A third notice, of another field and under another body of law, goes through every command."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from calculator import answer
from calculator.engine.figures import LANGUAGES
from tests import with_third
from tests.cases import cases
from tests.with_third import run

ID = "e_invoice"
NUMBER = "03-8911 1000"
LARGE = {"as_at": "2026-11-25", "in_business": "yes", "started": "2010", "turnover": "RM999,999,999.99"}
ANSWERED = (
    "import sys; from calculator import answer; print(*map(answer, sys.stdin.read().split('\\n')), sep='\\n')"
)
AFFECTED = """
from tests.tools import affected
affected.notices = lambda: ("e_invoice",)
print(*affected.main("HEAD"), sep="\\n")
"""


def ask(folder: Path, requests: list[str]) -> list[str]:
    """What the rules of a folder answer, to the letter."""
    done = run(folder, "-c", ANSWERED, given="\n".join(requests))
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    "check", [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy", "calculator")]
)
def test_it_passes_the_checks_of_the_project(third: Path, check: tuple[str, ...]) -> None:
    """In tests/notices its rules are data; here they are rules like the others."""
    done = run(third, "-m", *check)
    assert done.returncode == 0, done.stdout


def test_the_tests_of_the_project_hold_for_it(third: Path) -> None:
    """Its table in both languages, every path, outcome and finding, each cited, and what would change it."""
    files = ("test_cases.py", "test_paths.py", "test_paths_explained.py")
    done = run(third, "-m", "pytest", "-q", *(f"tests/{name}" for name in files), "-k", ID)
    assert done.returncode == 0, done.stdout
    rows = (third / "tests" / ID / "cases.toml").read_text(encoding="utf-8").count("[[case]]")
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed
    assert int(passed[1]) > len(LANGUAGES) * rows


def test_what_the_project_says_of_all_notices_holds_with_it(third: Path) -> None:
    """Words and figures are complete, nothing imports it, no law is unused, and it is rechecked."""
    files = ("test_notice.py", "test_law.py", "test_nothing_unused.py", "test_recheck.py")
    named = "tests/test_content.py::test_the_writers_files_have_no_problem"
    done = run(third, "-m", "pytest", "-q", named, *(f"tests/{name}" for name in files))
    assert done.returncode == 0, done.stdout
    listed = run(third, "-m", "tests.tools.recheck")
    assert "calculator/law/lhdn/parameters.toml:" in listed.stdout, listed.stderr


def test_the_command_line_answers(third: Path) -> None:
    request = json.dumps({"notice": ID, "lang": "zh", "facts": LARGE})
    response = json.loads(run(third, "-m", "calculator", given=request).stdout)
    assert response["outcome"] == "must_issue"
    texts = {id: each["text"] for found in response["findings"] for id, each in found["figures"].items()}
    assert texts["largest_fine"] == "最高20,000令吉"
    assert texts["turnover_year"] == "2022年", "a unit of its own body"


def test_the_other_notices_answer_to_the_letter_as_without_it(third: Path) -> None:
    requests = [case.request(lang) for case in cases() for lang in LANGUAGES]
    requests += [case.request("en", explain=True) for case in cases()[::9]]
    assert ask(third, requests) == [answer(request) for request in requests]


def test_every_path_of_it_is_new_to_the_version_before(tmp_path: Path) -> None:
    """`make affected` lists a notice that was not there."""
    folder = with_third.without_third(tmp_path / "project")
    git = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false")
    for command in (
        ("init", "--quiet"),
        ("add", "calculator", "docs"),
        (*git, "commit", "--quiet", "-m", "1"),
    ):
        done = run(
            folder, "-c", "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))", "git", *command
        )
        assert done.returncode == 0, done.stderr
    with_third.lay_over(folder)
    first, *lines = run(folder, "-c", AFFECTED).stdout.splitlines()
    count = int(first.removeprefix(f"{ID}: ").removesuffix(" answers differ from HEAD"))
    assert len([line for line in lines if line.startswith("    as_at=")]) == count > 100
    assert len([line for line in lines if line.startswith("      after:  exempt: You are exempt")]) > 0
    assert not [line for line in lines if "before: exempt" in line]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_its_page_is_its_own(third_site: Path, lang: str) -> None:
    """No source of another body, its own number in every way out, and the disclaimer names both bodies."""
    root = third_site if lang == "en" else third_site / lang
    page = (root / ID / "index.html").read_text(encoding="utf-8")
    law = (third_site.parent / "calculator" / "law" / "lhdn" / "sources.toml").read_text(encoding="utf-8")
    own = set(re.findall(r"^\[(.+)\]$", law, re.MULTILINE))
    assert set(re.findall(r'data-source="([^"]+)"', page)) <= own
    numbers = Counter(re.findall(r'href="tel:([^"]*)"', page))
    assert numbers == {"0389111000": 3}
    assert page.count(NUMBER) >= 3
    assert "1-300-22-8000" not in page
    sources = (root / "law-sources" / "index.html").read_text(encoding="utf-8")
    assert own == {id for id in re.findall(r'data-source="([^"]+)"', sources) if id in own}
    disclaimer = (root / "disclaimer" / "index.html").read_text(encoding="utf-8")
    assert {"en": "PERKESO and LHDN", "zh": "社险机构和内陆税收局"}[lang] in disclaimer
    assert f'href="{ID}/"' in (root / "index.html").read_text(encoding="utf-8")
