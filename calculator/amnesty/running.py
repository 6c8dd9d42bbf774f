"""Which programme ran on a day, and for whom."""

from datetime import date

from calculator.engine import Law
from calculator.law.perkeso import PROGRAMMES, Programme

UNREGISTERED, ARREARS = "unregistered", "arrears"


def open_on(law: Law, on: date, audience: str) -> Programme | None:
    """The programme for this audience that covers the day."""
    for programme in law.of(PROGRAMMES).values():
        if audience in programme.audiences and programme.first_day <= on <= programme.last_day:
            return programme
    return None


def disputed_on(law: Law, on: date) -> Programme | None:
    """The programme of which sources differ on whether it covers the day."""
    return next(
        (programme for programme in law.of(PROGRAMMES).values() if on in programme.disputed_days), None
    )


def last_before(law: Law, on: date, audience: str) -> Programme | None:
    """The last programme for this audience that had ended before the day."""
    past = [
        programme
        for programme in law.of(PROGRAMMES).values()
        if audience in programme.audiences and programme.last_day < on
    ]
    return past[-1] if past else None
