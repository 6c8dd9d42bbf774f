"""Writes the codes of answers: with the module of the page, run by Node, and in a few lines of Python."""

import base64
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from calculator.receipt.code import checksum
from calculator.receipt.version import version
from tests.node import in_node

CODE = """
import { text } from "node:stream/consumers";
import { codeOf } from "./overrides/calculator/along/slip/code.js";
const made = JSON.parse(await text(process.stdin)).map((given) => codeOf(...given));
console.log(JSON.stringify(await Promise.all(made)));
"""

type Answer = tuple[str, Mapping[str, str], Mapping[str, Any]]


def packed(said: object) -> str:
    """The code of whatever JSON can hold, or of bytes."""
    given = said if isinstance(said, bytes) else json.dumps(said).encode()
    return f"R1.{base64.b64encode(zlib.compress(given)).decode().rstrip('=')}"


def code(answer: Answer, rules: str) -> str:
    """The code of an answer whose facts are as the rules read them, without the help of the page."""
    notice, facts, response = answer
    findings = [
        [
            finding["code"],
            {id: figure["value"] for id, figure in finding["figures"].items()},
            checksum(finding["sources"]),
        ]
        for finding in response["findings"]
    ]
    return packed([notice, rules, response["law_as_at"], facts, response["outcome"], findings])


def of_page(answers: Iterable[Answer]) -> list[str]:
    """The code that a page writes of each answer: notice, facts and response, with today's version."""
    given = [[notice, version(notice), facts, response] for notice, facts, response in answers]
    made: list[str] = in_node(CODE, given)
    return made
