"""The preview pictures: one for each notice and outcome, small, complete, and the same on every build."""

import hashlib
from dataclasses import asdict
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from PIL import Image

from calculator.engine.figures import LANGUAGES
from overrides.hooks.assemble.node import AssembleError
from overrides.hooks.assemble.pages import open_graph
from overrides.hooks.assemble.previews.files import Previews, draw
from overrides.hooks.assemble.previews.fonts import Fonts
from overrides.hooks.assemble.previews.layout import NEVER_FIRST, NEVER_LAST, lines, pieces
from overrides.hooks.assemble.previews.picture import Painter, Preview
from overrides.hooks.assemble.previews.words import Segmenter
from overrides.hooks.render.context import load_site
from overrides.hooks.render.previews import previews
from tests.drawn import site
from tests.node import ROOT

MOST_BYTES = 60_000
WORDS = Segmenter(["漂白月"])


@cache
def wanted() -> list[Preview]:
    return [Preview(**each) for each in previews(load_site(ROOT, {"name": "CCS"}))]


def own_words() -> list[str]:
    """As the build gives them, so that what it has drawn is taken from the cache."""
    library = site().library
    folders = ("", *library.glossaries)
    return list(dict.fromkeys(entry["zh"] for folder in folders for entry in library.terms(folder).values()))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Previews]:
    folder = tmp_path_factory.mktemp("previews")
    return folder, draw(ROOT, folder, map(asdict, wanted()), own_words())


def test_chinese_is_split_into_the_words_of_the_glossary() -> None:
    assert Segmenter(["令吉"]).cut("罚款一万令吉")[-1] == "令吉"


def test_each_notice_and_each_outcome_has_one_in_both_languages() -> None:
    outcomes = {(id, code.value) for id, notice in site().notices.items() for code in notice.outcomes}
    every = {("", ""), *((id, "") for id in site().notices), *outcomes}
    assert {(each.notice, each.outcome, each.lang) for each in wanted()} == {
        (*each, lang) for each in every for lang in LANGUAGES
    }
    assert len(wanted()) == len(every) * len(LANGUAGES)


def test_it_names_the_outcome_in_the_right_language() -> None:
    said = {each.lang: each for each in wanted() if each.outcome == "registered_in_time"}
    assert (said["en"].above, said["en"].title) == ("In order", "You registered in time.")
    assert (said["zh"].above, said["zh"].title) == ("符合规定", "您按时注册了。")
    assert "2023" in said["en"].below
    assert {each.name for each in wanted()} == {"CCS"}


def test_each_has_the_size_that_chats_ask_for_and_is_small(drawn: tuple[Path, Previews]) -> None:
    folder, made = drawn
    assert len(set(made.addresses.values())) == len(wanted())
    for address in made.addresses.values():
        content = (folder / address).read_bytes()
        assert Image.open(BytesIO(content)).size == (1200, 630)
        assert len(content) < MOST_BYTES
        assert hashlib.sha256(content).hexdigest()[:8].upper() == address.split(".")[-2]


def test_the_address_is_asked_for_by_notice_language_and_outcome(drawn: tuple[Path, Previews]) -> None:
    _, made = drawn
    assert "/amnesty-registered_in_time.zh." in made.address("amnesty", "zh", "registered_in_time")
    assert "/amnesty.en." in made.address("amnesty", "en")
    assert made.of_page("contributions/tables-2024-10", "zh") == made.address("contributions", "zh")
    assert made.of_page("disclaimer", "en") == made.address("", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_character_is_missing_from_its_font(lang: str) -> None:
    """The ranges that the package names are what its files have."""
    fonts = Fonts(ROOT)
    signs = {
        sign
        for each in wanted()
        if each.lang == lang
        for said in (each.above, each.title, each.below, each.name, each.site)
        for sign in said
    }
    files: dict[str, set[str]] = {}
    for sign in signs:
        files.setdefault(fonts.file(sign), set()).add(sign)
    for file, needed in files.items():
        known = TTFont(file)["cmap"].getBestCmap()
        assert {sign for sign in needed if ord(sign) not in known} == set(), file


def test_a_character_that_no_font_has_stops_the_build() -> None:
    with pytest.raises(AssembleError, match="U\\+0CA0"):
        Fonts(ROOT).runs("ಠ", 36, 700)


def test_the_same_words_make_the_same_bytes() -> None:
    first, second = (Painter(ROOT, WORDS).png(wanted()[-1]) for _ in range(2))
    assert first == second


def test_what_was_drawn_is_not_drawn_again(
    drawn: tuple[Path, Previews], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(Painter, "png", refused)
    assert draw(ROOT, drawn[0], map(asdict, wanted()), own_words()) == drawn[1]


def width(line: str) -> float:
    """Every Chinese sign as wide as two Latin ones."""
    return sum(1 if sign.isascii() else 2 for sign in line)


@pytest.mark.parametrize(
    ("words", "most", "expected"),
    [
        ("You registered in time.", 40, ["You registered in time."]),
        ("You are not late: there is still time", 20, ["You are not late:", "there is still time"]),
        ("您还没有迟：现在还来得及注册。", 24, ["您还没有迟：", "现在还来得及注册。"]),
        ("我们无法断定这个月要缴付多少。", 26, ["我们无法断定", "这个月要缴付多少。"]),
        ("第4法令和第800法令", 14, ["第4法令和", "第800法令"]),
        ("（PERKESO）2023年漂白月", 14, ["（PERKESO）", "2023年漂白月"]),
        ("Incomprehensibilities", 10, ["Incomprehensibilities"]),
        ("", 10, []),
    ],
)
def test_a_text_breaks_where_it_reads_best(words: str, most: int, expected: list[str]) -> None:
    assert lines(pieces(words, WORDS), most, width) == expected


@pytest.mark.parametrize("most", [30, 36, 44])
def test_no_line_of_ours_is_too_wide_or_begins_with_a_closing_mark(most: int) -> None:
    for preview in wanted():
        for said in (preview.title, preview.below):
            made = lines(pieces(said, WORDS), most, width)
            assert "".join(made).replace(" ", "") == said.replace(" ", "")
            assert max(map(width, made)) <= most
            assert not [line for line in made if line[0] in NEVER_FIRST or line[-1] in NEVER_LAST]


def test_the_words_of_a_page_are_safe_in_its_head() -> None:
    made = open_graph.put("<head></head>", 'A "b" <c>', "d & e", open_graph.picture("assets/f.png", None))
    assert 'content="A &#34;b&#34; &lt;c&gt;"' in made
    assert "d &amp; e" in made
    assert "og:image" not in made
    assert 'content="https://example.com/x/assets/f.png"' in open_graph.picture(
        "assets/f.png", "https://example.com/x/"
    )
