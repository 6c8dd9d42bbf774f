"""Days and months as text in English and Chinese."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from calculator.engine.month import Month

type Amount = Decimal | int | date | Month | str

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "zh": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
}
ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def english_date(amount: Amount) -> str:
    """30 June 2023."""
    assert isinstance(amount, date)  # noqa: S101 - narrows for mypy; the loader checks the unit
    return f"{amount.day} {MONTHS[amount.month - 1]} {amount.year}"


def chinese_date(amount: Amount) -> str:
    """2023年6月30日."""
    assert isinstance(amount, date)  # noqa: S101 - see english_date
    return f"{amount.year}年{amount.month}月{amount.day}日"


def with_weekday(written: Callable[[Amount], str], lang: str, comma: str) -> Callable[[Amount], str]:
    """10 January 2022, Monday: whoever typed the day sees at once whether it was the one meant."""

    def text(amount: Amount) -> str:
        assert isinstance(amount, date)  # noqa: S101 - see english_date
        return f"{written(amount)}{comma}{WEEKDAYS[lang][amount.weekday()]}"

    return text


def english_month(amount: Amount) -> str:
    """July 2026."""
    assert isinstance(amount, Month)  # noqa: S101 - see english_date
    return f"{MONTHS[amount.number - 1]} {amount.year}"


def chinese_month(amount: Amount) -> str:
    """2026年7月."""
    assert isinstance(amount, Month)  # noqa: S101 - see english_date
    return f"{amount.year}年{amount.number}月"


def day_of_month(amount: Amount) -> str:
    """15th."""
    return f"{amount}{ORDINAL_ENDINGS.get(int(str(amount)), 'th')}"
