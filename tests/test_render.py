"""The macros and what becomes of their HTML."""

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import markdown
import pytest

from calculator.engine.law import Confidence, sources
from overrides.hooks.assemble.pages import links, spare
from overrides.hooks.check import prose
from overrides.hooks.check.brackets import nested
from overrides.hooks.read import library
from overrides.hooks.read.addresses import address
from overrides.hooks.read.files import Document
from overrides.hooks.read.text import Text
from overrides.hooks.render import block_macros, days, form, html, inline_macros, run_macros, said
from overrides.hooks.render.context import MacroError, Place, load_site
from tests import tiny_notice

SITE = tiny_notice.site()
ROOT = Path(__file__).parents[1]
REAL = library.read(ROOT, ())


def place(lang: str = "en", page: str = "tiny/index") -> Place:
    return SITE.place(page, lang)


def shown(text: str, lang: str = "en") -> str:
    """A line of Markdown with its macros run, without marks."""
    return run_macros.plain(text, place(lang))


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
    assert inline_macros.figure(place(), "fine") == expected


def test_a_figure_that_changed_carries_its_other_days() -> None:
    made = inline_macros.figure(place(), "threshold")
    history = made.split('data-history="')[1].split('"')[0]
    assert json.loads(unescape(history)) == [["2000-01-01", "5", "5"], ["2010-01-01", "1", "1"]]


def test_a_figure_in_an_answer_must_hold_on_every_day() -> None:
    assert "up to RM10,000" in inline_macros.figure(place().answer(), "fine")
    with pytest.raises(MacroError):
        inline_macros.figure(place().answer(), "threshold")


def test_only_the_label_of_a_citation_links() -> None:
    assert inline_macros.cite(place(), "act").startswith('<a class="cite cite--P" data-source="act"')
    made = inline_macros.cite(place("zh"), "report")
    assert made.startswith('据<a class="cite cite--S" data-source="report"')
    assert made.endswith(">某报2023年5月2日</a>报道")


PRESS = "reported by {label}", "据{label}报道"
ACCOUNT = "according to {label}", "据{label}"
DOCUMENT = "{label}, as reported", "{label}，据转述"
UNVERIFIED = "{label}, not verified", "{label}，未经核实"


@pytest.mark.parametrize(("lang", "of"), [("en", 0), ("zh", 1)])
@pytest.mark.parametrize(
    ("kinds", "confidence", "words"),
    [
        (sources.KINDS, "P", ("{label}", "{label}")),
        (("press",), "S", PRESS),
        (("adviser", "vendor", "teaching", "notice"), "S", ACCOUNT),
        (("statute", "bill", "gazette", "official"), "S", DOCUMENT),
        (sources.KINDS, "U", UNVERIFIED),
    ],
)
def test_what_of_a_source_was_seen_is_said_in_words(
    kinds: tuple[str, ...], confidence: Confidence, words: tuple[str, str], lang: str, of: int
) -> None:
    interface = REAL.tables["interface"][lang].data
    for kind in kinds:
        source = replace(SITE.laws["perkeso"].sources["act"], kind=kind, confidence=confidence)
        made = html.cite([(source, "A & B")], interface)
        assert said.TAG.sub("", made) == words[of].format(label="A &amp; B")
        assert made.index("<a") == len(words[of].partition("{label}")[0])


@pytest.mark.parametrize("kind", sources.KINDS)
def test_every_kind_of_source_has_words_for_its_report(kind: str) -> None:
    assert kind in html.REPORTED


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ('{{ cite("act") }}; {{ cite("act") }}', "en", "Act 4, section 1; Act 4, section 1"),
        (
            '{{ cite("report") }}; {{ cite("act") }}; {{ cite("report") }}',
            "en",
            "Act 4, section 1; reported by A newspaper, 2 May 2023; A newspaper, 2 May 2023",
        ),
        (
            '（{{ cite("report") }}；{{ cite("act") }}；{{ cite("report") }}）',
            "zh",
            "（第4法令第1条；据某报2023年5月2日、某报2023年5月2日报道）",
        ),
        (
            '{{ cite("report") }}, {{ cite("report") }}',
            "en",
            "reported by A newspaper, 2 May 2023, reported by A newspaper, 2 May 2023",
        ),
    ],
)
def test_citations_between_semicolons_are_put_into_words_together(
    text: str, lang: str, expected: str
) -> None:
    assert shown(text, lang) == expected


def test_the_list_of_sources_names_them_without_more_words() -> None:
    assert re.search(r">A newspaper, 2 May 2023</a></th><td[^>]*>A report", block_macros.sources(place()))
    assert "reported by" not in block_macros.sources(place())


@pytest.mark.parametrize(
    ("page", "to", "expected"),
    [
        ("tiny/index", "index", "../index.md"),
        ("tiny/index", "tiny#penalties", "index.md#penalties"),
        ("index", "tiny", "tiny/index.md"),
    ],
)
def test_a_link_on_a_page_is_one_that_mkdocs_checks(page: str, to: str, expected: str) -> None:
    assert inline_macros.link(place("en", page), to) == expected


@pytest.mark.parametrize(
    ("page", "to", "expected"), [("tiny/index", "index", "../"), ("index", "tiny", "tiny/")]
)
def test_a_link_in_an_answer_is_an_address(page: str, to: str, expected: str) -> None:
    assert inline_macros.link(place("zh", page).answer(), to) == expected


def test_a_sentence_has_slots_for_the_figures_of_the_decision() -> None:
    made = run_macros.sentence("Register by {register_by}, **now**.", place())
    assert made == 'Register by <data class="figure" data-figure="register_by"></data>, <strong>now</strong>.'


@pytest.mark.parametrize(("lang", "name"), [("en", "Act 800"), ("zh", "第800法令")])
def test_a_headline_parts_no_name_with_a_number(lang: str, name: str) -> None:
    real = load_site(ROOT, {}).place("amnesty/index", lang).answer()
    outcome = real.site.library.outcomes_of("amnesty", lang)["outside_the_acts"]
    assert f'<span class="figure">{name}</span>' in run_macros.answer(outcome, real)
    assert name in run_macros.title(outcome, real)


def test_markdown_does_not_touch_a_block() -> None:
    text = run_macros.page('Before\n\n{{ history("threshold") }}\n\nAfter *you*', place(), form.form)
    before, block, _ = text.split("\n\n")
    assert block.count("<tr>") == len(["head", "2000", "2010"])
    made = markdown.markdown(text, extensions=run_macros.EXTENSIONS)
    assert made == f"<p>{before}</p>\n{block}\n\n<p>After <em>you</em></p>"


def test_markdown_does_not_touch_the_form() -> None:
    real = load_site(ROOT, {}).place("amnesty/index", "zh")
    text = run_macros.page("{{ calculator() }}", real, form.form)
    assert "<notice-calculator" in text
    assert markdown.markdown(text, extensions=run_macros.EXTENSIONS) == text.strip()


def test_what_a_macro_gives_is_escaped_unless_it_is_html() -> None:
    labels = {"sources": {"en": replace(SITE.library.tables["sources"]["en"], data={"act": "A & <b>"})}}
    library = replace(SITE.library, tables={**SITE.library.tables, **labels})
    here = replace(SITE, library=library).place("tiny/index", "en")
    made = run_macros.page('{{ cite("act") }}', here, form.form)
    assert ">A &amp; &lt;b&gt;</a>" in made


def test_the_programmes_are_listed_with_what_they_offered() -> None:
    made = block_macros.all_programmes(place())
    for expected in ("The month of 2023", "2 May 2023 to 30 June 2023", "no late-payment interest (FCLB)"):
        assert expected in made


def test_the_contact_block_invents_no_address() -> None:
    made = block_macros.contact(place())
    assert made.count("<a ") == 1
    assert "Telegram and Facebook: the addresses are on our website." in made


def test_the_notices_are_listed_with_days_and_status() -> None:
    made = block_macros.notices(place("zh", "index"))
    for expected in ('href="tiny/"', "小通告", "更新于2026年11月23日", "已结束"):
        assert expected in made


def test_a_page_has_a_line_with_its_days() -> None:
    document = Document({"updated": date(2026, 11, 24)}, Text("", "docs/x.en.md", lang="en"))
    line = days.days(place(), document)
    assert 'Updated <time datetime="2026-11-24">24 November 2026</time>' in line


def test_twins_are_linked_absolutely_or_not_at_all() -> None:
    html = '<head>\n<link rel="alternate" href="../zh/" hreflang="zh">\n</head>'
    twins = {"en": "", "zh": "zh/"}
    assert links.alternates(html, None, twins) == "<head>\n</head>"
    linked = links.alternates(html, "https://example.com/law/", twins)
    assert '<link rel="alternate" hreflang="zh-Hans" href="https://example.com/law/zh/">' in linked
    assert '<link rel="alternate" hreflang="x-default" href="https://example.com/law/">' in linked


@pytest.mark.parametrize(
    ("page", "lang", "expected"),
    [
        ("tiny/index", "en", "../zh/tiny/"),
        ("tiny/index", "zh", "../../tiny/"),
        ("index", "en", "zh/"),
        ("index", "zh", "../"),
    ],
)
def test_the_language_switch_leads_to_the_twin_under_any_base_path(
    page: str, lang: str, expected: str
) -> None:
    twins = {each: address(page, each) for each in ("en", "zh")}
    other, tag = ("zh", "zh-Hans") if lang == "en" else ("en", "en")
    html = f'<a href="/elsewhere/" hreflang="{other}" class="x">'
    switched = f'<a href="{expected}" hreflang="{tag}" lang="{tag}" class="x">'
    assert links.switch(html, lang, twins) == switched


def test_the_language_of_a_page_names_its_script() -> None:
    assert links.named('<!doctype html>\n<html lang="zh" class="no-js">', "zh").endswith(
        '<html lang="zh-Hans" class="no-js">'
    )


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
    assert list(prose.problems(Text(text, "x", lang="en"), glossary)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(Act 4, section 16(3)(a); P.U.(B) 606/2017; D.R.28/1991) (and more)", []),
        ("（宪报P.U.(B) 606/2017；第16(3)条）（报道不一）", []),
        ("(see [the Act](https://example.com/a(b)) and <a title='(x)'>y</a>)", []),
        ("a) first\n\nb) second (third)", []),
        ("(not closed\n\n(next)", []),
        ("(one\n(two) three (four))", [(2, "(two)"), (2, "(four)")]),
        ("（一(二)）", [(1, "(二)")]),
        ("(a (about P.U.(B) 1) b)", [(1, "(about P.U.(B) 1)")]),
        ("（甲（乙", [(1, "（乙")]),
    ],
)
def test_a_bracket_within_a_bracket_is_found(text: str, found: list[tuple[int, str]]) -> None:
    problems = nested(Text(text, "x"))
    assert [(problem.line, problem.text.split('"')[1]) for problem in problems] == found


def test_a_refused_word_inside_a_term_is_let_be() -> None:
    entries: dict[str, dict[str, object]] = {
        "eis": {"en": "EIS", "zh": "就业保险(EIS)", "never_zh": ["就业保险计划"]},
        "bill": {"en": "bill", "zh": "法案"},
        "plan": {"en": "plan", "zh": "计划", "never_zh": ["就业保险"]},
    }
    assert list(prose.problems(Text("就业保险(EIS)", "x", lang="zh"), prose.Glossary(entries))) == []
    assert len(list(prose.problems(Text("就业保险", "x", lang="zh"), prose.Glossary(entries)))) == 1


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<p>a\n   b</p>\n\n  <p>", "<p>a\nb</p>\n<p>"),
        ("<pre>a\n  b</pre>\n  <p>", "<pre>a\n  b</pre>\n<p>"),
        (
            '<pre class="x">\n\n</pre><textarea>\n a</textarea>',
            '<pre class="x">\n\n</pre><textarea>\n a</textarea>',
        ),
        ("<script>`\n  a`</script>\n <b>", "<script>`\n  a`</script>\n<b>"),
        ("<present>\n  a</present>", "<present>\na</present>"),
    ],
)
def test_a_page_does_without_the_indents_of_templates(html: str, made: str) -> None:
    assert spare.without_indents(html) == made
