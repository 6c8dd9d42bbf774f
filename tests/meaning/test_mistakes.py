"""Mistakes as translators make them: a sound pair has no problem, and each mistake is met and named."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from overrides.hooks.check.meaning.every_pair import KINDS, documents
from overrides.hooks.check.meaning.terms import Terms
from overrides.hooks.check.meaning.waivers import Waivers
from overrides.hooks.read.files import Document
from overrides.hooks.read.text import Text

ROOT = Path(__file__).parents[2]
TERMS = Terms(tomllib.loads((ROOT / "docs" / "glossary.toml").read_text(encoding="utf-8")))
MISTAKES: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("mistakes.toml").read_text(encoding="utf-8")
)


def problems(en: str, zh: str) -> list[str]:
    """What is said of two pages, with what is wrong with their waivers."""
    waivers = Waivers(KINDS)
    one, other = (
        Document({}, Text(words, f"page.{lang}.md", lang=lang)) for lang, words in (("en", en), ("zh", zh))
    )
    return [str(problem) for problem in (*documents(one, other, TERMS, waivers), *waivers.unused())]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_met(name: str) -> None:
    mistake = MISTAKES[name]
    sound = problems(mistake["en"], mistake["zh"])
    assert all("sound" in mistake and f"differs in {mistake['sound']}" in said for said in sound), sound
    said = problems(mistake.get("wrong_en", mistake["en"]), mistake.get("wrong_zh", mistake["zh"]))
    assert any(mistake["says"] in each for each in said), said


def test_there_are_mistakes_of_many_kinds() -> None:
    assert len(MISTAKES) >= 40
