"""PERKESO's programmes: what was reported to be waived, and for whom."""

from collections.abc import Iterator
from datetime import date

from calculator.amnesty import costs
from calculator.amnesty.codes import Code, Facts, Outcome
from calculator.amnesty.discounts import discount, ran_then
from calculator.amnesty.running import UNREGISTERED, disputed_on, last_before, open_on
from calculator.engine import Figure, Finding, Law, Ruling
from calculator.law.perkeso import PROGRAMMES, Programme
from calculator.law.perkeso.common import ask_careline, day

AMNESTY = "amnesty_2023"
# What is said of an offer, by how far the reports of it agree
REPORTED = {"agree": "waived", "differ": "reports_differ", "single": "one_report"}


def registered_late(facts: Facts, law: Law, registered_on: date) -> Ruling:
    """A late registration: inside a programme, on a day on which the sources differ, or neither."""
    as_at = facts.as_at
    disputed = disputed_on(law, registered_on)
    programme = open_on(law, registered_on, UNREGISTERED)
    if disputed:
        yield _start_disputed(disputed, registered_on)
        # what else there is to do depends on whether the day counts
        yield ask_careline(Code.ASK_CARELINE, law)
        outcome = Outcome.DAY_DISPUTED
    elif programme:
        yield Finding(Code.IN_PROGRAMME, _days(programme), programme.sources)
        yield from _offers(programme)
        outcome = (
            Outcome.REGISTERED_IN_AMNESTY if programme.id == AMNESTY else Outcome.REGISTERED_IN_PROGRAMME
        )
    else:
        yield Finding(
            Code.OUTSIDE_PROGRAMMES, {"registered_on": day(registered_on)}, ["perkeso-registration"]
        )
        yield from _late_comers(law, registered_on)
        yield from ran_then(law, registered_on, as_at)
        outcome = Outcome.REGISTERED_LATE
    act4_alone = costs.carried_over(facts, law, registered_on)
    yield from costs.arrears(facts, law, act4_alone=act4_alone)
    yield from costs.exposure(facts, law, _waived(programme), act4_alone=act4_alone)
    yield Finding(Code.CHECK_INTEREST, sources=["perkeso-assist"])
    if not (yield from discount(law, as_at)):
        yield Finding(Code.NO_DISCOUNT_FOUND, {"as_at": day(as_at)}, ["perkeso-contact"])
    yield from costs.monthly(law, as_at)
    if not disputed:
        yield ask_careline(Code.ASK_CARELINE, law)
    return outcome


def open_now(law: Law, as_at: date) -> Iterator[Finding]:
    """What an employer who is not registered may find open on the day of the answer."""
    disputed = disputed_on(law, as_at)
    programme = open_on(law, as_at, UNREGISTERED)
    if disputed:
        yield _start_disputed(disputed, as_at)
    elif programme:
        yield Finding(Code.PROGRAMME_OPEN, _days(programme), programme.sources)
        yield from _offers(programme)
    else:
        amnesty = law.of(PROGRAMMES)[AMNESTY]
        if as_at > amnesty.last_day:
            yield Finding(Code.AMNESTY_OVER, _days(amnesty), amnesty.sources)
        # none found is all that can be said: it does not mean that none exists
        yield Finding(Code.NONE_FOUND_OPEN, {"as_at": day(as_at)}, ["perkeso-contact"])
    yield from discount(law, as_at)


def _start_disputed(programme: Programme, on: date) -> Finding:
    return Finding(Code.START_DISPUTED, {"disputed_day": day(on), **_days(programme)}, programme.sources)


def _days(programme: Programme) -> dict[str, Figure]:
    return {"programme_from": day(programme.first_day), "programme_to": day(programme.last_day)}


def _offers(programme: Programme) -> Iterator[Finding]:
    """What was reported to be waived for employers not yet registered, and how far the reports agree."""
    for offer in programme.offers:
        if offer.audience == UNREGISTERED:
            yield Finding(Code(f"{offer.of}_{REPORTED[offer.reports]}"), sources=offer.sources)
    if not programme.offers:
        yield Finding(Code.OFFER_NOT_FOUND, sources=programme.sources)
    if programme.note == "regional_report":
        yield Finding(Code.REGIONAL_REPORT, sources=programme.sources)
    if programme.offers:
        yield Finding(Code.TERMS_NOT_FOUND, sources=programme.sources)
    yield Finding(Code.CONTRIBUTIONS_NOT_WAIVED, sources=programme.sources)


def _waived(programme: Programme | None) -> set[str]:
    """What all reports of a programme call waived for employers not yet registered."""
    offers = programme.offers if programme else ()
    return {offer.of for offer in offers if offer.audience == UNREGISTERED and offer.reports == "agree"}


def _late_comers(law: Law, registered_on: date) -> Iterator[Finding]:
    """What was reported of those who came after a programme, where it was the last before their day."""
    past = last_before(law, registered_on, UNREGISTERED)
    if past and past.note == "late_comers_accepted":
        yield Finding(Code.LATE_COMERS_ACCEPTED, {"last_programme_to": day(past.last_day)}, past.sources)
