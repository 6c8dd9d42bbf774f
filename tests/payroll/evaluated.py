"""Rows put to the rules by the page's own scripts, in Node; the rules are those of this project."""

from collections.abc import Sequence
from typing import Any

from calculator import answer
from tests.node import in_node

# The rules answer what is asked beforehand; the script says what it lacks, and is run again.
EVALUATE = """
import { text } from "node:stream/consumers";
import { evaluate } from "./overrides/payroll/run/evaluate.js";
const { columns, rows, paidOn, answers } = JSON.parse(await text(process.stdin));
const lacking = [];
const months = [];
let asked = 0;
const ask = async (request) => {
  const key = JSON.stringify(request);
  asked += 1;
  if ("interest" in request) months.push(request.interest.length);
  if (!(key in answers)) lacking.push(key);
  return answers[key] ? JSON.parse(answers[key]) : { status: "lacking" };
};
const numbered = rows.map((cells, at) => ({ number: at + 2, cells }));
const payroll = { columns, rows: numbered, paidOn, epoch: null };
const watch = { progress: () => {}, signal: new AbortController().signal };
let said = [];
let upTo = 0;
try {
  const made = await evaluate(payroll, { notice: "arrears", lang: "en", ask }, watch);
  said = made.rows.map(({ reason }) => reason);
  upTo = made.totals.sum("interest_up_to");
} catch (error) {
  if (!lacking.length) throw error;
}
console.log(JSON.stringify({ lacking, said, asked, months, upTo }));
"""


def evaluated(columns: Sequence[str], rows: Sequence[Sequence[str]], paid_on: str) -> dict[str, Any]:
    """What the page makes of rows.

    `said` are their reasons, `asked` the number of requests, `months` how many are in each of those about
    interest, `upTo` the most that it may be in all, in sen.
    """
    answers: dict[str, str] = {}
    while True:
        given = {"columns": columns, "rows": rows, "paidOn": paid_on, "answers": answers}
        said: dict[str, Any] = in_node(EVALUATE, given)
        if not said["lacking"]:
            return said
        answers |= {request: answer(request) for request in said["lacking"]}
