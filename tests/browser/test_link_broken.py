"""What became of a link on its way, or with the years, is said; it is never a page of errors."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator import PATHS, Calculator
from tests.browser.conftest import Watch
from tests.browser.links import GIVEN, INTERFACE, WHOLE, each_lang, said

pytestmark = pytest.mark.usefixtures("quick_rules")
BROKEN = {
    # a version of which there is no reader: nothing is put back
    "#v=9&employs=employees": ("unknown_link", {"employs": ""}),
    # a reply that is none of the choices
    "#v=1&employs=aliens": ("answer_again", {"employs": ""}),
    # its version was lost on the way
    "#employs=employees": ("unknown_link", {"employs": ""}),
    "#x": ("unknown_link", {"employs": ""}),
    # an app has escaped all of it; and not as addresses are
    "#v%3D1%26employs%3Demployees%26dowry%3Dgoats": ("left_out", {"employs": "employees"}),
    "#v%3D1%26employs%3Demployees%26%E0%A4%A": ("unknown_link", {"employs": ""}),
    # a question that nobody asks, and a part that cannot be read
    "#v=1&employs=employees&dowry=goats": ("left_out", {"employs": "employees"}),
    "#v=1&employs=employees&age=%ff": ("left_out", {"employs": "employees"}),
}


@each_lang
@pytest.mark.parametrize("fragment", BROKEN)
def test_what_cannot_be_put_back_is_said(fragment: str, lang: str, page: Page, site: str) -> None:
    code, expected = BROKEN[fragment]
    calculator = Calculator(page, site, lang=lang)
    page.goto(f"{site}{PATHS[lang]}amnesty/shared/registered_late/{fragment}")
    expect(page).to_have_url(calculator.url)
    words = INTERFACE[lang]["along"]["link"][code]
    expect(said(calculator)).to_contain_text(words.split("{", maxsplit=1)[0].strip())
    for id, reply in expected.items():
        chosen = calculator.element.locator(f'[name="{id}"]:checked')
        expect(chosen).to_have_count(1 if reply else 0)


def test_a_reply_that_cannot_be_read_is_shown_as_a_mistake_at_its_question(page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    page.goto(f"{site}amnesty/{GIVEN}&registered_on=2023-02-30")
    expect(calculator.error("registered_on")).to_have_text(re.compile("no such day"))
    expect(calculator.control("registered_on")).to_have_value("30/02/2023")
    expect(calculator.result).to_have_count(0)


def test_what_an_older_link_does_not_reply_to_is_asked(page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    page.goto(f"{site}amnesty/{GIVEN}")
    expect(calculator.question("registered_on")).to_be_visible()
    expect(calculator.element.locator(".nc-summary")).to_be_focused()


def test_a_hostile_reply_is_text_and_nothing_else(page: Page, site: str) -> None:
    calculator = Calculator(page, site)
    page.goto(f"{site}amnesty/{GIVEN}&registered_on=%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D1%3E")
    expect(calculator.error("registered_on")).not_to_be_empty()
    expect(calculator.control("registered_on")).to_have_value("<img src=x onerror=document.title=1>")
    assert page.locator("notice-calculator img").count() == 0


def test_a_link_of_an_outcome_that_has_another_name_is_read_all_the_same(
    page: Page, site: str, watch: Watch
) -> None:
    watch.expects_errors = True
    calculator = Calculator(page, site)
    page.goto(f"{site}amnesty/shared/some_older_name/{WHOLE}")
    calculator.expect_outcome("registered_in_amnesty")
    expect(page).to_have_url(calculator.url)


def test_where_its_words_do_not_load_the_form_is_there_and_the_link_is_kept(
    page: Page, site: str, watch: Watch
) -> None:
    calculator = Calculator(page, site)
    page.route(re.compile("/assets/along/"), lambda route: route.abort())
    watch.expects_errors = True
    page.goto(f"{site}amnesty/shared/registered_late/{WHOLE}")
    expect(calculator.element.get_by_role("alert").filter(has_text="did not load")).to_be_visible()
    expect(calculator.question("employs")).to_be_visible()
    page.unroute(re.compile("/assets/along/"))
    page.reload()
    calculator.expect_outcome("registered_in_amnesty")
