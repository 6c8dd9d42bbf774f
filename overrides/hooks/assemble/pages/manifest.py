"""What a notice's runtime is made of, told to its page, which saves it a request."""

import json
from pathlib import Path

from overrides.hooks.assemble import full_runtime

FOLDER = "assets/runtime"


# What a worker needs of a manifest; the full runtime has a script of its own (full_runtime.py).
NEEDED = ("build", "answer", "image_as")


def manifest(site: Path, notice: str) -> str:
    """The manifest as an element of a page's head; it names the one image that has this notice's rules."""
    path = site / FOLDER / f"{notice}.json"
    made = json.loads(path.read_bytes()) if path.exists() else {}
    content = {key: made[key] for key in NEEDED if key in made} | {"full": full_runtime.told(site)}
    # `<` could end the element
    text = json.dumps(content, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="runtime-manifest">{text}</script>'
