"""One strict build, and what it must and must not contain."""

import hashlib
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest

from calculator.engine.asking.found import load, notices
from overrides.hooks.read.files import FINDING_PARTS, LANGUAGES, TAGS
from tests.built import build
from tests.tools.new_notice.names import refused

ROOT = Path(__file__).parents[1]
# A page for missing addresses stands at no fixed place.
NOT_FOUND = "404.html"
LOADED = {("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src")}


class Reader(HTMLParser):
    """Collects the elements of a page: tag and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))


def pages(site: Path) -> Iterator[tuple[Path, list[tuple[str, dict[str, str]]]]]:
    for path in sorted(site.rglob("*.html")):
        if path.name != NOT_FOUND:
            yield path, Reader(path.read_text(encoding="utf-8")).elements


def addresses(site: Path) -> Iterator[tuple[Path, str, str, str]]:
    """Every address in a page: the page, the element, the attribute and the address."""
    for path, elements in pages(site):
        for tag, attributes in elements:
            for name in ("href", "src"):
                if name in attributes:
                    yield path, tag, name, attributes[name]


def test_every_page_has_its_twin(site: Path) -> None:
    english = {path.relative_to(site) for path, _ in pages(site) if path.relative_to(site).parts[0] != "zh"}
    chinese = {path.relative_to(site / "zh") for path, _ in pages(site / "zh")}
    assert chinese == english
    assert {Path(notice, "index.html") for notice in notices()} <= english


def test_no_new_notice_can_have_an_address_that_the_site_has(site: Path) -> None:
    assert [path.name for path in site.iterdir() if not refused(ROOT, path.stem)] == []


def test_every_page_says_its_language(site: Path) -> None:
    for path, elements in pages(site):
        expected = "zh-Hans" if path.relative_to(site).parts[0] == "zh" else "en"
        assert dict(elements)["html"]["lang"] == expected


def test_every_address_is_relative_and_leads_somewhere(site: Path) -> None:
    ids = {path: {attributes.get("id") for _, attributes in elements} for path, elements in pages(site)}
    for path, _, _, address in addresses(site):
        parts = urlsplit(address)
        if parts.scheme or address.startswith(("#__", "data:")):
            continue
        assert not address.startswith("/"), (path, address)
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        target = target / "index.html" if target.is_dir() else target
        assert target.is_file(), (path, address)
        assert not parts.fragment or target not in ids or parts.fragment in ids[target], (path, address)


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    for path, tag, name, address in addresses(site):
        if (tag, name) in LOADED:
            assert not urlsplit(address).netloc, (path, address)
    for style in site.rglob("*.css"):
        assert not re.search(r"url\([\"']?(https?:)?//", style.read_text(encoding="utf-8")), style


def test_without_an_address_there_are_no_absolute_links(site: Path) -> None:
    assert not (site / "sitemap.xml").exists()
    for path, elements in pages(site):
        links = [attributes for tag, attributes in elements if tag == "link"]
        assert not any(each.get("rel") == "canonical" or "hreflang" in each for each in links), path


def for_search_engines(site: Path) -> Iterator[tuple[Path, list[tuple[str, dict[str, str]]]]]:
    for path, elements in pages(site):
        if not any(attributes.get("content", "").startswith("noindex") for _, attributes in elements):
            yield path, elements


def test_with_an_address_twins_are_linked(published: Path) -> None:
    for path, elements in for_search_engines(published):
        links = {
            attributes["hreflang"]: attributes["href"]
            for tag, attributes in elements
            if tag == "link" and "hreflang" in attributes
        }
        assert list(links) == [*TAGS.values(), "x-default"], path
        assert links["x-default"] == links["en"]
        for address in links.values():
            assert address.startswith("https://example.com/law/")
            assert (published / address.removeprefix("https://example.com/law/") / "index.html").is_file()
    site_map = (published / "sitemap.xml").read_text(encoding="utf-8")
    assert site_map.count("<loc>") == sum(1 for _ in for_search_engines(published))


def test_every_page_says_what_chats_show_of_it(site: Path, published: Path) -> None:
    """Its picture is named with the whole address, or not at all."""
    for root, address in ((site, ""), (published, "https://example.com/law/")):
        for path, elements in pages(root):
            if path.parent.parent.name == "embed":
                continue  # stands in the pages of others
            shown = {
                given["property"]: given["content"]
                for tag, given in elements
                if tag == "meta" and "property" in given
            }
            assert shown["og:title"], path
            assert shown["og:description"], path
            assert ("og:image" in shown) == bool(address), path
            if address:
                assert shown["og:image"].startswith(address), path
                assert (root / shown["og:image"].removeprefix(address)).is_file(), path
            if address and path.parent.parent.name == "shared":
                assert f"-{path.parent.name}." in shown["og:image"], path


def test_only_what_is_served_is_there(site: Path) -> None:
    endings = {path.suffix for path in site.rglob("*") if path.is_file()}
    served = " .html .css .js .mjs .json .wasm .zip .whl .bin .png .svg .csv .xlsx .ics .xml .txt .md .br .gz"
    told = " .conf"  # what a host is told, in a form of its own
    assert endings <= set((served + told).split(" "))
    without = {path.name for path in site.rglob("*") if path.is_file() and not path.suffix}
    assert without == {"_headers", ".htaccess"}


def test_scripts_of_the_calculator_are_on_its_pages_alone(site: Path) -> None:
    for path, elements in pages(site):
        has_form = any(tag == "notice-calculator" for tag, _ in elements)
        scripts = [attributes.get("src", "") for _, attributes in elements]
        loads = any(name in script for script in scripts for name in ("calculator-page", "embed-page"))
        assert has_form == loads, path
        assert has_form == (path.parent.name in notices()), path


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("notice", notices())
def test_every_code_of_a_notice_has_its_text_on_the_page(site: Path, notice: str, lang: str) -> None:
    loaded = load(notice)
    folder = site if lang == "en" else site / lang
    elements = Reader((folder / notice / "index.html").read_text(encoding="utf-8")).elements
    given = [attributes for _, attributes in elements]
    texts = {f"data-{part.removesuffix('s')}" for part in FINDING_PARTS}
    outcomes = {attributes["data-outcome-text"] for attributes in given if "data-outcome-text" in attributes}
    findings = {value for each in given for key, value in each.items() if key in texts}
    questions = {attributes["data-question"] for attributes in given if "data-question" in attributes}
    assert outcomes == {outcome.value for outcome in loaded.outcomes}
    assert findings == {code.value for code in loaded.codes}
    assert questions == {question.id for question in loaded.questions}


def test_the_wheel_is_the_one_its_lock_names(site: Path) -> None:
    lock = json.loads((site / "assets" / "wheels" / "pyodide-lock.json").read_text(encoding="utf-8"))
    (package,) = lock["packages"].values()
    wheel = site / "assets" / "wheels" / package["file_name"]
    assert hashlib.sha256(wheel.read_bytes()).hexdigest() == package["sha256"]
    assert package["imports"] == ["calculator"]
    stock = json.loads((ROOT / "node_modules" / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8"))
    assert lock["info"]["abi_version"] == stock["info"]["abi_version"]
    names = ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if not name.split("/")[0].endswith(".dist-info")} == {
        "calculator"
    }


def test_the_same_commit_builds_the_same_bytes(site: Path, tmp_path: Path) -> None:
    elsewhere = {"PYTHONHASHSEED": "42", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    again = build(tmp_path / "again", SITE_URL="", **elsewhere)
    files = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    assert files == {path.relative_to(again) for path in again.rglob("*") if path.is_file()}
    assert [path for path in sorted(files) if (site / path).read_bytes() != (again / path).read_bytes()] == []


def test_the_page_for_missing_addresses_speaks_both_languages(site: Path, published: Path) -> None:
    for folder, root in ((site, "/"), (published, "/law/")):
        elements = Reader((folder / NOT_FOUND).read_text(encoding="utf-8")).elements
        assert [attributes["lang"] for tag, attributes in elements if tag == "section"] == list(TAGS.values())
        links = [attributes["href"] for tag, attributes in elements if tag == "a"]
        assert links == [root, f"{root}zh/"]


@pytest.fixture(scope="module", params=LANGUAGES)
def notice(request: pytest.FixtureRequest, site: Path) -> str:
    """The page of the first notice in each language, without the calculator."""
    folder = site if request.param == "en" else site / request.param
    html = (folder / "amnesty" / "index.html").read_text(encoding="utf-8")
    return re.sub(r"<notice-calculator.*?</notice-calculator>", "", html, flags=re.DOTALL)


class TestDefectsOfTheSourceNotice:
    """Each of the eight is gone from both halves."""

    def test_imprisonment_is_a_maximum(self, notice: str) -> None:
        assert re.search(r'data-parameter="act4_imprisonment"[^>]*>(up to 2 years|不超过2年)<', notice)
        assert not re.search(r"(?<!up to )(?<!不超过)(2 years|2年)<", notice)

    def test_the_acts_have_their_names(self, notice: str) -> None:
        for wrong in (
            "Employees' Insurance System",
            "Self-Employed Social Security",
            "Employees Social Security",
        ):
            assert wrong not in notice
        assert re.search("Employment Insurance System Act 2017|2017年就业保险", notice)
        assert re.search("Self-Employment Social Security Act 2017|2017年自雇人士社会保险法令", notice)

    def test_fclb_is_interest(self, notice: str) -> None:
        assert "Benefit" not in notice
        assert re.search("late-payment interest|迟缴利息", notice)

    def test_both_halves_have_compounds(self, notice: str) -> None:
        assert re.search(r'data-parameter="compound"[^>]*>(up to RM5,000|最高5,000令吉)<', notice)

    def test_both_halves_have_the_offices(self, notice: str) -> None:
        assert re.search(r'data-parameter="perkeso_offices"[^>]*>54<', notice)

    def test_the_hotline_is_written_in_one_way(self, notice: str) -> None:
        assert set(re.findall(r"1[- ]?300[- ]?\d\d[- ]?\d{4}(?!\d)", notice)) <= {
            "1-300-22-8000",
            "1300228000",
        }
        assert "1-300-22-8000" in notice

    def test_links_have_their_targets(self, notice: str) -> None:
        targets = re.findall(r'<a [^>]*href="([^"]*)"', notice)
        assert "" not in targets
        assert any("assist.perkeso.gov.my" in target for target in targets)
        assert any("www.perkeso.gov.my" in target for target in targets)

    def test_that_it_is_over_comes_first(self, notice: str) -> None:
        title, first = notice.split("<h1")[1].split("<h2", maxsplit=1)[0].split("</h1>")
        assert re.search("is over|已经结束|已结束", title)
        assert re.search(r'value="2023-06-30"', first)


def test_both_disclaimers_have_both_paragraphs(site: Path) -> None:
    for folder in (site, site / "zh"):
        html = (folder / "disclaimer" / "index.html").read_text(encoding="utf-8")
        assert 'id="reference"' in html
        assert html.split('id="steps"')[1].count("<li>") >= len(["check", "ask"])
