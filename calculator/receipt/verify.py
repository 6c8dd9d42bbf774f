"""Whether today's rules give the answer of a code: lines of codes and figures, with a tab between them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from calculator.engine.answer import answer
from calculator.engine.asking.found import notices
from calculator.receipt import code
from calculator.receipt.code import CodeError, Receipt, Stated
from calculator.receipt.version import version

SAME, CHANGED, UNREADABLE = 0, 1, 2
# What stands where there is nothing.
NOTHING = "-"


def verify(given: str) -> tuple[int, str]:
    """The exit code, and what to print of a code.

    `answer same` or `answer changed`, the notice, then before and today: version of the rules, day of the
    law's last check, outcome. Of a changed answer follow the findings that are gone or new, and of those
    that stayed the figures that differ and whether the sources do. `unreadable` has a reason beside it.
    """
    try:
        receipt = code.read(given)
    except CodeError as error:
        return UNREADABLE, _line("unreadable", str(error))
    if receipt.notice not in notices():
        return UNREADABLE, _line("unreadable", "unknown_notice")
    response = _today(receipt)
    changes = [*_changes(receipt, response)]
    lines = [
        _line("answer", "changed" if changes else "same"),
        _line("notice", receipt.notice),
        _line("rules", receipt.rules, version(receipt.notice)),
        _line("law_as_at", receipt.law_as_at, response.get("law_as_at", NOTHING)),
        _line("outcome", receipt.outcome, response.get("outcome", NOTHING)),
    ]
    return (CHANGED if changes else SAME), "".join([*lines, *changes])


def _line(*parts: str) -> str:
    return "\t".join(parts) + "\n"


def _today(receipt: Receipt) -> Mapping[str, Any]:
    """What the rules answer today to what was asked, for the day that was asked about."""
    asked = {"notice": receipt.notice, "lang": "en", "facts": receipt.facts}
    response: Mapping[str, Any] = json.loads(answer(json.dumps(asked)))
    return response


def _changes(receipt: Receipt, response: Mapping[str, Any]) -> Iterator[str]:
    if response["status"] != "decision":
        yield from _no_decision(response)
        return
    if response["outcome"] != receipt.outcome:
        yield _line("changed", "outcome")
    today = {finding["code"]: _stated(finding) for finding in response["findings"]}
    for finding in receipt.findings:
        if finding not in today:
            yield _line("gone", finding)
    for finding, stated in today.items():
        if finding not in receipt.findings:
            yield _line("new", finding)
        else:
            yield from _differences(finding, receipt.findings[finding], stated)


def _stated(finding: Mapping[str, Any]) -> Stated:
    values = {id: figure["value"] for id, figure in finding["figures"].items()}
    return Stated(values, code.checksum(finding["sources"]))


def _differences(finding: str, before: Stated, today: Stated) -> Iterator[str]:
    for id in dict.fromkeys([*before.figures, *today.figures]):
        values = before.figures.get(id, NOTHING), today.figures.get(id, NOTHING)
        if values[0] != values[1]:
            yield _line("figure", finding, id, *values)
    if before.sources != today.sources:
        yield _line("sources", finding)


def _no_decision(response: Mapping[str, Any]) -> Iterator[str]:
    """Today's rules need a fact that was not asked for, refuse one, or fail."""
    if response["status"] == "question":
        yield _line("question", response["question"])
    elif response["status"] == "invalid":
        for error in response["errors"]:
            yield _line("error", error["question"], error["code"])
    else:
        yield _line("failed")
