"""What people type: every row of reading.toml, and what holds of all texts."""

import random
import tomllib
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from calculator.engine import figures
from calculator.engine.asking.bounds import Between, Readable, ReplyError
from calculator.engine.asking.kinds import KINDS, Question
from calculator.engine.asking.reading import days
from calculator.engine.asking.reading.text import LONGEST, SIGNS, normal
from calculator.engine.asking.understood import figure, understood
from calculator.engine.month import Month

TABLE = tomllib.loads((Path(__file__).parent / "reading.toml").read_text(encoding="utf-8"))
WITHIN: dict[str, Between[Any]] = {
    "money": Between(Decimal(0), Decimal("9999999.99")),
    "integer": Between(0, 120),
    "count": Between(1, 5_000_000),
}
QUESTIONS = {
    kind: Question("q", kind, (), may_be_unknown=False, within=row.within or WITHIN[kind])
    for kind, row in KINDS.items()
    if row.said
}
DRAWS = 2000
SEED = 20261125


def read(kind: str, given: object) -> Readable:
    """A reply as the rules get it; raises ReplyError."""
    value: Any = KINDS[kind].read(given, QUESTIONS[kind])
    return value  # type: ignore[no-any-return]


def rows(part: str) -> list[tuple[str, str, Any]]:
    """Kind, text, and what the table says of it."""
    return [(kind, text, meant) for kind, parts in TABLE.items() for text, meant in parts[part].items()]


def test_every_kind_that_is_typed_has_a_table() -> None:
    """A kind that says back what was typed comes with rows of what can be typed."""
    assert TABLE.keys() == QUESTIONS.keys()


@pytest.mark.parametrize(("kind", "text", "meant"), rows("read"))
def test_what_is_typed_is_read(kind: str, text: str, meant: str) -> None:
    assert figures.value(read(kind, text)) == meant


@pytest.mark.parametrize(("kind", "text", "code"), rows("refused"))
def test_what_cannot_be_read_is_named(kind: str, text: str, code: str) -> None:
    with pytest.raises(ReplyError) as error:
        read(kind, text)
    assert (error.value.code, error.value.readings) == (code, ())


@pytest.mark.parametrize(("kind", "text", "readings"), rows("asked_back"))
def test_what_can_be_read_in_several_ways_is_asked_back(kind: str, text: str, readings: list[str]) -> None:
    with pytest.raises(ReplyError) as error:
        read(kind, text)
    assert error.value.code == "ambiguous"
    assert [figures.value(each) for each in error.value.readings] == readings


@pytest.mark.parametrize("lang", figures.LANGUAGES)
@pytest.mark.parametrize(("kind", "text", "readings"), rows("asked_back"))
def test_what_is_offered_can_be_typed(kind: str, text: str, readings: list[str], lang: str) -> None:
    """Whichever reading is chosen, its value and its words mean it and nothing else."""
    with pytest.raises(ReplyError) as error:
        read(kind, text)
    for each in error.value.readings:
        said = figure(QUESTIONS[kind], each, lang)
        assert read(kind, said.value) == read(kind, said.text) == each
    assert len(readings) == len(error.value.readings)


def drawn(kind: str, draw: random.Random) -> Readable:
    """Any value that a question of this kind takes."""
    if kind in ("date", "month"):
        day = date(1900, 1, 1) + draw.randrange(0, 73_000) * timedelta(days=1)
        return day if kind == "date" else Month(day.year, day.month)
    if kind in ("money", "percentage"):
        most = 999_999_999 if kind == "money" else 10_000
        return draw.choice((Decimal(1), Decimal(100))) * Decimal(draw.randrange(most // 100)) / Decimal(100)
    return draw.randrange(1900, 2101) if kind == "year" else draw.randrange(1, 121)


@pytest.mark.parametrize("lang", figures.LANGUAGES)
@pytest.mark.parametrize("kind", QUESTIONS)
def test_what_is_said_back_means_the_same(kind: str, lang: str) -> None:
    """A page may put either into the field: what machines read, or the words."""
    draw = random.Random(SEED)  # noqa: S311 - a repeatable draw, no secret
    for _ in range(DRAWS):
        value = drawn(kind, draw)
        said = figure(QUESTIONS[kind], value, lang)
        assert read(kind, said.value) == value
        assert read(kind, said.text) == value


def wide(text: str) -> str:
    """As a Chinese keyboard gives it."""
    back = {ord(narrow): chr(sign) for sign, narrow in SIGNS.items() if narrow and sign >= 0xFF01}
    return text.translate(back)


@pytest.mark.parametrize(("kind", "text", "meant"), rows("read"))
def test_keyboard_and_copying_make_no_difference(kind: str, text: str, meant: str) -> None:
    """Full-width signs, spaces of another kind, marks that nobody sees."""
    for typed in (wide(text), f"\u200e{text}\u200f", f"\u2066{text}\u2069", text.replace(" ", "\u3000")):
        assert figures.value(read(kind, typed)) == meant


ALPHABET = "0123456789０３ .,/-:'RM年月日号十百千万一二三零〇点令吉仙岁%janmcJd\u200e\u3000²٣x"


@pytest.mark.parametrize("kind", QUESTIONS)
def test_no_text_stops_the_reader(kind: str) -> None:
    """Whatever is typed is read or refused, with a code for which the kind has words."""
    draw, codes = random.Random(SEED), set[str]()  # noqa: S311 - a repeatable draw, no secret
    for _ in range(DRAWS):
        text = "".join(draw.choice(ALPHABET) for _ in range(draw.randrange(1, 14)))
        try:
            value = read(kind, text)
        except ReplyError as error:
            codes.add(error.code)
        else:
            assert read(kind, figures.value(value)) == value, text
    assert codes <= {*KINDS[kind].errors}


@pytest.mark.parametrize(("kind", "code"), [(kind, KINDS[kind].errors[0]) for kind in QUESTIONS])
def test_a_text_longer_than_any_reply_is_none(kind: str, code: str) -> None:
    for text in ("1" * (LONGEST + 1), "年" * 100_000, "1 " * 100_000):
        with pytest.raises(ReplyError, match=code):
            read(kind, text)


def test_a_text_is_put_into_its_normal_form() -> None:
    assert normal("\ufeff１２\u3000\u00a0 三。５\u200d！") == "12 三.5!"


def test_a_number_in_json_has_one_reading() -> None:
    """A program's 3.950 has three decimals and is no three thousand."""
    with pytest.raises(ReplyError, match="too_many_decimals"):
        read("money", Decimal("3.950"))
    assert read("money", Decimal("3.95")) == Decimal("3.95")


@pytest.mark.parametrize("part", ["read", "asked_back"])
def test_short_years_lie_within_a_life(part: str) -> None:
    """The century of 10/1/22 is sure because nobody asks about days out of living memory."""
    for _, _, meant in (row for row in rows(part) if row[0] == "date" and "/" in row[1][-3:]):
        for value in [meant] if isinstance(meant, str) else meant:
            assert int(value[:4]) in days.SHORT_YEARS


@pytest.mark.parametrize(
    ("kind", "text", "whole"),
    [
        ("date", "2022-01-10", True),
        ("date", "10/1/2022", True),
        ("date", "10/1/20", False),
        ("date", "10 Jan 20", False),
        ("date", "10 Jan 2020", True),
        ("date", "2022-1-1", False),
        ("date", "2022 Jan 1", False),
        ("date", "2022年1月1日", True),
        ("date", "22年1月1日", True),
        ("date", "10 January 2022, Monday", True),
        ("month", "2026-1", False),
        ("month", "2026-07", True),
        ("month", "7/2026", True),
        ("month", "2026年1月", True),
        ("month", "2026 July", True),
        ("year", "2026", True),
        ("money", "39", True),
        ("integer", "3", True),
    ],
)
def test_a_text_that_may_go_on_is_not_whole(kind: str, text: str, *, whole: bool) -> None:
    """Who has typed 10/1/20 may be on the way to 2022: a page waits with it until the field is left."""
    [reading] = understood({"q": QUESTIONS[kind]}, {"q": text}, "en").values()
    assert reading.whole is whole


@pytest.mark.parametrize(
    ("kind", "text", "lang", "said"),
    [
        ("date", "10/1/2022", "en", "10 January 2022, Monday"),
        ("date", "10/1/2022", "zh", "2022年1月10日，星期一"),
        ("date", "2022年1月9日", "en", "9 January 2022, Sunday"),
        ("date", "9 Jan 2022", "zh", "2022年1月9日，星期日"),
        ("month", "7/2026", "en", "July 2026"),
        ("month", "July 2026", "zh", "2026年7月"),
        ("year", "二〇二六", "en", "2026"),
        ("money", "三千九百五十", "en", "RM3,950"),
        ("money", "RM 3,950.00", "zh", "3,950.00令吉"),
        ("integer", "35岁", "en", "35"),
        ("count", "1234567", "zh", "1,234,567"),
        ("percentage", "百分之五", "en", "5%"),
    ],
)
def test_what_was_understood_is_said_back_in_words(kind: str, text: str, lang: str, said: str) -> None:
    assert understood({"q": QUESTIONS[kind]}, {"q": text}, lang)["q"].text == said


def test_what_was_chosen_or_cannot_be_read_is_not_said_back() -> None:
    questions = {
        "agreed": Question("agreed", "yes_no", ("yes", "no"), may_be_unknown=False),
        "day": Question("day", "date", (), may_be_unknown=True, within=KINDS["date"].within),
        "age": QUESTIONS["integer"],
    }
    assert understood(questions, {"agreed": "yes", "day": "unknown", "age": "many"}, "en") == {}
