"""The pages as Markdown beside them, and lists of them; whole addresses where the site's is known."""

import re
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

from overrides.hooks.read.staged import MARKDOWN

# The target of a link that is not to another site.
TARGET = re.compile(r"(?<=\]\()(?!\w+:)[^()\s]+(?=\))")


def put(folder: Path, site: Path, site_url: str | None) -> None:
    """Put every file into the site; `folder` is that of the first stage."""
    for path in sorted((folder / MARKDOWN).rglob("*.*")):
        name = path.relative_to(folder / MARKDOWN)
        text = path.read_text(encoding="utf-8")
        if site_url:
            text = TARGET.sub(partial(_whole, urljoin(site_url, name.as_posix())), text)
        (site / name).write_text(text, encoding="utf-8")


def _whole(base: str, target: re.Match[str]) -> str:
    return urljoin(base, target[0])
