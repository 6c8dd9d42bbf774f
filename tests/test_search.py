"""The search of the built site finds what readers type, in their language alone, and knows nothing else."""

import json
import shutil
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from overrides.hooks.assemble.pages.sections import Section, sections
from overrides.hooks.assemble.pages.traditional import characters
from overrides.hooks.check.every_file import check
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.text import WordsError
from tests import tiny_notice
from tests.node import ROOT, in_node

QUERIES = tomllib.loads((ROOT / "tests" / "search" / "queries.toml").read_text(encoding="utf-8"))
SEARCHED = tomllib.loads((ROOT / "docs" / "searched.toml").read_text(encoding="utf-8"))
COUNTS = {"zh": 56, "en": 37}
# What a reader fetches who opens the search, before it is compressed to less than a third.
MOST_BYTES = 110_000
SCRIPT = """
import { readFileSync } from "node:fs";
import { Engine } from "./overrides/search/engine.js";
const { found, typed } = JSON.parse(readFileSync(0));
const engine = new Engine(found);
console.log(JSON.stringify(typed.map((each) => engine.search(each))));
"""

type Found = Mapping[str, Any]


@cache
def found(site: Path, lang: str) -> Found:
    (file,) = (site / "assets" / "search").glob(f"{lang}.*.json")
    known: Found = json.loads(file.read_text(encoding="utf-8"))
    return known


def ask(site: Path, lang: str, *typed: str) -> list[list[dict[str, Any]]]:
    results: list[list[dict[str, Any]]] = in_node(SCRIPT, {"found": found(site, lang), "typed": typed})
    return results


def place(result: Mapping[str, Any], lang: str) -> str:
    """`page#id` in the reader's language."""
    address = (
        result["page"]["address"].removeprefix("../../").removeprefix("" if lang == "en" else f"{lang}/")
    )
    return f"{address.rstrip('/')}{'#' if result['section']['id'] else ''}{result['section']['id']}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_readers_type_leads_to_the_right_section(site: Path, lang: str) -> None:
    queries = QUERIES[lang]
    assert len({query["typed"] for query in queries}) == COUNTS[lang]
    everywhere = {
        place({"page": found(site, lang)["pages"][each["page"]], "section": each}, lang)
        for each in found(site, lang)["sections"]
    }
    wrong = {}
    for query, results in zip(queries, ask(site, lang, *(query["typed"] for query in queries)), strict=True):
        assert everywhere >= set(query["first"]), query
        first = place(results[0], lang) if results else None
        if first not in query["first"]:
            wrong[query["typed"]] = first
    assert wrong == {}


@pytest.mark.parametrize(
    ("lang", "ways"),
    [
        ("en", ["RM10,000", "rm10000", "RM 10,000.00", "ＲＭ１０，０００"]),
        (
            "zh",
            [
                "10,000令吉",
                "10000令吉",
                "1万令吉",
                "一万令吉",
                "１万令吉",
                "1萬令吉",
            ],
        ),
        ("en", ["1-300-22-8000", "1300228000", "1300 22 8000", "1–300–22–8000"]),
        ("en", ["section 94", "Section 94", "s94", "s. 94", "SECTION-94"]),
        ("zh", ["第94条", "第 94 条", "第94條", "第９４条"]),
        ("zh", ["EIS", "eis", "ＥＩＳ", "EIS是什么", "什么是EIS"]),
        ("zh", ["女佣要注册吗", "女傭要註冊嗎", "maid要注册吗"]),
    ],
)
def test_the_way_of_writing_does_not_matter(site: Path, lang: str, ways: list[str]) -> None:
    firsts = {way: place(results[0], lang) for way, results in zip(ways, ask(site, lang, *ways), strict=True)}
    assert len(set(firsts.values())) == 1, firsts


@pytest.mark.parametrize(
    ("lang", "whole", "written"),
    [("en", "penalties", range(3, 10)), ("zh", "侦查行动", range(1, 5)), ("en", "1300228000", range(7, 11))],
)
def test_words_are_found_as_they_are_typed(site: Path, lang: str, whole: str, written: range) -> None:
    for results in ask(site, lang, *(whole[:count] for count in written)):
        assert results


@pytest.mark.parametrize(
    ("lang", "typed"), [("en", ""), ("zh", "  "), ("zh", "？"), ("en", "xqzwv"), ("zh", "龘")]
)
def test_what_is_nowhere_has_no_result(site: Path, lang: str, typed: str) -> None:
    assert ask(site, lang, typed) == [[]]


def test_a_result_shows_what_was_found(site: Path) -> None:
    """The signs are those of the page, marked where they stand for what was typed."""
    ((first, *_),) = ask(site, "zh", "１万令吉 罰款")
    marked = {part["words"] for part in first["excerpt"] if part["marked"]}
    assert any("10,000令吉" in words for words in marked)
    assert any("罚款" in words for words in marked)
    words = "".join(part["words"] for part in first["excerpt"]).strip("…")
    assert words in first["section"]["text"]
    assert "".join(part["words"] for part in first["title"]) == first["section"]["title"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_file_has_the_pages_of_its_language_and_is_small(site: Path, lang: str) -> None:
    known = found(site, lang)
    assert all(each["address"].startswith("../../zh/") == (lang == "zh") for each in known["pages"])
    assert not any(
        "steps" in each["address"] or "embed/amnesty" in each["address"] for each in known["pages"]
    )
    assert len(json.dumps(known, ensure_ascii=False).encode()) <= MOST_BYTES
    for each in known["pages"]:
        assert (site / "assets" / "search" / each["address"] / "index.html").is_file()
    page = (site / ("zh" if lang == "zh" else "") / "index.html").read_text(encoding="utf-8")
    assert f"assets/search/{lang}." in page
    assert not (site / "search").exists()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_readers_type_means_words_that_the_pages_have(site: Path, lang: str) -> None:
    words = " ".join(f"{each['title']} {each['text']}" for each in found(site, lang)["sections"]).casefold()
    assert [ours for ours in SEARCHED[lang]["means"] if ours.casefold() not in words] == []


def test_a_page_is_read_as_its_reader_sees_it() -> None:
    html = """<nav>Menu</nav><article><p class="x">Open<br>now</p><h1 id="top">The <em>duty</em></h1>
      <p>You <b>m</b>ust pay.</p><details><summary>In detail</summary><h2 id="a">Wh<a href="#">o</a></h2>
      <ul><li><strong>Spouse:</strong> in<li data-search-exclude>out<p>out</p></li><li>last</ul></details>
      <template><h2 id="t">T</h2></template><p hidden>not yet</p><h3>No id</h3><p>more</p></article>
      <footer>Foot</footer>"""
    assert list(sections(html)) == [
        Section("", "The duty", "Open now You must pay."),
        Section("a", "Who", "Spouse: in last", "Spouse:"),
        Section("a", "No id", "more"),
    ]


def test_traditional_characters_are_known_by_what_we_write() -> None:
    assert [each for each in characters("注册发后缴") if each[0] in "注册发缴"] == [
        "册冊",
        "发發髮",
        "注註",
        "缴繳",
    ]
    assert all("后" not in each[1:] for each in characters("后"))


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (None, ["docs/searched.toml:1: this file is missing"]),
        (
            "[en]\nfillers = ['a']\n[en.means]\nAct = 'akta'\n[zh]\nfillers = '吗'\n[ms]\nfillers = []\n",
            [
                "docs/searched.toml:3: en.means must be a table with a list of words for each",
                "docs/searched.toml:5: zh.means must be a table with a list of words for each",
                "docs/searched.toml:6: zh.fillers must be a list of words",
                "docs/searched.toml:8: nobody reads ms.fillers",
            ],
        ),
        (
            "en = 'akta'\n[zh]\nfillers = []\n[zh.means]\n",
            [
                "docs/searched.toml:1: en.fillers must be a list of words",
                "docs/searched.toml:1: en.means must be a table with a list of words for each",
                "docs/searched.toml:1: nobody reads en",
            ],
        ),
    ],
)
def test_a_mistake_in_the_words_of_readers_is_named(
    text: str | None, problems: list[str], tmp_path: Path
) -> None:
    shutil.copytree(tiny_notice.BASE, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "docs" / "searched.toml"
    file.unlink()
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(WordsError) as raised:
        check(tiny_notice.site(tmp_path))
    assert [str(problem) for problem in raised.value.problems] == problems
