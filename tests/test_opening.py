"""How a page begins, what of it is folded, and what the list of notices says is due."""

import markdown
import pytest

from overrides.hooks.render import block_macros, folds, opening
from overrides.hooks.render.context import Place
from overrides.hooks.render.run_macros import EXTENSIONS
from tests import tiny_notice

SITE = tiny_notice.site()
DAYS = '<p class="days">Updated</p>'
FORM = "<notice-calculator></notice-calculator>"
SECTIONS = "\n\n".join(f"## Section {id} {{#{id}}}\n\nText." for id in "abcd")


def opened(words: str) -> str:
    return opening.opened(words, DAYS, "Your case", "On this page")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("\n# Title\n\nLead.\n\nMore.", f"# Title\n\nLead.\n\n{DAYS}\n\nMore."),
        ("# Title\n\n- Item", f"# Title\n\n{DAYS}\n\n- Item"),
        ("# Title\n\n## Section {#a}", f"# Title\n\n{DAYS}\n\n## Section {{#a}}"),
        ("# Title\n\n**Lead** and more.", f"# Title\n\n**Lead** and more.\n\n{DAYS}"),
        (f"# Title\n\n{FORM}", f"# Title\n\n{DAYS}\n\n{FORM}"),
        ("Text", f"Text\n\n{DAYS}"),
    ],
)
def test_the_days_come_after_the_first_paragraph(words: str, expected: str) -> None:
    assert opened(words).strip() == expected


def test_a_notice_leads_to_its_calculator_before_anything_else() -> None:
    made = opened(f"# Title\n\nLead.\n\n## Today {{#status}}\n\nText.\n\n## Yours {{#yours}}\n\n{FORM}")
    lead, rest = made.split("Lead.")
    assert 'href="#yours">Your case</a>' in rest.split("## Today")[0]
    assert "href" not in lead


def test_a_long_page_lists_its_headings_and_a_short_one_does_not() -> None:
    made = opened(f"# Title {{#title}}\n\nLead.\n\n{SECTIONS}\n\n### Below {{#below}}")
    links = [line for line in made.splitlines() if line.startswith("<li>")]
    assert links == [f'<li><a href="#{id}">Section {id}</a></li>' for id in "abcd"]
    assert "<li>" not in opened("# Title\n\nLead.\n\n## One {#one}\n\n## Two {#two}")


def test_a_fold_reaches_to_the_next_heading_that_is_not_below_it() -> None:
    words = "## A {#a .fold}\n\nText a.\n\n### B {#b .fold}\n\nText *b*.\n\n## C {#c}\n\nText c."
    html = markdown.markdown(folds.folded(words, "In detail"), extensions=[*EXTENSIONS, "toc"])
    outer, after = html.rsplit("</details>", 1)
    assert outer.count("<details") == 2
    assert '<h2 id="a">A</h2>' in outer.split("<details")[0]
    assert '<h3 id="b">B</h3>' in outer
    assert "Text <em>b</em>." in outer
    assert "Text c." in after
    assert "Text c." not in outer


def test_what_is_no_fold_stays_as_it_is() -> None:
    words = "# T {#t}\n\n## A {#a}\n\nText."
    assert folds.folded(words, "In detail") == words


def place(**meta: str) -> Place:
    """The small notice with further front matter."""
    return tiny_notice.with_front_matter(SITE, "tiny/index", **meta).place("tiny/index", "en")


def test_the_list_says_what_is_due_with_the_figure_of_the_law() -> None:
    here = place(due='A fine is {{ figure("fine") }}.')
    made = block_macros.notices(here.site.place("index", "en"))
    assert "A fine is up to RM10,000." in made
