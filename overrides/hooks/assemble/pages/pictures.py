"""The pictures of the notices: drawn where the first stage has left them as data, without any reader's days.

The data of a page's pictures also lie in a file, for the answers in that page; the first picture names it
and the script that draws.
"""

import hashlib
import json
import re
from pathlib import Path

from markupsafe import Markup
from overrides.hooks.assemble import node
from overrides.hooks.assemble.bundle import Bundles
from overrides.hooks.assemble.pages.links import relative

TOOL = "overrides/hooks/assemble/draw.mjs"
FOLDER = "assets/pictures"
DRAW = "javascripts/draw.js"
# As calculator/picture/picture.html leaves them.
LEFT = re.compile(
    r'(?P<tag><div class="nc-picture"[^>]*)>\s*<script type="application/json">'
    r"(?P<data>.*?)</script>\s*</div>",
    re.DOTALL,
)
FIRST = Markup(' data-draw="{}" data-pictures="{}"')
HASH = 8


def draw(root: Path, site: Path, bundles: Bundles) -> None:
    """Draw the pictures of every page."""
    pages = [path for path in sorted(site.rglob("index.html")) if LEFT.search(path.read_text("utf-8"))]
    for path in pages:
        _draw_page(root, site, path, bundles)


def _draw_page(root: Path, site: Path, path: Path, bundles: Bundles) -> None:
    html = path.read_text(encoding="utf-8")
    data = f"[{','.join(found['data'] for found in LEFT.finditer(html))}]"
    drawn = json.loads(node.ask(root, TOOL, data))
    page = path.parent.relative_to(site).as_posix().removeprefix(".")
    to_script = relative(f"assets/{bundles.files[DRAW]}", page)
    addresses = FIRST.format(to_script, relative(_write(site, page, data), page))

    def put(left: re.Match[str]) -> str:
        nonlocal addresses
        first, addresses = addresses, Markup()
        return f"{left['tag']}{first}>{drawn.pop(0)}</div>"

    path.write_text(LEFT.sub(put, html), encoding="utf-8")


def _write(site: Path, page: str, data: str) -> str:
    """The file of a page's pictures, named after its content; its address below the root of the site."""
    text = json.dumps(json.loads(data), ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest()[:HASH].upper()
    address = f"{FOLDER}/{page.replace('/', '-')}.{digest}.json"
    (site / FOLDER).mkdir(parents=True, exist_ok=True)
    (site / address).write_text(text, encoding="utf-8")
    return address
