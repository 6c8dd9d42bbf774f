"""Puts the browser's Python into the site: stock Pyodide, and the answer runtime made from it."""

import hashlib
import json
import os
import shutil
from pathlib import Path

from overrides import corpus
from overrides.hooks.assemble import node, pyodide

TOOL = "overrides/runtime/bin/make.mjs"
CACHE = ".cache/runtime"
ENTRY = "calculator:answer"
# How an answer begins where the rules failed: no request of the corpus may get one.
FAILED = '{"status": "failed"'
# "gz" where the host does not compress .bin (GitHub Pages): the worker then asks for the .gz file at once
IMAGE_AS = "IMAGE_AS"
# "stock" in a preview: stock Pyodide answers, and nobody waits for the answer runtime to be made
RULES_RUN_BY = "RULES_RUN_BY"


def prepare(root: Path, site: Path) -> None:
    """Put Pyodide and the runtime's files under `site`/assets; the wheel and its lock file are there already.

    Raises AssembleError when the tool fails; it has then said why.
    """
    pyodide.copy_stock(root, site)
    if os.environ.get(RULES_RUN_BY) == "stock":
        return
    wheels = site / "assets" / "wheels"
    [wheel] = wheels.glob("*.whl")
    made = make_runtime(root, wheel, wheels / "pyodide-lock.json", root / CACHE)
    target = site / "assets" / "runtime"
    shutil.copytree(made, target, dirs_exist_ok=True)
    if image_as := os.environ.get(IMAGE_AS):
        for manifest in target.glob("*.json"):
            content = json.loads(manifest.read_text(encoding="utf-8"))
            text = json.dumps({**content, "image_as": image_as}, indent=1)
            manifest.write_text(f"{text}\n", encoding="utf-8")


def make_runtime(root: Path, wheel: Path, lock: Path, cache: Path, *more: str) -> Path:
    """Make the answer runtime for this wheel in `cache`, unless it is there; the folder with its files.

    For each notice there is a memory image, and a manifest named after the notice. `more` are options of
    the tool.
    """
    arguments: dict[str, str | Path] = {
        "--wheel": wheel,
        "--lock": lock,
        "--corpus": _corpus(wheel, cache),
        "--out": cache / "made",
        "--pyodide": root / pyodide.PYODIDE,
        "--entry": ENTRY,
        "--failed": FAILED,
        "--kept": cache / "images",
    }
    node.run(root, TOOL, *(part for pair in arguments.items() for part in pair), *more)
    return cache / "made"


def _corpus(wheel: Path, cache: Path) -> Path:
    """The requests that the runtime is made with; once for a wheel, for walking every path takes seconds."""
    made_from = wheel.read_bytes() + Path(corpus.__file__).read_bytes()
    path = cache / f"corpus-{hashlib.sha256(made_from).hexdigest()[:12]}.json"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        for old in cache.glob("corpus-*.json"):
            old.unlink()
        corpus.write(path)
    return path
