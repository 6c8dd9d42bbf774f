"""Where pages stand in the site, and the way from one to another."""

import posixpath
import re

from overrides.hooks.read.files import LANGUAGES

# Browsers ask for one of the host's, where a page names none.
ICON = "assets/images/favicon.svg"
# A link in HTML that is not to another site, nor to a source of the same answer.
LINK = re.compile(r'(?P<before><a\b[^>]*?\bhref=")(?!\w+:|#nc-)(?P<href>[^"]*)')


def address(page: str, lang: str) -> str:
    """Where a page stands below the root of the site: `zh/amnesty/`, or "" for the home page."""
    folder = page.removesuffix("index").rstrip("/")
    parts = [part for part in ("" if lang == LANGUAGES[0] else lang, folder) if part]
    return "".join(f"{part}/" for part in parts)


def relative(target: str, page: str) -> str:
    """The way from one address to another, good under any base path."""
    return posixpath.relpath(target or ".", page or ".") + ("/" if target.endswith("/") or not target else "")


def rebased(html: str, to_page: str) -> str:
    """HTML that was made for one page, on another: `to_page` is the way from there to the first."""
    return LINK.sub(lambda link: f"{link['before']}{_from_elsewhere(link['href'], to_page)}", html)


def _from_elsewhere(href: str, to_page: str) -> str:
    path, mark, anchor = href.partition("#")
    to = posixpath.normpath(f"{to_page}{path}") + "/" if path else to_page
    return f"{to}{mark}{anchor}"
