"""Who must issue e-invoices, and from which day: Income Tax Act 1967 s 82C, by yearly turnover."""

from collections.abc import Generator, Mapping
from datetime import date
from decimal import Decimal

from calculator.e_invoice.codes import Code, Facts, Outcome
from calculator.engine import Figure, Finding, InvalidFactError, Law, Notice, Ruling, Value
from calculator.law.lhdn import LHDN


def decide(facts: Facts, law: Law) -> Ruling:
    """Rule 4 of the 2024 Rules, then whose turnover counts, the exemption of the small, and the first day."""
    counted = law.value("turnover_year", facts.as_at)
    if facts.as_at > law.as_at:
        yield Finding(Code.AFTER_LAST_CHECK, {"law_as_at": Figure(law.as_at, "date")}, ["myinvois-start"])
    # Rule 4: individuals who carry on no business
    if not facts.in_business:
        yield Finding(Code.OUTSIDE_THE_RULES, sources=["skrine-2024"])
        return Outcome.NO_BUSINESS
    if facts.started > facts.as_at.year:
        raise InvalidFactError("started", "after_as_at")

    # Rule 2(2): the financial year that sorts everyone; later businesses by their own first years
    then = facts.started <= counted.whole
    code = Code.TURNOVER_OF_YEAR if then else Code.TURNOVER_OF_FIRST_YEARS
    yield Finding(code, {"turnover_year": counted})
    if facts.turnover is None:
        yield Finding(Code.TURNOVER_UNKNOWN, sources=["skrine-2024"])
        return (yield from _ask(law))

    first = _first_day(law, facts.turnover, then=then)
    exempt = law.value("exempt_below", max(first, facts.as_at))
    if facts.turnover < exempt.ringgit:
        ruled = yield from _small(facts, law, {"exempt_below": exempt})
        if ruled is not None:
            return ruled
    newest = law.value("newest_from", facts.as_at)
    if facts.started >= newest.whole:
        yield Finding(Code.START_DIFFERS, {"newest_from": newest})
        return (yield from _ask(law))
    return (yield from _from_day(facts.as_at, law, first))


def _first_day(law: Law, turnover: Decimal, *, then: bool) -> date:
    """The day on which the duty began or begins, by the turnover that counts."""
    phases = law.history("e_invoice_above") if then else ()
    days = (phase.since for phase in phases if turnover > phase.ringgit)
    return next(days, law.since("e_invoice_others").since)


def _small(facts: Facts, law: Law, exempt: Mapping[str, Value]) -> Generator[Finding, None, Outcome | None]:
    """Below the exemption: exempt but for its group or a later year; None where the group undoes it."""
    if facts.in_group is None:
        yield Finding(Code.GROUP_UNKNOWN, exempt, ["landco-faqs"])
        return (yield from _ask(law))
    if facts.in_group:
        yield Finding(Code.GROUP_COUNTS, exempt, ["landco-faqs"])
        return None
    if facts.reached_later is not False:
        yield Finding(Code.REACHED_LATER, exempt, ["newpages-177324", "landco-faqs"])
        return (yield from _ask(law))
    yield Finding(Code.BELOW_EXEMPTION, exempt)
    return Outcome.EXEMPT


def _from_day(as_at: date, law: Law, first: date) -> Ruling:
    """The guideline's first day; the gazetted rules, by one report, have a later one for the largest."""
    began = law.since("e_invoice_above")
    rules = law.since("e_invoice_rules")
    day = {"first_day": Figure(first, "date", sources=_sources(law, first))}
    if first > as_at:
        yield Finding(Code.BEGINS_ON, day)
        yield Finding(Code.PREPARE, sources=["myinvois-start"])
        return Outcome.NOT_YET
    if first == began.since and as_at < rules.since:
        rules_from = Figure(rules.since, "date", sources=rules.sources)
        yield Finding(Code.FIRST_DAYS_DIFFER, {**day, "rules_from": rules_from})
        return (yield from _ask(law))
    yield Finding(Code.BEGUN_ON, day)
    until = law.value("relaxed_until", first)
    if as_at <= until.day:
        yield Finding(Code.RELAXED, {"relaxed_until": until})
    names = ("smallest_fine", "largest_fine", "imprisonment")
    yield Finding(Code.FINE, {name: law.value(name, as_at) for name in names})
    yield Finding(Code.USE_MYINVOIS, sources=["myinvois-start"])
    return Outcome.MUST_ISSUE


def _sources(law: Law, first: date) -> tuple[str, ...]:
    """What says that the duty begins on this day."""
    values = (*law.history("e_invoice_above"), law.since("e_invoice_others"))
    return next(value.sources for value in values if value.since == first)


def _ask(law: Law) -> Generator[Finding, None, Outcome]:
    yield Finding(Code.ASK_CONTACT_CENTRE, {"contact_centre": law.history("contact_centre")[-1]})
    return Outcome.CANNOT_BE_DECIDED


def undecided(law: Law) -> Ruling:
    """No rule covers the day: say so and name who can answer."""
    yield Finding(Code.NO_RULE_FOR_DAY, sources=["myinvois-start"])
    return (yield from _ask(law))


NOTICE = Notice(
    facts=Facts,
    outcomes=Outcome,
    codes=Code,
    decide=decide,
    undecided=undecided,
    law=LHDN,
    day="as_at",
    cannot_decide=Outcome.CANNOT_BE_DECIDED,
    after_last_check=Code.AFTER_LAST_CHECK,
    ask=Code.ASK_CONTACT_CENTRE,
    phone="contact_centre",
    errors={"started": ("after_as_at",)},
)
