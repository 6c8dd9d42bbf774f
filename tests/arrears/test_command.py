"""`python -m calculator.arrears`: its options, exit codes and counts, and the memory that it takes."""

import io
import json
import runpy
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from calculator.arrears import __main__ as command
from calculator.arrears import files
from calculator.arrears.columns import RESULT
from tests.arrears.test_files import HEAD, PAID_ON, ROW, TAIL


def lines(count: int) -> Iterator[bytes]:
    yield f"{HEAD}\n".encode()
    for at in range(count):
        month = f"{2017 + at % 120 // 12}-{at % 12 + 1:02}"
        # every amount another one, all of a few bands, and now and then what is none
        wages = f"{at // 100 + 3000}.{at % 100:02}" if at % 9 else f"x{at}"
        yield f",{month},citizen,ordinary,{wages},41\n".encode()


class Stream(io.RawIOBase):
    """Bytes made while they are read."""

    def __init__(self, count: int) -> None:
        self._lines, self._rest = lines(count), b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while len(self._rest) < len(buffer) and (line := next(self._lines, b"")):
            self._rest += line
        piece, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


class Nowhere(io.RawIOBase):
    def write(self, given: object, /) -> int:
        return len(given)  # type: ignore[arg-type]


def test_memory_does_not_grow_with_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the rows, the same memory, once what is kept has reached its bound; nobody is named."""
    monkeypatch.setattr(files, "SIZE", 20_000)
    for place in ("codes", "payroll", "totals"):
        monkeypatch.setattr(f"calculator.arrears.{place}.MOST", 300)

    def most(count: int) -> int:
        tracemalloc.start()
        files.run(io.BufferedReader(Stream(count)), Nowhere(), paid_on=PAID_ON)  # type: ignore[arg-type]
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak

    most(1_000)
    assert most(32_000) < 1.2 * most(8_000)


def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], given: str, *options: str
) -> tuple[int, str]:
    """The exit code, and what is said on the standard error."""
    monkeypatch.setattr(sys, "argv", ["arrears", *options])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO()))
    try:
        return command.main(), capsys.readouterr().err
    except SystemExit as error:
        return int(error.code or 0), capsys.readouterr().err


def test_the_exit_code_and_the_counts_say_how_it_went(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    good, bad = f"{HEAD}\n{ROW}\n", f"{HEAD}\n{ROW}\n{ROW}\n"
    paid = ("--paid-on", "26/11/2026")
    assert run(monkeypatch, capsys, good, *paid, "--jobs", "1") == (
        0,
        "read 1\nanswered 1\ncannot_be_decided 0\nrefused 0\n",
    )
    totals = tmp_path / "totals.json"
    assert run(monkeypatch, capsys, bad, *paid, "--totals", str(totals))[0] == 1
    said = json.loads(totals.read_text(encoding="utf-8"))
    assert said["rows"] == {"read": 2, "answered": 1, "cannot_be_decided": 0, "refused": 1}
    assert said["interest"]["interest_up_to"] == "220.00"
    assert run(monkeypatch, capsys, good)[0] == 1
    for nothing in (f"{HEAD}\n", HEAD, f"{HEAD}\n\n,,,,,\n"):
        code, message = run(monkeypatch, capsys, nothing, *paid)
        assert (code, message.count("\n"), "no rows" in message) == (2, 1, True)
    code, message = run(monkeypatch, capsys, "x")
    assert (code, message.count("\n")) == (2, 1)
    for wrong in (("--paid-on", "soon"), ("--jobs", "0"), ("--jobs", "x"), ("--epoch", "1901")):
        assert run(monkeypatch, capsys, good, *wrong)[0] == 2


# it is imported here already
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_it_is_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = io.BytesIO()
    monkeypatch.setattr(sys, "argv", ["arrears", "--paid-on", "2026-11-26"])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{HEAD}\n{ROW}\n".encode())))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(taken))
    with pytest.raises(SystemExit, match="0"):
        runpy.run_module("calculator.arrears", run_name="__main__")
    assert taken.getvalue().decode() == f"{HEAD},{','.join(RESULT)}\n{ROW},{TAIL}\n"
