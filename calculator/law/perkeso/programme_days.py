"""The days of a programme, and what it says of them and of the law in force on them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from calculator.engine.law.parameters import Value
from calculator.engine.law.reading.file import LawFile
from calculator.engine.law.reading.row import Row
from calculator.engine.law.reading.together import Parameters
from calculator.law.perkeso.programmes import Programme

ONE_DAY = timedelta(days=1)
# What an offer takes away, and the parameter without which there is nothing to take away.
NEEDED: Mapping[str, str] = {
    "interest": "late_interest_rate",
    "compound": "compound",
    "prosecution": "act4_fine",
}


def days(programme: Programme) -> Iterator[date]:
    """Its first day, the day after its last, and those on which reports begin or cease to differ."""
    yield from (programme.first_day, programme.last_day + ONE_DAY)
    for day in programme.disputed_days:
        yield from (day, day + ONE_DAY)


def check_programme(programme: Programme, file: LawFile, parameters: Parameters) -> None:
    """Refuse days far from the period, and an offer about something that was not in force in it."""
    first, last, row = programme.first_day, programme.last_day, Row(file, {}, programme.id)
    announced = programme.announced_last_day
    if announced and not first <= announced <= last:
        what = f"the end first announced, {announced}, is not between {first} and {last}; look at the three"
        row.problem(what, "announced_last_day")
    for day in programme.disputed_days:
        if not _reaches(day, programme):
            what = f"the disputed day {day} is apart from the period, {first} to {last}; look at the three, "
            row.problem(f"{what}or name the days between as well", "disputed_days")
    subjects = [offer.of for offer in programme.offers]
    for at, subject in enumerate(subjects):
        place = Row(file, {}, programme.id, rf'of\s*=\s*"?{subject}', subjects[:at].count(subject))
        _check_offer(NEEDED[subject], (first, last), place, parameters)


def _reaches(day: date, programme: Programme) -> bool:
    """Tell whether a disputed day is in the period, or next to it but for other disputed days."""
    step = ONE_DAY if day < programme.first_day else -ONE_DAY
    while day in programme.disputed_days and not programme.first_day <= day <= programme.last_day:
        day += step
    return programme.first_day <= day <= programme.last_day


def _check_offer(id: str, days: Iterable[date], row: Row, parameters: Parameters) -> None:
    """Refuse an offer to take away what there was not on the first or the last day."""
    if needed := parameters.find(id, row.problem):
        for day in dict.fromkeys(days):
            if not isinstance(needed.entry(day), Value):
                row.problem(f"{id} is not in force on {day}; look at it, and at the days of the programme")
