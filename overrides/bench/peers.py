"""The pages that ours is compared with, all self-hosted and compressed beforehand like ours.

Each asks the same thing, an employer of public servants only, and shows the outcome in an element with `data-outcome`.
"""

import json
import shutil
import subprocess
from pathlib import Path

from overrides.hooks.assemble.compress import compress

PACKAGES = ("@pyscript/core@0.7.31", "@micropython/micropython-webassembly-pyscript@1.27.0")
NOTICE = "amnesty"
REQUEST = {
    "notice": NOTICE,
    "lang": "en",
    "facts": {"as_at": "2026-11-23", "employs": "public_service_only"},
}
OUTCOME = "outside_the_acts"
HEAD = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">'
)

PLAIN = """<script type="module">
import { loadPyodide } from "../pyodide/pyodide.mjs";
const pyodide = await loadPyodide();
await pyodide.loadPackage(new URL("../wheels/%(wheel)s", location.href).href);
const response = pyodide.pyimport("calculator").answer(JSON.stringify(%(request)s));
document.body.dataset.outcome = JSON.parse(response).outcome;
</script>"""

# without micropip, which the npm package of Pyodide lacks, the wheel is a file on the path
PYSCRIPT = """<script type="module" src="../pyscript-core/core.js"></script>
<script type="py" config='{"interpreter": "../pyodide/pyodide.mjs", "files": {"../wheels/%(wheel)s": "./rules.zip"}}'>
import json
import sys
sys.path.append("rules.zip")
from pyscript import document
import calculator
document.body.dataset.outcome = json.loads(calculator.answer(%(text)r))["outcome"]
</script>"""

MICROPYTHON = """<script type="module">
import { loadMicroPython } from "../micropython-core/micropython.mjs";
const python = await loadMicroPython({ stdout: (line) => (document.body.dataset.outcome = line) });
python.runPython("print('outside_the_acts' if 1 + 1 == 2 else '')");
</script>"""

SCRIPT = """<script type="module">
const request = %(request)s;
document.body.dataset.outcome = request.facts.employs === "public_service_only" ? "outside_the_acts" : "must_register";
</script>"""


def prepare(root: Path, site: Path, folder: Path, npm: str) -> None:
    """Lay out the peers' pages and files in `folder`; npm fetches PyScript and MicroPython once."""
    modules = folder / "packages" / "node_modules"
    if not modules.is_dir():
        modules.parent.mkdir(parents=True, exist_ok=True)
        (modules.parent / "package.json").write_text("{}")
        command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", *PACKAGES]
        subprocess.run(command, cwd=modules.parent, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    pages = folder / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    shutil.copytree(root / "node_modules" / "pyodide", pages / "pyodide")
    shutil.copytree(
        site / "assets" / "wheels", pages / "wheels", ignore=shutil.ignore_patterns("*.br", "*.gz")
    )
    shutil.copytree(
        modules / "@pyscript/core/dist", pages / "pyscript-core", ignore=shutil.ignore_patterns("*.map")
    )
    micropython = modules / "@micropython/micropython-webassembly-pyscript"
    shutil.copytree(micropython, pages / "micropython-core")
    [wheel] = (pages / "wheels").glob("*.whl")
    words = {"wheel": wheel.name, "request": json.dumps(REQUEST), "text": json.dumps(REQUEST)}
    bodies = {"plain": PLAIN, "pyscript": PYSCRIPT, "micropython": MICROPYTHON, "script": SCRIPT}
    for name, body in bodies.items():
        page = pages / name / "index.html"
        page.parent.mkdir()
        page.write_text(f"{HEAD}<body>{body % words}</body></html>")
    (pages / "index.html").write_text(HEAD)
    (pages / "404.html").write_text(HEAD)
    compress(pages, folder / "compressed")
