"""The links between twins: in a page's head for search engines, and in its language switch for readers."""

import re
from collections.abc import Mapping
from urllib.parse import urljoin

from markupsafe import Markup
from overrides.hooks.read.addresses import relative
from overrides.hooks.read.files import LANGUAGES, TAGS

ALTERNATE = re.compile(r'[ \t]*<link rel="alternate"[^>]*\bhreflang=[^>]*>\n?')
SWITCH = re.compile(r'(<a\b[^>]*?\bhref=")[^"]*("[^>]*?\bhreflang=")([\w-]+)"')
ROOT = re.compile(r'(<html\b[^>]*?\blang=")[\w-]+')
LINK = Markup('<link rel="alternate" hreflang="{}" href="{}">\n')


def alternates(html: str, site_url: str | None, twins: Mapping[str, str]) -> str:
    """The page with absolute links to its twins, or with none where the site's address is not known.

    Themes write relative ones, which search engines do not accept. `twins` gives each language's address.
    """
    html = ALTERNATE.sub("", html)
    if not site_url:
        return html
    named = [*((TAGS[lang], address) for lang, address in twins.items()), ("x-default", twins[LANGUAGES[0]])]
    links = "".join(LINK.format(lang, urljoin(site_url, address)) for lang, address in named)
    return html.replace("</head>", f"{links}</head>", 1)


def switch(html: str, lang: str, twins: Mapping[str, str]) -> str:
    """The page with its language switch leading to its twin, under any base path."""

    def led(link: re.Match[str]) -> str:
        before, after, to = link.groups()
        if to not in twins:
            return link[0]
        return f'{before}{relative(twins[to], twins[lang])}{after}{TAGS[to]}" lang="{TAGS[to]}"'

    return SWITCH.sub(led, html)


def named(html: str, lang: str) -> str:
    """The page with its language named in full, whatever the theme calls it."""
    return ROOT.sub(lambda root: f"{root[1]}{TAGS[lang]}", html, count=1)
