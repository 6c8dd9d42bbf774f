"""Payrolls in which each row is a class of its own: whoever has answered them has decided what files ask.

The image of the payroll's page is taken after these, so that a reader's file costs looking up, and hardly a
decision. Classes are found from the rules, as they are in the page.
"""

import json
from collections.abc import Hashable, Iterator, Mapping
from itertools import batched, product

from calculator.arrears.columns import AGE, COLUMNS, MONTH, REQUIRED, WAGES
from calculator.arrears.frames import Frame, frames
from calculator.arrears.owed import CONTRIBUTIONS
from calculator.arrears.requests import KEPT, MOST_ROWS
from calculator.engine import Month
from calculator.engine.asking.facts import UNKNOWN, read
from calculator.engine.asking.found import load
from calculator.engine.rows import Classes, Cuts

# Ages and wages as payrolls have them, and what nearly all rows are: the image need not hold what few ask.
AGES, SOME_WAGES, USUAL = range(16, 71), "1000.00", ("role", "ordinary")

type Facts = Mapping[str, str]


def requests() -> list[str]:
    """What is to be answered before an image is taken.

    Rows after which classes are as fine as they get, then one of each class, then payrolls without rows,
    which take the place of what is kept of the ones before.
    """
    classes = frames.__wrapped__()
    finer = list(_parting(classes))
    usual = {_path(classes, facts): facts for facts in _facts(classes.cuts) if USUAL in facts.items()}
    columns = [id for id in COLUMNS if id in next(iter(usual.values()))]
    pieces = batched([[facts[id] for id in columns] for facts in (*finer, *usual.values())], MOST_ROWS)
    empty = [_request(REQUIRED, (), paid_on=f"2026-01-{day:02}") for day in range(1, KEPT + 1)]
    return [*(_request(columns, piece) for piece in pieces), *empty]


def _parting(classes: Classes[Frame]) -> Iterator[Facts]:
    """Facts that were the first to make the rules look at something, until nothing is left to look at."""
    edition = -1
    while edition != classes.edition:
        edition = classes.edition
        for facts in _facts(classes.cuts):
            before = classes.edition
            classes.result(_values(facts))
            if classes.edition != before:
                yield facts


def _path(classes: Classes[Frame], facts: Facts) -> tuple[tuple[str, Hashable], ...]:
    """The questions that are asked, and the classes of the replies."""
    values, met = _values(facts), dict[str, Hashable]()

    def of(question: str) -> Hashable:
        met[question] = classes.of(question, values[question])
        return met[question]

    classes.known(of)
    return tuple(met.items())


def _values(facts: Facts) -> dict[str, object]:
    asked = {question.id: question for question in load(CONTRIBUTIONS).questions}
    return {id: read(asked[id], reply) for id, reply in facts.items()}


def _facts(cuts: Cuts) -> Iterator[Facts]:
    """Facts for each class of months and ages, with each choice."""
    notice = load(CONTRIBUTIONS)
    asked = {question.id: question for question in notice.questions}
    choices = {
        id: [*question.choices, *([UNKNOWN] if question.may_be_unknown else [])]
        for id, question in asked.items()
        if question.choices
    }
    years = range(min(notice.law.days()).year, notice.law.as_at.year + 1)
    months = {cuts.of(asked[MONTH], each): str(each) for year in years for each in _months(year)}
    ages = {cuts.of(asked[AGE], age): str(age) for age in AGES}
    for month, age, *chosen in product(months.values(), ages.values(), *choices.values()):
        yield {MONTH: month, AGE: age, WAGES: SOME_WAGES, **dict(zip(choices, chosen, strict=True))}


def _months(year: int) -> Iterator[Month]:
    return (Month(year, number) for number in range(1, 13))


def _request(columns: object, rows: object, paid_on: str = "2026-11-26") -> str:
    payroll = {"columns": columns, "rows": rows, "paid_on": paid_on}
    return json.dumps({"notice": "arrears", "lang": "en", "payroll": payroll})
