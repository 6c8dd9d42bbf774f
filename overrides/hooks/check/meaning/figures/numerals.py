"""Numbers in figures and in words, in both languages: 10,000, ten thousand, 1万, 一万."""

import re
from decimal import Decimal

SMALL = (  # noqa: SIM905
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
WORDS = {
    **{word: number for number, word in enumerate(SMALL)},
    **{word: 10 * number for number, word in enumerate(TENS, 2)},
    **{word: number for number, word in enumerate(ORDINALS, 1)},
}
DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}

_FIGURES = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORD = f"(?i:{'|'.join([*reversed(SMALL), *TENS, *LARGE])})"
_JOINT = r"(?:(?<=hundred)|(?<=thousand)) and |[ -]"
IN_ENGLISH = rf"(?:(?:{_FIGURES})(?: ?(?:thousand|million)\b)?|\b{_WORD}(?:(?:{_JOINT}){_WORD})*\b)"
IN_CHINESE = rf"(?:(?:{_FIGURES})[十百千万亿]*|[{''.join(DIGITS)}十百千万亿]+)"


def english(written: str) -> Decimal:
    """The number that is written: `10,000`, `ten thousand`, `twenty-four`, `1.5 million`, `third`."""
    total, group = Decimal(0), Decimal(0)
    for part in re.findall(r"[\d.]+|[a-z]+", re.sub("[,，]", "", written.lower())):
        if part[0].isdigit():
            group += Decimal(part)
        elif part == "hundred":
            group = (group or Decimal(1)) * LARGE[part]
        elif part in LARGE:
            total, group = total + (group or Decimal(1)) * LARGE[part], Decimal(0)
        else:
            group += WORDS.get(part, 0)
    return total + group


def chinese(written: str) -> Decimal:
    """The number that is written: `10,000`, `1万`, `1.5万`, `一万二千`, `二十四`, `二〇二三`."""
    total, group, last = Decimal(0), Decimal(0), Decimal(0)
    for part in re.findall(r"[\d.]+|\D", re.sub("[,，]", "", written)):
        if part[0].isdigit():
            last = Decimal(part)
        elif part in DIGITS:
            last = last * 10 + DIGITS[part]  # one digit after the other, as in 二〇二三
        elif part in UNITS:
            group, last = group + (last or Decimal(1)) * UNITS[part], Decimal(0)
        else:
            total, group, last = (total + group + last or Decimal(1)) * MYRIADS[part], Decimal(0), Decimal(0)
    return total + group + last
