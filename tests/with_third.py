"""This project with a third notice laid over it, in a folder: `python -m tests.with_third FOLDER`.

What a notice consists of lies in tests/notices as in the project: calculator/, docs/ and tests/. In the
folder every command runs on three notices: `make check`, `make serve`, `python -m calculator`.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.built import ROOT, alone

NOTICES = ROOT / "tests" / "notices"
# What `make setup` installed is shared. Of what commands have made is taken along what costs minutes and is
# made anew where the rules, or whatever else it is made of, have changed.
INSTALLED = (".venv", "node_modules")
TAKEN = {"answers-given", "bundles", "compressed", "previews", "steps-drawn", "trees", "whole-trees"}
LEFT = (".git", "__pycache__", "site", "build", "dist", "mutants", "notices", "test_third.py", *INSTALLED)


def without_third(folder: Path) -> Path:
    """A copy of this project as it is, in a folder that is not there yet."""
    with alone(ROOT / ".cache" / "build.lock"):
        shutil.copytree(ROOT, folder, ignore=_left, symlinks=True)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    _share(ROOT / "node_modules", folder / "node_modules")
    return folder


def lay_over(folder: Path) -> Path:
    """Add the folders of the notices to a copy of the project."""
    for part in NOTICES.iterdir():
        if part.is_dir() and part.name in ("calculator", "docs", "tests"):
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(part, folder / part.name, dirs_exist_ok=True, ignore=ignored)
    return folder


def with_third(folder: Path) -> Path:
    """A copy of this project with the third notice."""
    return lay_over(without_third(folder))


def _share(installed: Path, here: Path) -> None:
    """A folder of links: npm empties the one it finds, and must not empty ours."""
    here.mkdir()
    for entry in installed.iterdir():
        if entry.is_symlink() or entry.is_file():
            shutil.copy2(entry, here, follow_symlinks=False)
        else:
            (here / entry.name).symlink_to(entry)


def run(folder: Path, *arguments: str | Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run this Python in a folder, as a command of the project; what it covers there is not counted here."""
    environment = {name: said for name, said in os.environ.items() if not name.startswith("COV")}
    # stock Pyodide alone: making an answer runtime takes minutes, and the page does without
    environment |= {"PYTHONDONTWRITEBYTECODE": "1", "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""}
    environment |= {"RULES_RUN_BY": "stock"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )


def build(folder: Path) -> Path:
    """Build the site there; a warning fails the build."""
    done = run(folder, "-m", "mkdocs", "build", "--strict", "--site-dir", "site")
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder / "site"


def _left(folder: str, names: list[str]) -> list[str]:
    if Path(folder) == ROOT / ".cache":
        return [name for name in names if name not in TAKEN]
    return [name for name in names if name in LEFT]


if __name__ == "__main__":
    with_third(Path(sys.argv[1]))
