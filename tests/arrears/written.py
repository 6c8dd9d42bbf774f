"""How people write amounts, months and days in the cells of a payroll."""

from collections.abc import Callable
from datetime import date

WIDE = str.maketrans("0123456789.,RM", "０１２３４５６７８９．，ＲＭ")
NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MALAY = (
    "Januari", "Februari", "Mac", "April", "Mei", "Jun",
    "Julai", "Ogos", "September", "Oktober", "November", "Disember",
)  # fmt: skip


def _ringgit(sen: int) -> str:
    return f"{sen // 100}.{sen % 100:02}"


def _grouped(sen: int) -> str:
    return f"{sen // 100:,}.{sen % 100:02}"


AMOUNTS: tuple[Callable[[int], str], ...] = (
    _ringgit, _ringgit, _ringgit, _grouped,
    lambda sen: f"RM{_grouped(sen)}",
    lambda sen: f" RM {_ringgit(sen)} ",
    lambda sen: f"{_ringgit(sen)}令吉",
    lambda sen: f"RM{_grouped(sen)}".translate(WIDE),
)  # fmt: skip
MONTHS: tuple[Callable[[date], str], ...] = (
    lambda day: day.isoformat()[:7],
    lambda day: day.isoformat()[:7],
    lambda day: day.isoformat(),
    lambda day: f"{NAMES[day.month - 1]} {day.year}",
    lambda day: f"{MALAY[day.month - 1]} {day.year}",
    lambda day: f"{NAMES[day.month - 1][:3]}-{day.year}",
    lambda day: f"{day.month:02}/{day.year}",
    lambda day: f"{day.year}{day.month:02}",
    lambda day: f"{day.year}年{day.month}月",
    lambda day: f"{MALAY[day.month - 1][:3]}-{day:%y}",
    lambda day: f"{day} 00:00:00",
    lambda day: str((day - date(1899, 12, 30)).days),
)
DAYS: tuple[Callable[[date], str], ...] = (
    lambda day: day.isoformat(),
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day} {NAMES[day.month - 1]} {day.year}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.day}/{day.month}/{day.year} 0:00",
    lambda day: f"{day:%Y%m%d}",
    lambda day: str((day - date(1899, 12, 30)).days),
)
