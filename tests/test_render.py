"""The macros and what becomes of their HTML."""

import json
from datetime import date

import pytest

from overrides.hooks import blocks, form, head, inline, prose, render
from overrides.hooks.place import MacroError, Place
from overrides.hooks.segment import Segmenter
from overrides.hooks.words import Document
from tests import tiny_notice

SITE = tiny_notice.site()


def place(lang: str = "en", page: str = "tiny/index") -> Place:
    return SITE.place(page, lang)


def shown(text: str, lang: str = "en") -> str:
    """A line of Markdown with its macros run, without marks."""
    return render.plain(text, place(lang))


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en", "up to RM10,000"), ("zh", "最高10,000令吉")],
)
def test_a_bounded_figure_carries_its_modality(lang: str, expected: str) -> None:
    assert shown('{{ figure("fine") }}', lang) == expected


def test_a_figure_is_for_people_and_for_programs() -> None:
    expected = (
        '<data class="figure" data-parameter="fine" data-bound="max" value="10000">up to RM10,000</data>'
    )
    assert inline.figure(place(), "fine") == expected


def test_a_figure_that_changed_carries_its_other_days() -> None:
    made = inline.figure(place(), "threshold")
    history = made.split('data-history="')[1].split('"')[0].replace("&quot;", '"')
    assert json.loads(history) == [["2000-01-01", "5", "5"], ["2010-01-01", "1", "1"]]


def test_a_figure_in_an_answer_must_hold_on_every_day() -> None:
    assert "up to RM10,000" in inline.figure(place().answer(), "fine")
    with pytest.raises(MacroError):
        inline.figure(place().answer(), "threshold")


def test_a_citation_links_and_says_when_only_a_report_was_seen() -> None:
    assert inline.cite(place(), "act").startswith('<a class="cite cite--P" data-source="act"')
    assert inline.cite(place("zh"), "report").endswith('<small class="cite__mark">（据报道）</small>')


@pytest.mark.parametrize(
    ("page", "to", "expected"),
    [
        ("tiny/index", "index", "../index.md"),
        ("tiny/index", "tiny#penalties", "index.md#penalties"),
        ("index", "tiny", "tiny/index.md"),
    ],
)
def test_a_link_on_a_page_is_one_that_mkdocs_checks(page: str, to: str, expected: str) -> None:
    assert inline.link(place("en", page), to) == expected


@pytest.mark.parametrize(
    ("page", "to", "expected"), [("tiny/index", "index", "../"), ("index", "tiny", "tiny/")]
)
def test_a_link_in_an_answer_is_an_address(page: str, to: str, expected: str) -> None:
    assert inline.link(place("zh", page).answer(), to) == expected


def test_a_sentence_has_slots_for_the_figures_of_the_decision() -> None:
    made = render.sentence("Register by {register_by}, **now**.", place())
    assert made == 'Register by <data class="figure" data-figure="register_by"></data>, <strong>now</strong>.'


def test_markdown_does_not_touch_a_block() -> None:
    text, made = render.page('Before\n\n{{ history("threshold") }}\n\nAfter', place(), form.form)
    assert text == 'Before\n\n<div data-block="0"></div>\n\nAfter'
    assert render.insert(text, made).count("<tr>") == len(["head", "2000", "2010"])


def test_the_programmes_are_listed_with_what_they_offered() -> None:
    made = blocks.programmes(place())
    for expected in ("The month of 2023", "2 May 2023 to 30 June 2023", "no late-payment interest (FCLB)"):
        assert expected in made


def test_the_contact_block_invents_no_address() -> None:
    made = blocks.contact(place())
    assert made.count("<a ") == 1
    assert "Telegram and Facebook: the addresses are on our website." in made


def test_the_notices_are_listed_with_days_and_status() -> None:
    made = blocks.notices(place("zh", "index"))
    for expected in ('href="tiny/"', "小通告", "发布于2023年6月5日", "更新于2026年11月23日", "已结束"):
        assert expected in made


def test_the_days_stand_under_the_title() -> None:
    document = Document("docs/x.en.md", "en", {"updated": date(2026, 11, 24)}, "", 1)
    line = render.days(place(), document)
    assert render.under_title("<h1>Title</h1>\n<p>Text</p>", line).startswith(f"<h1>Title</h1>\n{line}")
    assert render.under_title("<p>Text</p>", line) == f"{line}\n<p>Text</p>"
    assert 'Updated <time datetime="2026-11-24">24 November 2026</time>' in line


def test_twins_are_linked_absolutely_or_not_at_all() -> None:
    html = '<head>\n<link rel="alternate" href="../zh/" hreflang="zh">\n</head>'
    twins = {"en": "./", "zh": "zh/"}
    assert head.alternates(html, None, twins) == "<head>\n</head>"
    linked = head.alternates(html, "https://example.com/law/", twins)
    assert '<link rel="alternate" hreflang="zh" href="https://example.com/law/zh/">' in linked
    assert '<link rel="alternate" hreflang="x-default" href="https://example.com/law/">' in linked


def test_chinese_is_split_into_the_words_of_the_glossary() -> None:
    assert Segmenter(["令吉"]).cut("罚款一万令吉".encode())[-1] == "令吉"


@pytest.mark.parametrize(
    "text",
    [
        "Act 4 asks for `2023-05-02`.",
        '{{ figure("x1") }} {act4_fine} [text](page2.md) <https://example.com/3> {#id4}',
        "1. first\n2. second",
    ],
)
def test_digits_that_are_no_prose_are_let_be(text: str) -> None:
    glossary = prose.Glossary({"act4": {"en": "Act 4", "zh": "第4法令"}})
    assert list(prose.problems(text, "x", 1, "en", glossary)) == []


def test_a_refused_word_inside_a_term_is_let_be() -> None:
    entries: dict[str, dict[str, object]] = {
        "eis": {"en": "EIS", "zh": "就业保险(EIS)", "never_zh": ["就业保险计划"]},
        "bill": {"en": "bill", "zh": "法案"},
        "plan": {"en": "plan", "zh": "计划", "never_zh": ["就业保险"]},
    }
    assert list(prose.problems("就业保险(EIS)", "x", 1, "zh", prose.Glossary(entries))) == []
    assert len(list(prose.problems("就业保险", "x", 1, "zh", prose.Glossary(entries)))) == 1
