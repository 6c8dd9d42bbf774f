"""A difference that is meant is waived beside the text; a waiver without use or reason is a problem."""

from pathlib import Path

from overrides.hooks.check.meaning.every_pair import KINDS, documents, tables
from overrides.hooks.check.meaning.terms import Terms
from overrides.hooks.check.meaning.waivers import Waivers
from overrides.hooks.read.files import read_document
from overrides.hooks.read.tables import Table
from tests.meaning.test_mistakes import problems

EN, ZH = "One or two offices.\n\nThere are 54 offices.", "一两个办事处。\n\n有办事处。"
WAIVER = "{## differs in figures: the number is not known in Chinese ##}"


def test_a_difference_is_waived_above_its_paragraph() -> None:
    assert len(problems(EN, ZH)) == 1
    assert problems(EN, ZH.replace("有办", f"{WAIVER}\n有办")) == []


def test_a_difference_is_waived_within_its_line_and_in_either_twin() -> None:
    assert problems(f"{EN} {WAIVER}", ZH) == []


def test_a_difference_in_a_heading_is_waived_above_it_also_behind_a_section() -> None:
    en, zh = f"{EN}\n\n## 54 offices {{#offices}}\n\nAll.", f"{EN}\n\n## 办事处 {{#offices}}\n\n全部。"
    zh = zh.replace(EN, "一两个办事处。\n\n有54个办事处。")
    assert [each.split(": ")[0] for each in problems(en, zh)] == ["page.en.md:5"]
    assert problems(en, zh.replace("##", f"{WAIVER}\n\n##", 1)) == []
    assert problems(en.replace("##", f"{WAIVER}\n##", 1), zh) == []
    said = problems(en.replace("## 54 ", "## "), zh.replace("##", f"{WAIVER}\n##", 1))
    assert [each.split(": ")[0] for each in said] == ["page.zh.md:6"]


def test_only_what_is_named_is_waived() -> None:
    said = problems(EN, ZH.replace("有办", f"{WAIVER}\n没有办"))
    assert [each.split(": ")[1] for each in said] == ["“not” is not the same"]


def test_a_waiver_needs_a_reason() -> None:
    for bare in ("{## differs in figures ##}", "{## differs: because ##}", "{## differs in figures: ##}"):
        said = problems(EN, ZH.replace("有办", f"{bare}\n有办"))
        assert any("needs its kind and a reason" in each for each in said), bare


def test_a_waiver_of_an_unknown_kind_is_named() -> None:
    said = problems(EN, ZH.replace("有办", f"{WAIVER.replace('figures', 'figure')}\n有办"))
    assert any('no difference is called "figure"; did you mean "figures"?' in each for each in said)


def test_a_waiver_that_waives_nothing_is_taken_out() -> None:
    said = problems(EN.replace("54 ", ""), ZH.replace("有办", f"{WAIVER}\n有办"))
    assert len(said) == 1
    assert said[0].endswith('"differs in figures" waives nothing: the twins agree; take it out')


def in_tables(en: str, zh: str) -> list[str]:
    waivers = Waivers(KINDS)
    files = {
        lang: Table(f"words.{lang}.toml", lang, {"after": words.split('"')[1]}, words)
        for lang, words in (("en", en), ("zh", zh))
    }
    return [str(each) for each in (*tables("words", files, Terms({}), waivers), *waivers.unused())]


def test_in_a_table_it_stands_in_a_comment_above() -> None:
    en, zh = 'after = "{count} after {fact}"', 'after = "{fact}之后第{count}"'
    (said,) = in_tables(en, zh)
    assert said.startswith("words.zh.toml:1: the figures come as {fact}, {count} here")
    assert said.endswith("If this is meant, write # differs in order: why, above")
    assert in_tables(en, f"# differs in order: 中文先说从哪一天起算\n{zh}") == []


def test_in_the_front_matter_too(tmp_path: Path) -> None:
    waiver, pages = "# differs in figures: the number is not known in Chinese\n", []
    for lang, comment, title in (("en", "", "54 offices"), ("zh", waiver, "办事处")):
        path = tmp_path / f"page.{lang}.md"
        path.write_text(
            f"---\ntitle: {title}\n{comment}description: {title}\n---\n\n{title}\n", encoding="utf-8"
        )
        pages.append(read_document(path, tmp_path))
    one, other = pages
    waivers = Waivers(KINDS)
    said = [str(each) for each in (*documents(one, other, Terms({}), waivers), *waivers.unused())]
    assert [each.split(": ")[0] for each in said] == ["page.en.md:2", "page.en.md:6"]
