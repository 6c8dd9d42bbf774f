"""Requests that somebody sends on purpose, drawn from a fixed seed: the same ones on every machine.

Most begin as a request that can be answered, in which something is then put out of place: a value, a key, a
bracket, a sign, a number. Each names its own notice and no other, for each has a memory image of its own.
"""

import json
import random
from collections.abc import Callable, Iterator, Mapping

from calculator.arrears.columns import COLUMNS
from calculator.arrears.owed import CONTRIBUTIONS
from calculator.engine.asking.found import load
from calculator.engine.figures import LANGUAGES
from overrides.corpus_payroll import PAYROLL

# Signs that mean something to a parser, a reader of numbers or days, a page, or a font.
SIGNS: tuple[str, ...] = (
    *"[]{}\",:\\/-+.eE0123456789 \t\n\0'<>&%#", "\u200b", "\u202e", "\u2066", "\u3000",
    "\ufeff", "\ufffd", "\u0301", "令吉", "年", "月", "日", "万", "亿", "○", "１", "．", "，", "٣", "²",
    "😀", "\\ud800", "\\u0000", "NaN", "RM", "/-",
)  # fmt: skip
MARKUP = (
    "<img src=x onerror=alert(1)>", "</template><script>alert(1)</script>", "&lt;b&gt;",
    "javascript:alert(1)", "{{ figure }}", "${1}", "__proto__", "constructor", "toString",
)  # fmt: skip
DAYS = (
    "0001-01-01", "9999-12-31", "2023-02-29", "2024-02-29", "1900-02-29", "2100-02-29", "29/2/2000",
    "0000-00-00",
)  # fmt: skip
ODD: tuple[object, ...] = (
    "", "x" * 101, "9" * 400, "RM3,950/-", "3.950", "12-05-22", "三千九百五十", "unknown",
    None, True, 0, -1, 10**30, 1.5, 1e308, [], {}, ["x"], {"a": [1]},
)  # fmt: skip
NUMBERS = (
    "1e999999999", "-1e-999999999", "1E+9999", "1e99999", "0." + "3" * 90, "9" * 99, "9" * 101, "9" * 5000,
    "-0", "1e0", "15e-1", "NaN", "-Infinity", "0x10", "01", "1.", ".5", "--1", "1_0",
)  # fmt: skip


def drawn(name: str, count: int, seed: int) -> Iterator[str]:
    """So many requests of a notice, or of payrolls."""
    draw = random.Random(seed)  # noqa: S311 - a repeatable draw, no secret
    for _ in range(count):
        request = _whole(draw, name)
        for _ in range(draw.choice((0, 0, 0, 1, 1, 2))):
            request = draw.choice(WAYS)(draw, request)
        yield request


def _whole(draw: random.Random, name: str) -> str:
    """A request in good form, whatever its values are."""
    of_payroll = _interest if name == PAYROLL and draw.random() < 0.2 else _rows
    asked = of_payroll(draw) if name == PAYROLL else _facts(draw, name)
    return json.dumps({**asked, "lang": draw.choice(LANGUAGES)}, ensure_ascii=draw.random() < 0.2)


def _facts(draw: random.Random, name: str) -> Mapping[str, object]:
    notice = load(name)
    facts: dict[str, object] = {}
    for question in notice.questions:
        which = draw.random()
        if which < 0.8:
            facts[question.id] = draw.choice(notice.samples[question.id])
        elif which < 0.93:
            facts[question.id] = value(draw)
    return {"notice": name, "facts": facts, "explain": draw.random() < 0.05}


def _rows(draw: random.Random) -> Mapping[str, object]:
    columns: list[str] = draw.sample(COLUMNS, draw.randrange(2, len(COLUMNS)))
    columns += [id for id in ("month", "wages") if id not in columns and draw.random() < 0.95]
    samples = load(CONTRIBUTIONS).samples
    rows = [
        [draw.choice(samples.get(id, ("x",))) if draw.random() < 0.8 else _text(draw) for id in columns]
        for _ in range(draw.randrange(4))
    ]
    paid_on = draw.choice(("2026-11-26", *DAYS))
    return {"notice": PAYROLL, "payroll": {"columns": columns, "rows": rows, "paid_on": paid_on}}


def _interest(draw: random.Random) -> Mapping[str, object]:
    months = (f"{draw.randrange(2006, 2031)}-{draw.randrange(1, 13):02}" for _ in range(draw.randrange(4)))
    amounts = ("0.00", "86.10", "999999999999999.99")
    days = ("2026-11-26", "2030-01-01", "2100-12-31", "2101-01-01", *DAYS)
    asked = [
        {
            "month": month,
            "unpaid": {
                draw.choice(days): {"owed": draw.choice(amounts), "without_act800": draw.choice(amounts)}
                for _ in range(draw.randrange(4))
            },
            "interest_estimate": draw.choice(("", *amounts)),
            "interest_without_act800": draw.choice(amounts),
        }
        for month in months
    ]
    return {"notice": PAYROLL, "interest": asked}


def value(draw: random.Random) -> object:
    """Anything that can stand for a reply."""
    return draw.choice((*ODD, *MARKUP, *DAYS, _text(draw), _text(draw)))


def _text(draw: random.Random) -> str:
    return "".join(draw.choice(SIGNS) for _ in range(draw.randrange(1, 12)))


def _sign_in(draw: random.Random, request: str) -> str:
    at = draw.randrange(len(request) + 1)
    times: int = draw.choice((1, 1, 1, 3, 200))
    return request[:at] + draw.choice(SIGNS) * times + request[at:]


def _cut(draw: random.Random, request: str) -> str:
    first, last = sorted(draw.randrange(len(request) + 1) for _ in range(2))
    rest: str = draw.choice((request[last:], request[last:], ""))
    return request[:first] + rest


def _twice(draw: random.Random, request: str) -> str:
    first, last = sorted(draw.randrange(len(request) + 1) for _ in range(2))
    return request[:last] + request[first:last] * draw.choice((1, 1, 7)) + request[last:]


def _deep(draw: random.Random, request: str) -> str:
    """Something stands within many lists or objects, which end or do not."""
    depth, (opened, closed) = draw.choice((3, 8, 9, 30, 900, 9000)), draw.choice((("[", "]"), ('{"a":', "}")))
    head, colon, rest = request.partition(draw.choice((": ", ": {", ', "')))
    end = closed * depth if draw.random() < 0.7 else ""
    return f"{head}{colon[:1]}{opened * depth}1{end}{rest if draw.random() < 0.2 else f',{colon[1:]}{rest}'}"


def _as_number(draw: random.Random, request: str) -> str:
    """A text of the request as a number, which only a program sends."""
    head, quote, rest = request.rpartition(': "')
    return f"{head}: {draw.choice(NUMBERS)}{rest[rest.find(chr(34)) + 1 :]}" if quote else request


def _key(draw: random.Random, request: str) -> str:
    return request.replace("{", "{" + json.dumps(draw.choice(MARKUP)) + ": " + draw.choice(NUMBERS) + ", ", 1)


WAYS: tuple[Callable[[random.Random, str], str], ...] = (
    _sign_in, _sign_in, _cut, _twice, _deep, _as_number, _as_number, _key,
)  # fmt: skip
