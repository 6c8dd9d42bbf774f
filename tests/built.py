"""Builds the site, with either generator; builds share a cache, so one goes on at a time."""

import fcntl
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# What pytest-xdist calls each of its processes.
WORKER = "PYTEST_XDIST_WORKER"
COUNTED = re.compile(r"steps: (\w+): (\d+) pages in each language, (\d+) bytes in all")


def build(into: Path, *, generator: str = "mkdocs", **settings: str) -> Path:
    """Build the site as a writer does; a warning fails the build."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    options = ["--strict", "--config-file", "mkdocs.yml", "--site-dir", str(into)]
    command = [sys.executable, "-m", generator, "build", *options]
    with alone(ROOT / ".cache" / "build.lock"):
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert_counted(done.stdout, into)
    return into


def assert_counted(said: str, site: Path) -> None:
    """The pages without a script and their bytes, as the build prints them, are those that it has written."""
    counted = COUNTED.findall(said)
    assert counted
    for notice, count, size in counted:
        every = [[*(site / lang / notice / "steps").rglob("index.html")] for lang in ("", "zh")]
        assert [len(pages) for pages in every] == [int(count)] * 2
        assert sum(page.stat().st_size for pages in every for page in pages) == int(size)


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Keep the other processes of this test run waiting."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder for all processes of this test run, made by the first that needs it."""
    shared = factory.getbasetemp().parent if WORKER in os.environ else factory.getbasetemp()
    folder, made = shared / name, shared / f"{name}.made"
    with alone(shared / f"{name}.lock"):
        if not made.exists():
            make(folder)
            made.touch()
    return folder
