"""Requests made from the rules: what the runtimes are watched with, and what they are compared with.

`python -m overrides.corpus FILE` writes the corpus of the answer runtime as JSON, a list for each notice.
Everything is made from fixed seeds: the same rules, the same requests. What is asked of one notice does not
depend on the others, for each has a memory image of its own.
"""

import json
import random
import re
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path

from calculator.engine import figures
from calculator.engine.asking import paths
from calculator.engine.asking.found import load, notices
from calculator.engine.asking.kinds import KINDS, Question
from calculator.engine.asking.notice import Loaded
from overrides import corpus_hostile, corpus_payroll

SEED = 20261123
NUMBER = re.compile(r"\d+(\.\d+)?")
DAY = timedelta(days=1)
# A path out of this many is enough to see which functions of the interpreter the rules use; the tests take all.
STRIDE = 23
# So many requests of a notice are drawn.
GENERATED = 2500
# So many are put out of form on purpose.
OUT_OF_FORM = 600

HOSTILE_VALUES: tuple[object, ...] = (
    "", " ", "x", "0", "-1", "1e3", "1E+3", "NaN", "Infinity", "1,000", "1_000", "1.5.5", "٣", "２０２３-０５-０１", "2023-02-29", "2024-02-29",
    "2023-5-1", "2023-05-01T00:00", "0001-01-01", "9999-12-31", "99999-01-01", "2026-13", "2026-00", "2026-7", "unknown", "UNKNOWN", "yes", "no", "Yes",
    "employees ", "中文", "😀", "a\u0000b", "\u200b", "<script>alert(1)</script>", "'; drop table", "${x}", "{figure}", "x" * 5000, "9" * 400, "0." + "0" * 400 + "1",
    None, True, False, 0, 1, -1, 18, 10**30, 1.5, -0.0, 1e308, [], {}, ["2023-05-01"], {"a": 1},
    # as people type them, in every way in which the engine reads a text: a reader that did not run here is left out
    "10/1/2022", "10.1.22", "10-Jan-22", "January 10th, 2022", "2022. 1. 10", "1/13/2022", "12-05-22", "01.02.03", "99-01-15", "1/4/50", "10/1", "32/1/2022", "10,1,2022",
    "10 January 2022, Monday", "Isnin 10 Januari 2022", "10 January 2022, Tuesday", "2022年1月10日，星期一", "二〇二二年十二月三十一号", "22年1月9日礼拜天", "50年1月1日", "2022年1月", "2022年13月1日",
    "7/2026", "2026-7", "July 2026", "Julai2026", "2026年7月", "二〇二六年七月", "50年7月", "7/26", "13/2026", "7 2026 x", "二〇二六", "2026年",
    "ＲＭ３，９５０．００", "RM3,950/-", "3950令吉", "3,950.00 RM", "3 950.50", "3 950,50", "3 95", "3'950", "1.234.567", "3.950,00", "3,950.5,0", "3.950", "3.955", "3,95", "3950,50", ",950", "RM.50", "RM. 3,950", "RM.3950",
    "3950令吉50仙", "3950 ringgit 5 sen", "50仙", "3950令吉x仙", "\u200e3950\u3000", "3950。50", "−5", "三千九百五十", "一万零二百", "一万二", "1.5万", "1.55555万", "x万", "三九五〇", "三千九百五十点五", "一点", "十五", "百", "3千95", "三十百", "一百二百", "三千x",
    "10 January 2022 (Monday)", "2022年1月10日（星期一）", "10/1(2022)", "10hb Januari 2022", "2022·1·10", "2022年1⽉10⽇", "二○二六年七月份", "\u202e0593", "39\ufe0f50\u2800",
    "RM3,950/- only", "3950零吉", "叁仟令吉整", "12名员工", "12 workers", "\u200bunknown\u3000", "one，no", "<img src=x onerror=alert(1)>",
    "35岁", "三十五岁", "35 years old", "12人", "1,234,567", "12.5 %", "12,5", "百分之五", "1,5", "1" * 200,
)  # fmt: skip

# {one} stands for the notice.
BROKEN_REQUESTS: tuple[str, ...] = (
    "", " ", "x", "null", "true", "[]", "{}", "0", '"text"', "{", "[", '{"notice":', "{'notice': '{one}'}", "[" * 400, "[" * 400 + "]" * 400,
    '{"a":' * 100 + "1" + "}" * 100, "\ufeff{}", '{"notice": "{one}"}', '{"notice": "{one}", "lang": "en"}', '{"notice": "none", "lang": "en", "facts": {}}',
    '{"notice": "{one}", "lang": "ms", "facts": {}}', '{"notice": 5, "lang": "en", "facts": {}}', '{"notice": null, "lang": null, "facts": null}',
    '{"notice": "{one}", "lang": "en", "facts": []}', '{"notice": "{one}", "lang": "en", "facts": {"nothing": "1"}}', '{"notice": "../{one}", "lang": "en", "facts": {}}',
    '{"notice": "{one}", "lang": "en", "facts": {}, "explain": "yes"}', '{"notice": "{one}", "lang": "en", "facts": {}, "more": 1}', '{"notice": "{one}", "notice": "{one}", "lang": "en", "facts": {}}',
    '{"notice": "engine", "lang": "en", "facts": {}}', '{"notice": "law", "lang": "en", "facts": {}}', '{"notice": "", "lang": "", "facts": {}}', '{"notice": ["{one}"], "lang": "en", "facts": {}}', '{"notice": {"a": 1}, "lang": ["en"], "facts": {}}',
    '{"notice": "{one}", "lang": "en", "facts": {"as_at": NaN}}', '{"notice": "{one}", "lang": "en", "facts": {"as_at": 1e400}}', "1" * 4000, "[" * 8 + "]" * 8, "[" * 20000, '{"a":' * 9000,
    '{"notice": "{one}", "lang": "en", "facts": {"as_at": 1e9999}}', '{"notice": "{one}", "lang": "en", "facts": {"as_at": 1e999999999}}', '{"notice": "{one}", "lang": "en", "facts": {"as_at": ' + "1" * 101 + "}}",
    '{"notice": "{one}", "lang": "en", "facts": {"as_at": "' + "x" * 70000 + '"}}', '"\\"[[[[[[[[[[', '"[[[[[[[[[[\\',
    '"' + "é" * 3000 + '"', "\x00", "{}\x00{}",
)  # fmt: skip


def request(notice: str, lang: str, facts: Mapping[str, object], *, explain: bool = False) -> str:
    """One request as the page sends it."""
    return json.dumps(
        {"notice": notice, "lang": lang, "facts": facts, "explain": explain}, ensure_ascii=False
    )


def every_path(name: str, stride: int = 1, explained: int = 20) -> Iterator[str]:
    """A request for every path of a notice (every `stride`-th one), the languages taking turns.

    One in `explained` wants its answer explained, which takes as long as a hundred answers.
    """
    for number, (given, _) in enumerate(islice(paths.walk(load(name)), 0, None, stride)):
        yield request(name, figures.LANGUAGES[number % 2], given, explain=number % (2 * explained) < 2)


def every_question(name: str) -> Iterator[str]:
    """The requests on the way: each path's facts given one after the other, as a reader answers."""
    for given, _ in islice(paths.walk(load(name)), 0, None, 397):
        for count in range(len(given) + 1):
            for lang in figures.LANGUAGES:
                yield request(name, lang, dict(islice(given.items(), count)), explain=True)


def generated(name: str, count: int = GENERATED, seed: int = SEED) -> Iterator[str]:
    """Requests with facts drawn from samples, days around each change of the law, and hostile values."""
    draw = random.Random(seed)  # noqa: S311 - a repeatable draw, no secret
    notice = load(name)
    for _ in range(count):
        facts: dict[str, object] = {}
        for question in notice.questions:
            if draw.random() < 0.93:
                facts[question.id] = _value(draw, notice, question)
        yield request(notice.id, draw.choice(figures.LANGUAGES), facts, explain=draw.random() < 0.05)


def _value(draw: random.Random, notice: Loaded, question: Question) -> object:
    which, kind = draw.random(), KINDS[question.kind]
    if which < 0.03:
        return draw.choice(HOSTILE_VALUES)
    samples = notice.samples[question.id]
    if which < 0.45:
        return draw.choice(samples)
    if kind.of_day:
        return kind.of_day(_day(draw, notice))
    numbers = sorted(Decimal(reply) for reply in samples if NUMBER.fullmatch(reply))
    if not numbers:
        return draw.choice(samples)
    # beyond what the samples span, to the sen where they are amounts
    most, step = int(numbers[-1] * 5 / 4) + 1, 100 if question.kind == "money" else 1
    number = Decimal(draw.randrange(int(numbers[0]), most * step)) / step
    return str(number) if draw.random() < 0.5 else str(int(number))


def _day(draw: random.Random, notice: Loaded) -> date:
    """A day around a change of the law, or any day of the last sixty years."""
    if draw.random() < 0.6:
        return draw.choice(notice.law.days()) + draw.choice((-DAY, 0 * DAY, DAY))
    return date(1968, 1, 1) + draw.randrange(0, 60 * 366) * DAY


def every_day(name: str) -> Iterator[str]:
    """Each question of a day or month, on every day on which the law changes, the day before and the day after."""
    notice = load(name)
    usual = {question: values[-1] for question, values in notice.samples.items()}
    usual |= {
        question: values[1]
        for question, values in notice.samples.items()
        if len(values) > 1 and values[-1] == "unknown"
    }
    for question in notice.questions:
        as_reply = KINDS[question.kind].of_day
        if as_reply is None:
            continue
        for day in notice.law.days():
            for moved in (day - DAY, day, day + DAY):
                facts = {**usual, question.id: as_reply(moved)}
                yield request(name, figures.LANGUAGES[day.day % 2], facts)


def hostile(name: str) -> Iterator[str]:
    """Requests that cannot be used, and every hostile value in every fact."""
    for broken in BROKEN_REQUESTS:
        yield broken.replace("{one}", name)
    notice = load(name)
    usual = {question: values[0] for question, values in notice.samples.items()}
    for question in notice.questions:
        for value in HOSTILE_VALUES:
            yield request(name, "en", {**usual, question.id: value})
            yield request(name, "zh", {question.id: value}, explain=True)


def first(name: str) -> str:
    """One whole answer of a notice, explained: whoever asks this has loaded the notice and its law."""
    given, _ = next(paths.walk(load(name)))
    return request(name, figures.LANGUAGES[0], given, explain=True)


def corpus(name: str) -> list[str]:
    """What a notice's image is made with: the interpreter is watched while it answers these, and compared."""
    odd = corpus_hostile.drawn(name, OUT_OF_FORM, SEED)
    parts = (
        every_path(name, STRIDE),
        every_question(name),
        every_day(name),
        hostile(name),
        odd,
        generated(name),
    )
    return [first(name), *(one for part in parts for one in part)]


def golden(name: str) -> list[str]:
    """What both runtimes are compared with in the browser: every path, and requests that the corpus did not contain."""
    parts = (every_path(name, explained=200), every_day(name), hostile(name), generated(name, seed=SEED + 1))
    return [one for part in parts for one in part]


def write(file: Path) -> None:
    """Write the corpus of every notice."""
    every = {name: corpus(name) for name in notices()}
    payroll = corpus_payroll.PAYROLL
    every[payroll] = corpus_payroll.corpus(HOSTILE_VALUES, SEED)
    every[payroll] += corpus_hostile.drawn(payroll, OUT_OF_FORM, SEED)
    file.write_text(json.dumps(every, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
