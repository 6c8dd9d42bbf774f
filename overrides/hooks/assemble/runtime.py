"""Puts the browser's Python into the site: stock Pyodide, and the answer runtime made from it.

`python -m overrides.hooks.assemble.runtime` makes the answer runtime ahead: it follows from the rules alone,
so it can be made while another process makes the pages, and a build then finds it.
"""

import fcntl
import hashlib
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from overrides import corpus, corpus_payroll
from overrides.hooks.assemble import node, pyodide, wheel

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
    if _stock_answers():
        return
    wheels = site / wheel.WHEELS
    [rules] = wheels.glob("*.whl")
    with _alone(root):
        made = make_runtime(root, rules, wheels / pyodide.LOCK, root / CACHE)
    target = site / "assets" / "runtime"
    shutil.copytree(made, target, dirs_exist_ok=True)
    if image_as := os.environ.get(IMAGE_AS):
        for manifest in target.glob("*.json"):
            content = json.loads(manifest.read_text(encoding="utf-8"))
            text = json.dumps({**content, "image_as": image_as}, indent=1)
            manifest.write_text(f"{text}\n", encoding="utf-8")


def prepare_ahead(root: Path) -> None:
    """Make the runtime for the next build, unless stock Pyodide is to answer there; raises AssembleError."""
    if _stock_answers():
        return
    with _alone(root), tempfile.TemporaryDirectory() as folder:
        rules = wheel.prepare(root, Path(folder))
        make_runtime(root, rules, rules.with_name(pyodide.LOCK), root / CACHE)


def _stock_answers() -> bool:
    return os.environ.get(RULES_RUN_BY) == "stock"


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Wait until no other process makes the runtime: what it has made is then there."""
    lock = root / f"{CACHE}.lock"
    lock.parent.mkdir(exist_ok=True)
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def make_runtime(root: Path, rules: Path, lock: Path, cache: Path, *more: str) -> Path:
    """Make the answer runtime for this wheel in `cache`, unless it is there; the folder with its files.

    For each notice there is a memory image, and a manifest named after the notice. `more` are options of
    the tool.
    """
    arguments: dict[str, str | Path] = {
        "--wheel": rules,
        "--lock": lock,
        "--corpus": _corpus(rules, cache),
        "--out": cache / "made",
        "--pyodide": root / pyodide.PYODIDE,
        "--entry": ENTRY,
        "--failed": FAILED,
        "--kept": cache / "images",
    }
    node.run(root, TOOL, *(part for pair in arguments.items() for part in pair), *more)
    return cache / "made"


def _corpus(rules: Path, cache: Path) -> Path:
    """The requests that the runtime is made with; once for a wheel, for walking every path takes seconds."""
    makers = (Path(corpus.__file__), Path(corpus_payroll.__file__))
    made_from = b"".join(path.read_bytes() for path in (rules, *makers))
    path = cache / f"corpus-{hashlib.sha256(made_from).hexdigest()[:12]}.json"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        for old in cache.glob("corpus-*.json"):
            old.unlink()
        corpus.write(path)
    return path


if __name__ == "__main__":
    # a build that fails ends this; so the tool ends with it, and its folder goes
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        prepare_ahead(Path(__file__).parents[3])
    except node.AssembleError as error:
        sys.exit(str(error))
