"""The built wheel on the browser's Python: the same tables, and the same answers to the letter."""

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from calculator import answer
from calculator.engine.asking.found import notices
from calculator.engine.figures import LANGUAGES
from tests.cases import Case, cases
from tests.paths import kinds
from tests.pyodide import in_node

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
EXAMPLES = sorted((ROOT / "tests" / "examples").glob("*.json"))
CASES = cases()
NO_UNICODE = '{"notice": "amnesty", "lang": "en", "facts": {"\\ud800": "x"}}'


def request(case: Case, lang: str) -> str:
    """A case as the page sends it; explained in one of the languages, as that takes many answers."""
    return case.request(lang, explain=lang == "zh")


def requests() -> list[str]:
    """Every case and every kind of path in both languages; the examples; what is no request."""
    asked = [request(case, lang) for case in CASES for lang in LANGUAGES]
    for notice in notices():
        for given, _ in kinds(notice):
            asked += [
                json.dumps({"notice": notice, "lang": lang, "facts": dict(given)}) for lang in LANGUAGES
            ]
    asked += [json.dumps(json.loads(path.read_text(encoding="utf-8"))["request"]) for path in EXAMPLES]
    return [*dict.fromkeys(asked), "", "{", "[]", NO_UNICODE]


@pytest.fixture(scope="module")
def wheel() -> Path:
    """The wheel of the built site."""
    found = sorted((SITE / "assets" / "wheels").glob("*.whl"))
    if len(found) != 1:
        pytest.fail("the site is not built: run `make build`")
    return found[0]


@pytest.fixture(scope="module")
def answers(wheel: Path) -> dict[str, Any]:
    """What the wheel answers in Pyodide, by request."""
    assert wheel.is_file()
    asked = requests()
    found = in_node.ask(SITE, asked)
    return {"python": found["python"], **dict(zip(asked, found["responses"], strict=True))}


def test_the_wheel_holds_the_rules_of_this_work_tree(wheel: Path) -> None:
    """The site was built after the last change of the rules, and the wheel leaves none of their files out."""
    folder = ROOT / "calculator"
    ours = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    with ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith("calculator/")]
        assert ours == {name: archive.read(name) for name in names}, "run `make build`"


def test_the_python_is_that_of_the_browser(answers: dict[str, Any]) -> None:
    """The comparison is with another Python than the one that runs these tests: the browser's."""
    assert answers["python"].startswith("3.14.")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.notice}: {case.name}")
def test_the_wheel_answers_as_the_table_says(answers: dict[str, Any], case: Case, lang: str) -> None:
    """A row of a table gives on the browser's Python what it gives here."""
    assert case.expected(lang) == case.seen(json.loads(answers[request(case, lang)]), lang)


def test_every_answer_is_the_same_to_the_letter(answers: dict[str, Any]) -> None:
    """Cases, paths, examples and broken requests: the texts are equal, explanations included."""
    responses = {text: response for text, response in answers.items() if text != "python"}
    assert not [text for text, response in responses.items() if response != answer(text)]
