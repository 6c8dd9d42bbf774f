"""Old addresses and the changes of a notice: plain pages of their own, in both languages."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from overrides.hooks.assemble.bundle import Bundles
from overrides.hooks.assemble.node import AssembleError
from overrides.hooks.assemble.plain import others
from overrides.hooks.assemble.plain.page import STYLE, Frame
from overrides.hooks.assemble.previews.files import Previews
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.staged import Staged
from overrides.hooks.read.tables import Table
from overrides.hooks.render import changes, redirects
from overrides.hooks.render.context import Site
from tests import tiny_notice

SHELL = {"name": "CCS", "skip": "Skip", "links": [], "note": "Note"}
ADDRESS = "https://example.com/law/"


class Page(HTMLParser):
    """What a page tells programs: its links and its meta elements, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rel: dict[str, str] = {}
        self.meta: dict[str, str] = {}
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "link":
            self.rel[given["rel"]] = given["href"]
        elif tag == "meta":
            self.meta[given.get("name") or given.get("http-equiv") or ""] = given.get("content", "")
        elif tag == "a":
            self.links.append(given["href"])


def frame(folder: Path, site_url: str | None) -> Frame:
    shell = dict.fromkeys(LANGUAGES, SHELL)
    staged = Staged({}, {}, [], shell, steps={}, calendars=[], previews=[], plain={}, feeds=[], structured={})
    pictures = {("", lang, ""): "all.png" for lang in LANGUAGES} | {
        ("tiny", lang, ""): "tiny.png" for lang in LANGUAGES
    }
    return Frame(folder, folder, staged, site_url, Bundles({STYLE: STYLE}, {}), Previews(pictures))


def with_redirects(**to: str) -> Site:
    site = tiny_notice.site()
    table = Table("docs/redirects.toml", "", {key.replace("__", "/"): new for key, new in to.items()}, "")
    return replace(site, library=replace(site.library, redirects=table))


def written(folder: Path, site: Site, site_url: str | None = ADDRESS) -> None:
    pages = {lang: [*changes.pages(site, lang), *redirects.pages(site, lang)] for lang in LANGUAGES}
    others.write(frame(folder, site_url), pages)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "to", "canonical"),
    [
        ("older", "tiny", "../tiny/", "tiny/"),
        ("older", "tiny#penalties", "../tiny/#penalties", "tiny/"),
        ("older__page", "tiny", "../../tiny/", "tiny/"),
        ("older", "index", "../", ""),
        ("older", "", "../", ""),
    ],
)
def test_an_old_address_leads_on_in_three_ways(
    old: str, new: str, to: str, canonical: str, tmp_path: Path
) -> None:
    written(tmp_path, with_redirects(**{old: new}))
    for lang in LANGUAGES:
        below = "" if lang == "en" else f"{lang}/"
        html = read(tmp_path / below / old.replace("__", "/") / "index.html")
        page = Page(html)
        assert page.meta["refresh"] == f"0; url={to}"
        assert page.meta["robots"].startswith("noindex")
        assert page.rel["canonical"] == f"{ADDRESS}{below}{canonical}"
        assert to in page.links
        path, _, anchor = to.partition("#")
        anchor = anchor and f"#{anchor}"
        assert f'location.replace("{path}" + location.search + (location.hash || "{anchor}"))' in html


def test_without_an_address_of_the_site_nothing_in_it_is_absolute(tmp_path: Path) -> None:
    written(tmp_path, with_redirects(older="tiny"), None)
    html = read(tmp_path / "older" / "index.html")
    assert "canonical" not in html
    assert "https://" not in html


def test_the_calendar_of_a_page_that_has_moved_goes_on(tmp_path: Path) -> None:
    (tmp_path / "tiny").mkdir()
    (tmp_path / "tiny" / "deadlines.ics").write_text("BEGIN:VCALENDAR", encoding="utf-8")
    written(tmp_path, with_redirects(older="tiny"))
    assert read(tmp_path / "older" / "deadlines.ics") == "BEGIN:VCALENDAR"
    assert not (tmp_path / "zh" / "older" / "deadlines.ics").exists()


def test_no_page_is_written_over_another(tmp_path: Path) -> None:
    written(tmp_path, with_redirects(older="tiny"))
    with pytest.raises(AssembleError, match="two pages at older/"):
        written(tmp_path, with_redirects(older="tiny"))


def test_the_changes_of_a_notice_stand_on_a_page_of_its_own(tmp_path: Path) -> None:
    site = tiny_notice.site()
    assert changes.pages(site, "en") == []
    said = {
        "2026-11-23": {"law": {"who": "Read [the page]({{ link('index') }})."}, "notice": {"a": "Shorter."}}
    }
    table = Table("docs/tiny/changes.en.toml", "en", said, "")
    tables = {**site.library.tables, "tiny/changes": dict.fromkeys(LANGUAGES, table)}
    site = replace(site, library=replace(site.library, tables=tables))
    written(tmp_path, site)
    html = read(tmp_path / "tiny" / "changes" / "index.html")
    assert '<h2 id="on-2026-11-23"><time datetime="2026-11-23">23 November 2026</time></h2>' in html
    assert '<a href="../../">the page</a>' in html
    assert html.index("the page") < html.index("Shorter.")
    assert Page(html).meta["robots"].startswith("noindex")
