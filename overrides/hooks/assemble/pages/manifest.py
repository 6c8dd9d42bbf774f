"""What a notice's runtime is made of, told to its page, which saves it a request."""

import json
from pathlib import Path

FOLDER = "assets/runtime"


def manifest(site: Path, notice: str) -> str:
    """The manifest as an element of a page's head; it names the one image that has this notice's rules."""
    path = site / FOLDER / f"{notice}.json"
    content = json.loads(path.read_bytes()) if path.exists() else None
    # `<` could end the element
    text = json.dumps(content, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="runtime-manifest">{text}</script>'
