"""This project with a third notice laid over it, in a folder: `python -m tests.with_third FOLDER`.

What a notice consists of lies in tests/notices as in the project: calculator/, docs/ and tests/. In the
folder every command runs on three notices: `make check`, `make serve`, `python -m calculator`.
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOTICES = ROOT / "tests" / "notices"
# What `make setup` installed is shared; what commands have made is not taken along.
SHARED = (".venv", "node_modules")
LEFT = (".git", "__pycache__", "site", "build", "dist", "mutants", "notices", *SHARED)


def without_third(folder: Path) -> Path:
    """A copy of this project as it is, in a folder that is not there yet."""
    shutil.copytree(ROOT, folder, ignore=_left, symlinks=True)
    for name in SHARED:
        (folder / name).symlink_to(ROOT / name)
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


def _left(folder: str, names: list[str]) -> list[str]:
    if Path(folder) == ROOT / ".cache":
        return names
    return [name for name in names if name in LEFT]


if __name__ == "__main__":
    with_third(Path(sys.argv[1]))
