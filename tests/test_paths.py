"""Every path of the rules, on every day on which the law changes, the day before it and the day after."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import pytest

from calculator.engine import figures
from calculator.engine.asking.facts import Unanswered
from calculator.engine.asking.found import load, notices
from tests.paths import codes, first_day, kinds, paths

MACHINE: Mapping[str, Callable[[str], object]] = {
    "date": date.fromisoformat,
    "month": lambda month: date.fromisoformat(f"{month}-01"),
    "phone": str,
    "text": str,
    "not_known": ["unknown"].index,
}
RUBBISH = "no reply at all"
every_notice = pytest.mark.parametrize("notice", notices())


@every_notice
def test_every_statement_is_cited(notice: str) -> None:
    """Whatever the facts, there is at least one finding, and each names sources that the law holds."""
    law = load(notice).law
    assert all(decision.findings for _, decision in paths(notice))
    cited = {finding.cited for _, decision in paths(notice) for finding in decision.findings}
    assert all(cited)
    assert {id for sources in cited for id in sources} <= law.sources.keys()


@every_notice
def test_every_outcome_and_finding_is_reached(notice: str) -> None:
    """No code is written for nothing: some path ends in each outcome and passes each finding."""
    found = load(notice)
    reached = {finding.code for _, decision in paths(notice) for finding in decision.findings}
    assert set(found.outcomes) == {decision.outcome for _, decision in paths(notice)}
    assert set(found.codes) == reached


@every_notice
def test_no_statement_is_made_twice(notice: str) -> None:
    """A page marks each finding by its code, so a decision makes each statement once."""
    counts = (Counter(finding.code for finding in decision.findings) for _, decision in paths(notice))
    assert all(max(count.values()) == 1 for count in counts)


@every_notice
def test_a_figure_has_one_value_in_a_decision(notice: str) -> None:
    """The words of an outcome name a figure by its id alone, so no two findings give it two values."""
    for given, decision in paths(notice):
        figures_of: dict[str, object] = {}
        for finding in decision.findings:
            for id, figure in finding.figures.items():
                assert figures_of.setdefault(id, figure.amount) == figure.amount, (given, id)


@every_notice
def test_figures_can_be_read(notice: str) -> None:
    """Every figure has a value that machines parse and a text in both languages that keeps its bound."""
    found = {
        (figure.amount, figure.unit, figure.bound): figure
        for _, decision in paths(notice)
        for finding in decision.findings
        for figure in finding.figures.values()
    }
    for figure in found.values():
        assert MACHINE.get(figure.unit, Decimal)(figures.value(figure.amount)) is not None
        english, chinese = (figures.text(figure, lang) for lang in figures.LANGUAGES)
        assert english.startswith("up to ") == (figure.bound == "max")
        assert chinese.startswith(("最高", "不超过")) == (figure.bound == "max")


@every_notice
def test_only_the_facts_asked_for_matter(notice: str) -> None:
    """The answer is the same whatever stands in facts not asked for, in any order, and when asked again."""
    found = load(notice)
    others = dict.fromkeys((question.id for question in found.questions), RUBBISH)
    for given, decision in paths(notice):
        assert set(given) == set(decision.asked)
        assert decision == found.decision({**others, **given})


@every_notice
def test_every_fact_asked_for_matters(notice: str) -> None:
    """Taking away a fact that was asked for brings its question back."""
    found = load(notice)
    for given, _ in kinds(notice):
        for question in given:
            rest = {id: reply for id, reply in given.items() if id != question}
            with pytest.raises(Unanswered) as signal:
                found.decision(rest)
            assert question == signal.value.question


@every_notice
def test_where_nothing_can_be_decided_the_careline_is_named(notice: str) -> None:
    """An answer that stays open says whom to ask."""
    declared = load(notice).notice
    for given, decision in paths(notice):
        if decision.outcome == declared.cannot_decide:
            assert declared.ask in codes(decision), given


@every_notice
def test_an_answer_about_a_later_day_says_so(notice: str) -> None:
    """After the day on which the law was last checked every answer warns of it, and none before."""
    found = load(notice)
    checked = found.law.as_at.isoformat()
    for given, decision in paths(notice):
        # a day for which there is no rule at all is no later than the last check
        late = first_day(found, given) > checked
        assert (found.notice.after_last_check in codes(decision)) == late, given
