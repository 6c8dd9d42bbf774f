"""[To write] whom the notice `new_notice` concerns: the Act and its sections."""

from calculator.engine import Figure, Finding, Law, Notice, Ruling
from calculator.law.new_body import NEW_BODY
from calculator.new_notice.codes import Code, Facts, Outcome


def decide(facts: Facts, law: Law) -> Ruling:
    """[To write] the sections, in the order of the law."""
    # a day before the first one of the figure has no rule: the engine then asks `undecided`
    least = law.value("new_notice_least_employees", facts.as_at)
    if facts.as_at > law.as_at:
        yield Finding(Code.AFTER_LAST_CHECK, {"law_as_at": Figure(law.as_at, "date")}, ["new-notice-rule"])
    # [To write] the section: so many employees or more
    if facts.employees < least.whole:
        yield Finding(Code.BELOW_THE_NUMBER, {"least_employees": least})
        return Outcome.NOT_COVERED
    yield Finding(Code.REACHES_THE_NUMBER, {"least_employees": least})
    yield Finding(Code.WHAT_TO_DO, sources=["new-notice-rule"])
    yield _ask(law)
    return Outcome.COVERED


def undecided(law: Law) -> Ruling:
    """No rule covers the day: say so and name who can answer."""
    yield Finding(Code.NO_RULE_FOR_DAY, sources=["new-notice-rule"])
    yield _ask(law)
    return Outcome.CANNOT_BE_DECIDED


def _ask(law: Law) -> Finding:
    """Whom to ask: always today's number, whatever day the answer speaks of."""
    return Finding(Code.ASK_THE_BODY, {"phone": law.history("new_body_phone")[-1]})


NOTICE = Notice(
    facts=Facts,
    outcomes=Outcome,
    codes=Code,
    decide=decide,
    undecided=undecided,
    law=NEW_BODY,
    day="as_at",
    cannot_decide=Outcome.CANNOT_BE_DECIDED,
    after_last_check=Code.AFTER_LAST_CHECK,
    ask=Code.ASK_THE_BODY,
    phone="new_body_phone",
)
