"""The open data, read as other programs would read it."""

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from calculator.engine.asking.facts import InvalidFactError, read
from calculator.engine.asking.found import load, look_in, notices
from calculator.engine.asking.kinds import KINDS
from calculator.engine.asking.notice import Loaded
from calculator.engine.figures import LANGUAGES, value
from calculator.receipt.version import version
from overrides.hooks.assemble.protocol import ROOTS
from overrides.hooks.check.steps import trees
from overrides.hooks.render.context import Site, load_site
from overrides.hooks.render.open_data.names import Names
from overrides.hooks.render.open_data.page import files_of, open_data
from overrides.hooks.render.open_data.request import BY_KIND, schema
from overrides.hooks.render.open_data.write import write
from tests.built import ROOT
from tests.cases import Case, ask, cases

MARK, DANGEROUS = "\ufeff", ("=", "+", "-", "@", "\t")
# Folders with files, each with the notice whose rules answer there: arrears have figures of their own only.
RULES = {**{notice: notice for notice in notices()}, "arrears": "contributions"}
WEEKDAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")


@pytest.fixture(scope="module")
def loaded() -> Site:
    return load_site(ROOT, {})


@pytest.fixture(scope="module")
def data(loaded: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("staged")
    write(loaded, trees(loaded, ROOT), ROOT, folder)
    return folder / "data"


def json_of(path: Path) -> Any:  # noqa: ANN401 - whatever the file has
    return json.loads(path.read_text(encoding="utf-8"))


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_the_list_names_every_file_with_its_hash(data: Path) -> None:
    listed = json_of(data / "index.json")["notices"]
    named = {each["path"]: each for notice in listed for each in notice["files"]}
    there = {path.relative_to(data).as_posix(): path.read_bytes() for path in data.rglob("*.*")}
    del there["index.json"]
    assert named.keys() == there.keys()
    for name, content in there.items():
        assert named[name]["bytes"] == len(content)
        assert named[name]["sha256"] == hashlib.sha256(content).hexdigest()
    for each in listed:
        assert each["version"] == version(RULES[each["id"]])
        assert each["law_as_at"] == load(RULES[each["id"]]).law.as_at.isoformat()
    assert {each["id"] for each in listed} == RULES.keys()


@pytest.mark.parametrize("notice", RULES)
def test_our_page_lists_every_file(notice: str, data: Path, loaded: Site) -> None:
    listed = {name for names in files_of(loaded, notice).values() for name in names}
    assert listed == {path.name for path in (data / notice).iterdir()}


def test_our_page_lists_every_schema(loaded: Site) -> None:
    for lang in LANGUAGES:
        page = open_data(loaded.place("open-data", lang))
        assert all(f"schema/{name}.json" in page for name in ROOTS)


def test_spreadsheets_open_every_table(data: Path) -> None:
    for path in sorted(data.rglob("*.csv")):
        text = path.read_bytes().decode("utf-8")
        assert text.startswith(MARK), path
        assert text.count("\n") == text.count("\r\n") > 1, path
        table = list(csv.reader(io.StringIO(text.removeprefix(MARK), newline=""), strict=True))
        assert {len(row) for row in table} == {len(table[0])}, path
        assert not [cell for row in table for cell in row if cell.startswith(DANGEROUS)], path


@pytest.mark.parametrize("notice", RULES)
def test_every_value_of_a_parameter_is_there(notice: str, data: Path) -> None:
    law, rows = load(RULES[notice]).law, rows_of(data / notice / "parameters.csv")
    ids = list(dict.fromkeys(row["id"] for row in rows))
    listed = json_of(data / notice / "parameters.json")["parameters"]
    assert [each["id"] for each in listed] == ids
    by_hand = [
        (id, entry.since.isoformat(), " ".join(entry.sources), entry.confidence, entry.note or "")
        for id in ids
        for entry in law.parameters[id].entries
    ]
    assert [
        tuple(row[key] for key in ("id", "from", "sources", "confidence", "note")) for row in rows
    ] == by_hand
    values = [entry for id in ids for entry in law.parameters[id].in_force()]
    in_force = [row for row in rows if row["state"] == "in_force"]
    assert [(row["value"], row["bound"]) for row in in_force] == [
        (value(each.amount), each.bound or "") for each in values
    ]
    assert all(row["name_en"] and row["name_zh"] and row["text_en"] and row["text_zh"] for row in in_force)


def test_arrears_have_the_figures_of_their_text_and_of_their_interest(data: Path) -> None:
    """What their page quotes and their code looks up; what a row owes is decided by another notice."""
    pages = [ROOT / f"docs/arrears/index.{lang}.md" for lang in LANGUAGES]
    texts = [page.read_text(encoding="utf-8") for page in pages]
    quoted, twin = (set(re.findall(r'\{\{ (?:figure|history)\("(\w+)"', text)) for text in texts)
    code = "".join(
        path.read_text(encoding="utf-8") for path in ROOT.joinpath("calculator/arrears").glob("*.py")
    )
    looked_up = set(re.findall(r'law\.(?:percent|whole|ringgit|value)\("(\w+)"', code))
    assert quoted == twin
    assert looked_up == {"late_interest_rate", "late_interest_days_in_year", "late_interest_minimum"}
    assert {row["id"] for row in rows_of(data / "arrears" / "parameters.csv")} == quoted | looked_up
    assert {path.name for path in data.joinpath("arrears").iterdir()} == {
        "parameters.csv", "parameters.json", "programmes.json", "sources.csv", "sources.json",
    }  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_our_page_leads_from_arrears_to_their_files_and_the_schema_of_a_payroll(
    lang: str, loaded: Site
) -> None:
    up = "../" if lang == "en" else "../../"
    tables = open_data(loaded.place("open-data", lang)).split("</table>")
    (arrears,) = (table for table in tables if "data/arrears/" in table)
    for name in ("data/arrears/parameters.csv", "data/arrears/parameters.json", "schema/rows-request.json"):
        assert f'href="{up}{name}"' in arrears
    assert "states" not in arrears


def test_every_row_of_a_table_is_there(data: Path) -> None:
    law = load("contributions").law
    for id, table in law.tables.items():
        rows = rows_of(data / "contributions" / f"{id}.csv")
        bands = [band for edition in table.in_force() for band in edition.bands]
        printed = [row for row in rows if row["state"] == "in_force"]
        assert len(rows) - len(printed) == len(table.entries) - len(table.in_force())
        for row, band in zip(printed, bands, strict=True):
            assert {column: row[column] for column in band.amounts} == {
                column: value(amount) for column, amount in band.amounts.items()
            }
            top = "" if band.wage_up_to is None else value(band.wage_up_to)
            assert (row["from"], row["wage_up_to"]) == (band.since.isoformat(), top)


@pytest.mark.parametrize("notice", RULES)
def test_every_source_that_is_named_is_listed(notice: str, data: Path) -> None:
    known = {row["id"] for row in rows_of(data / notice / "sources.csv")}
    for path in (data / notice).glob("*.csv"):
        for row in rows_of(path):
            assert set(row.get("sources", "").split()) <= known, (path, row)


# ---- The schema of a request ----------------------------------------------------------------------------


def validator(data: Path, notice: str) -> Draft202012Validator:
    schema = json_of(data / notice / "request.schema.json")
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def in_the_one_form(notice: str, facts: Mapping[str, object]) -> bool:
    """Whether each reply is one that its question takes, written as figures are written for machines."""
    known = {question.id: question for question in load(notice).questions}
    for id, given in facts.items():
        if id not in known:
            return False
        try:
            meant = read(known[id], given)
        except InvalidFactError:
            return False
        if KINDS[known[id].kind].said and meant is not None and value(meant) != str(given):  # type: ignore[arg-type]
            return False
        if isinstance(given, str) and not given.isascii():
            return False
    return True


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.notice}: {case.name}")
def test_the_schema_takes_a_case_as_the_rules_do(case: Case, data: Path) -> None:
    valid = validator(data, case.notice).is_valid(json.loads(case.request("en")))
    assert valid == in_the_one_form(case.notice, case.facts)


@pytest.mark.parametrize("notice", notices())
def test_the_schema_takes_every_sample(notice: str, data: Path) -> None:
    check = validator(data, notice)
    for id, replies in load(notice).samples.items():
        for reply in replies:
            check.validate({"notice": notice, "lang": "zh", "facts": {id: reply}, "explain": True})


@pytest.mark.parametrize(
    ("notice", "facts"),
    [
        ("amnesty", {"as_at": "2026-02-30"}),
        ("amnesty", {"as_at": "20261125"}),
        ("amnesty", {"as_at": "1899-12-31"}),
        ("amnesty", {"as_at": "2101-01-01"}),
        ("amnesty", {"as_at": "unknown"}),
        ("amnesty", {"as_at": 2026}),
        ("amnesty", {"employs": "staff"}),
        ("amnesty", {"employs": ["nobody"]}),
        ("amnesty", {"employs": None}),
        ("amnesty", {"wages": "1"}),
        ("contributions", {"month": "2026-13"}),
        ("contributions", {"month": "2026-06-01"}),
        ("contributions", {"age": -1}),
        ("contributions", {"age": 121}),
        ("contributions", {"age": "121"}),
        ("contributions", {"age": "030"}),
        ("contributions", {"age": 30.5}),
        ("contributions", {"age": True}),
        ("contributions", {"wages": 10_000_000}),
        ("contributions", {"wages": "10000000"}),
        ("contributions", {"wages": "3000.005"}),
        ("contributions", {"wages": "3,000"}),
        ("contributions", {"wages": "RM3000"}),
        ("contributions", {"wages": "-1"}),
    ],
)
def test_the_schema_refuses_what_is_wrong(notice: str, facts: dict[str, object], data: Path) -> None:
    check, request = validator(data, notice), {"notice": notice, "lang": "en"}
    assert check.is_valid({**request, "facts": {}})
    assert not check.is_valid({**request, "facts": facts})


@pytest.mark.parametrize(
    "request_",
    [
        {},
        {"notice": "amnesty", "facts": {}},
        {"notice": "amnesty", "lang": "en"},
        {"notice": "contributions", "lang": "en", "facts": {}},
        {"notice": "amnesty", "lang": "ms", "facts": {}},
        {"notice": "amnesty", "lang": "en", "facts": []},
        {"notice": "amnesty", "lang": "en", "facts": {}, "explain": "yes"},
        {"notice": "amnesty", "lang": "en", "facts": {}, "more": 1},
    ],
)
def test_the_schema_refuses_what_is_no_request(request_: dict[str, object], data: Path) -> None:
    assert not validator(data, "amnesty").is_valid(request_)


class Labels(Names):
    """A notice without words: each question and reply is called by its id."""

    def questions(self, notice: Loaded, lang: str) -> list[dict[str, Any]]:
        return [
            {
                "id": each.id,
                "label": f"{each.id} in {lang}",
                "choices": [(reply, reply) for reply in (*each.choices, "none", "unknown")],
            }
            for each in notice.questions
        ]


@pytest.fixture
def every_kind() -> Iterator[Loaded]:
    before = look_in("calculator", "tests.fixture")
    yield load("every_kind")
    look_in(*before)


def test_every_kind_of_fact_has_its_schema(every_kind: Loaded) -> None:
    assert BY_KIND.keys() == KINDS.keys()
    made = schema(every_kind, Labels({}), "0")
    Draft202012Validator.check_schema(made)
    check = Draft202012Validator(made, format_checker=FormatChecker())
    request = {"notice": "every_kind", "lang": "en"}
    taken: dict[str, list[object]] = {
        "open": [True, False],
        "weekdays": [[], ["none"], ["saturday"], ["sunday", "saturday"], "sunday,saturday"],
        "turnover": [0, 999_999_999, "999999999.00"],
        "crew": [1, 500_000],
        "owned": [0, 100, "33.333", "100.0"],
        "since": [1900, 2100],
    }
    refused: dict[str, list[object]] = {
        "open": ["unknown", 1, None],
        "weekdays": ["", "monday", ["none", "sunday"], ["sunday", "sunday"], "none,sunday", "unknown"],
        "turnover": [-1, 1_000_000_000, "999999999.01", "unknown"],
        "crew": [0, 500_001, "0", "1.0"],
        "owned": [-1, 101, "100.1", "50%"],
        "since": [1899, "2101", "26"],
        "age": ["17", "100"],
        "first_month": ["2026-00", "2026-1"],
    }
    for id, replies in every_kind.samples.items():
        for reply in (*replies, *taken.get(id, [])):
            check.validate({**request, "facts": {id: reply}})
        for reply in refused.get(id, []):
            assert not check.is_valid({**request, "facts": {id: reply}}), (id, reply)


# ---- The states -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def states(data: Path) -> dict[str, Any]:
    return {notice: json_of(data / notice / "states.json") for notice in notices()}


@pytest.mark.parametrize("notice", notices())
def test_every_way_leads_to_an_answer(notice: str, states: Mapping[str, Any], data: Path) -> None:
    found = {state["id"]: state for state in states[notice]["states"]}
    assert len(found) == len(states[notice]["states"])
    reached = {"start"}
    # in their order every state stands after one that leads to it
    for id, state in found.items():
        assert id in reached
        reached |= {reply["leads_to"] for reply in state.get("replies", ())} - {None}
    assert reached == found.keys()
    words = json_of(data / notice / "words.json")
    assert {state["outcome"] for state in found.values() if "outcome" in state} == words["outcomes"].keys()
    codes = {finding["code"] for state in found.values() for finding in state.get("findings", ())}
    # some are of other days than the one that the states speak of
    assert codes <= words["findings"].keys() - {states[notice]["speaks_of"]["after_last_check"]}
    rows = rows_of(data / notice / "states.csv")
    assert list(dict.fromkeys(row["state"] for row in rows)) == list(found)


def end_of(end: object, facts: Mapping[str, str]) -> str | None:
    """An end as a reader of the page would work it out."""
    if not isinstance(end, dict):
        return end if isinstance(end, str) else None
    day = date.fromisoformat(facts[end["fact"]])
    after = end["after"]
    days = after if isinstance(after, int) else after[WEEKDAYS[day.toordinal() % 7]]
    return date.fromordinal(day.toordinal() + days).isoformat()


def is_within(reply: Mapping[str, Any], given: str, facts: Mapping[str, str]) -> bool:
    if "value" in reply or given == "unknown":
        return bool(reply.get("value") == given)
    first, last = (end_of(reply[end], facts) for end in ("from", "to"))

    def number(text: str) -> tuple[float, str]:
        return (float(text), "") if text.replace(".", "").isdigit() else (0, text)

    at = number(given)
    return (first is None or number(first) <= at) and (last is None or at <= number(last))


def followed(found: Mapping[str, Any], facts: Mapping[str, str]) -> dict[str, Any] | None:
    """The state without a question to which facts lead, by the file alone; None where none goes on."""
    state: dict[str, Any] = found["start"]
    while "question" in state:
        given = facts[state["question"]]
        (reply,) = (each for each in state["replies"] if is_within(each, given, facts))
        if reply["leads_to"] is None:
            return None
        state = found[reply["leads_to"]]
    return state


DECIDED = [case for case in cases() if case.outcome and in_the_one_form(case.notice, case.facts)]


@pytest.mark.parametrize("case", DECIDED, ids=lambda case: f"{case.notice}: {case.name}")
def test_who_follows_the_states_gets_the_answer_of_the_rules(case: Case, states: Mapping[str, Any]) -> None:
    file = states[case.notice]
    facts = {id: str(given) for id, given in case.facts.items()}
    if as_at := file["speaks_of"]["as_at"]:
        facts[file["speaks_of"]["day"]] = as_at
    response = ask(Case(case.notice, "", "", facts).request("en"))
    if response["status"] != "decision":  # of that other day more is asked
        assert response["question"] not in facts
        return
    state = followed({each["id"]: each for each in file["states"]}, facts)
    if state is None:  # right on some days of the week alone, so the file says nothing of it
        today, hired = (date.fromisoformat(facts[id]) for id in ("as_at", "first_employed_on"))
        assert 30 <= (today - hired).days <= 40
        return
    late = file["speaks_of"]["after_last_check"]
    findings = [each for each in response["findings"] if each["code"] != late]
    assert state["outcome"] == response["outcome"]
    assert [each["code"] for each in state["findings"]] == [each["code"] for each in findings]
    for said, finding in zip(state["findings"], findings, strict=True):
        assert said["sources"] == finding["sources"]
        figures = {id: each["value"] for id, each in finding["figures"].items()}
        assert figures.keys() == {*said.get("figures", {}), *said.get("varying", ())}
        for id, figure in said.get("figures", {}).items():
            assert figures[id] == figure["value"]
        for id, follows in said.get("follows", {}).items():
            assert figures[id] == end_of(follows, facts)
