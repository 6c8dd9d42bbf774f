"""The feeds: valid Atom, read by a library, the same days in both languages, ids that stay."""

import re
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from uuid import UUID
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]
import pytest

from overrides.hooks.assemble.found import feeds
from overrides.hooks.read.addresses import address
from overrides.hooks.read.files import LANGUAGES, TAGS
from overrides.hooks.read.staged import FEED
from overrides.hooks.render.context import Site
from overrides.hooks.render.found.feeds import feeds as made
from tests.drawn import site

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://example.com/law/"
# What RFC 4287 says of each element here: how often it may stand there. Nothing else stands there.
IN_FEED = {
    "id": (1, 1),
    "title": (1, 1),
    "subtitle": (0, 1),
    "updated": (1, 1),
    "author": (1, 9),
    "link": (1, 9),
    "entry": (1, 99),
}
IN_ENTRY = {
    "id": (1, 1),
    "title": (1, 1),
    "updated": (1, 1),
    "category": (0, 9),
    "link": (1, 9),
    "content": (0, 1),
}


@cache
def of_site() -> Site:
    return replace(site(), consultancy={"name": "CCS", "website": "https://www.ccs-co.com"})


def written(folder: Path, site_url: str | None) -> dict[str, str]:
    for lang in LANGUAGES:
        (folder / address("index", lang)).mkdir(exist_ok=True)
    feeds.write(folder, made(of_site()), site_url)
    return {lang: (folder / address("index", lang) / FEED).read_text(encoding="utf-8") for lang in LANGUAGES}


@pytest.fixture(params=[None, ADDRESS], ids=["no address", "address"])
def texts(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    return written(tmp_path, request.param)


def counted(element: ET.Element, allowed: dict[str, tuple[int, int]]) -> None:
    names = [child.tag.removeprefix(ATOM) for child in element]
    assert set(names) <= allowed.keys()
    for name, (least, most) in allowed.items():
        assert least <= names.count(name) <= most, name


def test_it_has_what_the_format_asks_for_and_nothing_else(texts: dict[str, str]) -> None:
    for lang, text in texts.items():
        root = ET.fromstring(text)  # noqa: S314 - written by us
        assert root.tag == f"{ATOM}feed"
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == TAGS[lang]
        counted(root, IN_FEED)
        for each in root.iter(f"{ATOM}updated"):
            assert datetime.fromisoformat(each.text or "").tzinfo
        for each in root.iter(f"{ATOM}id"):
            assert UUID((each.text or "").removeprefix("urn:uuid:")).version == 5
        for entry in root.iter(f"{ATOM}entry"):
            counted(entry, IN_ENTRY)
            (link,) = entry.findall(f"{ATOM}link")
            assert (link.get("rel"), link.get("hreflang")) == ("alternate", TAGS[lang])


def test_a_reader_finds_no_fault_and_all_entries(texts: dict[str, str]) -> None:
    served = {"content-type": "application/xml", "content-location": f"{ADDRESS}{FEED}"}
    for lang, text in texts.items():
        read: Any = feedparser.parse(text.encode(), response_headers=served)
        assert not read.bozo, read.get("bozo_exception")
        assert read.version == "atom10"
        assert read.feed.language == TAGS[lang]
        assert read.feed.author == "CCS"
        wanted = next(feed for feed in made(of_site()) if feed["lang"] == lang)
        assert [entry.title for entry in read.entries] == [entry["title"] for entry in wanted["entries"]]
        for entry in read.entries:
            assert entry.content[0].type == "text/html"
            assert "<data" not in entry.content[0].value
            assert entry.link.startswith(ADDRESS)


def test_with_an_address_every_link_is_a_whole_one(tmp_path: Path) -> None:
    for lang, text in written(tmp_path, ADDRESS).items():
        found = re.findall(r'href=(?:"|&#34;|&quot;)([^"&]*)', text)
        assert found
        assert all(href.startswith(("https://", "mailto:", "tel:")) for href in found)
        assert (
            f'rel="self" type="application/atom+xml" href="{ADDRESS}{address("index", lang)}{FEED}"' in text
        )


def test_every_notice_every_change_and_the_latest_first() -> None:
    english, chinese = (feed["entries"] for feed in made(of_site()))
    assert [(entry["updated"], entry["kind"], entry["href"]) for entry in english] == sorted(
        ((entry["updated"], entry["kind"], entry["href"]) for entry in english),
        key=lambda each: each[0],
        reverse=True,
    )
    days = [
        sorted((entry["updated"], entry["kind"], entry["href"]) for entry in each)
        for each in (english, chinese)
    ]
    assert days[0] == days[1]
    notices = {entry["href"] for entry in english if entry["kind"] == "notice"}
    assert notices == {f"{id}/" for id in of_site().library.listed()} >= {"arrears/"}
    assert "contributions/changes/#on-2026-11-25" in {entry["href"] for entry in english}
    assert max(entry["updated"] for entry in english) <= "2026-11-26"


def test_an_id_does_not_hang_on_the_address_the_words_or_the_host() -> None:
    """The same in every later build: whoever follows the feed would see all of it again."""
    other = replace(of_site(), consultancy={"name": "Others", "website": "https://example.org"})
    ids = [[entry["id"] for entry in feed["entries"]] for feed in made(of_site())]
    assert [[entry["id"] for entry in feed["entries"]] for feed in made(other)] == ids
    every = [id for each in ids for id in each]
    assert len(every) == len(set(every))
    first = min(made(of_site())[0]["entries"], key=lambda entry: entry["updated"])
    assert (first["href"], first["id"]) == ("amnesty/", "urn:uuid:96fb752d-145d-58f4-94e6-755ce7cfa77b")


def test_a_law_that_begins_later_is_dated_by_the_check_that_knew_of_it() -> None:
    as_at = of_site().notices["contributions"].law.as_at
    later = [entry for entry in made(of_site())[0]["entries"] if entry["title"].startswith("1 June 2028")]
    assert [entry["updated"] for entry in later] == [str(as_at)]


def test_links_in_an_entry_lead_on_from_the_feed() -> None:
    for feed in made(of_site()):
        for entry in feed["entries"]:
            for href in re.findall(r'<a [^>]*href="([^"]*)"', entry["html"]):
                assert not href.startswith(".."), entry["title"]
                assert urljoin(ADDRESS, href)


def test_a_page_names_the_feed_in_its_head() -> None:
    made = feeds.named("<head></head><body></body>", "zh/tiny/", "zh/")
    link = '<link rel="alternate feed" type="application/atom+xml" href="../feed.xml">\n'
    assert made == f"<head>{link}</head><body></body>"
