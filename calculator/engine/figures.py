"""Figures as text in English and Chinese, one way for prose and answers alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from calculator.engine import calendar
from calculator.engine.calendar import Amount
from calculator.engine.month import Month

LANGUAGES = ("en", "zh")


class FigureLike(Protocol):
    """What can be shown: a parameter's value or a figure a rule worked out."""

    @property
    def amount(self) -> Amount:
        """The number, day, month or text."""

    @property
    def unit(self) -> str:
        """The unit, one of `UNITS`."""

    @property
    def bound(self) -> str | None:
        """`max` when the law says at most, `min` when it says at least."""


def text(figure: FigureLike, lang: str) -> str:
    """The figure in words of `lang`, with "up to" / 最高 where it is a bound; raises KeyError otherwise."""
    unit = UNITS.get(figure.unit) or _REGISTERED[figure.unit]
    shown = unit.texts[lang](figure.amount)
    if figure.bound is None:
        return shown
    if lang == "en":
        return f"{'up to' if figure.bound == 'max' else 'at least'} {shown}"
    if figure.bound == "min":
        return f"至少{shown}"
    return f"{'不超过' if unit.lasts else '最高'}{shown}"


def value(amount: Amount) -> str:
    """The figure for machines: ISO dates and months, plain decimals."""
    return f"{amount:f}" if isinstance(amount, Decimal) else str(amount)


def money(amount: Amount) -> str:
    """Thousands separated; sen in full where there are any: RM0.50."""
    tenths = isinstance(amount, Decimal) and amount.as_tuple().exponent == -1
    return f"{amount:,.2f}" if tenths else f"{amount:,}"


def number(amount: Amount) -> str:
    """A plain number without closing zeros: 6, 0.75."""
    return f"{Decimal(str(amount)).normalize():f}"


def _separated(amount: Amount) -> str:
    """The same with thousands separated, of what is counted and no name as a year is: 1,394 days."""
    return f"{Decimal(str(amount)).normalize():,f}"


def _counted(one: str, many: str) -> Callable[[Amount], str]:
    return lambda amount: f"{_separated(amount)} {one if amount == 1 else many}"


def _unit(pattern: str) -> Callable[[Amount], str]:
    return lambda amount: pattern.format(_separated(amount))


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure counts: the type of its amounts, and how one is written in each language.

    `lasts` tells a length of time, of which Chinese says 不超过 and not 最高.
    """

    amount: type[Amount]
    texts: Mapping[str, Callable[[Amount], str]]
    lasts: bool = False


def whole(english: Callable[[Amount], str], chinese: Callable[[Amount], str], *, lasts: bool = False) -> Unit:
    """A unit of what is counted."""
    return Unit(int, {"en": english, "zh": chinese}, lasts)


def _lasts(one: str, many: str, chinese: str) -> Unit:
    return whole(_counted(one, many), _unit(chinese), lasts=True)


def _percent(english: str, chinese: str) -> Unit:
    return Unit(Decimal, {"en": _unit(english), "zh": _unit(chinese)})


# The units of every body of law; those of one alone are registered by its Body.
UNITS: Mapping[str, Unit] = {
    "ringgit": Unit(
        Decimal, {"en": lambda amount: f"RM{money(amount)}", "zh": lambda amount: f"{money(amount)}令吉"}
    ),
    "percent": _percent("{}%", "{}%"),
    "percent_per_year": _percent("{}% a year", "每年{}%"),
    "days": _lasts("day", "days", "{}天"),
    "months": _lasts("month", "months", "{}个月"),
    "years": _lasts("year", "years", "{}年"),
    "hours": _lasts("hour", "hours", "{}小时"),
    "age": whole(number, _unit("{}岁")),
    "people": whole(number, number),
    "day_of_month": whole(calendar.day_of_month, _unit("{}日")),
    "phone": Unit(str, {"en": str, "zh": str}),
    "text": Unit(str, {"en": str, "zh": str}),
    "date": Unit(date, {"en": calendar.english_date, "zh": calendar.chinese_date}),
    "month": Unit(Month, {"en": calendar.english_month, "zh": calendar.chinese_month}),
}

# How a day and a count are said back to who typed them; no law has figures of these.
DATE_AND_WEEKDAY = Unit(
    date,
    {
        "en": calendar.with_weekday(calendar.english_date, "en", ", "),
        "zh": calendar.with_weekday(calendar.chinese_date, "zh", "，"),
    },
)
COUNT = whole(money, money)

_REGISTERED: dict[str, Unit] = {
    # what stands where a rule cannot tell the figure: no law says so
    "not_known": Unit(str, {"en": lambda _: "not known", "zh": lambda _: "不详"}),
}


def register(units: Mapping[str, Unit]) -> None:
    """Make the units of a body of law known; raises ValueError for a name that another unit has."""
    for name, unit in units.items():
        if name in UNITS or _REGISTERED.setdefault(name, unit) is not unit:
            raise ValueError(f'"{name}" is a unit already; give the new one another name')
