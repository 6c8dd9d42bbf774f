"""A copy of the project to write in, and the desk of a project: for the measures, and for tests."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COPIED = (
    "calculator", "docs", "overrides", "tests", "mkdocs.yml", "tsconfig.json", "pyproject.toml", "README.md", "LICENSE",
)  # fmt: skip
LINKED = (".venv", "node_modules")
# What need not be found anew, as long as the rules are the same.
KNOWN = ("answers-given", "trees", "desk/examples", "desk/templates")
STARTS_WITHIN = 60


def copied(root: Path, into: Path) -> Path:
    """A copy of the project to be written in."""
    ignored = shutil.ignore_patterns("__pycache__", "node_modules", "benchmark.md")
    into.mkdir(parents=True, exist_ok=True)
    for name in COPIED:
        if (root / name).is_dir():
            shutil.copytree(root / name, into / name, ignore=ignored)
        else:
            shutil.copy(root / name, into / name)
    for name in LINKED:
        (into / name).symlink_to(root / name)
    for name in KNOWN:
        if (root / ".cache" / name).is_dir():
            shutil.copytree(root / ".cache" / name, into / ".cache" / name)
    return into


@contextmanager
def desk(folder: Path) -> Iterator[str]:
    """The desk of a project while the block runs: its address."""
    log = folder / "desk.log"
    command = [sys.executable, "-m", "overrides.desk", "--port", "0"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)  # noqa: S603 - our own
        try:
            yield _address(process, log)
        finally:
            process.terminate()
            process.wait()


def _address(process: "subprocess.Popen[bytes]", log: Path) -> str:
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end and process.poll() is None:
        said = log.read_text(encoding="utf-8")
        if "The desk is at " in said:
            return said.partition("The desk is at ")[2].split("desk/ ")[0]
        time.sleep(0.05)
    raise RuntimeError(log.read_text(encoding="utf-8"))
