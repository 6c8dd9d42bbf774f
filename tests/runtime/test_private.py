"""Data is left out of the image only while the proof for it holds: each point that fails stops the build."""

import json
import re
import subprocess

import pytest

from tests.runtime.conftest import PYODIDE, ROOT, node

SCRIPT = """
import fs from "node:fs";
const { blankOwned, owners } = await import(`${process.cwd()}/overrides/runtime/private.mjs`);
const { keep, heap } = JSON.parse(fs.readFileSync(0, "utf8"));
const stock = fs.readFileSync(process.argv[1]);
const kept = new Set(keep.map((one) => (one === "owner" ? owners(stock)[0].from : one)));
blankOwned({ stock, keep: kept, heap: Buffer.alloc(heap) });
"""
# reads sqlite3_version, from outside sqlite: the start of a module that the rules never import
NAMES_SQLITE = 5487


@pytest.mark.parametrize(
    ("keep", "message"),
    [
        (["owner"], "liblzma, sqlite, zstd and bzip2: functions [0-9]+ are kept"),
        ([NAMES_SQLITE], f"sqlite.*: kept function {NAMES_SQLITE} names"),
        ([], "the tables are not where they were: see private.mjs"),
    ],
)
def test_broken_proof_stops_the_build(keep: list[object], message: str) -> None:
    command = [node(), "--input-type=module", "-e", SCRIPT, str(PYODIDE / "pyodide.asm.wasm")]
    done = subprocess.run(
        command,
        cwd=ROOT,
        input=json.dumps({"keep": keep, "heap": 4 << 20}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode
    assert re.search(message, done.stderr), done.stderr
