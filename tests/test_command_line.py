"""The same answer on the command line as in the page."""

import io
import json
import os
import runpy
import subprocess
import sys

import pytest

import calculator
from calculator.engine.figures import LANGUAGES
from tests.cases import Case, ask, cases

REQUESTS = [
    {
        "notice": "amnesty",
        "lang": "zh",
        "facts": {"as_at": "2026-11-23", "employs": "nobody", "employed_before": "no"},
    },
    {"notice": "contributions", "lang": "en", "facts": {"month": "2026-07"}},
    {"notice": "contributions", "lang": "zh", "facts": {"month": "七月", "wages": "三千九百五十令吉"}},
    {"notice": "contributions", "lang": "zh", "facts": {"month": "2026年7月", "wages": "ＲＭ３，９５０"}},
    {"notice": "amnesty", "lang": "en", "facts": {"as_at": "昨天"}},
    {"notice": "假期", "lang": "en", "facts": {"\ud800": "x"}},
    {"notice": "amnesty", "lang": "en", "facts": {"\ud800": "x"}},
]


def run(request: bytes) -> bytes:
    """What `python -m calculator < request.json` prints, on the plainest of terminals."""
    command = [sys.executable, "-m", "calculator"]
    # a terminal that knows nothing but ASCII must not change the answer
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    return subprocess.run(command, input=request, env=environment, capture_output=True, check=True).stdout


@pytest.mark.parametrize("request_", REQUESTS, ids=json.dumps)
def test_the_command_line_prints_the_answer(request_: dict[str, object]) -> None:
    """UTF-8 in, UTF-8 out, one line, whatever the terminal thinks."""
    text = json.dumps(request_)
    printed = run(text.encode())
    assert printed.endswith(b"\n")
    assert ask(text) == json.loads(printed)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.notice}: {case.name}")
def test_the_command_line_answers_as_the_table_says(
    case: Case, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every row of the tables, through the command's own lines."""
    printed = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(case.request(lang).encode())))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed))
    runpy.run_module("calculator", run_name="__main__")
    sys.stdout.flush()
    assert case.expected(lang) == case.seen(json.loads(printed.getvalue()), lang)


def test_the_command_line_reads_what_is_not_text() -> None:
    """Bytes that are no UTF-8 are refused as a request, without a traceback."""
    assert json.loads(calculator.answer("\ufffd")) == json.loads(run(b"\xff"))
