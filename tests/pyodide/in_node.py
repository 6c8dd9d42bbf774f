"""Asks the wheel of a built site in Pyodide, run by Node."""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve()
NODE = HERE.parents[2] / ".venv" / "bin" / "node"
SCRIPT = HERE.with_name("answers.mjs")


def run(script: Path, site: Path, given: object) -> dict[str, Any]:
    """What a script of ours says of a built site: JSON in, JSON out."""
    done = subprocess.run(
        [NODE, script, site],
        input=json.dumps(given),
        # a time zone far from the reader's must not change an answer
        env={**os.environ, "TZ": "Pacific/Kiritimati"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def ask(site: Path, requests: Sequence[str]) -> dict[str, Any]:
    """The `responses`, in the order of the requests, and the version of `python` that gave them."""
    return run(SCRIPT, site, requests)
