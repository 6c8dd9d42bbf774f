"""What engine, form and tests assume of a notice: each breach has its message, when the notice is loaded."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from calculator.engine import Facts, Finding, InvalidFactError, Law, Month, Notice, NotInForceError, Ruling
from calculator.engine.asking import contract
from calculator.engine.asking.contract import NoticeError
from calculator.engine.asking.facts import FactsError
from calculator.engine.asking.found import law_of, load, look_in, notices
from calculator.engine.asking.kinds import KINDS
from calculator.engine.asking.notice import EndlessRulesError, Loaded, UndeclaredError
from calculator.engine.asking.paths import walk
from tests.cases import ask
from tests.fixture.every_kind.rules import Code, Outcome, Stall
from tests.fixture.law.town import MARKETS, TOWN
from tests.test_explain import ends

LARGE = {
    "day": "2026-01-01", "open": True, "goods": "fish", "weekdays": ["sunday"], "turnover": "RM750,000,000",
    "crew": "unknown", "owned": "0%", "since": "2010", "first_month": "2010-01", "age": 18,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _beside_the_fixture() -> Iterator[None]:
    before = look_in("calculator", "tests.fixture")
    yield
    look_in(*before)


@pytest.fixture
def loaded() -> Loaded:
    return load("every_kind")


def declared(loaded: Loaded, **changed: Any) -> Loaded:  # noqa: ANN401 - whatever a notice may get wrong
    """The notice with some of what it declares changed."""
    return replace(loaded, notice=replace(loaded.notice, **changed))


def breaches(loaded: Loaded) -> list[str]:
    """What the author of the notice is told."""
    with pytest.raises(NoticeError) as error:
        contract.check(loaded)
    return [line.removeprefix("every_kind: ") for line in str(error.value).split("\n")]


def test_a_sound_notice_is_loaded_with_every_kind_of_fact(loaded: Loaded) -> None:
    contract.check(loaded)
    assert {question.kind for question in loaded.questions} == KINDS.keys()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"day": "dya"}, 'day is "dya", which is no fact; name the one of which day the answer speaks'),
        ({"day": "turnover"}, 'day is "turnover", a money; name a date, a month or a year'),
        ({"cannot_decide": Code.CALL}, 'cannot_decide is "call", which is no outcome of it'),
        ({"after_last_check": Outcome.LICENCE}, 'after_last_check is "licence", which is no finding of it'),
        ({"decisive": frozenset({"gone"})}, 'decisive has "gone", which is no finding of it'),
        ({"phone": "careline"}, 'phone is "careline", which is no parameter of its law'),
        (
            {"phone": "large_crew"},
            'phone is "large_crew", which has no number; name a parameter in the unit phone',
        ),
        ({"errors": {"sinc": ("after_day",)}}, 'errors has "sinc", which is no fact'),
        (
            {"errors": {"since": ("too_small",)}},
            'errors has "too_small" for "since", which every year can have; leave it out',
        ),
    ],
)
def test_what_a_notice_declares_is_there(loaded: Loaded, changed: Mapping[str, Any], said: str) -> None:
    assert said in breaches(declared(loaded, **changed))


def test_the_day_of_an_answer_is_known(loaded: Loaded) -> None:
    class Undated(Facts):
        day: date | None

    faulty = replace(declared(loaded, facts=Undated, errors={}), samples={"day": ("2026-01-01",)})
    assert breaches(faulty) == ['day is "day", which may be unknown; leave out "| None"']


@pytest.mark.parametrize(
    ("samples", "said"),
    [
        (
            {"age": None},
            'samples.toml has no replies to "age"; write age = ["…"], on both sides of every limit',
        ),
        ({"wages": ("1",)}, 'samples.toml has replies to "wages", which is no fact'),
        ({"age": ("30", "17")}, 'samples.toml has "17" for "age", which is refused: too_small'),
    ],
)
def test_every_question_has_samples(loaded: Loaded, samples: Mapping[str, Any], said: str) -> None:
    changed = {name: said for name, said in {**loaded.samples, **samples}.items() if said}
    assert breaches(replace(loaded, samples=changed)) == [said]


NOT_YET = "most_stalls on 1900-01-01: the first day known is 2010-01-01"


def without_law(law: Law) -> Ruling:
    """Reads what was not law yet."""
    yield Finding(Code.CALL, {"most_stalls": law.value("most_stalls", date(1900, 1, 1))})
    return Outcome.NOT_KNOWN


def without_anyone(_law: Law) -> Ruling:
    """Decides where it says that it cannot."""
    yield Finding(Code.CLOSED)
    return Outcome.LICENCE


@pytest.mark.parametrize(
    ("undecided", "said"),
    [
        (
            without_law,
            [
                f"undecided() needs law that is not there ({NOT_YET}); read nothing dated in it",
            ],
        ),
        (
            without_anyone,
            [
                'undecided() ends in "licence", not in cannot_decide',
                'undecided() does not say "call", whom to ask',
            ],
        ),
    ],
)
def test_undecided_ends_by_naming_whom_to_ask(loaded: Loaded, undecided: Any, said: list[str]) -> None:  # noqa: ANN401
    assert breaches(declared(loaded, undecided=undecided)) == said


def test_undecided_without_law_ends_as_a_fault_and_not_in_a_circle(
    loaded: Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should it pass the contract all the same, the page gets a status it has a sentence for."""
    faulty = declared(loaded, undecided=without_law)
    with pytest.raises(NotInForceError):
        faulty.decision({"day": "1999-01-01"})
    monkeypatch.setattr("calculator.engine.answer.load", lambda _: faulty)
    response = ask('{"notice": "every_kind", "lang": "en", "facts": {"day": "1999-01-01"}}')
    assert response["status"] == "failed"
    assert response["error"].startswith("NotInForceError: most_stalls on 1900-01-01")


def endless(_facts: Stall, _law: Law) -> Ruling:
    """Finds the same again and again."""
    while True:
        yield Finding(Code.CLOSED)


def test_rules_without_end_are_stopped(loaded: Loaded) -> None:
    with pytest.raises(EndlessRulesError, match="the rules have made 1000 findings and go on"):
        declared(loaded, decide=endless).decision({})


def test_an_error_of_the_notices_own_is_declared(loaded: Loaded) -> None:
    """A code that nobody has words for would be shown as it is."""
    late = {**LARGE, "since": "2027"}
    with pytest.raises(InvalidFactError, match="'since' cannot be used: after_day"):
        loaded.decision(late)
    said = 'the rules of every_kind refuse "since" with "after_day"; declare it in errors= of NOTICE'
    with pytest.raises(UndeclaredError) as error:
        declared(loaded, errors={}).decision(late)
    assert str(error.value) == said


def rules_in(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """A package with one notice, looked in alone."""
    (folder / package / "faulty").mkdir(parents=True)
    (folder / package / "__init__.py").touch()
    (folder / package / "faulty" / "__init__.py").touch()
    (folder / package / "faulty" / "rules.py").write_text(text, encoding="utf-8")
    (folder / package / "faulty" / "samples.toml").touch()
    monkeypatch.syspath_prepend(folder)
    look_in(package)


def test_rules_without_a_notice_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules_in(tmp_path, "", monkeypatch, "without_notice")
    with pytest.raises(NoticeError, match=r"faulty: its rules\.py has no NOTICE = Notice\(…\)"):
        load("faulty")


def test_facts_are_refused_when_the_notice_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "from calculator.engine import Facts\nclass Faulty(Facts):\n    asked: bool\n"
    rules_in(tmp_path, text, monkeypatch, "with_asked")
    with pytest.raises(FactsError, match=r"Faulty\.asked: the engine uses this name"):
        load("faulty")


def test_an_id_stands_for_one_notice() -> None:
    look_in("tests.fixture", "tests.fixture")
    with pytest.raises(
        NoticeError, match=r"every_kind: a notice in tests\.fixture and one in tests\.fixture"
    ):
        notices()


def test_law_of_its_own_adds_to_that_of_the_body_and_shares_it(loaded: Loaded) -> None:
    """The notice's own figures stand beside the body's, which are not read or kept a second time."""
    shared = law_of(TOWN)
    assert loaded.law.parameters["most_stalls"] is shared.parameters["most_stalls"]
    assert loaded.law.parameters.keys() - shared.parameters.keys() == {
        "large_turnover", "large_crew", "town_share", "apply_by",
    }  # fmt: skip
    assert loaded.law.sources == shared.sources
    assert loaded.law.as_at == date(2026, 10, 1), "the older of the two checks"
    assert loaded.law.of(MARKETS)["old_market"] is shared.of(MARKETS)["old_market"]
    assert date(2012, 5, 1) in loaded.law.days()


def test_money_counts_and_days_come_with_their_units(loaded: Loaded) -> None:
    day, law = date(2026, 1, 1), loaded.law
    assert law.ringgit("large_turnover", day) == Decimal(100_000_000)
    assert law.whole("large_crew", day) == 2500
    assert law.percent("town_share", day) == Decimal(51)
    assert law.day("apply_by", day) == date(2020, 6, 30)
    for wrong in (law.whole, law.percent, law.day):
        with pytest.raises(TypeError, match="large_turnover is in ringgit, not a"):
            wrong("large_turnover", day)
    with pytest.raises(TypeError, match="town_share is in percent, not an amount of money"):
        law.ringgit("town_share", day)


def test_a_rule_is_dated_by_the_figure_on_whose_day_it_began(loaded: Loaded) -> None:
    rules = {"markets_by_turnover": "new", "markets_licensed": "old"}
    assert loaded.law.rule_on(date(2010, 1, 1), rules) == "old"
    assert loaded.law.rule_on(date(2019, 12, 31), rules) == "old"
    assert loaded.law.rule_on(date(2020, 1, 1), rules) == "new"
    with pytest.raises(NotInForceError, match="no rule had begun"):
        loaded.law.rule_on(date(2009, 12, 31), rules)


def test_every_path_of_every_kind_is_walked(loaded: Loaded) -> None:
    found = list(walk(loaded))
    assert {decision.outcome for _, decision in found} == set(loaded.outcomes)
    assert {finding.code for _, decision in found for finding in decision.findings} == set(loaded.codes)
    assert isinstance(loaded.notice, Notice)
    assert Month(2010, 1) in {
        figure.amount for _, made in found for each in made.findings for figure in each.figures.values()
    }


def changes(facts: Mapping[str, object], fact: str) -> list[tuple[object, ...]]:
    """What another reply to one question would have led to: the replies and the outcome."""
    asked = {"notice": "every_kind", "lang": "en", "facts": facts, "explain": True}
    found = [change for change in ask(json.dumps(asked))["changes"] if change["fact"] == fact]
    return [(*(each.get("values") or ends(each)), each["outcome"]) for each in found]


def test_a_long_line_is_looked_at_where_the_law_has_a_figure() -> None:
    """Half a million people are not tried one by one."""
    few = {**LARGE, "turnover": "0", "crew": "100"}
    assert changes(few, "crew") == [("2500", None, "licence")]
    assert changes(few, "since") == [("2021", "2026", "licence")]
    assert changes({**few, "crew": "400,000"}, "crew") == [(None, "2499", "no_licence")]


def test_what_is_chosen_several_at_once_earned_or_shared_is_not_turned_round() -> None:
    for fact in ("weekdays", "turnover", "owned", "day"):
        assert changes(LARGE, fact) == []
    assert changes(LARGE, "open") == [("no", "no_licence")]
