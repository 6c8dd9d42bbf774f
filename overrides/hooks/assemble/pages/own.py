"""What no generator makes for us: the page for missing addresses, the site map, what hosts are told."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import jinja2
from markupsafe import Markup
from overrides.hooks.assemble.bundle import Bundles
from overrides.hooks.read.addresses import address
from overrides.hooks.read.files import LANGUAGES, TAGS
from overrides.hooks.read.staged import Staged

NOT_FOUND = "404.html"
SITE_MAP, ROBOTS = "sitemap.xml", "robots.txt"
# By host: those that read such a file as it is, Apache, nginx.
HEADERS = ("_headers", ".htaccess", "headers.nginx.conf")
TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent), undefined=jinja2.StrictUndefined, autoescape=True
)


def not_found(site: Path, staged: Staged, site_url: str | None, bundles: Bundles) -> None:
    """The page for missing addresses, again in each language's folder for hosts that look there first.

    It is served at any depth, so its links start at the root of the site.
    """
    home = urlsplit(site_url or "/").path.rstrip("/")
    made = TEMPLATES.get_template(NOT_FOUND).render(
        words=staged.not_found, tags=TAGS, home=home, bundles=bundles
    )
    (site / NOT_FOUND).write_text(made, encoding="utf-8")
    for lang in LANGUAGES[1:]:
        shutil.copyfile(site / NOT_FOUND, site / lang / NOT_FOUND)


def site_map(site: Path, staged: Staged, site_url: str) -> None:
    """Every page with its twins and the day of its last change; the addresses in it are whole ones."""
    pages = [
        {
            "address": urljoin(site_url, address(name, lang)),
            "updated": page["updated"],
            "twins": {TAGS[twin]: urljoin(site_url, address(name, twin)) for twin in LANGUAGES},
        }
        for lang in LANGUAGES
        for name, page in _named(staged, lang)
    ]
    made = TEMPLATES.get_template(SITE_MAP).render(pages=pages)
    (site / SITE_MAP).write_text(made, encoding="utf-8")


def robots(site: Path, site_url: str) -> None:
    """Where the site map is: programs look for it at the top of a domain alone. All may be read."""
    if urlsplit(site_url).path == "/":
        said = f"User-agent: *\nAllow: /\nSitemap: {urljoin(site_url, SITE_MAP)}\n"
        (site / ROBOTS).write_text(said, encoding="utf-8")


def headers(site: Path, policy: str) -> None:
    """What a host is to say with every file and with certain ones, as each kind of host reads it."""
    for name in HEADERS:
        made = TEMPLATES.get_template(name).render(policy=Markup(policy))  # noqa: S704 - our own, see policy.py
        (site / name).write_text(made, encoding="utf-8")


def _named(staged: Staged, lang: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The pages that search engines are told of, the first of the way without a script beside its notice."""
    for name, twins in staged.pages.items():
        yield name, twins[lang]
    for notice, steps in staged.steps.items():
        for page in steps[lang]:
            if page["indexed"]:
                yield page["name"], staged.pages[f"{notice}/index"][lang]
