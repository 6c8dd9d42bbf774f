"""Days, months and years: with the day first, or the year; in figures, names of months, or Chinese."""

from collections.abc import Iterator
from datetime import date

from calculator.engine.asking.reading import numerals
from calculator.engine.asking.reading.parts import MONTH, parts_of, without_weekday
from calculator.engine.asking.reading.text import is_whole
from calculator.engine.month import Month

YEAR, SHORT = 4, 2  # digits of a year
# A year of two digits is one of these: nobody asks about an employer of before, nor of after.
SHORT_YEARS = range(1940, 2061)

# year, month, day as they were written
type Written = tuple[str, str, str]


def days(text: str) -> list[date]:
    """Every day that the text can be, the likelier first."""
    lower, weekday = without_weekday(text.lower())
    found = [day for written in _orders(lower) for day in _existing(*written)]
    return [day for day in dict.fromkeys(found) if weekday in (0, day.isoweekday())]


def month_first(text: str) -> bool:
    """Whether what is no day would be one if its month stood first, as Americans write it: 1/13/2022."""
    parts, marks = parts_of(text.lower())
    if len(parts) != len(("day", "month", "year")) or not marks[0] == marks[1] != ",":
        return False
    return any(_existing(parts[2], parts[0], parts[1]))


def no_such_day(text: str) -> bool:
    """Whether what is no day is written as one: 31/2/2023, 2022-13-01."""
    lower, _ = without_weekday(text.lower())
    return any(_is_whole_day(*written) for written in _orders(lower))


def months(text: str) -> list[Month]:
    """Every month that the text can be."""
    return [Month(day.year, day.month) for each in _months(text) for day in _existing(*each, "1")]


def short_months(text: str) -> list[Month]:
    """Every month that a text with two digits for the year can be, which may be a day of a month: 7/26."""
    parts, marks = parts_of(text.lower())
    if len(marks) != 1:
        return []
    first, second = parts
    orders = [(second, first)]
    if second in MONTH or _year_may_be_first(parts, marks[0]):
        orders.append((first, second))
    short = [(year, number) for year, number in orders if len(year) == SHORT]
    return list(dict.fromkeys(Month(day.year, day.month) for each in short for day in _existing(*each, "1")))


def no_such_month(text: str) -> bool:
    """Whether what is no month is written as one: 13/2026."""
    return any(_is_whole_day(*written, "1") for written in _months(text))


def years(text: str) -> list[int]:
    """The year of four digits, in figures or Chinese."""
    year = numerals.digits(text.removesuffix("年").strip())
    return [int(year)] if len(year) == YEAR and is_whole(year) else []


def may_go_on(text: str) -> bool:
    """Whether a day or month that can be read may be the beginning of another: 10/1/20, 2022-1-1, 2026-1."""
    if not text[-1:].isascii():
        return False
    numbers = [part for part in parts_of(text.lower())[0] if is_whole(part)]
    return max(map(len, numbers), default=0) < YEAR or len(numbers[-1]) == 1


def _months(text: str) -> list[tuple[str, str]]:
    """A year and a month, as they were written."""
    year, between, rest = text.removesuffix("份").partition("年")
    if between:
        number, after = rest[:-1].strip(), rest[-1:]
        return [(year.strip(), number)] if after == "月" else []
    parts, marks = parts_of(text.lower())
    return [_year_and_month(*parts)] if len(marks) == 1 else []


def _year_and_month(first: str, second: str) -> tuple[str, str]:
    """The year has all its digits: 7/26 may be a day of July."""
    year, number = (first, second) if len(first) == YEAR and is_whole(first) else (second, first)
    return (year if len(year) == YEAR else "", number)


def _orders(text: str) -> Iterator[Written]:
    """Every order in which a day may have been written."""
    if "年" in text:
        yield from _chinese(text)
        return
    parts, marks = parts_of(text)
    if len(parts) != len(("day", "month", "year")):
        return
    first, second, third = parts
    if first in MONTH:
        yield third, first, second
    elif second in MONTH or marks[0] == marks[1] != ",":
        if len(first) == YEAR:
            yield first, second, third
        else:
            yield third, second, first
            if second not in MONTH and _year_may_be_first(parts, marks[0]):
                yield first, second, third


def _year_may_be_first(parts: list[str], mark: str) -> bool:
    """12-05-22 and 01.02.03 may begin with the year; 10.1.22 and 12/05/22 do not here."""
    if len(parts[-1]) > SHORT:
        return False
    return mark == "-" or (mark != "/" and all(len(part) == SHORT for part in parts))


def _chinese(text: str) -> Iterator[Written]:
    """2022年1月10日, 二〇二二年一月十号: whole only with its last sign."""
    year, _, rest = text.partition("年")
    number, _, rest = rest.partition("月")
    if rest.endswith(("日", "号", "號")):
        yield year.strip(), number.strip(), rest[:-1].strip()


def _existing(year: str, number: str, day: str) -> Iterator[date]:
    """The days of the calendar that these are; none, one, or one in each century."""
    month = MONTH.get(number) or _small(number)
    for each in _full(numerals.digits(year)):
        try:
            yield date(each, month, _small(day))
        except ValueError:
            continue


def _is_whole_day(year: str, number: str, day: str) -> bool:
    """Whether nothing is missing, be there such a day or not; in the years before 1 there is none."""
    return any(_full(numerals.digits(year))) and bool((number in MONTH or _digits(number)) and _digits(day))


def _small(text: str) -> int:
    """The number of a month or a day; 0 where it is none."""
    return int(_digits(text) or 0)


def _digits(text: str) -> str:
    """The number of a month or a day in figures, be there such a one or not."""
    value = text if is_whole(text) else numerals.number(text)
    return value if len(value) <= SHORT else ""


def _full(year: str) -> list[int]:
    if not is_whole(year):
        return []
    if len(year) == SHORT:
        return [each for each in SHORT_YEARS if each % 100 == int(year)]
    return [int(year)] if len(year) == YEAR else []
