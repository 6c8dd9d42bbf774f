"""The code that a page writes of an answer is read by Python, and today's rules give the same answer."""

from calculator.engine.figures import LANGUAGES
from calculator.receipt.code import read
from calculator.receipt.verify import SAME, verify
from calculator.receipt.version import version
from tests.cases import Case, ask, cases
from tests.coded import code, of_page

MONTH = {"month": "2026-07", "role": "ordinary", "worker": "citizen", "age": "35", "lindung24": "takes_part"}


def test_page_and_python_write_the_same_of_every_case() -> None:
    """The answers that the tables expect, in both languages, with the facts as they were typed."""
    decided = [case for case in cases() if case.outcome]
    answers = [
        (case.notice, as_typed(case), ask(case.request(lang))) for case in decided for lang in LANGUAGES
    ]
    for answer, of_its_page in zip(answers, of_page(answers), strict=True):
        notice, _, response = answer
        assert verify(of_its_page)[0] == SAME, answer
        facts = read(of_its_page).facts
        assert facts.keys() <= {*response["asked"]}
        assert read(of_its_page) == read(code((notice, facts, response), version(notice))), answer


def as_typed(case: Case) -> dict[str, str]:
    """Facts as the page has them: of several choices the ids stand in one text."""
    return {
        id: ",".join(reply) if isinstance(reply, list) else str(reply) for id, reply in case.facts.items()
    }


def test_a_code_has_the_facts_that_were_asked_for_as_the_rules_read_them() -> None:
    """What is typed may be read otherwise by later rules; what they did not ask for is none of theirs."""
    typed = {**MONTH, "month": "July 2026", "wages": "RM2,450.00"}
    response = ask(Case("contributions", "", "", typed).request("en"))
    [made] = of_page([("contributions", {**typed, "gone": "x"}, response)])
    assert read(made).facts == {**MONTH, "wages": "2450.00"}
    assert made.isascii()
