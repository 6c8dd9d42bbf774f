"""Files that pages fetch when a reader wants them, named after their content: they may be kept for good."""

import hashlib
from pathlib import Path

HASH = 8


def write(site: Path, folder: str, page: str, text: str) -> str:
    """Write the file of a page into a folder of the site; returns its address below the root of the site."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:HASH].upper()
    address = f"{folder}/{page.strip('/').replace('/', '-')}.{digest}.json"
    (site / folder).mkdir(parents=True, exist_ok=True)
    (site / address).write_text(text, encoding="utf-8")
    return address
