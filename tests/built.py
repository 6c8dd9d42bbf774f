"""Builds the site, with either generator."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def build(into: Path, *, generator: str = "mkdocs", **settings: str) -> Path:
    """Build the site as a writer does; a warning fails the build."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    options = ["--strict", "--config-file", "mkdocs.yml", "--site-dir", str(into)]
    command = [sys.executable, "-m", generator, "build", *options]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return into
