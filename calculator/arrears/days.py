"""Days and months as spreadsheets and programs write them, beside all that people type.

Never a guess: where one habit reads another day or month than the next, all of them are readings.
"""

import re
from datetime import date, timedelta

from calculator.engine import Month
from calculator.engine.asking.facts import InvalidFactError, read
from calculator.engine.asking.kinds import KINDS, Question

AMBIGUOUS, SERIAL_NUMBER, SHORT_YEAR = "ambiguous", "serial_number", "short_year"
# A bare number of five digits counts days, from 1927 to 2173; a time of day may follow.
SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
# 20210305 and 202103, or with the year last: 05032021 and 032021. None means two things: what begins with
# the digits of a century has no month where another habit wants one. Programs take a column with empty cells
# for numbers with a point, and add .0.
CLOSED = re.compile(r"((?:19|20|21)\d\d)(0[1-9]|1[0-2])(\d\d)?(?:\.0+)?", re.ASCII)
YEAR_LAST = re.compile(r"(\d\d)?(0[1-9]|1[0-2])((?:19|20|21)\d\d)(?:\.0+)?", re.ASCII)
# 2021.10 that was taken for a number has lost its zero.
CUT = re.compile(r"(\d{4})\.1", re.ASCII)
# Mar-21 as spreadsheets shorten a month, and Mar '21: a day would stand before the name.
NAMED = re.compile(r"[^\W\d_]+[-/., ]*'?\d\d")
# 3月-21, 3月 2021 and 2021-3月, as formats of other languages come out in Chinese.
NUMBERED = r"((?:1[0-2]|0?[1-9]|十?[一二三四五六七八九]|十)月)份?"
CHINESE = re.compile(rf"{NUMBERED}(?:-(\d\d)|[-/., ]*(\d{{4}}))|(\d{{4}})[-/., ]*{NUMBERED}")
# 0:00, T00:00:00.000Z, 12:00:00 AM, 上午12:00:00, behind a day.
CLOCK = r"([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:[.,]\d{1,9})?)?"
STAMP = re.compile(
    rf"(.+?)(?:(?<=\d)[T ]|, ?|(?<=[日号號]) ?){CLOCK} ?(?:(Z|UTC)|([+-](?:0\d|1[0-4])):?(\d\d))?",
    re.ASCII | re.IGNORECASE,
)
HALF = r"[AP]\.?M\.?|PG|PTG|上午|下午"
HALF_DAY = re.compile(rf"(.+?),? ?(?:(?:{HALF}) ?{CLOCK}| {CLOCK} ?(?:{HALF}))", re.ASCII | re.IGNORECASE)
OGOS = ("Ogs", "OGS", "ogs")
# Minutes. Malaysia's since 1982; before, it was at most half an hour less, which leaves every midnight of
# then on its day.
HOUR, DAY, MALAYSIA = 60, 24 * 60, 8 * 60
_DAY = Question("day", "date", (), may_be_unknown=False, within=KINDS["date"].within)


def day_of(question: Question, text: str, epoch: date | None) -> date:
    """The day in a cell; `epoch` is the one from which a bare number counts. Raises InvalidFactError."""
    text = _in_full(text)
    if SERIAL.fullmatch(text):
        if epoch is None:
            raise InvalidFactError(question.id, SERIAL_NUMBER)
        return _day(question, str(epoch + timedelta(int(text[:5]))))
    if half := HALF_DAY.fullmatch(text):
        # whatever was done in either half of a day was done on that day
        return _day(question, _opened(half[1]))
    stamp = STAMP.fullmatch(text)
    if not stamp:
        return _day(question, _opened(text))
    day = _day(question, _opened(stamp[1]))
    here = _in_malaysia(day, stamp)
    if here != day:
        raise InvalidFactError(question.id, AMBIGUOUS, (day, here))
    return day


def month_of(question: Question, text: str, epoch: date | None) -> Month:
    """The month in a cell, or that of the day in it, as spreadsheets keep months; raises InvalidFactError."""
    try:
        return _month(question, text)
    except InvalidFactError as error:
        if error.code != "not_a_month":
            raise
    try:
        day = day_of(_DAY, text, epoch)
    except InvalidFactError as error:
        months = dict.fromkeys(Month(day.year, day.month) for day in error.readings if isinstance(day, date))
        if len(months) == 1:
            return next(iter(months))
        code = "not_a_month" if error.code == "not_a_date" else error.code
        raise InvalidFactError(question.id, code, tuple(months)) from None
    return Month(day.year, day.month)


def _month(question: Question, text: str) -> Month:
    text = _in_full(text)
    if cut := CUT.fullmatch(text):
        raise InvalidFactError(question.id, AMBIGUOUS, [Month(int(cut[1]), number) for number in (1, 10)])
    named = NAMED.fullmatch(text)
    try:
        month: object = read(question, _spelt(text))
    except InvalidFactError as error:
        # its one reading is asked back: two digits may be those of a day
        [month, *more] = error.readings or (None, None)
        if more or month is None:
            raise
        if not named:
            raise InvalidFactError(question.id, SHORT_YEAR, error.readings) from None
    assert isinstance(month, Month)  # noqa: S101 - narrows for mypy
    return month


def _in_full(text: str) -> str:
    """August as spreadsheets in Malay shorten it, in full: its first three letters are others."""
    for short in OGOS:
        text = text.replace(short, "Ogos")
    return text


def _day(question: Question, text: str) -> date:
    day: object = read(question, text)
    assert isinstance(day, date)  # noqa: S101 - narrows for mypy
    return day


def _opened(text: str) -> str:
    """What is written without marks, with them."""
    if closed := CLOSED.fullmatch(text):
        return "-".join(filter(None, closed.groups()))
    if closed := YEAR_LAST.fullmatch(text):
        day, month, year = closed.groups()
        return "-".join(filter(None, (year, month, day)))
    return text


def _spelt(text: str) -> str:
    """A month as spreadsheets and programs write it, as people do."""
    if found := CHINESE.fullmatch(text):
        before, short, behind, year, last = found.groups()
        return f"{short or behind or year}年{before or last}"
    return _opened(text.replace("'", " ") if NAMED.fullmatch(text) else text)


def _in_malaysia(day: date, stamp: re.Match[str]) -> date:
    """The day that it was in Malaysia where a clock somewhere else showed this."""
    _, hour, minute, utc, hours, minutes = stamp.groups()
    if not (utc or hours):
        return day
    sign = -1 if (hours or "").startswith("-") else 1
    ahead = int(hours or 0) * HOUR + sign * int(minutes or 0)
    return day + timedelta((int(hour) * HOUR + int(minute) - ahead + MALAYSIA) // DAY)
