"""Where bytes from outside come in: each target takes any bytes and raises where something does not hold."""

import io
import json
from collections.abc import Callable, Mapping

from calculator.arrears.columns import COLUMNS
from calculator.arrears.files import run
from calculator.arrears.table import FileError
from calculator.engine import figures
from calculator.engine.asking.bounds import ReplyError
from calculator.engine.asking.found import load, notices
from calculator.engine.asking.kinds import KINDS
from calculator.receipt import code
from calculator.receipt.code import CodeError
from tests.hostile.promise import BrokenError, response_to
from tests.test_reading import QUESTIONS, read

KINDS_READ = sorted(QUESTIONS)
ASKED = [(notice, question) for notice in notices() for question in load(notice).questions]


def _text(given: bytes) -> str:
    return given.decode(errors="replace")


def request(given: bytes) -> None:
    """Any text as a request."""
    response_to(_text(given))


def reply(given: bytes) -> None:
    """Any text as a reply of some kind: what is read means itself again, what is refused has a code."""
    kind, text = KINDS_READ[given[0] % len(KINDS_READ)] if given else KINDS_READ[0], _text(given[1:])
    try:
        value = read(kind, text)
    except ReplyError as error:
        if error.code not in KINDS[kind].errors:
            raise BrokenError(f"{kind} refuses {text!r} with {error.code}") from None
        values = list(error.readings)
    else:
        values = [value]
    for each in values:
        if read(kind, figures.value(each)) != each:
            raise BrokenError(f"{kind} reads {text!r} as {each}, and that as something else")


def fact(given: bytes) -> None:
    """Any text as a reply to a question of a notice, all others answered."""
    notice, question = ASKED[given[0] % len(ASKED)] if given else ASKED[0]
    lang = figures.LANGUAGES[len(given) % 2]
    facts: Mapping[str, str] = {id: said[0] for id, said in load(notice).samples.items()}
    asked = {"notice": notice, "lang": lang, "facts": {**facts, question.id: _text(given[1:])}}
    response_to(json.dumps(asked))


def cell(given: bytes) -> None:
    """Any text as the cells of a row."""
    usual = {"month": "2023-03", "worker": "citizen", "role": "ordinary", "wages": "3250", "age": "41"}
    texts = _text(given).split("\t")
    rows = [[*texts[:-1], *usual.values()][: len(COLUMNS)], texts[: len(COLUMNS)]]
    payroll = {"columns": COLUMNS, "rows": rows, "paid_on": "2026-11-26"}
    response = response_to(json.dumps({"notice": "arrears", "lang": "zh", "payroll": payroll}))
    if response["status"] != "payroll" or len(response["rows"]) != len(rows):
        raise BrokenError(f"{response}: {rows}")


def payroll_file(given: bytes) -> None:
    """Any bytes as a payroll for the command line."""
    try:
        run(io.BytesIO(given), io.BytesIO(), paid_on=None)
    except FileError:
        return


def receipt(given: bytes) -> None:
    """Any text as the code of an answer."""
    try:
        code.read(_text(given))
    except CodeError:
        return


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "request": request, "reply": reply, "fact": fact, "cell": cell, "payroll-file": payroll_file,
    "receipt": receipt,
}  # fmt: skip
