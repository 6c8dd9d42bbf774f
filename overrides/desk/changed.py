"""What has changed since the main branch, and the pages it shows in; nothing where there is no Git."""

import shutil
import subprocess
from collections.abc import Collection
from pathlib import Path

from overrides.desk.changes import shown_in

BASE = "main"


def changed(root: Path, pages: Collection[str]) -> dict[str, object]:
    """The files that differ from `main`, or from the last commit where there is no such branch."""
    base = next(
        (each for each in (BASE, "HEAD") if _lines(root, "rev-parse", "--verify", "--quiet", each)), None
    )
    if base is None:
        return {"base": None, "files": []}
    differ = _lines(root, "diff", "--name-only", "--relative", base, "--", ".")
    new = _lines(root, "ls-files", "--others", "--exclude-standard", "--", ".")
    return {
        "base": base,
        "files": [_file(path, pages) for path in sorted({*differ, *new})],
    }


def _file(path: str, pages: Collection[str]) -> dict[str, object]:
    shown = shown_in(path, pages)
    return {"path": path, "pages": shown, "every": bool(shown) and len(shown) == len(pages)}


def _lines(root: Path, *asked: str) -> list[str]:
    git = shutil.which("git")
    if git is None:
        return []
    done = subprocess.run(  # noqa: S603 - Git itself
        [git, *asked], cwd=root, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return done.stdout.splitlines() if done.returncode == 0 else []
