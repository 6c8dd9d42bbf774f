"""Trees of small notices: each shows one thing, and every tree is asked beside the engine."""

from calendar import FRIDAY
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import pytest

from calculator.engine import Between, Facts, Figure, Finding, InvalidFactError, Law, Month, Ruling
from calculator.engine.asking.notice import Loaded
from overrides.hooks.read.tree import Ask, Leaf, Tree, TreeError, build, tree_of
from overrides.hooks.read.tree.grow import explore
from overrides.hooks.read.tree.names import reply_id
from overrides.hooks.read.tree.prove.pages import check
from overrides.hooks.read.tree.prove.verify import verify
from tests.tree_notices import Code, Outcome, notice, yes_no

TODAY = date(2026, 11, 25)
SAMPLES = {
    "today": ("2026-11-25",),
    "hired": ("2026-01-01",),
    "registered": ("2026-01-20", "2026-11-01"),
    "age": ("30",),
    "open": ("yes", "no"),
    "goods": ("fish", "none"),
    "month": ("2026-07",),
    "pay": ("100",),
}


class Goods(StrEnum):
    FISH = "fish"
    FRUIT = "fruit"


class Stall(Facts):
    today: date
    open: bool
    hired: date | None
    registered: date
    age: Annotated[int, Between(0, 120)]
    goods: frozenset[Goods]
    month: Month
    pay: Annotated[Decimal, Between(Decimal(0), Decimal(9999))]


def stall(whether: Callable[[Any], bool]) -> Loaded:
    """A notice whose rules look at facts once."""
    return notice(Stall, yes_no(whether), SAMPLES)


def names(tree: Tree, number: int = 0) -> list[str]:
    """The replies that a state has."""
    state = tree.states[number]
    assert isinstance(state, Ask)
    return [reply_id(reply, tree.lines.get(state.question)) for reply, _ in state.replies]


def asked(tree: Tree) -> list[str]:
    """The questions of the states, in their order."""
    return [state.question for state in tree.states if isinstance(state, Ask)]


RANGES: dict[str, tuple[Callable[[Any], bool], list[str]]] = {
    "a limit": (lambda facts: facts.age >= 18, ["up-to-17", "from-18"]),
    "two limits": (lambda facts: 18 <= facts.age < 60, ["up-to-17", "from-18-to-59", "from-60"]),
    "one age": (lambda facts: facts.age == 18, ["up-to-17", "18", "from-19"]),
    "an amount": (lambda facts: facts.pay > 5000, ["up-to-5000", "over-5000"]),
    "an amount itself": (lambda facts: facts.pay >= 5000, ["below-5000", "from-5000"]),
    "a row": (lambda facts: 5000 < facts.pay <= 5100, ["up-to-5000", "over-5000-up-to-5100", "over-5100"]),
    "a month": (lambda facts: facts.month > Month(2026, 6), ["before-2026-07", "from-2026-07"]),
    "a day": (
        lambda facts: facts.registered == date(2023, 5, 1),
        ["before-2023-05-01", "on-2023-05-01", "from-2023-05-02"],
    ),
    "from today": (
        lambda facts: facts.registered + timedelta(days=30) < facts.today,
        ["up-to-31-days-before-today", "from-30-days-before-today"],
    ),
    "around today": (
        lambda facts: facts.today.toordinal() > facts.registered.toordinal(),
        ["before-2026-11-25", "from-2026-11-25"],
    ),
    "after days of its own": (
        lambda facts: date(2020, 1, 1) + timedelta(days=facts.age) < date(2020, 1, 19),
        ["up-to-17", "from-18"],
    ),
    "choices": (lambda facts: facts.open, ["yes", "no"]),
    "sets": (lambda facts: Goods.FISH in facts.goods, ["none", "fish", "fruit", "fish-and-fruit"]),
    "not known": (
        lambda facts: facts.hired is None or facts.hired < date(2020, 1, 1),
        ["before-2020-01-01", "from-2020-01-01", "unknown"],
    ),
}


@pytest.mark.parametrize("name", RANGES)
def test_a_line_is_taken_apart_where_the_answer_turns(name: str) -> None:
    whether, replies = RANGES[name]
    tree = build(stall(whether))
    assert names(tree) == replies
    assert check(tree) == 1
    assert verify(tree, 300)


def test_a_question_that_changes_nothing_is_not_asked() -> None:
    """The rules read the age, but whatever it is, what follows is the same."""
    tree = build(stall(lambda facts: (facts.age > 18 or facts.age >= 0) and facts.open))
    assert asked(tree) == ["open"]
    assert verify(tree, 300)


def test_equal_states_are_one() -> None:
    """Whoever is 18 is asked the same, whether the stall is open or not."""
    tree = build(stall(lambda facts: facts.open != (facts.age >= 18) or facts.pay > 10))
    assert sorted(asked(tree)) == ["age", "age", "open", "pay"]
    assert verify(tree, 300)


def late(facts: Any, *, over_rest_days: bool = False) -> bool:  # noqa: ANN401 - of any notice
    """Registered after 30 days, the last of which may move over a Friday."""
    last = facts.hired + timedelta(days=30)
    if over_rest_days and last.weekday() == FRIDAY:
        last += timedelta(days=3)
    return bool(facts.registered > last)


class Registering(Facts):
    today: date
    hired: date
    registered: date


def registering(over_rest_days: bool = False, programme: bool = False) -> Loaded:  # noqa: FBT001, FBT002
    """A notice about days that are not in the future: late or not, and, where late, in a programme or not."""

    def decide(facts: Registering, _law: Law) -> Ruling:
        if facts.hired > facts.today:
            raise InvalidFactError("hired", "after_today")
        if facts.registered > facts.today:
            raise InvalidFactError("registered", "after_today")
        is_late = late(facts, over_rest_days=over_rest_days)
        yield Finding(Code.SAID)
        if is_late and programme and date(2023, 5, 1) <= facts.registered <= date(2023, 6, 30):
            yield Finding(Code.CALL)
        return Outcome.YES if is_late else Outcome.NO

    errors = {"hired": ("after_today",), "registered": ("after_today",)}
    return notice(Registering, decide, SAMPLES, errors=errors)


def test_an_end_can_be_relative_to_another_fact() -> None:
    """How many days it lies behind is the same wherever the other lies."""
    tree = build(registering())
    assert asked(tree) == ["hired", "registered"]
    assert names(tree) == ["up-to-31-days-before-today", "from-30-days-before-today-to-today"]
    assert names(tree, 1) == ["up-to-30-days-after-hired", "from-31-days-after-hired"]
    assert verify(tree, 1000)


def test_an_end_can_wander_with_the_day_of_the_week() -> None:
    """It is told by its least and its most, and known exactly where the other fact is."""
    tree = build(registering(over_rest_days=True))
    assert "up-to-30-33-days-after-hired" in names(tree, 1)
    assert "from-31-34-days-after-hired" in names(tree, 1)
    for hired in (date(2026, 1, 1) + timedelta(days=step) for step in range(14)):
        for behind in range(28, 36):
            registered = hired + timedelta(days=behind)
            given = {"today": str(TODAY), "hired": str(hired), "registered": str(registered)}
            assert tree.leaf_for(given).outcome == tree.loaded.decision(given).outcome, given
    assert tree.weekly
    assert verify(tree, 1000)


@pytest.mark.parametrize("over_rest_days", [False, True])
def test_ends_relative_to_a_fact_are_asked_first_and_days_after(*, over_rest_days: bool) -> None:
    """So the page with the days is one, wherever the day of hiring lies among them."""
    tree = build(registering(over_rest_days, programme=True))
    assert asked(tree).count("hired") == 1
    days = [names(tree, at) for at, state in enumerate(tree.states) if isinstance(state, Ask)]
    wanted = ["before-2023-05-01", "from-2023-05-01-to-2023-06-30", "from-2023-07-01-to-today"]
    assert wanted in days
    assert check(tree) == 3
    assert verify(tree, 2000)


def test_a_day_that_moves_says_so() -> None:
    """Ends that are counted from today move with it; where days of the week count, not by a day each day."""
    tree = build(stall(lambda facts: facts.registered + timedelta(days=30) < facts.today))
    assert tree.today == TODAY.toordinal()
    assert not tree.weekly
    assert tree.moving == [0]
    plain = build(stall(lambda facts: facts.registered < date(2023, 1, 1)))
    assert plain.moving == []


UNFOLLOWED: dict[str, tuple[Callable[[Any], bool], str]] = {
    "a day looked up": (
        lambda facts: facts.registered in {date(2023, 5, 1), date(2023, 5, 3)},
        "registered turns more than",
    ),
    "days of the month": (lambda facts: facts.registered.day == 1, "registered turns more than"),
    "half of the days": (
        lambda facts: (facts.today - facts.registered).days // 2 > 30,
        "registered turns more than",
    ),
}


@pytest.mark.parametrize("name", UNFOLLOWED)
def test_what_cannot_be_followed_is_refused_with_the_question(name: str) -> None:
    whether, said = UNFOLLOWED[name]
    with pytest.raises(TreeError, match=said):
        build(stall(whether))


def test_runs_without_end_are_refused_with_the_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line alone may turn often; together they are more than anyone would wait for."""
    monkeypatch.setattr(explore, "MOST_RUNS", 20)
    with pytest.raises(TreeError, match="small: what follows from age turns more than"):
        build(stall(lambda facts: facts.age % 7 == 1))


class Letter(StrEnum):
    A, B, C, D, E, F, G = "abcdefg"


class Letters(Facts):
    today: date
    letters: frozenset[Letter]


def test_more_choices_than_can_be_shown_are_refused_with_the_question() -> None:
    with pytest.raises(TreeError, match="letters has too many choices"):
        build(notice(Letters, yes_no(lambda facts: Letter.A in facts.letters), SAMPLES))


def test_what_the_rules_refuse_is_not_offered() -> None:
    """Nor is a reply after which whatever else is asked is refused."""

    def decide(facts: Stall, _law: Law) -> Ruling:
        if facts.open and facts.age >= 0:
            raise InvalidFactError("age", "too_open")
        yield Finding(Code.SAID)
        return Outcome.YES if facts.age >= 18 else Outcome.NO

    tree = build(notice(Stall, decide, SAMPLES, errors={"age": ("too_open",)}))
    assert asked(tree) == ["age"]
    assert verify(tree, 100)


def test_what_slips_past_the_tracing_is_found_beside_the_engine() -> None:
    """The text of a number has no trace: the rules were seen to compare nothing, and the answers differ."""
    tree = build(stall(lambda facts: len(str(facts.age)) > 1))
    assert isinstance(tree.states[0], Leaf)
    said = r"^calculator/small/rules\.py:\d+: small: the pages without a script differ for age \d+: "
    with pytest.raises(TreeError, match=said + "yes, said by the rules, no, said on the pages; decide makes"):
        verify(tree)


def test_a_figure_that_slips_past_the_tracing_is_named() -> None:
    def decide(facts: Stall, _law: Law) -> Ruling:
        yield Finding(Code.SAID, {"fee": Figure(Decimal(2) * facts.age, "ringgit")})
        return Outcome.YES

    tree = build(notice(Stall, decide, SAMPLES))
    with pytest.raises(TreeError, match=r"“said” has fee \d+ by the rules, 0 on the pages; decide makes"):
        verify(tree)


def test_an_amount_of_the_law_times_a_reply_follows_the_reply() -> None:
    """Decimal takes a watched whole number for a plain one: amounts of the law leave it to the reply."""

    def decide(facts: Stall, law: Law) -> Ruling:
        fine = law.since("act4_fine").ringgit
        total = (fine + fine - Decimal(1)) * facts.age
        yield Finding(Code.SAID, {"total": Figure(total, "ringgit")})
        return Outcome.YES if fine < facts.age * 200 else Outcome.NO

    tree = build(notice(Stall, decide, SAMPLES))
    assert verify(tree, 100)
    assert {said.varying for state in tree.states if isinstance(state, Leaf) for said in state.findings} == {
        ("total",)
    }


def test_rules_that_fail_for_a_reply_that_no_sample_has_are_named_by_their_line(tmp_path: Path) -> None:
    rules, made = Path(explore.__file__).parents[5] / "calculator" / "small" / "rules.py", dict[str, Any]()
    exec(compile("def whether(facts):\n    return 60 / (facts.age - 77) > 1\n", rules, "exec"), made)  # noqa: S102
    with pytest.raises(TreeError, match=r"^calculator/small/rules\.py:2: ZeroDivisionError: "):
        tree_of(stall(made["whether"]), tmp_path)


def test_too_many_pages_are_refused_with_the_question() -> None:
    tree = build(stall(lambda facts: facts.age >= 18))
    with pytest.raises(TreeError, match="3 pages, where 2 are the most; 2 states follow age"):
        check(tree, most=2)


def test_a_way_without_an_answer_is_refused() -> None:
    tree = build(stall(lambda facts: facts.age >= 18))
    with pytest.raises(TreeError, match="nothing answers age"):
        check(replace(tree, states=(Ask("age", ()),)))


def test_a_way_that_comes_back_is_refused() -> None:
    tree = build(stall(lambda facts: facts.open))
    root = tree.states[0]
    assert isinstance(root, Ask)
    with pytest.raises(TreeError, match="comes back"):
        check(replace(tree, states=(replace(root, replies=((root.replies[0][0], 0),)),)))


def test_names_are_clear() -> None:
    tree = build(stall(lambda facts: facts.open))
    root = tree.states[0]
    assert isinstance(root, Ask)
    twice = replace(root, replies=(root.replies[0], root.replies[0]))
    with pytest.raises(TreeError, match="2 replies to open are named yes"):
        check(replace(tree, states=(twice, *tree.states[1:])))


def test_facts_of_another_day_have_no_page() -> None:
    tree = build(stall(lambda facts: facts.age >= 18))
    with pytest.raises(TreeError, match="speak of no today 2026-11-24"):
        tree.leaf_for({"today": "2026-11-24", "age": "30"})


def test_facts_that_are_missing_have_no_page() -> None:
    tree = build(stall(lambda facts: facts.age >= 18))
    with pytest.raises(TreeError, match="age has not been given"):
        tree.leaf_for({"today": "2026-11-25"})


def test_a_month_is_asked_within_the_months_that_are_wanted() -> None:
    """An answer about a month is no answer about today."""
    small = notice(Stall, yes_no(lambda facts: facts.month > Month(2024, 6)), SAMPLES, day="month")
    assert names(build(small)) == ["before-2024-07", "from-2024-07"]
    some = build(small, "2024-01", "2025-12")
    assert some.today is None
    assert some.leaf_for({"month": "2024-01"}).outcome == "no"
    with pytest.raises(TreeError, match="speak of no month 2026-01"):
        some.leaf_for({"month": "2026-01"})
    assert all(isinstance(state, Leaf) for state in build(small, "2025-01").states)
