"""Stock Pyodide, as its package has it."""

import shutil
from pathlib import Path

from overrides.hooks.assemble.node import AssembleError

PYODIDE = "node_modules/pyodide"
LOCK = "pyodide-lock.json"
STOCK = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


def installed(root: Path) -> Path:
    """The folder of the package; raises AssembleError where it is not installed."""
    if not (root / PYODIDE).is_dir():
        raise AssembleError(f"{PYODIDE} is not there; run `make setup`")
    return root / PYODIDE


def copy_stock(root: Path, site: Path) -> None:
    """Copy the files of Pyodide that a browser needs as they are."""
    into = site / "assets" / "pyodide"
    into.mkdir(parents=True, exist_ok=True)
    for name in STOCK:
        shutil.copyfile(installed(root) / name, into / name)
