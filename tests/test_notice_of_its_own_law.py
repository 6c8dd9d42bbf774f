"""A notice with law of its own: its sources, its names, and what of all that stands in its page."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from calculator import answer
from calculator.engine.asking.found import notices
from overrides import corpus
from overrides.hooks.check.names import names
from overrides.hooks.read.answers_given import needed
from overrides.hooks.read.tables import Table
from overrides.hooks.render import block_macros, form, inline_macros
from overrides.hooks.render.context import MacroError, Site, load_site
from tests import tiny_notice

REQUESTS = 500
SITE = load_site(Path(__file__).parents[1], {})


def site_with_own_source(named: Mapping[str, str] = MappingProxyType({"own": "A source of its own"})) -> Site:
    """The tiny notice with a source that no other law has, named in its own folder."""
    site = tiny_notice.site()
    tiny = site.notices["tiny"]
    own = replace(tiny.law.sources["act"], id="own", url="https://example.com/own")
    law = replace(tiny.law, sources={**tiny.law.sources, "own": own})
    names = {lang: Table(f"docs/tiny/sources.{lang}.toml", lang, named, "") for lang in ("en", "zh")}
    library = replace(site.library, tables={**site.library.tables, "tiny/sources": names})
    return replace(site, library=library, notices={"tiny": replace(tiny, law=law)})


def test_the_page_of_sources_shows_those_of_every_notice() -> None:
    site = site_with_own_source()
    made = block_macros.sources(site.place("index", "en"))
    assert made.count("A source of its own") == 1
    assert made.count('data-source="act"') == 1
    assert "A source of its own" in block_macros.sources(site.place("tiny/index", "en"))


def test_a_name_in_a_notices_folder_holds_there_alone() -> None:
    site = site_with_own_source()
    assert "A source of its own" in inline_macros.cite(site.place("tiny/index", "zh"), "own")
    with pytest.raises(MacroError, match='no source "own"'):
        inline_macros.cite(replace(site.place("index", "zh"), own_law=site.laws["perkeso"]), "own")


def test_a_name_that_only_a_notice_needs_is_asked_for_in_its_folder() -> None:
    site = site_with_own_source(named={})
    found = names(site.library, site.laws.values(), list(site.notices.values()))
    assert [str(problem) for problem in found] == [
        f'docs/tiny/sources.{lang}.toml:1: no text for the source "own"' for lang in ("en", "zh")
    ]


def test_whom_to_ask_is_the_notices_own_text() -> None:
    place = tiny_notice.site().place("tiny/index", "en")
    assert place.notice is not None
    made = form.ask(place, place.notice)
    assert made == {"ask_before": "Or ask the body, Careline ", "phone": "1-300-22-8000", "ask_after": ""}
    assert inline_macros.bodies(place) == "The body"


def named(value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - whatever JSON can hold
    """Every source, and every figure or table with a source, that a response names."""
    if isinstance(value, dict):
        yield from (("source", source) for source in value.get("sources", ()))
        for key in ("id", "table"):
            if key in value and "since" in value:
                yield "figure", value[key]
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from named(each)


def test_whatever_an_answer_names_on_any_day_stands_in_its_page() -> None:
    known = {id: needed(notice, SITE.given[id]) for id, notice in SITE.notices.items()}
    seen: set[tuple[str, str, str]] = set()
    for request in (each for notice in notices() for each in corpus.generated(notice, REQUESTS)):
        asked = json.loads(request)
        response = json.loads(answer(json.dumps({**asked, "explain": True})))
        seen |= {(asked["notice"], kind, id) for kind, id in named(response)}
    for notice, kind, id in seen:
        assert id in (known[notice].sources if kind == "source" else known[notice].figures), (notice, id)
    assert {kind for _, kind, _ in seen} == {"source", "figure"}


@pytest.mark.parametrize("notice", notices())
def test_what_no_answer_can_name_stands_elsewhere(notice: str) -> None:
    loaded = SITE.notices[notice]
    sources = needed(loaded, SITE.given[notice]).sources
    assert sources <= loaded.law.sources.keys()
    if any(each.notice.law is loaded.notice.law for each in SITE.notices.values() if each is not loaded):
        assert sources != loaded.law.sources.keys(), "what another notice about this body needs"
