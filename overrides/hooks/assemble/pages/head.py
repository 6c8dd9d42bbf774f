"""The links between twins in a page's head."""

import re
from collections.abc import Mapping
from html import escape
from urllib.parse import urljoin

from overrides.hooks.read.files import LANGUAGES

ALTERNATE = re.compile(r'[ \t]*<link rel="alternate"[^>]*\bhreflang=[^>]*>\n?')


def alternates(html: str, site_url: str | None, twins: Mapping[str, str]) -> str:
    """The page with absolute links to its twins, or with none where the site's address is not known.

    The theme writes relative ones, which search engines do not accept. `twins` gives each language's
    address below the root of the site.
    """
    html = ALTERNATE.sub("", html)
    if not site_url:
        return html
    named = [(lang, twins[lang]) for lang in LANGUAGES if lang in twins]
    if LANGUAGES[0] in twins:
        named.append(("x-default", twins[LANGUAGES[0]]))
    links = "".join(
        f'<link rel="alternate" hreflang="{lang}" href="{escape(urljoin(site_url, address))}">\n'
        for lang, address in named
    )
    return html.replace("</head>", f"{links}</head>", 1)
