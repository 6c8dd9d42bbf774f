"""The site's own runtime, made a second time from the same inputs, is the same."""

import json
import subprocess
from pathlib import Path

from calculator.engine.asking.found import notices
from overrides.hooks.assemble import runtime
from overrides.hooks.assemble.node import node
from overrides.hooks.assemble.pyodide import PYODIDE

ROOT = Path(__file__).parents[2]
CACHE = ROOT / runtime.CACHE


def test_made_again_it_has_the_same_hashes(tmp_path: Path) -> None:
    [wheel] = (ROOT / "site" / "assets" / "wheels").glob("*.whl")
    [corpus] = CACHE.glob("corpus-*.json")
    options = {
        "wheel": wheel,
        "lock": wheel.with_name("pyodide-lock.json"),
        "corpus": corpus,
        "entry": runtime.ENTRY,
        "failed": runtime.FAILED,
        "out": tmp_path / "out",
        "pyodide": ROOT / PYODIDE,
    }
    named = [text for name, value in options.items() for text in (f"--{name}", str(value))]
    # without the images that are kept from the last time
    command = [node(ROOT), str(ROOT / runtime.TOOL), "--quick", *named]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for notice in notices():
        made, again = (
            json.loads((folder / f"{notice}.json").read_text())
            for folder in (CACHE / "made", tmp_path / "out")
        )
        assert again["input"] == made["input"]
        for part in ("wasm", "image"):
            assert again["answer"][part]["sha256"] == made["answer"][part]["sha256"]
        assert again["full"]["stdlib"]["sha256"] == made["full"]["stdlib"]["sha256"]
