"""Reads payroll files with the page's own scripts, in Node."""

import base64
from typing import Any

from tests.node import ROOT, in_node
from tests.payroll.names import NAMES

FILES = ROOT / "tests" / "payroll" / "files"
READ = """
import { text } from "node:stream/consumers";
import { open } from "./overrides/payroll/read/open.js";
const read = async ({ bytes, pasted, chosen, names }) => {
  try {
    const given = pasted ?? new Blob([Buffer.from(bytes, "base64")]);
    const { rows, sample, ...read } = await open(given, { ...chosen, names });
    const all = [];
    const sizes = [];
    for await (const piece of rows) {
      all.push(...piece);
      sizes.push(piece.length);
    }
    return { ...read, rows: all, sizes };
  } catch (error) {
    if (!error.code) throw error;
    return { refused: error.code, figures: error.figures };
  }
};
const given = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(await Promise.all(given.map(read))));
"""

type Read = dict[str, Any]
type Places = dict[str, list[tuple[int, int | None]]]


def asked(given: bytes | str, **chosen: object) -> dict[str, object]:
    """A file or a pasted text, with what the reader has chosen."""
    known = {"pasted": given} if isinstance(given, str) else {"bytes": base64.b64encode(given).decode()}
    return {**known, "chosen": chosen, "names": NAMES}


def read_all(given: list[dict[str, object]]) -> list[Read]:
    """How each was read, by one Node."""
    results: list[Read] = in_node(READ, given)
    return results


def read(given: bytes | str, **chosen: object) -> Read:
    """How one was read."""
    return read_all([asked(given, **chosen)])[0]


def cells(result: Read) -> list[list[str]]:
    """The texts of its rows."""
    return [row["cells"] for row in result["rows"]]


def codes(result: Read) -> Places:
    """What is said of it, with its places."""
    return {
        problem["code"]: [(place["row"], place["column"]) for place in problem["places"]]
        for problem in result["problems"]
    }
