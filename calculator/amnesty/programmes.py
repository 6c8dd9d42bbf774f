"""PERKESO's programmes: what was reported to be waived, and for whom."""

from collections.abc import Generator, Iterator
from datetime import date

from calculator.amnesty import costs
from calculator.amnesty.codes import Code, Facts, Outcome
from calculator.engine import Figure, Finding, Law, Ruling
from calculator.law.perkeso import PROGRAMMES, Offer, Programme
from calculator.law.perkeso.common import ask_careline, day

AMNESTY = "amnesty_2023"
UNREGISTERED, ARREARS = "unregistered", "arrears"
# What is said of an offer, by how far the reports of it agree
REPORTED = {"agree": "waived", "differ": "reports_differ", "single": "one_report"}


def registered_late(facts: Facts, law: Law, registered_on: date) -> Ruling:
    """A late registration: inside a programme, on a day on which the sources differ, or neither."""
    as_at = facts.as_at
    disputed = _disputed(law, registered_on)
    programme = _open(law, registered_on, UNREGISTERED)
    if disputed:
        yield _start_disputed(disputed, registered_on)
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
        yield from _discount_then(law, registered_on, as_at)
        outcome = Outcome.REGISTERED_LATE
    yield from costs.exposure(facts, law, _waived(programme))
    yield from costs.arrears(facts, law)
    if not (yield from discount(law, as_at)):
        yield Finding(Code.NO_DISCOUNT_FOUND, {"as_at": day(as_at)}, ["perkeso-contact"])
    yield Finding(Code.CHECK_INTEREST, sources=["perkeso-assist"])
    yield from costs.monthly(law, as_at)
    yield ask_careline(Code.ASK_CARELINE, law)
    return outcome


def open_now(law: Law, as_at: date) -> Iterator[Finding]:
    """What an employer who is not registered may find open on the day of the answer."""
    disputed = _disputed(law, as_at)
    programme = _open(law, as_at, UNREGISTERED)
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


def _open(law: Law, on: date, audience: str) -> Programme | None:
    """The programme for this audience that covers the day."""
    for programme in law.of(PROGRAMMES).values():
        if audience in programme.audiences and programme.first_day <= on <= programme.last_day:
            return programme
    return None


def _disputed(law: Law, on: date) -> Programme | None:
    """The programme of which sources differ on whether it covers the day."""
    return next(
        (programme for programme in law.of(PROGRAMMES).values() if on in programme.disputed_days), None
    )


def _start_disputed(programme: Programme, on: date) -> Finding:
    return Finding(Code.START_DISPUTED, {"disputed_day": day(on), **_days(programme)}, programme.sources)


def _days(programme: Programme) -> dict[str, Figure]:
    return {"programme_from": day(programme.first_day), "programme_to": day(programme.last_day)}


def _offers(programme: Programme) -> Iterator[Finding]:
    """What was reported to be waived for employers not yet registered, and how far the reports agree."""
    for offer in programme.offers:
        if offer.audience == UNREGISTERED:
            yield Finding(Code(f"{offer.of}_{REPORTED[offer.reports]}"), sources=offer.sources)
    if programme.note == "regional_report":
        yield Finding(Code.REGIONAL_REPORT, sources=programme.sources)
    yield Finding(Code.TERMS_NOT_FOUND, sources=programme.sources)
    yield Finding(Code.CONTRIBUTIONS_NOT_WAIVED, sources=programme.sources)


def _waived(programme: Programme | None) -> set[str]:
    """What all reports of a programme call waived for employers not yet registered."""
    offers = programme.offers if programme else ()
    return {offer.of for offer in offers if offer.audience == UNREGISTERED and offer.reports == "agree"}


def discount(law: Law, as_at: date) -> Generator[Finding, None, bool]:
    """A programme that reduces late-payment interest, open on the day of the answer; whether there is one."""
    programme = _open(law, as_at, ARREARS)
    if not programme:
        return False
    offer = _reduction(programme)
    # other ids than a programme for the unregistered has: both can be open on one day
    figures = {
        "reduction": _rate(offer),
        "arrears_from": day(programme.first_day),
        "arrears_to": day(programme.last_day),
    }
    yield Finding(Code.ARREARS_PROGRAMME_OPEN, figures, offer.sources)
    if offer.condition == "pay_within":
        yield Finding(Code.PAY_WITHIN, {"arrears_to": figures["arrears_to"]}, offer.sources)
    if offer.excluded:
        yield Finding(Code.CASES_LEFT_OUT, sources=offer.sources)
    if programme.note == "late_registrants_too":
        yield Finding(Code.LATE_REGISTRANTS_TOO, sources=offer.sources)
    return True


def _discount_then(law: Law, registered_on: date, as_at: date) -> Iterator[Finding]:
    """A discount for arrears that ran on the day of a late registration and has ended since."""
    programme = _open(law, registered_on, ARREARS)
    if programme and programme.last_day < as_at:
        offer = _reduction(programme)
        figures = {
            "reduction_then": _rate(offer),
            "discount_from": day(programme.first_day),
            "discount_to": day(programme.last_day),
        }
        yield Finding(Code.DISCOUNT_ON_THAT_DAY, figures, offer.sources)


def _reduction(programme: Programme) -> Offer:
    return next(offer for offer in programme.offers if offer.audience == ARREARS)


def _rate(offer: Offer) -> Figure:
    assert offer.rate is not None  # noqa: S101 - the loader requires a rate of a reduction
    return Figure(offer.rate, "percent", offer.bound)
