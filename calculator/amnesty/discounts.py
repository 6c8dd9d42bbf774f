"""Programmes that take something off late-payment interest for employers with arrears."""

from collections.abc import Generator, Iterator
from datetime import date

from calculator.amnesty.codes import Code
from calculator.amnesty.running import ARREARS, open_on
from calculator.engine import Figure, Finding, Law
from calculator.law.perkeso import Offer, Programme
from calculator.law.perkeso.common import day


def discount(law: Law, as_at: date) -> Generator[Finding, None, bool]:
    """A programme that reduces late-payment interest, open on the day of the answer; whether there is one."""
    programme = open_on(law, as_at, ARREARS)
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


def ran_then(law: Law, registered_on: date, as_at: date) -> Iterator[Finding]:
    """A discount for arrears that ran on the day of a late registration and has ended since."""
    programme = open_on(law, registered_on, ARREARS)
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
