"""What `make cases` says of a mistake: file, line and what is to be mended, and nothing of Python."""

from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

from calculator.engine import Law, Ruling
from calculator.engine.asking.found import load
from overrides.hooks.read.answers_given import given_by
from overrides.hooks.read.loading import loaded
from overrides.hooks.read.rules import Breach, NoticeError
from overrides.hooks.read.text import Problem, WordsError
from tests.cases import Case, cases
from tests.tools import case_differences, check_cases
from tests.tools.case_differences import differences
from tests.tools.check_cases import main, uncovered

FACTS = {"as_at": "2026-11-23", "employs": "nobody", "employed_before": "no"}
CASE = Case("amnesty", "n", "o", FACTS, outcome="not_an_employer", place="tests/amnesty/cases.toml:9")
BEGINS = "tests/amnesty/cases.toml:9: “n”: "
# what is wrong with a case that holds, and what is said of it
MISTAKES: dict[str, tuple[dict[str, object], str]] = {
    "nothing": ({}, ""),
    "outcome": (
        {"outcome": "not_an_employr"},
        'there is no outcome "not_an_employr"; did you mean "not_an_employer"?',
    ),
    "another outcome": (
        {"outcome": "registered_late"},
        'expected "registered_late", the rules give "not_an_employer"',
    ),
    "question": (
        {"facts": {**FACTS, "employed_befor": "no"}},
        'there is no question "employed_befor"; did you mean "employed_before"?',
    ),
    "reply": (
        {"facts": {**FACTS, "employs": "none"}},
        'expected "not_an_employer", the rules give employs refused as not_a_choice (none)',
    ),
    "finding": (
        {"findings": ("no_employe",)},
        'the answer has no finding "no_employe"; did you mean "no_employee"?',
    ),
    "unexpected": ({"not_findings": ("no_employee",)}, 'the answer has the finding "no_employee"'),
    "source": (
        {"cited": {"no_employee": ("act4-s33",)}},
        'the finding "no_employee" does not name the source "act4-s33"; did you mean "act4-s3"?',
    ),
    "figure": (
        {"figures": {"employer_threshold": "1,0"}},
        'expected employer_threshold = "1,0", the rules give "1"',
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_difference_is_named_with_its_place(name: str) -> None:
    wrong, said = MISTAKES[name]
    lines = list(differences(replace(CASE, **wrong), load("amnesty")))  # type: ignore[arg-type]
    assert lines[:1] == ([BEGINS + said] if said else [])


def test_rules_that_fail_are_named_by_their_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A figure that has another name in the law is looked for where the rules name it."""
    notice = load("amnesty")
    parameters = {id: value for id, value in notice.law.parameters.items() if id != "employer_threshold"}
    broken = replace(notice, law=replace(notice.law, parameters=parameters))
    monkeypatch.setattr(case_differences, "ask", lambda _: {"status": "failed"})
    (line,) = differences(CASE, broken)
    assert line.startswith("calculator/amnesty/")
    assert 'no parameter "employer_threshold"' in line


def test_rules_that_fail_when_they_are_walked_are_named_by_their_line() -> None:
    """By lint, the desk and the build alike, which learn from the walk what the answers give."""
    notice = load("amnesty")

    def decide(facts: Any, law: Law) -> Ruling:  # noqa: ANN401 - the notice's own class
        yield from notice.notice.decide(facts, replace(law, parameters={}))
        raise AssertionError

    with pytest.raises(WordsError) as refused:
        given_by(replace(notice, notice=replace(notice.notice, decide=decide)))
    [problem] = refused.value.problems
    assert problem.path.startswith("calculator/amnesty/")
    assert problem.text.startswith('no parameter "')


def test_what_no_case_expects_is_named() -> None:
    lines = list(uncovered("amnesty", load("amnesty"), [replace(CASE, origin="hearsay")]))
    assert 'tests/amnesty/cases.toml:1: no case expects the outcome "registered_late"; add one' in lines
    assert [line for line in lines if "cited = { no_employee = " in line]
    assert (
        f'{BEGINS}origin "hearsay" is none that tests/amnesty/origins.toml lists; add its pattern there'
        in lines
    )
    assert not list(
        uncovered("amnesty", load("amnesty"), [each for each in cases() if each.notice == "amnesty"])
    )


def test_a_name_that_nothing_has_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    renamed = replace(CASE, facts={**FACTS, "workers": "1"})
    every = [renamed, replace(renamed, name="m"), replace(CASE, outcome="no_levy", name="k")]
    monkeypatch.setattr(check_cases, "_read", lambda _: (every, []))
    said = list(takewhile(lambda line: "there is no" in line, main(["amnesty"])))
    assert said == [
        f'{BEGINS}there is no question "workers" (2 cases have it)',
        'tests/amnesty/cases.toml:9: “k”: there is no outcome "no_levy"',
    ]


def test_a_notice_that_is_not_there_is_refused() -> None:
    with pytest.raises(SystemExit, match='no notice "amnestie"; the notices are amnesty, '):
        list(main(["amnestie"]))


def test_replies_to_try_are_named_in_their_own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "calculator" / "levy"
    folder.mkdir(parents=True)
    (folder / "samples.toml").write_text('# try\nage = ["17"]\n', encoding="utf-8")
    breaches = (Breach("too small", "age"), Breach("no replies", "pay"), Breach("phone is wrong"))

    def refused(_: str) -> None:
        raise NoticeError(breaches)

    monkeypatch.setattr("overrides.hooks.read.loading.load", refused)
    problems: set[Problem] = set()
    assert not list(loaded(["levy"], tmp_path, problems))
    assert sorted((each.path, each.line, each.text) for each in problems) == [
        ("calculator/levy/rules.py", 1, "phone is wrong"),
        ("calculator/levy/samples.toml", 1, "no replies"),
        ("calculator/levy/samples.toml", 2, "too small"),
    ]
