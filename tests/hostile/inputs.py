"""What hypothesis draws: values of JSON, facts by the questions of a notice, what is asked of a payroll."""

import json
from collections.abc import Mapping
from datetime import date

from hypothesis import strategies as st

from calculator.arrears.columns import COLUMNS
from calculator.engine.asking.found import load, notices
from calculator.engine.figures import LANGUAGES
from overrides.corpus_hostile import DAYS, MARKUP, NUMBERS, SIGNS

# Signs that readers know, in any order: far more of these are nearly a day or an amount than of any text.
typed = st.lists(st.sampled_from(SIGNS), max_size=12).map("".join)
texts = typed | st.text(max_size=30) | st.sampled_from((*DAYS, *MARKUP, *NUMBERS))
scalars = st.none() | st.booleans() | st.integers() | st.floats() | texts
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)
)
days = st.dates(date.min, date.max)


@st.composite
def facts(draw: st.DrawFn) -> Mapping[str, object]:
    """Replies to some questions of a notice, nearly all of them good; one of no question now and then."""
    notice = load(draw(st.sampled_from(notices())))
    given: dict[str, object] = {}
    for question in notice.questions:
        usual = st.sampled_from(notice.samples[question.id])
        which = draw(st.integers(0, 9))
        if which:
            given[question.id] = draw(usual if which > 2 else values | days.map(str))
    given |= draw(st.dictionaries(texts, values, max_size=1)) if draw(st.integers(0, 9)) == 0 else {}
    return {"notice": notice.id, "lang": draw(st.sampled_from(LANGUAGES)), "facts": given}


@st.composite
def payrolls(draw: st.DrawFn) -> Mapping[str, object]:
    """A few rows, each as wide as there are columns."""
    columns = draw(st.lists(st.sampled_from(COLUMNS), unique=True, min_size=1))
    columns = [*columns, *({"month", "wages"} - set(columns))]
    samples = load("contributions").samples
    cells = [st.sampled_from(samples.get(id, ("2023-03-31",))) | texts | days.map(str) for id in columns]
    rows = draw(st.lists(st.tuples(*cells), max_size=4))
    payroll = {"columns": columns, "rows": rows, "paid_on": draw(st.just("2026-11-26") | texts)}
    return {"notice": "arrears", "lang": draw(st.sampled_from(LANGUAGES)), "payroll": payroll}


@st.composite
def interests(draw: st.DrawFn) -> Mapping[str, object]:
    """What was owed of some months by day of payment, which may be as far off as a day can be."""
    months = st.dates(date(2005, 1, 1)).map(lambda day: str(day)[:7])
    amounts = st.integers(0, 10**15).map(lambda sen: f"{sen // 100}.{sen % 100:02}") | texts
    unpaid = st.fixed_dictionaries({"owed": amounts, "without_act800": amounts})
    month = st.fixed_dictionaries(
        {
            "month": months | texts,
            "unpaid": st.dictionaries(days.map(str) | texts, unpaid, max_size=4),
            "interest_estimate": amounts,
            "interest_without_act800": amounts,
        }
    )
    asked = draw(st.lists(month, max_size=4))
    return {"notice": "arrears", "lang": draw(st.sampled_from(LANGUAGES)), "interest": asked}


requests = st.one_of(
    facts().map(json.dumps), payrolls().map(json.dumps), interests().map(json.dumps), values.map(json.dumps),
    st.text(), typed,
)  # fmt: skip
