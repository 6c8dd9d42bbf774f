"""The framed pages of embedded notices, and the loader that pages of others name."""

import posixpath
import re
import shutil
from pathlib import Path

from markupsafe import Markup, escape
from overrides.hooks.assemble.bundle import Bundles
from overrides.hooks.assemble.pages import languages, links, scripts
from overrides.hooks.read.addresses import address, relative
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.staged import FRAMED

# Its address has no hash, and its bytes are frozen: tests/test_embed.py says why.
LOADER = "overrides/assets/embed/v1.js"
BUNDLE, BUNDLE_OF_NOTICE = "embed-page", "calculator-page"
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
PICTURES = re.compile(r' data-draw="([^"]+)" data-pictures="([^"]+)"')
# As render/templates/embeds.html leaves it.
SITE = re.compile(r'<span class="embeds__site"[^>]*>[^<]*</span>')
DRAWN = Markup('<div hidden data-draw="{}" data-pictures="{}"></div>')


def write(root: Path, staged: Path, site: Path, bundles: Bundles) -> None:
    """Put the framed pages into the site, after the pages of their notices are whole; and the loader."""
    for path in sorted((staged / FRAMED).glob("*.html")):
        notice, lang = path.stem.split(".")
        twins = {each: address(f"{FRAMED}/{notice}/index", each) for each in LANGUAGES}
        made = _page(path.read_text(encoding="utf-8"), site, address(notice, lang), twins[lang], bundles)
        into = site / twins[lang]
        into.mkdir(parents=True)
        made = languages.marked(links.switch(made, lang, twins), lang)
        (into / "index.html").write_text(made, encoding="utf-8")
    shutil.copy(root / LOADER, site / FRAMED)


def addressed(html: str, site_url: str | None) -> str:
    """The page with the site's address in the lines that others copy; where it is not known, as it was."""
    return SITE.sub(lambda found: str(escape(site_url)) if site_url else found[0], html)


def _page(html: str, site: Path, notice: str, here: str, bundles: Bundles) -> str:
    """The framed page with what the page of its notice has: the theme's style sheets, the pictures."""
    whole = (site / notice / "index.html").read_text(encoding="utf-8")
    sheets = [_led(each, notice, here) for each in SHEET.findall(whole) if BUNDLE_OF_NOTICE not in each]
    styles = "\n".join([*map(scripts.STYLE.format, sheets), scripts.STYLES])
    html = html.replace(scripts.STYLES, styles, 1)
    if found := PICTURES.search(whole):
        drawn = DRAWN.format(*(_led(each, notice, here) for each in found.groups()))
        html = html.replace(scripts.LAST, f"{drawn}{scripts.LAST}", 1)
    return scripts.put(html, here, bundles, site, BUNDLE)


def _led(to: str, page: str, here: str) -> str:
    """A relative address of one page as another one writes it."""
    return relative(posixpath.normpath(posixpath.join(page, to)), here)
