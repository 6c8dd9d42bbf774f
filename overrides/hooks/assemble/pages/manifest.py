"""What the runtime is made of, told to each page with a calculator, which saves it a request."""

import json
from pathlib import Path

MANIFEST = "assets/runtime/runtime.json"


def manifest(site: Path) -> str:
    """The manifest as an element of a page's head."""
    path = site / MANIFEST
    content = json.loads(path.read_bytes()) if path.exists() else None
    # `<` could end the element
    text = json.dumps(content, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="runtime-manifest">{text}</script>'
