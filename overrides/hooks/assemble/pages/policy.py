"""What a page may load and run: its content security policy, in the page itself and as headers for hosts.

Every page names the scripts and styles that stand in it by their SHA-256, so nothing that comes into a page
in another way runs. What a host sends for all pages holds the hashes of all of them.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path

from overrides.hooks.assemble.node import AssembleError

# Pictures of `data:` are the icons in the theme's style sheet. A worker is made from a text in the page
# (start-rules.js); the full Python's scripts are run as the very bytes that were checked (rules-worker.js).
POLICY = (
    "default-src 'none'",
    "script-src 'self' blob: 'wasm-unsafe-eval'{scripts}",
    "worker-src 'self' blob:",
    "style-src 'self'{styles}",
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
FIRST = '<meta charset="utf-8">'
META = '<meta http-equiv="Content-Security-Policy" content="{}">'
# A script that runs, with its text inside: one that is loaded has `src`, and what has another type is data.
SCRIPT = re.compile(r"<script(?P<attributes>(?: [^>]*)?)>(?P<text>.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style(?: [^>]*)?>(?P<text>.*?)</style>", re.DOTALL)
# The policy forbids styles in attributes; this is how Markdown writes the columns of a table.
COLUMN = re.compile(r'(<t[hd]) style="text-align: (left|right|center);"')
ATTRIBUTE = re.compile(r"<[a-z][^<>]*? (?P<attribute>style|on[a-z]+)=")


def put(site: Path) -> str:
    """Give every page of the site its policy, and return the one that suits them all.

    Raises AssembleError with the page that has what its policy would forbid.
    """
    scripts: set[str] = set()
    styles: set[str] = set()
    for path in sorted(site.rglob("*.html")):
        html = COLUMN.sub(r'\1 class="\2"', path.read_text(encoding="utf-8"))
        shown, own_scripts, own_styles = _inside(html)
        if found := ATTRIBUTE.search(shown):
            where, what = path.relative_to(site).as_posix(), found["attribute"]
            raise AssembleError(f"{where}: an element has {what}=…, which its policy forbids: {found[0]}")
        html = html.replace(FIRST, FIRST + META.format(_policy(own_scripts, own_styles, ";")), 1)
        path.write_text(html, encoding="utf-8")
        scripts |= own_scripts
        styles |= own_styles
    return _policy(scripts, styles, "; ")


def _inside(html: str) -> tuple[str, set[str], set[str]]:
    """A page without the texts of its scripts and styles, and the hashes of those that stand in it."""
    found = [each for each in SCRIPT.finditer(html) if _runs(each["attributes"])]
    shown = SCRIPT.sub("", html)
    return (
        STYLE.sub("", shown),
        {_hash(each["text"]) for each in found},
        {_hash(each["text"]) for each in STYLE.finditer(shown)},
    )


def _runs(attributes: str) -> bool:
    return " type=" not in attributes and " src=" not in attributes


def _hash(text: str) -> str:
    return f" 'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _policy(scripts: Iterable[str], styles: Iterable[str], between: str) -> str:
    given = {"scripts": "".join(sorted(scripts)), "styles": "".join(sorted(styles))}
    return between.join(POLICY).format(**given)
