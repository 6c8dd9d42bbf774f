"""What an answer can be taken along as: files for each notice and language, its page and its framed page.

The first stage has written the words; here they get the addresses of their script, their style, the notice
and the twin pages, and a name after their content.
"""

import json
from pathlib import Path

from markupsafe import Markup
from overrides.hooks.assemble.bundle import Bundles
from overrides.hooks.assemble.pages import named
from overrides.hooks.read.addresses import address, relative
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.staged import ALONG, FRAMED

FOLDER = "assets/along"
SCRIPT, STYLE = "javascripts/along.js", "stylesheets/along.css"
# As calculator/answer/answer.html leaves it.
MARK = 'data-address=""'
FOUND = Markup('data-address="{}"')


def put(folder: Path, site: Path, bundles: Bundles) -> None:
    """Write the files, and name each in its page; `folder` is that of the first stage."""
    for words in sorted((folder / ALONG).rglob("*.html")):
        name, _, lang = words.relative_to(folder / ALONG).with_suffix("").as_posix().rpartition(".")
        # the framed page has the same answers, and a link from there leads to the notice
        for page in (name, f"{FRAMED}/{name}"):
            put_page(words, page, lang, site, bundles)


def put_page(words: Path, page: str, lang: str, site: Path, bundles: Bundles) -> None:
    """Write the file of one page in one language, and name it there; a framed page is that of its notice."""
    notice = page.removeprefix(f"{FRAMED}/")
    twins = {twin: address(page, twin) for twin in LANGUAGES}
    html = words.read_text(encoding="utf-8")
    _name(site, twins[lang], _made(html, address(notice, lang), twins, twins[lang], bundles))


def _name(site: Path, page: str, made: str) -> None:
    found = FOUND.format(relative(named.write(site, FOLDER, page, made), page))
    path = site / page / "index.html"
    path.write_text(path.read_text(encoding="utf-8").replace(MARK, found), encoding="utf-8")


def _made(html: str, notice: str, twins: dict[str, str], page: str, bundles: Bundles) -> str:
    """What calculator/along/types.d.ts calls `Fetched`; its addresses are relative to the page."""
    script, style = (relative(f"assets/{bundles.files[file]}", page) for file in (SCRIPT, STYLE))
    to_twins = {lang: relative(twin, page) for lang, twin in twins.items()}
    of_page = {"script": script, "style": style, "page": relative(notice, page), "twins": to_twins}
    return json.dumps({**of_page, "html": html}, ensure_ascii=False, separators=(",", ":"))
