"""Every figure of a text as what it means, whichever language says it and however it is written.

1 July 2023 = 2023年7月1日, RM10,000 = 1万令吉 = 一万令吉, two years = 两年 = 24个月, 50% = 百分之五十.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from overrides.hooks.check.meaning.figures.forms import (
    CHINESE,
    ENGLISH,
    MONTHS,
    NO_FIGURE,
    WEEKDAYS,
    Reader,
    Value,
)
from overrides.hooks.check.meaning.figures.numerals import DIGITS, LARGE, MYRIADS, UNITS, WORDS

TAKEN = "\0"
# 1 is said in so many ways that only a figure counts; two is "both" as often.
COUNTED_IN_FIGURES = {
    *((unit, "1") for unit in ("", "months", "days", "hours", "ringgit")),
    ("", "2"),
    ("months", "12"),
    ("days", "7"),
    ("ringgit", "0.01"),
}
# Most texts have none of these, and need not be read form by form; 1 in words counts nothing.
NUMBERS = "|".join(
    word for word in [*WORDS, *LARGE, *WEEKDAYS, *MONTHS, "half"] if word not in ("one", "first")
)
LIKELY = {
    "en": re.compile(rf"\d|\b(?:{NUMBERS})", re.IGNORECASE),
    "zh": re.compile(rf"[\d{''.join([*DIGITS, *UNITS, *MYRIADS]).replace('一', '')}半]|一[月日]|星期一"),
}


@dataclass(frozen=True, slots=True)
class Amount:
    """What is meant (`("ringgit", "10000")`), how it is written, and where it stands."""

    value: Value
    written: str
    at: int


def amounts(words: str, lang: str) -> list[Amount]:
    """Every figure of the words, in order; a day without a year takes that of the nearest with one."""
    if not LIKELY[lang].search(words):
        return []
    left = re.sub(NO_FIGURE[lang], lambda found: TAKEN * len(found[0]), words)
    found = list[Amount]()

    def take(match: re.Match[str], read: Reader) -> str:
        amount = Amount(read(match), match[0], match.start())
        if amount.value not in COUNTED_IN_FIGURES or re.search(r"\d", amount.written):
            found.append(amount)
        return TAKEN * len(match[0])

    for pattern, read in _forms(lang):
        left = pattern.sub(lambda match, read=read: take(match, read), left)  # type: ignore[misc]
    return _with_years(sorted(found, key=lambda amount: amount.at))


@cache
def _forms(lang: str) -> list[tuple[re.Pattern[str], Reader]]:
    """The forms of a language, each taking what the ones before it have left."""
    forms = ENGLISH if lang == "en" else CHINESE
    return [(re.compile(form), read) for form, read in forms]


def _with_years(found: list[Amount]) -> list[Amount]:
    """In "2 May to 30 June 2023" and 2023年5月2日至6月30日 both days are of 2023."""
    years = [amount.value[1] for amount in found if amount.value[0] == "day" and amount.value[1]]
    if not years:
        return found
    filled, year = list[Amount](), years[0]
    for amount in found:
        kind, *rest = amount.value
        if kind == "day":
            year = rest[0] or year
            amount = replace(amount, value=(kind, year, *rest[1:]))  # noqa: PLW2901
        filled.append(amount)
    return filled
