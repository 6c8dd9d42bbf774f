"""The Atom feeds, one for each language beside its home page; whole addresses where the site's is known."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import jinja2
from markupsafe import Markup
from overrides.hooks.read.addresses import LINK, address, relative
from overrides.hooks.read.staged import FEED as FILE

TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent), undefined=jinja2.StrictUndefined, autoescape=True
)
# A day as a moment: its first one in Malaysia.
TEMPLATES.filters["moment"] = "{}T00:00:00+08:00".format
# The script of the theme asks for a site map beside the target of whatever is `alternate` and nothing else.
HEAD = Markup('<link rel="alternate feed" type="application/atom+xml" href="{}">\n')


def write(site: Path, feeds: Iterable[Mapping[str, Any]], site_url: str | None) -> None:
    """Write each feed."""
    for feed in feeds:
        here = address(feed["page"], feed["lang"])
        base = urljoin(site_url, here) if site_url else ""

        def whole(href: str, base: str = base) -> str:
            return urljoin(base, href) if base else href

        entries = [{**entry, "html": _addressed(entry["html"], base)} for entry in feed["entries"]]
        made = TEMPLATES.get_template(FILE).render(feed={**feed, "entries": entries}, file=FILE, whole=whole)
        (site / here / FILE).write_text(made, encoding="utf-8")


def named(html: str, here: str, home: str) -> str:
    """A page whose head names the feed; programs that follow sites look for it there."""
    return html.replace("</head>", f"{HEAD.format(relative(f'{home}{FILE}', here))}</head>", 1)


def _addressed(html: str, base: str) -> str:
    if not base:
        return html
    return LINK.sub(lambda link: f"{link['before']}{urljoin(base, link['href'])}", html)
