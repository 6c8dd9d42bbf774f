"""Tells each page with a calculator what its runtime is made of, which saves it a request."""

import json
from pathlib import Path
from typing import Any

MARK = "<!-- runtime -->"
RUNTIME = "assets/runtime"
# Not for readers who save data: their runtime loads when they touch the form.
PRELOAD = (
    "if(!(navigator.connection||{{}}).saveData)for(const href of {addresses})"
    'document.head.append(Object.assign(document.createElement("link"),'
    '{{rel:"preload",as:"fetch",crossOrigin:"",href}}))'
)


def write(site: Path) -> None:
    """Put the manifest of the runtime and its hints in place of the mark that main.html leaves."""
    path = site / RUNTIME / "runtime.json"
    manifest = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        if MARK in html:
            root = "../" * len(page.parent.relative_to(site).parts)
            page.write_text(html.replace(MARK, hints(manifest, root) if manifest else ""), encoding="utf-8")


def hints(manifest: dict[str, Any], root: str) -> str:
    """The manifest as data for the page's script, and a script that fetches ahead."""
    # `<` could end the element
    data = json.dumps(manifest, separators=(",", ":")).replace("<", "\\u003c")
    html = f'<script type="application/json" id="runtime-manifest">{data}</script>'
    if files := first_files(manifest):
        addresses = json.dumps([f"{root}{RUNTIME}/{name}" for name in files])
        html += f"\n<script>{PRELOAD.format(addresses=addresses)}</script>"
    return html


def first_files(manifest: dict[str, Any]) -> list[str]:
    """What the worker will ask for first; the image only where it is known in which form."""
    answer = manifest.get("answer")
    if not answer:
        return []
    ending = {"gz": ".gz", "bin": ""}.get(manifest.get("image_as", "?"))
    image = [] if ending is None else [answer["image"]["file"] + ending]
    return [answer["wasm"]["file"], *image]
