"""Requests about payrolls, made from the rules of the notice that answers their rows, for their own image."""

import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import batched, islice

from calculator.arrears.columns import AGE, BORN_ON, COLUMNS, PAID_ON, WORKER_ID
from calculator.arrears.owed import CONTRIBUTIONS
from calculator.arrears.requests import MOST_DAYS, MOST_ROWS
from calculator.engine import figures
from calculator.engine.asking import paths
from calculator.engine.asking.found import load
from overrides import corpus_cells

from calculator import answer

PAYROLL = "arrears"
# A path out of this many is a row; so many rows stand in a request.
STRIDE, ROWS = 31, 60
# So many files are made as people have them, each in pieces of as many rows as the page sends.
FILES, PIECES, PIECE = 4, 2, MOST_ROWS
# Days of payment: as typed, in a programme, on a disputed day of one, and long after.
DAYS = ("26/11/2026", "2025-12-22", "2023-05-01", "31 May 2025", "2030-01-01", "")
BORN = ("1990-04-12", "12/4/1966", "31 Disember 1965", "1961-06-30", "2008-02-29", "25569")
AS_TYPED = (
    " RM3,250.00 ", "3 250.50", "３９５０", "1.5万", "3250令吉50仙",
    "2021-03-04T16:00:00.000Z", "2021-02-28 16:00:00+00:00", "2021-03-01T00:00+08:00",
    "1/3/2021 12:00:00 AM", "2021/3/1 上午 12:00", "2021年3月1日0:00", "20210305", "05032021", "032021",
    "202103.0", "Mar-21", "Mac '21", "3月-21", "2021-3月", "21-Mar", "2021.1", "Mar-50",
)  # fmt: skip
WHOLE: Mapping[str, object] = {"columns": ["month", "wages"], "rows": []}
BROKEN: tuple[object, ...] = (
    None, [], "x", {}, {"columns": []}, WHOLE, {**WHOLE, "columns": ["month"]},
    {**WHOLE, "columns": ["month", "wages", "x"]}, {**WHOLE, "columns": ["month", "wages", "month"]},
    {**WHOLE, "rows": "x"}, {**WHOLE, "rows": [[1, 2]]}, {**WHOLE, "rows": [["2021-03", "1", "2"]]},
    {**WHOLE, "rows": [[]] * (MOST_ROWS + 1)},
    {**WHOLE, "paid_on": "x"}, {**WHOLE, "paid_on": "1/4/5"}, {**WHOLE, "epoch": 1},
    {**WHOLE, "seen": [["A", "x"]]}, {**WHOLE, "seen": [["A", "2023-01", "x"]]},
)  # fmt: skip
FAR_OFF = (
    ("2024-06", ("2024-08-01", "2030-01-31", "2100-12-31")), ("2010-01", ("2010-03-01", "2099-02-28")),
    ("2024-06", ("9998-01-01",)), ("2024-06", ("0001-01-01",)), ("9999-01", ()),
)  # fmt: skip


def _request(number: int, **more: object) -> str:
    lang = figures.LANGUAGES[number % 2]
    return json.dumps({"notice": PAYROLL, "lang": lang, **more}, ensure_ascii=False)


def _payroll(number: int, columns: Sequence[str], rows: Iterable[Sequence[str]], **more: object) -> str:
    return _request(number, payroll={"columns": columns, "rows": list(rows), "paid_on": DAYS[0], **more})


@cache
def _facts() -> tuple[Mapping[str, str], ...]:
    """The facts of a row for every path of the notice (each `STRIDE`-th)."""
    walked = islice(paths.walk(load(CONTRIBUTIONS)), 0, None, STRIDE)
    return tuple({id: str(reply) for id, reply in given.items()} for given, _ in walked)


def _rows() -> Iterator[str]:
    """Every path as a row, some with a day of birth, days of payment taking turns."""
    for number, facts in enumerate(batched(_facts(), ROWS)):
        aged = AGE if number % 3 else BORN_ON
        columns = [id for id in COLUMNS if id != (BORN_ON if aged == AGE else AGE)]
        rows = []
        for at, each in enumerate(facts):
            cells = {**each, WORKER_ID: f"A{at % 30}", PAID_ON: DAYS[at % len(DAYS)]}
            cells[aged] = each.get(AGE, "") if aged == AGE else BORN[at % len(BORN)]
            rows.append([cells.get(id, "") for id in columns])
        more = {"epoch": (1900, 1904)[number % 2]} if number % 4 else {}
        yield _payroll(number, columns, rows, seen=[["A1", "2021-03"]], **more)


def file(number: int, pieces: int) -> Iterator[str]:
    """The pieces of a file of its own (`corpus_cells`), as the page asks for them one after the other."""
    columns = corpus_cells.columns(number)
    cells = corpus_cells.rows(_facts(), columns, pieces * PIECE, number)
    more = {"epoch": (1900, 1904)[number % 2]} if number % 4 else {}
    for piece in batched(cells, PIECE):
        yield _payroll(number, columns, piece, seen=[["W1", "2021-03"], ["W2", "2022-10"]], **more)


def _hostile(values: Sequence[object]) -> Iterator[str]:
    """Each value in each column of a row that is otherwise as it should be, in each language."""
    texts = [each for each in values if isinstance(each, str) and len(each) < ROWS]
    usual = max(_facts(), key=len)
    for column in COLUMNS:
        # a day of birth beside an age, which it may not fit, and alone
        gone = ("", AGE) if column == BORN_ON else ("",)
        for columns in ([id for id in COLUMNS if id != other] for other in gone):
            rows = [
                [text if id == column else usual.get(id, "") for id in columns]
                for text in (*texts, *AS_TYPED, *corpus_cells.WRONG_CELLS)
            ]
            for piece in batched(rows, PIECE):
                for number in range(len(figures.LANGUAGES)):
                    yield _payroll(number, columns, piece)


def _interest(requests: Iterable[str]) -> Iterator[str]:
    """What the page asks once all rows are added up."""
    names = ("interest_estimate", "interest_without_act800")
    for number, request in enumerate(requests):
        months = json.loads(answer(request))["totals"]["months"]
        given = [
            {"month": month, "unpaid": sums["unpaid"], **{name: sums[name] or "0.00" for name in names}}
            for month, sums in months.items()
        ]
        yield _request(number, interest=given)
        yield _request(number, interest=[{"month": "x"}, *given])
    # days that are far off, and more than may be
    sums = {"owed": "86.10", "without_act800": "73.10"}
    for month, days in FAR_OFF:
        of = {"month": month, "unpaid": dict.fromkeys(days, sums), **dict.fromkeys(names, "1.00")}
        yield _request(0, interest=[of])
    yield _request(1, interest=[1] * (MOST_DAYS + 1))


def corpus(hostile: Sequence[object], seed: int) -> list[str]:
    """What the image of the payroll's page is made with."""
    rows = list(_rows())
    files = [piece for number in range(FILES) for piece in file(number, PIECES)]
    broken = [_request(number, payroll=each) for number, each in enumerate(BROKEN)]
    made = [*rows, *_hostile(hostile), *broken, *_interest(rows), *files]
    # as files have them: rows of all kinds in a row
    random.Random(seed).shuffle(made)  # noqa: S311 - a repeatable draw, no secret
    return [rows[0], *made]
