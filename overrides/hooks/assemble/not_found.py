"""The page for missing addresses."""

import shutil
from pathlib import Path

NOT_FOUND = "404.html"


def copy(site: Path, lang: str) -> None:
    """The page again in a language's folder, for hosts that look there first."""
    shutil.copyfile(site / NOT_FOUND, site / lang / NOT_FOUND)
