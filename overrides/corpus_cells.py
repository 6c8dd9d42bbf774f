"""Rows of a payroll as files have them: paths of the rules, cells written in every way, some of them wrong.

Made from a seed, kind of cell by kind of cell, so that what a reader's file brings was met while the answer
runtime was made. Nothing of it is a real payroll.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from calculator.arrears.columns import AGE, BORN_ON, COLUMNS, MONTH, PAID_ON, WAGES, WORKER_ID

# How often a cell is wrong, empty, or in full-width signs; a column missing; an amount the rules' own; an age
# there and no day of birth; a row paid already.
WRONG, EMPTY, FULL_WIDTH, GONE, OWN_AMOUNT, AGED, PAID = 0.008, 0.007, 0.02, 0.05, 0.5, 0.8, 0.4
# They share the rows: a month twice is a mistake too.
WORKERS = 3000

WIDE = str.maketrans("0123456789.,RM-", "０１２３４５６７８９．，ＲＭ－")
MALAY = (
    "Januari", "Februari", "Mac", "April", "Mei", "Jun",
    "Julai", "Ogos", "September", "Oktober", "November", "Disember",
)  # fmt: skip
SERIAL_0 = date(1899, 12, 30)
MONTHS = (
    "{day:%Y-%m}", "{day:%Y-%m}", "{day}", "{day:%m/%Y}", "{day.month}/{day.year}", "{day:%Y%m}",
    "{day:%b-%y}", "{day} 00:00:00", "{day}T00:00:00", "{day:%Y%m%d}",
    " {day:%Y.%m} ", "{day:%B %Y}", "{day:%b-%Y}", "{malay} {day.year}", "{day.year}年{day.month}月",
    "{serial}",
)  # fmt: skip
DAYS = (
    "{day}", "{day.day}/{day.month}/{day.year}", "{day:%d-%m-%y}", "{day:%d %B %Y}",
    "{day.day} {malay} {day.year}", "{day.year}年{day.month}月{day.day}日",
    "{day:%Y%m%d}", "{day} 00:00:00", "{day.day}/{day.month}/{day.year} 0:00", "{serial}",
)  # fmt: skip
AMOUNTS = (
    "{:.2f}", "{:.2f}", "{:.2f}", "{:,.2f}", "RM{:,.2f}", " RM {:.2f} ", "{:.0f}", "{:.2f}令吉",
    "{:,.0f}/-", "{}",
)  # fmt: skip
AGES = ("{}", "{}", "{}.0", "{} years", "{}岁", " {} ", "{} tahun")
# What payrolls have where a number, a day or a choice should be.
WRONG_CELLS = (
    "abc", "n/a", "N/A", "-", "--", "?", "nil", "tiada", "无", "see HR", "=1+1", "=SUM(A1:A9)", "#REF!",
    "TRUE", "1/13/1980", "3/24", "31/2/2023", "2023-13", "2023", "0", "-3250", "3250.123", "3.250",
    "10000000", "1e5", "1E+05", "130", "1850-01-01", "2099-12-31", "29/2/2023", "maybe", "martian", "三千",
    "1.5万", "RM", "RM-5", "(3,250.00)", "3,250.00 CR", "3 250,50", "x" * 300,
    "日" * 90, "\t", "\u200b", "a\u0000b", "😀", "9" * 60,
    "0.000000001", "NaN", "inf", "1,2,3",
)  # fmt: skip


def columns(seed: int) -> list[str]:
    """Which a file has, and in which order: all of them, or without some that need not be there."""
    draw = random.Random(seed)  # noqa: S311 - a repeatable draw, no secret
    aged = draw.choice((AGE, BORN_ON))
    found = [id for id in COLUMNS if id not in (AGE, BORN_ON) or id == aged or seed % 2 == 0]
    gone = {id for id in (WORKER_ID, PAID_ON, "role", "lindung24") if draw.random() < GONE}
    if seed % 5 == 0:
        draw.shuffle(found)
    return [id for id in found if id not in gone]


def rows(
    facts: Sequence[Mapping[str, str]], columns: Sequence[str], count: int, seed: int
) -> Iterator[list[str]]:
    """So many rows, each from the facts of one path."""
    draw = random.Random(seed)  # noqa: S311 - see above
    for _ in range(count):
        cells = _cells(draw, draw.choice(facts))
        yield [_spoilt(draw, cells.get(id, "")) for id in columns]


def _cells(draw: random.Random, facts: Mapping[str, str]) -> dict[str, str]:
    month = date.fromisoformat(f"{facts[MONTH]}-01")
    cells = {id: draw.choice((reply, reply.title(), reply.replace("_", " "))) for id, reply in facts.items()}
    cells |= {WORKER_ID: f"W{draw.randrange(WORKERS)}", MONTH: _day(draw, MONTHS, month)}
    if WAGES in facts:
        own = draw.random() < OWN_AMOUNT
        cells[WAGES] = draw.choice(AMOUNTS).format(float(facts[WAGES]) if own else draw.random() * 7500)
    if AGE in facts and draw.random() < AGED:
        cells[AGE] = draw.choice(AGES).format(facts[AGE])
    else:
        born = month.replace(month.year - int(facts.get(AGE, "40")), draw.randint(1, 12), draw.randint(1, 28))
        cells |= {AGE: "", BORN_ON: _day(draw, DAYS, born)}
    if draw.random() < PAID:
        paid = date(draw.randint(2016, 2030), draw.randint(1, 12), draw.randint(1, 28))
        cells[PAID_ON] = _day(draw, DAYS, paid)
    return cells


def _day(draw: random.Random, forms: Sequence[str], day: date) -> str:
    return draw.choice(forms).format(day=day, malay=MALAY[day.month - 1], serial=(day - SERIAL_0).days)


def _spoilt(draw: random.Random, cell: str) -> str:
    which = draw.random()
    if which < WRONG:
        return draw.choice(WRONG_CELLS)
    if which < WRONG + EMPTY:
        return ""
    return cell.translate(WIDE) if draw.random() < FULL_WIDTH else cell
