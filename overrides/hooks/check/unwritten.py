"""What `make notice` leaves for the writer, after a mark: seen in a preview, never published."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from overrides.hooks.read.text import Problem, Text

MARK = re.compile(r"(?:\[To write\]|【待写】)[^\"\n]*")
KINDS = {".md", ".toml", ".py"}


def unwritten(root: Path, notices: Iterable[str]) -> list[Problem]:
    """Every place that is still to be written in the folders of these notices, and in the law of any body."""
    folders = [root / part / notice for notice in notices for part in ("docs", "calculator", "tests")]
    folders.append(root / "calculator" / "law")
    return [problem for folder in folders for problem in _within(folder, root)]


def _within(folder: Path, root: Path) -> Iterator[Problem]:
    for path in sorted(folder.rglob("*.*")):
        if path.suffix in KINDS:
            # as bytes that are no UTF-8 are met elsewhere, each with what to do
            words = path.read_text(encoding="utf-8", errors="replace")
            text = Text(words, path.relative_to(root).as_posix())
            for found in MARK.finditer(words):
                yield text.problem(f"not written yet: {found[0].strip()}", found.start())
