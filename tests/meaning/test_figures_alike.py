"""What counts as the same figure in both languages, and what does not; a lawyer may read these tables."""

import random
from datetime import date, timedelta

import pytest

from overrides.hooks.check.meaning.figures.amounts import amounts
from overrides.hooks.check.meaning.figures.numerals import chinese, english

SAME = (
    # Days
    ("1 July 2023", "2023年7月1日"),
    ("July 1, 2023", "2023年7月1日"),
    ("1st July 2023", "二〇二三年七月一日"),
    ("July 2023", "2023年7月"),
    ("in May", "在5月"),
    ("2 May 2023 until 30 June 2023", "2023年5月2日至6月30日"),
    ("2 May to 30 June 2023", "2023年5月2日至2023年6月30日"),
    ("2026-06-01", "2026-06-01"),
    ("the 15th of the month", "每月15日"),
    ("2019 and 2020", "2019年和2020年"),
    ("Friday, Saturday or Sunday", "星期五、星期六或星期日"),
    # Money
    ("RM10,000", "1万令吉"),
    ("RM10,000", "一万令吉"),
    ("RM 10,000.00", "RM10,000"),
    ("ten thousand ringgit", "10,000令吉"),
    ("RM10,000 or", "RM10,000或"),
    ("RM1.5 million", "150万令吉"),
    ("RM12,500", "一万二千五百令吉"),
    ("12.5 sen", "12.5仙"),
    ("RM0.50", "50仙"),
    # How long
    ("two years", "两年"),
    ("two years", "2年"),
    ("two years", "24个月"),
    ("six months", "半年"),
    ("half a year", "6个月"),
    ("30 days", "30天"),
    ("within 30 days", "30日之内"),
    ("two weeks", "14天"),
    ("24 hours", "24小时"),
    ("24-hour scheme", "24小时计划"),
    ("60 years old", "60岁"),
    # Shares
    ("50%", "百分之五十"),
    ("50 per cent", "50巴仙"),
    ("12.5%", "百分之12.5"),
    ("a third of it", "三分之一"),
    ("half of it", "一半"),
    # Numbers
    ("section 94", "第94条"),
    ("section 94", "第九十四条"),
    ("Act 800", "第800法令"),
    ("Act A1788", "第A1788号法令"),
    ("ten bills", "十份法案"),
    ("twenty-four rows", "二十四行"),
    ("two hundred and fifty", "二百五十"),
    ("54 offices", "54个办事处"),
    ("fifty-four offices", "五十四个办事处"),
    ("the third phase", "第三阶段"),
    ("1-300-22-8000", "1300 22 8000"),
    ("Call 1-300-22-8000.", "请致电1-300-22-8000查问。"),
    # Words that count nothing
    ("one of these", "其中一项"),
    ("no one", "没有一个人"),
    ("both", "两者"),
    ("a third party", "第三方"),
    ("You may ask.", "您可以查问。"),
    ("In any case.", "万一。"),
    ("percentage", "百分比"),
    ("gig workers", "零工"),
)  # fmt: skip

OTHER = (
    ("1 July 2023", "2023年7月11日"),
    ("2 May to 30 June 2023", "2023年5月2日至6月30日，2024年"),
    ("RM10,000", "10万令吉"),
    ("RM10,000", "一千令吉"),
    ("two years", "两个月"),
    ("two years", "三年"),
    ("six months", "一年半"),
    ("50%", "百分之十五"),
    ("section 94", "第49条"),
    ("12.5 sen", "1.25仙"),
    ("1-300-22-8000", "1-300-22-8080"),
    ("54 offices", "45个办事处"),
    ("24 hours", "14小时"),
    ("the second phase and the third", "第二阶段"),
)


def values(words: str, lang: str) -> list[tuple[str, ...]]:
    return [amount.value for amount in amounts(words, lang)]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_in_both(one: str, other: str) -> None:
    assert values(one, "en") == values(other, "zh")


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_not_the_same(one: str, other: str) -> None:
    assert values(one, "en") != values(other, "zh")


UP_TO_NINETEEN = (  # noqa: SIM905
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = ["ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_english(number: int) -> str:
    """As it is read aloud: `twelve thousand three hundred and four`."""
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            left = number % size
            joint = " and " if left and left < 100 else " "
            return f"{in_english(number // size)} {name}{joint + in_english(left) if left else ''}"
    if number < len(UP_TO_NINETEEN):
        return UP_TO_NINETEEN[number]
    return TENS[number // 10 - 1] + (f"-{UP_TO_NINETEEN[number % 10]}" if number % 10 else "")


def in_chinese(number: int) -> str:
    """As it is written: 一万二千三百零四."""
    for size, name in ((100_000_000, "亿"), (10_000, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            left = number % size
            gap = "零" if left and left < size // 10 else ""
            return f"{in_chinese(number // size)}{name}{gap + in_chinese(left) if left else ''}"
    return "零一二三四五六七八九"[number]


def test_any_number_is_read_as_it_was_written() -> None:
    chosen = random.Random(12)  # noqa: S311
    for number in [*range(1, 1200), *(chosen.randrange(10 ** chosen.randint(3, 8)) for _ in range(400))]:
        for written in (f"{number:,}", str(number), in_english(number)):
            assert english(written) == number, written
        for written in (f"{number:,}", str(number), in_chinese(number)):
            assert chinese(written) == number, written


def test_any_day_and_any_sum_is_the_same_in_both() -> None:
    chosen = random.Random(2023)  # noqa: S311
    for _ in range(300):
        day = date(1969, 1, 1) + timedelta(chosen.randrange(30_000))
        money = chosen.randrange(3, 10**7)
        said = f"Until {day.day} {day:%B} {day.year} pay RM{money:,}."
        in_words = f"在{day.year}年{day.month}月{day.day}日之前付{in_chinese(money)}令吉。"
        assert values(said, "en") == values(in_words, "zh"), (said, in_words)
