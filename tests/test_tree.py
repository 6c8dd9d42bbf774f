"""The trees of the notices: few pages, each way ends, and every answer is the engine's."""

import json
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from calculator.engine.asking.found import load, look_in, notices
from overrides.hooks.read.tree import Ask, Leaf, Tree, TreeError, build, pages, tree_of
from overrides.hooks.read.tree.__main__ import printed
from overrides.hooks.read.tree.prove.pages import MOST_PAGES, check
from overrides.hooks.read.tree.prove.tries import at_crossings, at_ends, at_random, sampled
from overrides.hooks.read.tree.prove.verify import compare
from tests.with_third import run

# Some thousands, and not the same as a build tries
TRIES, SEED = 3000, 7
# An answer about a month has its own pages for each time the law changed: those of some years are few enough.
MONTHS = ("2024-10", "2028-05")


@pytest.fixture(autouse=True)
def _beside_the_fixture() -> Iterator[None]:
    before = look_in("calculator", "tests.fixture")
    yield
    look_in(*before)


@cache
def tree(notice: str, *months: str) -> Tree:
    """A tree, grown once for all tests."""
    return build(load(notice), *months)


every_tree = pytest.mark.parametrize(
    "key", [("amnesty",), ("contributions",), ("contributions", *MONTHS), ("every_kind",)]
)


def test_every_notice_is_looked_at() -> None:
    assert set(notices()) == {"amnesty", "contributions", "every_kind"}


@every_tree
def test_every_way_ends_in_an_answer(key: tuple[str, ...]) -> None:
    """Ways are finite, nowhere is there no reply, and names are clear."""
    found = tree(*key)
    assert 0 < check(found, most=10**4) <= 2 * len(found.loaded.questions)


@pytest.mark.parametrize(
    ("key", "most"), [(("amnesty",), 400), (("contributions", *MONTHS), 400), (("every_kind",), 12)]
)
def test_pages_are_few(key: tuple[str, ...], most: int) -> None:
    assert most <= MOST_PAGES
    check(tree(*key), most)


def test_too_many_pages_are_refused() -> None:
    """The months of all years need more pages than a notice may have."""
    with pytest.raises(
        TreeError, match=r"contributions: \d+ pages, where 400 are the most; \d+ states follow"
    ):
        check(tree("contributions"))


@pytest.mark.no_cover  # it would take three times as long, and other tests run the same lines
@every_tree
def test_every_path_of_the_samples_is_answered_as_by_the_engine(key: tuple[str, ...]) -> None:
    found, count = tree(*key), 0
    for given, decision in sampled(found):
        compare(found, given, decision)
        count += 1
    assert count > 100


@pytest.mark.no_cover  # it would take three times as long, and other tests run the same lines
@every_tree
def test_every_answer_is_met_where_it_turns_and_is_the_engines(key: tuple[str, ...]) -> None:
    """On both sides of every end of every range, and where ends that move meet those that do not."""
    found = tree(*key)
    met = set()
    for given, decision in (*at_ends(found), *at_crossings(found)):
        compare(found, given, decision)
        met.add(found.leaf_for(given))
    assert met == {state for state in found.states if isinstance(state, Leaf)}


@every_tree
def test_facts_at_random_are_answered_as_by_the_engine(key: tuple[str, ...]) -> None:
    found = tree(*key)
    for given, decision in islice(at_random(found, SEED), TRIES):
        compare(found, given, decision)


@every_tree
def test_every_answer_has_the_outcomes_and_codes_of_the_notice(key: tuple[str, ...]) -> None:
    """No figure varies that is told as being of the day, and what varies has no value."""
    found = tree(*key)
    for state in found.states:
        if isinstance(state, Leaf):
            assert state.outcome in set(found.loaded.outcomes)
            assert set(state.codes) <= set(found.loaded.codes)
            for said in state.findings:
                assert not {id for id, _ in said.figures} & set(said.varying)


def test_what_a_page_cannot_carry_is_named() -> None:
    """The day until which to register follows that of hiring, and what is owed the wages; no fine varies."""
    amnesty, contributions = tree("amnesty"), tree("contributions")
    assert {"register_by", "registered_on"} <= varying(amnesty)
    assert {"act4_employer", "employer_total", "due_on"} <= varying(contributions)
    assert "first_category_age" not in varying(contributions)


def varying(found: Tree) -> set[str]:
    """The figures that vary in some answer."""
    return {id for state in found.states if isinstance(state, Leaf) for id in state.varying}


def test_the_day_can_move_on() -> None:
    """A day later nothing but what is counted from that day has changed, and the warning comes first."""
    found = tree("amnesty")
    tomorrow = str(load("amnesty").law.as_at + timedelta(days=1))
    later = build(load("amnesty"), today=tomorrow)
    assert [type(state) for state in later.states] == [type(state) for state in found.states]
    given = {"as_at": tomorrow, "employs": "director_only"}
    assert later.is_late(given)
    compare(later, given, later.loaded.decision(given))
    for facts, decision in islice(at_random(later, SEED), 300):
        compare(later, facts, decision)
    checked = found.checked
    assert found.holds[1] == checked
    assert later.holds[0] == checked + 1
    assert found.moving == later.moving
    assert found.weekly


def test_a_tree_is_kept_until_its_rules_change(tmp_path: Path) -> None:
    """It is grown, proven and compared once; another part of the days is another tree."""
    notice = load("every_kind")
    grown = tree_of(notice, tmp_path)
    (kept,) = tmp_path.iterdir()
    written = kept.read_bytes()
    again = tree_of(notice, tmp_path)
    assert kept.read_bytes() == written
    assert (again.states, again.holds, again.runs) == (grown.states, grown.holds, grown.runs)
    assert again.leaf_for(next(given for given, _ in sampled(again))) in again.states
    with pytest.raises(TreeError, match="where 2 are the most"):
        tree_of(notice, tmp_path, most=2)
    kept.unlink()
    with pytest.raises(TreeError, match="where 2 are the most"):
        tree_of(notice, tmp_path, most=2)


def test_the_answers_to_a_last_question_can_stand_on_its_page() -> None:
    found = tree("amnesty")
    assert pages(found) == list(range(len(found.states)))
    few = pages(found, beside=3)
    assert len(few) < len(found.states)
    assert {number for number, state in enumerate(found.states) if isinstance(state, Ask)} <= set(few)


def test_a_tree_is_the_same_each_time() -> None:
    one, other = (build(load("every_kind")) for _ in range(2))
    assert one.states == other.states


def test_a_tree_is_printed_in_words() -> None:
    lines = list(printed(tree("amnesty")))
    assert "  up-to-29-days-after-first_employed_on -> " in "\n".join(lines)
    assert any(line.startswith("  registered_after registered_on varies") for line in lines)
    assert f"they speak of as_at {load('amnesty').law.as_at}" in lines


THIRD = """
import json
from calculator.engine.asking.found import load
from overrides.hooks.read.tree import build
from overrides.hooks.read.tree.prove.pages import check
from overrides.hooks.read.tree.prove.verify import verify
tree = build(load("e_invoice"))
print(json.dumps([check(tree, 100), len(tree.states), verify(tree, 3000)]))
"""


def test_a_notice_of_another_field_has_its_tree(third: Path) -> None:
    done = run(third, "-c", THIRD)
    assert done.returncode == 0, done.stderr
    depth, pages, compared = json.loads(done.stdout)
    assert depth <= 6
    assert pages < 100
    assert compared > 3000
