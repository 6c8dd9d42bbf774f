"""What a page tells search engines of itself, as JSON-LD; with addresses where the site's is known."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

SCRIPT = Markup('<script type="application/ld+json">{}</script>\n')


def put(html: str, data: Mapping[str, Any] | None, here: str, picture: str, site_url: str | None) -> str:
    """The page with what is told of it, if anything is."""
    if not data:
        return html
    where = {"url": urljoin(site_url, here), "image": urljoin(site_url, picture)} if site_url else {}
    text = json.dumps({**data, **where}, ensure_ascii=False, separators=(",", ":"))
    # `<` could end the element
    made = SCRIPT.format(Markup(text.replace("<", "\\u003c")))  # noqa: S704 - escaped for a script
    return html.replace("</head>", f"{made}</head>", 1)
