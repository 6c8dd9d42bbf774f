"""How figures are written, form by form: dates, money, percentages, spans of time, telephone numbers."""

import re
from collections.abc import Callable
from decimal import Decimal

from overrides.hooks.check.meaning.figures.numerals import (
    IN_CHINESE,
    IN_ENGLISH,
    ORDINALS,
    chinese,
    english,
)

type Value = tuple[str, ...]
type Reader = Callable[[re.Match[str]], Value]

MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
# Each unit in the one that it is compared in.
UNITS = {
    "year": ("months", Decimal(12)),
    "month": ("months", Decimal(1)),
    "week": ("days", Decimal(7)),
    "day": ("days", Decimal(1)),
    "hour": ("hours", Decimal(1)),
    "minute": ("minutes", Decimal(1)),
    "ringgit": ("ringgit", Decimal(1)),
    "sen": ("ringgit", Decimal("0.01")),
}
CHINESE_UNITS = {
    "年": "year",
    "个月": "month",
    "星期": "week",
    "周": "week",
    "天": "day",
    "日": "day",
    "小时": "hour",
    "分钟": "minute",
    "令吉": "ringgit",
    "仙": "sen",
}
_MONTH = "|".join([*MONTHS, *(name[:3] for name in MONTHS), "Sept"])
_PHONE = r"(?<![A-Za-z\d-])(?:\+?60[- ]?\d|1[- ]?[38]00|0\d{1,2})[- ]\d[\d -]{3,}\d(?![A-Za-z\d-])"
_TH = "(?:st|nd|rd|th)?"


def _number(value: Decimal, unit: str = "", times: Decimal = Decimal(1)) -> Value:
    return unit, f"{(value * times).normalize():f}"


def _phone(found: re.Match[str]) -> Value:
    return "phone", re.sub(r"\D", "", found[0])


def _iso(found: re.Match[str]) -> Value:
    year, month, *day = found[0].split("-")
    return "day", year, *(str(int(part)) for part in (month, *day))


def _english_day(found: re.Match[str]) -> Value:
    given = found.groupdict()
    month = next(number for number, name in enumerate(MONTHS, 1) if name[:3] == given["m"][:3])
    return "day", given.get("y") or "", str(month), *([str(int(given["d"]))] if given.get("d") else [])


def _chinese_day(found: re.Match[str]) -> Value:
    given = [found.groupdict().get(part) for part in "ymd"]
    year, *rest = (str(chinese(part)) if part else "" for part in given)
    return "day", year, *filter(None, rest)


def _english_span(found: re.Match[str]) -> Value:
    unit, times = UNITS[found["u"].lower()]
    return _number(english(found["n"]), unit, times)


def _chinese_span(found: re.Match[str]) -> Value:
    written = found["u"]
    unit, times = UNITS[CHINESE_UNITS.get(written) or CHINESE_UNITS[written.removeprefix("个")]]
    return _number(chinese(found["n"]), unit, times)


def _as(unit: str, read: Callable[[str], Decimal]) -> Reader:
    return lambda found: _number(read(next(filter(None, found.groups()))), unit)


def _always(*value: str) -> Reader:
    return lambda _found: value


def _weekday(names: tuple[str, ...]) -> Reader:
    return lambda found: ("weekday", str(names.index(found[1]) + 1))


ENGLISH: tuple[tuple[str, Reader], ...] = (
    (_PHONE, _phone),
    (r"(?<![\w-])\d{4}-\d\d(?:-\d\d)?(?![\w-])", _iso),
    (rf"\b(?P<d>\d{{1,2}}){_TH} (?P<m>{_MONTH})\b(?:,? (?P<y>\d{{4}}))?", _english_day),
    (rf"\b(?P<m>{_MONTH}) (?P<d>\d{{1,2}}){_TH}\b(?:, (?P<y>\d{{4}}))?(?!\d)", _english_day),
    (rf"\b(?P<m>{_MONTH}) (?P<y>\d{{4}})\b", _english_day),
    (rf"\b({'|'.join(WEEKDAYS)})s?\b", _weekday(tuple(WEEKDAYS))),
    (rf"\b(?:RM|MYR) ?({IN_ENGLISH})", _as("ringgit", english)),
    (rf"({IN_ENGLISH}) ?(?:%|per ?cent\b)", _as("percent", english)),
    (rf"({IN_ENGLISH}) years? (?:old|of age)\b", _as("", english)),
    (r"\b[Hh]alf (?:a|of a|the|of the) year\b", _always("months", "6")),
    (r"\b[Hh]alf (?:of|the|an?)\b", _always("half")),
    (r"\b(?:a|one) third of\b", _always("third")),
    (rf"({IN_ENGLISH})-year-old\b", _as("", english)),
    (
        rf"(?P<n>{IN_ENGLISH})[ -](?:more |full |calendar |working )?(?P<u>{'|'.join(UNITS)})s?\b",
        _english_span,
    ),
    (r"(?<![\w.,-])((?:19|20)\d\d)(?![\w]|[.,]\d)", _as("year", english)),
    (rf"\b({'|'.join(ORDINALS)})\b", _as("", english)),
    (rf"\b(?:in|since|until|by|from|to|before|after) (?P<m>{_MONTH})\b", _english_day),
    (rf"({IN_ENGLISH})(?:{_TH}\b)?", _as("", english)),
)
CHINESE: tuple[tuple[str, Reader], ...] = (
    (_PHONE, _phone),
    (r"(?<![A-Za-z\d-])\d{4}-\d\d(?:-\d\d)?(?![\d-])", _iso),
    (rf"(?:(?P<y>{IN_CHINESE})年)?(?P<m>{IN_CHINESE})月(?P<d>{IN_CHINESE})[日号]", _chinese_day),
    (rf"(?P<y>{IN_CHINESE})年(?P<m>{IN_CHINESE})月", _chinese_day),
    (r"(?:星期|周|礼拜)([一二三四五六日])", _weekday(tuple("一二三四五六日"))),
    (rf"(?:RM|MYR) ?({IN_CHINESE})", _as("ringgit", chinese)),
    (rf"百分之({IN_CHINESE})|({IN_CHINESE}) ?(?:%|％|巴仙)", _as("percent", chinese)),
    (rf"(?<![个\d])(?P<m>{IN_CHINESE})月份?(?![薪底])", _chinese_day),
    ("半年", _always("months", "6")),
    ("一半|半数", _always("half")),
    ("三分之一", _always("third")),
    (
        r"(?<!\d)((?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})(?![\d万千百]|[,，.]\d)年?",
        _as("year", chinese),
    ),
    (rf"({IN_CHINESE})[日号](?![内之以期]|的?期限)", _as("", chinese)),
    (rf"(?P<n>{IN_CHINESE})多?(?P<u>个?(?:{'|'.join(CHINESE_UNITS)}))", _chinese_span),
    (rf"第?({IN_CHINESE})", _as("", chinese)),
)
# What holds a numeral and counts nothing.
NO_FIGURE = {
    "en": (
        r"\b(?:no|any|some|every|each|another) ?one\b|\bone another\b|\bsecond[- ]hand\b|"
        r"\bthird[ -](?:part(?:y|ies)|site)\b"
    ),
    "zh": (
        "四舍五入|一两(?=[个名天年次])|(?<![一二两三四五六七八九十百千])(?:万一|千万|十分)|"
        "第三[方者]|百分[率比点]|零[工售散件星食用]"
    ),
}
