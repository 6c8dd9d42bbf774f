"""The page's side of the reading, and the one beside the page: what they say to each other, in one Node."""

from tests.node import in_node
from tests.payroll.names import NAMES

TALK = """
import { text } from "node:stream/consumers";
import { Reader } from "./overrides/payroll/read/client.js";

const page = new EventTarget();
const say = (data) => new MessageEvent("message", { data: structuredClone(data) });
let started = 0;
let ended = 0;
globalThis.addEventListener = (type, hear) => page.addEventListener(`to-worker-${type}`, hear);
globalThis.postMessage = (data) => page.dispatchEvent(say(data));
await import("./overrides/payroll/read/worker.js");
const start = () => {
  started += 1;
  const event = (data) => Object.defineProperty(new Event("to-worker-message"), "data", { value: data });
  return {
    addEventListener: (type, hear) => page.addEventListener(type, hear),
    postMessage: (data) => page.dispatchEvent(event(structuredClone(data))),
    terminate: () => { ended += 1; },
  };
};

const names = JSON.parse(await text(process.stdin));
const reader = new Reader(start);
const lines = Array.from({ length: 700 }, (_, number) => `A${number},2021-03,${number}`);
const read = await reader.open(`No,Month,Wages\\nB,2021-03,1,250.00\\n${lines.join("\\n")}`, { names });
const before = read.problems.length;
const pieces = [];
for await (const rows of read.rows) pieces.push(rows.length);
const bytes = await reader.xlsx([{ name: "A", rows: [["x"], ["1"]] }]);
const refusal = (error) => [error.name, error.code, error.figures];
const refused = await reader.open(new Blob(["%PDF-1"]), { names }).catch(refusal);
const large = await reader.open({ size: 50_000_001 }, { names }).catch(refusal);
const waiting = reader.open("No,Month\\nA,2021-03", { names }).catch(refusal);
reader.stop();
const stopped = await waiting;
await reader.open("No,Month\\nA,2021-03", { names });
const packed = [...bytes.slice(0, 2)];
const said = { before, problems: read.problems, pieces, packed, refused, large, stopped };
console.log(JSON.stringify({ ...said, started, ended }));
"""


def test_page_and_worker_understand_each_other() -> None:
    longer = {"code": "longer_rows", "count": 1, "places": [{"row": 2, "column": 4}], "figures": {}}
    assert in_node(TALK, NAMES) == {
        "before": 0,
        "problems": [longer],
        "pieces": [500, 201],
        "packed": [*b"PK"],
        "refused": ["ReadError", "not_a_table", {}],
        "large": ["ReadError", "file_too_large", {"bytes": 50_000_001, "limit": 50_000_000}],
        "stopped": ["ReadError", "stopped", {}],
        "started": 2,
        "ended": 1,
    }
