"""Runs the tool that makes the runtimes, on wheels that a test writes."""

import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

from overrides.hooks.assets import lock

ROOT = Path(__file__).parents[2]
TOOL = ROOT / "overrides" / "runtime" / "bin" / "make.mjs"
PYODIDE = ROOT / "node_modules" / "pyodide"


def node() -> str:
    path = f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    found = shutil.which("node", path=path)
    assert found, "Node is not there: run `make setup`"
    return found


def write_wheel(folder: Path, files: Mapping[str, str]) -> Path:
    """A wheel `tiny` with these files, and its lock file beside it."""
    info = "tiny-1.0.dist-info"
    contents = {
        **files,
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": "",
    }
    wheel = folder / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as out:
        for name, text in contents.items():
            out.writestr(name, text)
    lock(wheel, PYODIDE / "pyodide-lock.json")
    return wheel


def run_tool(**options: object) -> subprocess.CompletedProcess[str]:
    """Run make.mjs with these options; `quick=True` leaves the compressed files out."""
    options = {"pyodide": PYODIDE, **options}
    quick = ["--quick"] if options.pop("quick", False) else []
    arguments = [text for name, value in options.items() for text in (f"--{name}", str(value))]
    command = [node(), str(TOOL), *arguments, *quick]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def ask(folder: Path, requests: list[str]) -> list[object]:
    """The answers of the answer runtime in `folder`, in Node."""
    command = [node(), str(Path(__file__).with_name("ask.mjs")), str(folder)]
    done = subprocess.run(command, input=json.dumps(requests), capture_output=True, text=True, check=True)
    answers: list[object] = json.loads(done.stdout)
    return answers
