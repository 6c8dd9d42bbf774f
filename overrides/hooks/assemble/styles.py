"""The theme's style sheets without the rules that no page of the site uses: a third of what they weighed.

What stays is found by names alone: a rule goes where a class, an id, an element or an attribute that it
needs stands in no page and in no script, so what scripts add later keeps its looks.
"""

import hashlib
import json
import re
from pathlib import Path

from overrides.hooks.assemble import node

TOOL = "overrides/hooks/assemble/styles.mjs"
OF_THE_THEME = "assets/stylesheets/main.*.min.css"
# Where names stand: pages, scripts, and the parts of pages that scripts fetch.
READ = {".html", ".js", ".json", ".svg"}
NOT_READ = ("assets/pyodide", "assets/runtime", "data")
WORD = re.compile(r"[A-Za-z0-9_-]+")


def shrink(root: Path, site: Path) -> None:
    """Write each anew under a name of its new content, which the pages then have; raises AssembleError."""
    found = sorted(site.glob(OF_THE_THEME))
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    words = sorted({word for text in (*pages.values(), *_scripts(site)) for word in WORD.findall(text)})
    given = {"words": words, "sheets": [path.read_text(encoding="utf-8") for path in found]}
    made = json.loads(node.ask(root, TOOL, json.dumps(given)))
    named = {path.name: _put(path, css) for path, css in zip(found, made, strict=True)}
    for path, html in pages.items():
        for old, new in named.items():
            html = html.replace(old, new)  # noqa: PLW2901 - one after the other
        path.write_text(html, encoding="utf-8")


def _scripts(site: Path) -> list[str]:
    """What scripts may put into a page."""
    left_out = tuple(site / each for each in NOT_READ)
    return [
        path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*"))
        if path.suffix in READ - {".html"} and not any(path.is_relative_to(each) for each in left_out)
    ]


def _put(path: Path, css: str) -> str:
    """The new name of a style sheet, with the first figures of its hash in place of the old ones."""
    digest = hashlib.sha256(css.encode()).hexdigest()[:8]
    name = re.sub(r"\.[0-9a-f]{8}\.", f".{digest}.", path.name)
    path.unlink()
    path.with_name(name).write_text(css, encoding="utf-8")
    return name
