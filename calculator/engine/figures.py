"""Figures as text in English and Chinese, one way for prose and answers alike."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Protocol

from calculator.engine.month import Month

type Amount = Decimal | int | date | Month | str
LANGUAGES = ("en", "zh")

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


class FigureLike(Protocol):
    """What can be shown: a parameter's value or a figure a rule worked out."""

    @property
    def amount(self) -> Amount:
        """The number, day, month or text."""

    @property
    def unit(self) -> str:
        """The unit, one of `BY_UNIT`."""

    @property
    def bound(self) -> str | None:
        """`max` when the law says at most, `min` when it says at least."""


def text(figure: FigureLike, lang: str) -> str:
    """The figure in words of `lang`, with "up to" / 最高 where it is a bound; raises KeyError otherwise."""
    shown = BY_UNIT[figure.unit][lang](figure.amount)
    if figure.bound is None:
        return shown
    if lang == "en":
        return f"{'up to' if figure.bound == 'max' else 'at least'} {shown}"
    if figure.bound == "min":
        return f"至少{shown}"
    return f"{'不超过' if figure.unit in DURATIONS else '最高'}{shown}"


def value(amount: Amount) -> str:
    """The figure for machines: ISO dates and months, plain decimals."""
    return f"{amount:f}" if isinstance(amount, Decimal) else str(amount)


def money(amount: Amount) -> str:
    """Thousands separated; sen shown when the amount is given to the sen."""
    return f"{amount:,}"


def number(amount: Amount) -> str:
    """A plain number without closing zeros: 6, 0.75."""
    return f"{Decimal(str(amount)).normalize():f}"


def english_date(amount: Amount) -> str:
    """30 June 2023."""
    assert isinstance(amount, date)  # noqa: S101 - narrows for mypy; the loader checks the unit
    return f"{amount.day} {MONTHS[amount.month - 1]} {amount.year}"


def chinese_date(amount: Amount) -> str:
    """2023年6月30日."""
    assert isinstance(amount, date)  # noqa: S101 - see above
    return f"{amount.year}年{amount.month}月{amount.day}日"


def english_month(amount: Amount) -> str:
    """July 2026."""
    assert isinstance(amount, Month)  # noqa: S101 - see above
    return f"{MONTHS[amount.number - 1]} {amount.year}"


def chinese_month(amount: Amount) -> str:
    """2026年7月."""
    assert isinstance(amount, Month)  # noqa: S101 - see above
    return f"{amount.year}年{amount.number}月"


def _counted(one: str, many: str) -> Callable[[Amount], str]:
    return lambda amount: f"{number(amount)} {one if amount == 1 else many}"


def _unit(pattern: str) -> Callable[[Amount], str]:
    return lambda amount: pattern.format(number(amount))


def _day_of_month(amount: Amount) -> str:
    return f"{amount}{ORDINAL_ENDINGS.get(int(str(amount)), 'th')}"


DURATIONS = frozenset({"days", "months", "years", "hours"})

BY_UNIT: Mapping[str, Mapping[str, Callable[[Amount], str]]] = {
    "ringgit": {"en": lambda amount: f"RM{money(amount)}", "zh": lambda amount: f"{money(amount)}令吉"},
    "percent": {"en": _unit("{}%"), "zh": _unit("{}%")},
    "percent_per_year": {"en": _unit("{}% a year"), "zh": _unit("每年{}%")},
    "days": {"en": _counted("day", "days"), "zh": _unit("{}天")},
    "months": {"en": _counted("month", "months"), "zh": _unit("{}个月")},
    "years": {"en": _counted("year", "years"), "zh": _unit("{}年")},
    "hours": {"en": _counted("hour", "hours"), "zh": _unit("{}小时")},
    "age": {"en": number, "zh": _unit("{}岁")},
    "people": {"en": number, "zh": number},
    "offices": {"en": number, "zh": number},
    "day_of_month": {"en": _day_of_month, "zh": _unit("{}日")},
    "date": {"en": english_date, "zh": chinese_date},
    "month": {"en": english_month, "zh": chinese_month},
    "phone": {"en": str, "zh": str},
    "text": {"en": str, "zh": str},
    "id": {"en": str, "zh": str},
}
