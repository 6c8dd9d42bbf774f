"""The pictures of the notices: drawn where the first stage has left them as data, without any reader's days.

The data of a page's pictures also lie in a file, for the answers in that page; the first picture names it
and the script that draws.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from markupsafe import Markup
from overrides.hooks.assemble import node
from overrides.hooks.assemble.bundle import Bundles
from overrides.hooks.assemble.pages import named
from overrides.hooks.read.addresses import relative

type Ask = Callable[[Path, str, str], str]

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


def draw(
    root: Path, site: Path, bundles: Bundles, only: Iterable[Path] | None = None, ask: Ask = node.ask
) -> None:
    """Draw the pictures of every page, or of those whose files are named; `ask` asks the tool."""
    chosen = sorted(site.rglob("index.html") if only is None else only)
    pages = {path: path.read_text(encoding="utf-8") for path in chosen}
    left = {path: [found["data"] for found in LEFT.finditer(html)] for path, html in pages.items()}
    every = [data for of_page in left.values() for data in of_page]
    # Node is started once for all of them
    drawn = iter(json.loads(ask(root, TOOL, f"[{','.join(every)}]")) if every else ())
    for path, of_page in left.items():
        if of_page:
            page = path.parent.relative_to(site).as_posix().removeprefix(".")
            to_script = relative(f"assets/{bundles.files[DRAW]}", page)
            data = json.dumps([*map(json.loads, of_page)], ensure_ascii=False, separators=(",", ":"))
            to_data = relative(named.write(site, FOLDER, page, data), page)
            path.write_text(_put(pages[path], drawn, FIRST.format(to_script, to_data)), encoding="utf-8")


def _put(html: str, drawn: Iterator[str], addresses: Markup) -> str:
    """A page with the next pictures in their places; the first of them has the addresses."""

    def put(left: re.Match[str]) -> str:
        nonlocal addresses
        first, addresses = addresses, Markup()
        return f"{left['tag']}{first}>{next(drawn)}</div>"

    return LEFT.sub(put, html)
