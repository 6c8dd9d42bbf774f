"""The lawyers' tables, answered by the rules in both languages."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from calculator.engine.asking.found import load, notices
from calculator.engine.figures import LANGUAGES
from tests import last_check
from tests.cases import ABSENT, Case, CaseError, ask, cases, origins, read_csv, read_toml

CASES = cases()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.notice}: {case.name}")
def test_the_rules_answer_as_the_table_says(case: Case, lang: str) -> None:
    """A row of a table, put to the rules, gives the outcome, figures and findings it names."""
    assert case.expected(lang) == case.seen(ask(case.request(lang)), lang)


@pytest.mark.parametrize("notice", notices())
def test_every_outcome_has_a_case(notice: str) -> None:
    """No outcome rests on the rules alone: the table of its notice expects each at least once."""
    assert set(load(notice).outcomes) == {
        case.outcome for case in CASES if case.notice == notice and case.outcome
    }


@pytest.mark.parametrize("notice", notices())
def test_every_finding_has_a_case(notice: str) -> None:
    """No statement rests on the rules alone: the table of its notice expects each at least once."""
    assert set(load(notice).codes) == {
        code for case in CASES if case.notice == notice for code in case.findings
    }


@pytest.mark.parametrize("notice", notices())
def test_every_finding_has_sources_that_it_must_name(notice: str) -> None:
    """The table says of each statement, in some situation, which section, page or report it rests on."""
    cited = {code for case in CASES if case.notice == notice for code in case.cited}
    assert set(load(notice).codes) == cited


@pytest.mark.parametrize("notice", notices())
def test_every_question_has_a_case(notice: str) -> None:
    """The table of a notice shows for each of its questions when it is asked."""
    asked = {case.question for case in CASES if case.notice == notice and case.question}
    assert {question.id for question in load(notice).questions} == asked


def test_what_was_not_law_yet_is_not_cited() -> None:
    """An answer about a day before Act 800 names it only to say that it was still to come."""
    for case in CASES:
        if "2000" < str(case.facts.get("as_at", "")) < "2018":
            for finding in ask(case.request("en")).get("findings", ()):
                if finding["code"] != "act800_not_yet":
                    assert not [id for id in finding["sources"] if id.startswith("act800")], case.name


def test_every_source_cited_is_one_of_the_law() -> None:
    """Whatever the rules name to support a statement, the page has a title and an address for it."""
    for case in CASES:
        findings = ask(case.request("en")).get("findings", ())
        cited = {id for finding in findings for id in finding["sources"]}
        assert cited <= load(case.notice).law.sources.keys(), case.name


def test_names_are_said_once() -> None:
    """Two cases with one name would be one line in a report."""
    names = [(case.notice, case.name) for case in CASES]
    assert sorted(set(names)) == sorted(names)


def test_every_origin_names_a_source() -> None:
    """An expectation comes from what its notice's origins.toml lists, never from the rules' own output."""
    for case in CASES:
        assert re.search("|".join(origins(case.notice)), case.origin), f"{case.notice}: {case.name}"


def test_a_spreadsheet_gives_the_same_cases_as_toml(tmp_path: Path) -> None:
    """A case written as CSV, byte order mark included, is the case written as TOML."""
    folder = tmp_path / "amnesty"
    folder.mkdir()
    sheet, table = folder / "cases.csv", folder / "cases.toml"
    sheet.write_text(
        "\ufeffname,origin,facts.as_at,facts.employs,outcome,figures.register_by,findings,not_findings\n"
        '"late, by a day",issue 2,2026-11-23,employees,registered_late,2026-01-31,late_interest compound,\n',
        encoding="utf-8",
    )
    table.write_text(
        '[[case]]\nname = "late, by a day"\norigin = "issue 2"\noutcome = "registered_late"\n'
        'facts = { as_at = "2026-11-23", employs = "employees" }\nfigures = { register_by = "2026-01-31" }\n'
        'findings = ["late_interest", "compound"]\n',
        encoding="utf-8",
    )
    assert list(read_toml(table)) == list(read_csv(sheet))


@pytest.mark.parametrize(
    ("checked", "name", "expected"),
    [
        (date(2026, 11, 23), "{last_check}", "2026-11-23"),
        (date(2026, 11, 30), "{day_after_last_check}", "2026-12-01"),
        (date(2026, 11, 30), "{month_of_last_check}", "2026-11"),
        (date(2026, 12, 1), "{month_after_last_check}", "2027-01"),
    ],
)
def test_days_around_the_last_check_have_names(
    monkeypatch: pytest.MonkeyPatch, checked: date, name: str, expected: str
) -> None:
    """A table need not be mended when the law is checked again."""
    notice = load("amnesty")
    monkeypatch.setattr(last_check, "load", lambda _: replace(notice, law=replace(notice.law, as_at=checked)))
    assert last_check.dated("amnesty", {"a": name, "b": 1}) == {"a": expected, "b": 1}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('origin = "issue 2"\noutcome = "x"', "case 1: no name; every case has a name and an origin"),
        ('name = "n"\noutcome = "x"', "case 1: no origin; every case has a name and an origin"),
        ('name = "n"\norigin = "o"', "case 1: write exactly one of outcome, question, errors"),
        (
            'name = "n"\norigin = "o"\noutcome = "x"\nquestion = "y"',
            "write exactly one of outcome, question, errors",
        ),
        ('name = "n"\norigin = "o"\noutcom = "x"', "case 1: unknown key outcom; the keys are name, origin"),
    ],
)
def test_a_mistake_in_a_table_is_named(tmp_path: Path, row: str, message: str) -> None:
    """The author of a faulty row reads which row it is and what to write."""
    path = tmp_path / "cases.toml"
    path.write_text(f"[[case]]\n{row}\n", encoding="utf-8")
    with pytest.raises(CaseError, match=re.escape(message)):
        list(read_toml(path))


def test_a_case_that_differs_is_shown_point_by_point() -> None:
    """What an answer says is set beside what the table says, figure by figure and finding by finding."""
    case = Case(
        "n",
        "n",
        "o",
        {},
        outcome="x",
        figures={"a": "1", "f.b": ABSENT},
        texts={"en": {"a": "one"}},
        findings=("f",),
        not_findings=("g",),
        cited={"g": ("s", "t"), "f": ("s",)},
    )
    response = {
        "outcome": "y",
        "findings": [
            {
                "code": "g",
                "figures": {"a": {"value": "1", "text": "One"}, "b": {"value": "4", "text": "Four"}},
                "sources": ["s"],
            },
            {"code": "h", "figures": {"a": {"value": "2", "text": "One"}}, "sources": []},
        ],
    }
    assert case.seen(response, "en") == {
        "result": "y",
        "figures": {"a": "1 and 2", "f.b": ABSENT},
        "texts": {"a": "One"},
        "missing findings": ["f"],
        "unexpected findings": ["g"],
        "missing sources": ["g: t", "f: s"],
    }
    assert case.expected("zh")["texts"] == {}
