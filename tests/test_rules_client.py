"""How long the page waits for the rules: for each question, not for all asked one after the other."""

import pytest

from tests.node import in_node

# What a worker tells, or how many seconds pass; then what the reader was told, and what was answered
SCRIPT = """
import { mock } from "node:test";
import { text } from "node:stream/consumers";
import { RulesClient } from "./overrides/assets/javascripts/page/rules-client.js";

console.warn = () => {};
mock.timers.enable({ apis: ["setTimeout"] });
const { told, pieces } = JSON.parse(await text(process.stdin));
const said = [];
let tell, started = 0;
const start = () => {
  started += 1;
  return { worker: { postMessage() {}, terminate() {} }, listen: (heard) => (tell = heard) };
};
const say = (word) => () => said.push(word);
const silent = { progress() {}, ready() {}, awaiting() {}, slow() {} };
const listener = { ...silent, late: say("late"), failed: say("failed") };
const client = new RulesClient(start, listener);
let answered = 0;
for (let piece = 0; piece < pieces; piece++)
  client.ask({ piece }).then(() => (answered += 1), () => {});
for (const each of told) {
  if (typeof each === "number") for (let second = 0; second < each; second++) mock.timers.tick(1000);
  else tell(each);
  await new Promise(setImmediate);
}
console.log(JSON.stringify({ said, answered, started }));
"""
READY: dict[str, object] = {"ready": "full"}
LOADS = {"progress": {"loaded": 1, "total": 2}}


def answers(count: int, *, seconds: int) -> list[object]:
    told: list[object] = []
    for id in range(1, count + 1):
        told += [seconds, {"id": id, "response": '{"status": "payroll"}'}]
    return told


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # far more than the limit in all, and each piece within it
        ([READY, *answers(12, seconds=14)], {"said": [], "answered": 12, "started": 1}),
        # the last of them never comes: another worker is asked, then the reader is told
        ([READY, *answers(11, seconds=14), 15], {"said": [], "answered": 11, "started": 2}),
        (
            [READY, *answers(11, seconds=14), 15, READY, 15],
            {"said": ["failed"], "answered": 11, "started": 2},
        ),
        # one that loads and loads: it is late, and what comes all the same counts
        ([LOADS, 59], {"said": [], "answered": 0, "started": 1}),
        ([LOADS, 60], {"said": ["late"], "answered": 0, "started": 1}),
        ([LOADS, 60, READY, *answers(12, seconds=1)], {"said": ["late"], "answered": 12, "started": 1}),
        # another worker that never begins after some pieces has the limit from the last of them
        ([READY, *answers(11, seconds=14), 59], {"said": [], "answered": 11, "started": 2}),
        ([READY, *answers(11, seconds=14), 60], {"said": ["late"], "answered": 11, "started": 2}),
    ],
)
def test_the_limit_is_that_of_each_question(told: list[object], expected: dict[str, object]) -> None:
    assert in_node(SCRIPT, {"told": told, "pieces": 12}) == expected
