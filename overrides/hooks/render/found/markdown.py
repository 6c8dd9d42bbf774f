"""Each page as Markdown without HTML: for assistants that read for people.

The same texts with the same macros; what only a browser can show is left out, and the calculator is named
where it stands. assemble/found/markdown.py puts them beside the pages.
"""

import hashlib
import json
import posixpath
import shutil
from importlib.metadata import version
from pathlib import Path

from bs4 import BeautifulSoup
from markdownify import MarkdownConverter
from markupsafe import escape
from overrides.hooks.read.addresses import address, relative
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.staged import MARKDOWN
from overrides.hooks.render.context import Place, Site
from overrides.hooks.render.days import days
from overrides.hooks.render.life import state
from overrides.hooks.render.run_macros import MARKDOWN as READER
from overrides.hooks.render.run_macros import page
from overrides.hooks.render.templates import part

WORDS = "markdown"
FILE = "index.md"
# Our texts have no star and no underline that could be taken for a mark.
WRITER = MarkdownConverter(heading_style="ATX", bullets="-", escape_asterisks=False, escape_underscores=False)
# What only a browser shows.
LEFT_OUT = ".nc-picture, script, template, style"
# Where a cell has lines below each other: Markdown has one line for a row.
LINES, BETWEEN = "td br, th br, td .law-note, th .law-note", " · "
# What a page depends on besides its words.
MADE_WITH = [Path(__file__).read_text(encoding="utf-8"), version("markdownify")]
SUFFIX = ".md"


def write(site: Site, into: Path, cache: Path) -> None:
    """Write every page where finishing looks for it.

    A page that says the same as before is taken from the cache: to make one takes as long as all its macros.
    """
    cache.mkdir(parents=True, exist_ok=True)
    used = set[Path]()
    for lang in LANGUAGES:
        for name in site.library.pages:
            place = site.place(name, lang)
            words = f"{page(place.document.body.words, place, _pointer)}\n\n{_closing(place)}"
            opening = _opening(place)
            digest = hashlib.sha256(json.dumps([MADE_WITH, name, lang, opening, words]).encode()).hexdigest()
            used.add(kept := cache / f"{digest}{SUFFIX}")
            if not kept.exists():
                half = kept.with_suffix(".half")
                half.write_text(_page(words, opening, place), encoding="utf-8")
                half.replace(kept)
            path = into / MARKDOWN / address(name, lang) / FILE
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(kept, path)
    for old in set(cache.glob(f"*{SUFFIX}")) - used:
        old.unlink(missing_ok=True)


def _page(words: str, opening: str, place: Place) -> str:
    """The text of a page, with what stands before it put after its title."""
    soup = BeautifulSoup(READER.reset().convert(words), "html.parser")
    for each in soup.select(LEFT_OUT):
        each.decompose()
    for each in soup.select(LINES):
        each.insert_before(BETWEEN)
        if each.name == "br":
            each.decompose()
    for link in soup.select("a[href]"):
        link["href"] = _led(str(link["href"]), place)
    if title := soup.find("h1"):
        title.insert_after(BeautifulSoup(opening, "html.parser"))
    return WRITER.convert_soup(soup).strip() + "\n"


def _opening(place: Place) -> str:
    """The state of a notice, and the days of a page."""
    status = f"<p><strong>{escape(state(place)['status'])}</strong></p>" if place.notice else ""
    return f"{status}{days(place, place.document)}"


def _closing(place: Place) -> str:
    return str(place.words("interface")[WORDS]["page"])


def _pointer(place: Place) -> str:
    """What stands in the place of the calculator."""
    return part("marks.html", "pointer", place.words("interface")[WORDS])


def _led(href: str, place: Place) -> str:
    """A link to a page leads to its Markdown; one to a section to the page itself, which has sections."""
    if href.startswith("#"):
        return f"./{href}"
    path, mark, anchor = href.partition("#")
    if ":" in path or not path.endswith(".md"):
        return href
    name = posixpath.normpath(posixpath.join(posixpath.dirname(place.page), path)).removesuffix(".md")
    to = relative(address(name, place.lang), address(place.page, place.lang))
    return f"{to}{mark}{anchor}" if mark else f"{to}{FILE}"
