"""What an answer can be taken along as: a file for each notice and language, which its page names.

The first stage has written the words; here they get the addresses of their script, their style and the twin
pages, and a name after their content.
"""

import json
from pathlib import Path

from markupsafe import Markup
from overrides.hooks.assemble.bundle import Bundles
from overrides.hooks.assemble.pages import named
from overrides.hooks.read.addresses import address, relative
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.staged import ALONG

FOLDER = "assets/along"
SCRIPT, STYLE = "javascripts/along.js", "stylesheets/along.css"
# As calculator/answer/answer.html leaves it.
MARK = 'data-address=""'
FOUND = Markup('data-address="{}"')


def put(folder: Path, site: Path, bundles: Bundles) -> None:
    """Write the files, and name each in its page; `folder` is that of the first stage."""
    for words in sorted((folder / ALONG).rglob("*.html")):
        name, _, lang = words.relative_to(folder / ALONG).with_suffix("").as_posix().rpartition(".")
        put_page(words, name, lang, site, bundles)


def put_page(words: Path, name: str, lang: str, site: Path, bundles: Bundles) -> None:
    """Write the file of one page in one language, and name it there."""
    page = address(name, lang)
    made = _made(words, {twin: address(name, twin) for twin in LANGUAGES}, page, bundles)
    found = FOUND.format(relative(named.write(site, FOLDER, page, made), page))
    path = site / page / "index.html"
    path.write_text(path.read_text(encoding="utf-8").replace(MARK, found), encoding="utf-8")


def _made(words: Path, twins: dict[str, str], page: str, bundles: Bundles) -> str:
    """What calculator/along/types.d.ts calls `Words`; its addresses are relative to the page."""
    script, style = (relative(f"assets/{bundles.files[file]}", page) for file in (SCRIPT, STYLE))
    to_twins = {lang: relative(twin, page) for lang, twin in twins.items()}
    html = words.read_text(encoding="utf-8")
    made = {"script": script, "style": style, "twins": to_twins, "html": html}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))
