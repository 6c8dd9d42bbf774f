"""How the site is found and followed: site map, feeds, what search engines and assistants read."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from calculator.engine.asking.found import notices
from overrides.hooks.assemble.pages import own
from overrides.hooks.read.addresses import address
from overrides.hooks.read.files import LANGUAGES, TAGS
from overrides.hooks.read.staged import FEED, LLMS
from tests.test_site import Reader, for_search_engines

ADDRESS = "https://example.com/law/"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TWIN = "{http://www.w3.org/1999/xhtml}link"
LINK = re.compile(r"\]\(([^()\s]+)")
# A word in angle brackets, which Markdown would take for HTML.
ELEMENT = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
PAGES = [address(f"{notice}/index", lang) for lang in LANGUAGES for notice in notices()]


def of(path: Path, root: Path) -> str:
    """The address of a page of the published site."""
    folder = path.parent.relative_to(root).as_posix()
    return ADDRESS if folder == "." else f"{ADDRESS}{folder}/"


def test_the_site_map_has_what_may_be_found_with_its_twins_and_its_last_change(published: Path) -> None:
    root = ET.parse(published / "sitemap.xml").getroot()  # noqa: S314 - written by us
    listed: dict[str, dict[str, str]] = {}
    for url in root.iter(f"{MAP}url"):
        place, changed = (url.findtext(f"{MAP}{name}", "") for name in ("loc", "lastmod"))
        listed[place] = {link.get("hreflang", ""): link.get("href", "") for link in url.iter(TWIN)}
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", changed), place
    assert listed.keys() == {of(path, published) for path, _ in for_search_engines(published)}
    for place, twins in listed.items():
        assert list(twins) == [TAGS["en"], "x-default", TAGS["zh"]]
        assert place in twins.values()
        assert set(twins.values()) <= listed.keys()


def test_every_page_that_may_be_found_names_itself(published: Path) -> None:
    for path, elements in for_search_engines(published):
        canonical = [
            given["href"] for tag, given in elements if tag == "link" and given.get("rel") == "canonical"
        ]
        assert canonical == [of(path, published)]


@pytest.mark.parametrize("page", PAGES)
def test_a_notice_tells_what_it_is_and_has_a_picture(page: str, published: Path) -> None:
    html = (published / page / "index.html").read_text(encoding="utf-8")
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    told = json.loads(text)
    assert told["url"] == f"{ADDRESS}{page}"
    assert told["image"].startswith(f"{ADDRESS}assets/previews/{page.strip('/').removeprefix('zh/')}.")
    assert (published / urlsplit(told["image"]).path.removeprefix("/law/")).is_file()
    (changed,) = re.findall(r'days__updated">[^<]*<time datetime="([^"]+)"', html)
    assert told["dateModified"] == changed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_with_a_theme_leads_to_the_feed_of_its_language(lang: str, site: Path) -> None:
    feed = (site / address("index", lang) / FEED).resolve()
    for page in ("index", "disclaimer", *(f"{notice}/index" for notice in notices())):
        path = site / address(page, lang) / "index.html"
        elements = Reader(path.read_text(encoding="utf-8")).elements
        leading = [tag for tag, given in elements if given.get("href", "").endswith(FEED)]
        assert sorted(leading) == ["a", "link"]
        assert {
            (path.parent / given["href"]).resolve()
            for _, given in elements
            if given.get("href", "").endswith(FEED)
        } == {feed}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_for_assistants_names_every_page(lang: str, site: Path, published: Path) -> None:
    home = address("index", lang)
    text = (site / home / LLMS).read_text(encoding="utf-8")
    assert re.match(r"# .+\n\n> .+\n", text)
    links = LINK.findall(text)
    assert all((site / home / link).is_file() for link in links)
    assert {f"{notice}/index.md" for notice in notices()} <= set(links)
    whole = LINK.findall((published / home / LLMS).read_text(encoding="utf-8"))
    assert [link.removeprefix(ADDRESS) for link in whole] == [
        (site / home / link).resolve().relative_to(site.resolve()).as_posix() for link in links
    ]


def test_a_page_as_markdown_has_no_html_and_every_link_leads_somewhere(site: Path) -> None:
    paths = sorted(site.rglob("index.md"))
    assert {site / page / "index.md" for page in PAGES} <= set(paths)
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert not ELEMENT.search(re.sub(r"`[^`]*`|```.*?```", "", text, flags=re.DOTALL)), path
        assert "{{" not in text
        for link in LINK.findall(text):
            parts = urlsplit(link)
            target = path.parent / parts.path
            assert parts.scheme or (target / "index.html" if target.is_dir() else target).is_file(), (
                path,
                link,
            )


@pytest.mark.parametrize("page", PAGES)
def test_a_notice_as_markdown_has_all_its_headings_figures_and_sources(page: str, site: Path) -> None:
    html = (site / page / "index.html").read_text(encoding="utf-8")
    html = re.sub(r"<notice-calculator.*?</notice-calculator>", "", html, flags=re.DOTALL)
    text = (site / page / "index.md").read_text(encoding="utf-8")
    for level, words in re.findall(r"<h([23]) id=[^>]*>([^<]+)<", html):
        assert f"\n{'#' * int(level)} {words.strip()}\n" in text.replace("’", "’")
    for shown in re.findall(r"<data[^>]*>([^<]+)</data>", html):
        assert shown in text
    for url in re.findall(r'class="cite[^>]*href="([^"]+)"', html):
        assert url.replace("&amp;", "&") in text
    assert "(steps/)" in text
    assert "(./)" in text


def test_programs_are_told_of_the_site_map_at_the_top_of_a_domain_alone(
    tmp_path: Path, published: Path
) -> None:
    assert not (published / own.ROBOTS).exists()
    own.robots(tmp_path, "https://example.com/")
    lines = (tmp_path / own.ROBOTS).read_text(encoding="utf-8").splitlines()
    assert lines == ["User-agent: *", "Allow: /", "Sitemap: https://example.com/sitemap.xml"]
