"""The code of an answer: what cannot be read, and what has changed since it was written."""

import io
import runpy
import sys
from collections.abc import Callable, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from calculator.engine.asking.found import load, notices
from calculator.receipt import verify as verifying
from calculator.receipt.code import MOST_BYTES, read
from calculator.receipt.verify import CHANGED, SAME, UNREADABLE, verify
from calculator.receipt.version import version
from tests.cases import Case, ask
from tests.coded import code as coded
from tests.coded import packed

NOTICE = "contributions"
FACTS = {
    "month": "2026-07",
    "role": "ordinary",
    "worker": "citizen",
    "wages": "2450.00",
    "age": "35",
    "lindung24": "takes_part",
}
OLD = "0123456789ab"

type Response = dict[str, Any]


def response() -> Response:
    return ask(Case(NOTICE, "", "", FACTS).request("en"))


def finding(response: Response, code: str) -> dict[str, Any]:
    [found] = [each for each in response["findings"] if each["code"] == code]
    return found  # type: ignore[no-any-return]


def without(response: Response, code: str) -> None:
    response["findings"].remove(finding(response, code))


CHANGES: list[tuple[str, Callable[[Response], None], list[str]]] = [
    ("outcome", lambda r: r.update(outcome="nothing_due"), ["changed\toutcome"]),
    (
        "a figure",
        lambda r: finding(r, "total")["figures"]["employer_total"].update(value="46.75"),
        ["figure\ttotal\temployer_total\t46.75\t47.75"],
    ),
    (
        "a figure that is new",
        lambda r: finding(r, "total")["figures"].pop("employer_total"),
        ["figure\ttotal\temployer_total\t-\t47.75"],
    ),
    (
        "a figure that is gone",
        lambda r: finding(r, "total")["figures"].update(paid={"value": "1", "text": "RM1"}),
        ["figure\ttotal\tpaid\t1\t-"],
    ),
    ("a finding that is new", lambda r: without(r, "late_interest"), ["new\tlate_interest"]),
    (
        "a finding that is gone",
        lambda r: r["findings"].append({"code": "discount", "figures": {}, "sources": []}),
        ["gone\tdiscount"],
    ),
    ("the sources", lambda r: finding(r, "due_on")["sources"].pop(), ["sources\tdue_on"]),
    ("the order of sources", lambda r: finding(r, "due_on")["sources"].reverse(), []),
    ("the order of findings", lambda r: r["findings"].reverse(), []),
    ("words", lambda r: finding(r, "total")["figures"]["employer_total"].update(text="RM47.75!"), []),
    ("the last check of the law", lambda r: r.update(law_as_at="2026-01-31"), []),
]


@pytest.mark.parametrize(
    ("change", "lines"), [each[1:] for each in CHANGES], ids=[each[0] for each in CHANGES]
)
def test_what_has_changed_is_said(change: Callable[[Response], None], lines: list[str]) -> None:
    """The answer stands in the code as it was before a change, and the rules give today's."""
    today = response()
    before = deepcopy(today)
    change(before)
    code = coded((NOTICE, FACTS, before), OLD)
    status, said = verify(code)
    assert said.splitlines() == [
        f"answer\t{'changed' if lines else 'same'}",
        f"notice\t{NOTICE}",
        f"rules\t{OLD}\t{version(NOTICE)}",
        f"law_as_at\t{before['law_as_at']}\t{today['law_as_at']}",
        f"outcome\t{before['outcome']}\t{today['outcome']}",
        *lines,
    ]
    assert status == (CHANGED if lines else SAME)


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({id: reply for id, reply in FACTS.items() if id != "age"}, "question\tage"),
        ({**FACTS, "wages": "much"}, "error\twages\tnot_an_amount"),
        ({**FACTS, "gone": "1"}, "error\tgone\tunknown_fact"),
    ],
)
def test_facts_that_no_longer_do(facts: Mapping[str, str], line: str) -> None:
    """The rules ask for more, or refuse a reply that they took when the code was written."""
    code = coded((NOTICE, facts, response()), OLD)
    status, said = verify(code)
    assert status == CHANGED
    assert said.splitlines()[4:] == ["outcome\tcontributions_due\t-", line]


def test_rules_that_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    code = coded((NOTICE, FACTS, response()), OLD)
    monkeypatch.setattr(verifying, "answer", lambda _: '{"status": "failed", "error": "ours"}')
    status, said = verify(code)
    assert status == CHANGED
    assert said.splitlines()[5:] == ["failed"]


def like(**changed: object) -> str:
    """A code whose parts fit, with some of them changed."""
    said: dict[str, object] = {
        "notice": "amnesty",
        "rules": OLD,
        "law_as_at": "2026-11-25",
        "facts": {"as_at": "2026-11-25"},
        "outcome": "not_an_employer",
        "findings": [["no_employee", {"a": "1"}, "0000"]],
    }
    return packed([*(said | changed).values()])


GOOD = like()
DEEP = b"[" * 20_000 + b"]" * 20_000
HOSTILE = {
    "nothing": ("", "not_a_code"),
    "words": ("the answer", "not_a_code"),
    "no number": ("R.eJw", "not_a_code"),
    "another version": (f"R2.{GOOD[3:]}", "unknown_version"),
    "a large version": (f"R{'9' * 400}.{GOOD[3:]}", "not_a_code"),
    "nothing after the point": ("R1.", "truncated"),
    "one character": ("R1.e", "truncated"),
    "a letter of no code": (GOOD[:40] + "ä" + GOOD[41:], "mistyped"),
    "another letter": (GOOD[:40] + ("A" if GOOD[40] != "A" else "B") + GOOD[41:], "mistyped"),
    "two letters changed places": (GOOD[:30] + GOOD[31] + GOOD[30] + GOOD[32:], "mistyped"),
    "one too many": (GOOD + "AAAA", "mistyped"),
    "cut off": (GOOD[:-10], "truncated"),
    "one character cut off": (GOOD[:-1], "truncated"),
    "no stream": ("R1.AAAA", "mistyped"),
    "too much": (packed(b" " * (MOST_BYTES + 1)), "too_long"),
    "no JSON": (packed(b"{"), "malformed"),
    "no UTF-8": (packed(b'"\xff"'), "malformed"),
    "too deep": (packed(DEEP), "malformed"),
    "a number too long": (packed(b"9" * 20_000), "malformed"),
    "null": (packed(None), "malformed"),
    "six letters": (packed("abcdef"), "malformed"),
    "too few parts": (packed(["amnesty"]), "malformed"),
    "no notice": (like(notice=None), "malformed"),
    "an unknown notice": (like(notice="holidays"), "unknown_notice"),
    "a path": (like(notice="../amnesty"), "malformed"),
    "rules that are no hash": (like(rules="\x1b[2J"), "malformed"),
    "what moves the cursor": (like(law_as_at="\x1b[2J"), "malformed"),
    "two lines": (like(facts={"as_at": "a\nanswer\tsame"}), "malformed"),
    "half a character": (like(facts={"as_at": "\ud800"}), "malformed"),
    "a long reply": (like(facts={"as_at": "9" * 201}), "malformed"),
    "facts that are a list": (like(facts=[]), "malformed"),
    "a reply that is a list": (like(facts={"as_at": []}), "malformed"),
    "an outcome of two words": (like(outcome="same same"), "malformed"),
    "findings that are none": (like(findings=[1]), "malformed"),
    "figures that are none": (like(findings=[["no_employee", [], "0000"]]), "malformed"),
    "a figure that is a number": (like(findings=[["no_employee", {"a": 1}, "0000"]]), "malformed"),
    "sources that are no checksum": (like(findings=[["no_employee", {}, "x"]]), "malformed"),
}


@pytest.mark.parametrize(("code", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_read_is_one_line(code: str, reason: str) -> None:
    assert verify(code) == (UNREADABLE, f"unreadable\t{reason}\n")


def test_no_single_slip_of_the_hand_passes() -> None:
    """Every character of a code, typed as another one, or left out."""
    code = coded((NOTICE, FACTS, response()), OLD)
    said = read(code)
    for at in range(len(code)):
        for other in ("A" if code[at] != "A" else "B", ""):
            status, _ = verify(code[:at] + other + code[at + 1 :])
            # bits of the last character that belong to no byte say nothing
            assert status == UNREADABLE or read(code[:at] + other + code[at + 1 :]) == said, at


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str, given: str = "") -> tuple[object, str]:
    """The exit code of the command, and what it prints."""
    printed = io.BytesIO()
    monkeypatch.setattr(sys, "argv", ["calculator", *arguments])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed))
    with pytest.raises(SystemExit) as end:
        runpy.run_module("calculator", run_name="__main__")
    sys.stdout.flush()
    return end.value.code, printed.getvalue().decode()


def test_the_command_takes_a_code_in_one_piece_or_broken_into_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    code = coded((NOTICE, FACTS, response()), OLD)
    expected = SAME, verify(code)[1]
    assert run(monkeypatch, "verify", code) == expected
    assert run(monkeypatch, "verify", code[:70], code[70:]) == expected
    assert run(monkeypatch, "verify", given=f"{code[:70]}\r\n  {code[70:]}\n") == expected
    assert run(monkeypatch, "verify", "R1") == (UNREADABLE, "unreadable\tnot_a_code\n")


def test_each_notice_has_a_version_of_its_own() -> None:
    versions = [version(notice) for notice in notices()]
    assert len({*versions}) == len(versions)
    assert all(len(each) == 12 and int(each, 16) >= 0 for each in versions)


def test_a_version_knows_the_files_of_the_rules_and_the_law(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A figure, a rule or the engine changes it; samples, another notice and the ends of lines do not."""
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    law = load("amnesty").notice.law.package
    folders = {"calculator.engine": "engine", law: "law", "calculator.amnesty": "amnesty"}
    monkeypatch.setattr("calculator.receipt.version.files", lambda package: tmp_path / folders[package])
    before = version("amnesty")

    def changed(path: str, content: bytes) -> bool:
        kept = (tmp_path / path).read_bytes() if (tmp_path / path).exists() else None
        (tmp_path / path).write_bytes(content)
        after = version("amnesty")
        (tmp_path / path).unlink() if kept is None else (tmp_path / path).write_bytes(kept)
        return after != before

    assert changed("engine/parts/one.py", b"2\n")
    assert changed("law/figures.toml", b"a = 2\n")
    assert changed("law/table.csv", b"1,2\n")
    assert changed("amnesty/rules.py", b"pass\n")
    assert changed("amnesty/more.py", b"")
    assert not changed("amnesty/samples.toml", b"a = []\n")
    assert not changed("amnesty/rules.pyc", b"x")
    assert not changed("other/rules.py", b"pass\n")
    assert not changed("law/figures.toml", b"a = 1\r\n")


FILES = {
    "engine/parts/one.py": "1\n",
    "law/figures.toml": "a = 1\n",
    "amnesty/rules.py": "\n",
    "amnesty/samples.toml": "\n",
    "other/rules.py": "\n",
}
