"""Tells each page with a calculator what its runtime is made of, which saves it a request."""

import json
from pathlib import Path

MARK = "<!-- runtime -->"
MANIFEST = "assets/runtime/runtime.json"


def write(site: Path) -> None:
    """Put the manifest of the runtime in place of the mark that main.html leaves."""
    path = site / MANIFEST
    content = json.loads(path.read_bytes()) if path.exists() else None
    # `<` could end the element
    manifest = json.dumps(content, separators=(",", ":")).replace("<", "\\u003c")
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        if MARK in html:
            element = f'<script type="application/json" id="runtime-manifest">{manifest}</script>'
            page.write_text(html.replace(MARK, element), encoding="utf-8")
