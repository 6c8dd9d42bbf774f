"""What a person types, and what becomes of it: said back, or asked back; nothing counts too early."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.calculator import Calculator

pytestmark = pytest.mark.usefixtures("quick_rules")

# Phones, a narrow one, and a screen on a desk
SIZES = [(390, 844), (320, 640), (1280, 800)]
LATE = {
    "employs": "employees",
    "first_employed_on": "10.1.22",
    "registration": "registered",
    "registered_on": "1 June 2023",
}


@pytest.fixture
def calculator(page: Page, site: str) -> Calculator:
    return Calculator(page, site)


@pytest.mark.parametrize(
    ("lang", "typed", "said"),
    [
        ("en", "10/1/2022", "That is: 10 January 2022, Monday"),
        ("en", "10.1.22", "That is: 10 January 2022, Monday"),
        ("en", "10 Jan 2022", "That is: 10 January 2022, Monday"),
        ("en", "2022年1月10日", "That is: 10 January 2022, Monday"),
        ("zh", "二〇二二年一月十日", "即：2022年1月10日，星期一"),
        ("zh", "１０／１／２０２２", "即：2022年1月10日，星期一"),
    ],
)
def test_a_day_is_said_back(page: Page, site: str, lang: str, typed: str, said: str) -> None:
    calculator = Calculator(page, site, lang=lang)
    calculator.reply("employs", "employees")
    calculator.reply("first_employed_on", typed)
    expect(calculator.understood("first_employed_on")).to_have_text(said)
    expect(calculator.question("registration")).to_be_visible()
    expect(calculator.control("first_employed_on")).to_have_value(typed)


@pytest.mark.parametrize(
    ("lang", "month", "wages", "age", "said"),
    [
        ("en", "7/2026", "RM 3,950.00", "35岁", ("That is: July 2026", "That is: RM3,950.00", "That is: 35")),
        ("en", "July 2026", "3 950", "35", ("", "That is: RM3,950", "")),
        ("zh", "2026年7月", "三千九百五十", "三十五", ("", "即：3,950令吉", "即：35")),
        ("zh", "Julai 2026", "３９５０", "３５", ("即：2026年7月", "即：3,950令吉", "即：35")),
    ],
)
def test_months_amounts_and_ages_are_said_back(
    page: Page, site: str, lang: str, month: str, wages: str, age: str, said: tuple[str, ...]
) -> None:
    """And what reads as it was typed is not said twice."""
    calculator = Calculator(page, site, "contributions", lang)
    calculator.answer({"month": month, "role": "ordinary", "worker": "citizen", "wages": wages, "age": age})
    calculator.answer({"lindung24": "takes_part"})
    calculator.expect_outcome("contributions_due")
    for fact, text in zip(("month", "wages", "age"), said, strict=True):
        expect(calculator.understood(fact)).to_have_text(text)


def test_a_screen_reader_hears_what_was_understood(calculator: Calculator) -> None:
    calculator.reply("employs", "employees")
    described = str(calculator.control("first_employed_on").get_attribute("aria-describedby")).split()
    assert calculator.understood("first_employed_on").get_attribute("id") in described
    expect(calculator.understood("first_employed_on")).to_have_attribute("aria-live", "polite")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_can_be_two_days_is_asked_back(page: Page, site: str, lang: str) -> None:
    """The reader chooses, and the field has what was chosen."""
    calculator = Calculator(page, site, lang=lang)
    calculator.reply("employs", "employees")
    calculator.reply("first_employed_on", "12-05-22")
    readings = calculator.question("first_employed_on").locator(".nc-reading")
    expect(readings).to_have_count(2)
    expect(calculator.error("first_employed_on")).to_be_visible()
    expect(calculator.question("registration")).to_be_hidden()
    readings.last.click()
    expect(calculator.control("first_employed_on")).to_have_value("22/05/2012")
    expect(calculator.control("first_employed_on")).to_be_focused()
    expect(readings).to_have_count(0)
    expect(calculator.error("first_employed_on")).to_be_hidden()
    # before the limit was lifted there is one more question
    expect(calculator.question("earned_within_limit")).to_be_visible()


def test_what_is_asked_back_names_the_question_in_the_list_alone(calculator: Calculator) -> None:
    """Beside the field its label stands there already."""
    calculator.reply("employs", "employees")
    calculator.reply("first_employed_on", "12-05-22")
    calculator.submit()
    label = calculator.question("first_employed_on").locator(".nc-label").inner_text()
    expect(calculator.element.locator(".nc-summary a")).to_contain_text(label)
    expect(calculator.error("first_employed_on")).to_contain_text("in more than one way")
    expect(calculator.error("first_employed_on")).not_to_contain_text(label)


def test_the_list_of_mistakes_follows_what_is_at_the_fields(calculator: Calculator) -> None:
    """What was asked back and is now another mistake is not asked back in the list."""
    calculator.reply("employs", "employees")
    calculator.reply("first_employed_on", "12-05-22")
    calculator.submit()
    summary = calculator.element.locator(".nc-summary")
    expect(summary).to_contain_text("what you mean")
    calculator.reply("first_employed_on", "1/13/2022")
    expect(summary.get_by_role("link")).to_have_count(1)
    expect(summary).to_contain_text("the day first")
    expect(summary).not_to_be_focused()
    calculator.reply("first_employed_on", "13/1/2022")
    expect(summary).to_be_hidden()


@pytest.mark.parametrize(
    ("notice", "facts", "fact", "said"),
    [
        ("amnesty", {"employs": "employees"}, "first_employed_on", ("31/2/2023", "no such day")),
        ("contributions", {}, "month", ("13/2026", "no such month")),
    ],
)
def test_what_is_not_in_the_calendar_is_named(
    page: Page, site: str, notice: str, facts: dict[str, str], fact: str, said: tuple[str, str]
) -> None:
    calculator = Calculator(page, site, notice)
    calculator.answer({**facts, fact: said[0]})
    expect(calculator.error(fact)).to_contain_text(said[1])
    expect(calculator.error(fact)).not_to_contain_text("“")


@pytest.mark.parametrize("size", SIZES)
def test_the_day_of_the_answer_opens_with_one_edge(
    calculator: Calculator, page: Page, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    calculator.open_day("as_at")
    parts = calculator.question("as_at").locator(".nc-label, .nc-hint, .nc-field")
    edges = parts.evaluate_all("all => all.map(each => each.getBoundingClientRect().left)")
    assert len(set(edges)) == 1, edges


@pytest.mark.parametrize(("lang", "said"), [("en", "July 2026"), ("zh", "2026年7月")])
def test_a_month_with_two_digits_for_its_year_is_asked_back(
    page: Page, site: str, lang: str, said: str
) -> None:
    calculator = Calculator(page, site, "contributions", lang)
    calculator.reply("month", "7/26")
    reading = calculator.question("month").locator(".nc-reading")
    expect(reading).to_have_text([said])
    reading.click()
    expect(calculator.control("month")).to_have_value("07/2026")
    expect(calculator.question("role")).to_be_visible()


def test_an_amount_with_a_point_for_thousands_is_asked_back(page: Page, site: str) -> None:
    calculator = Calculator(page, site, "contributions")
    calculator.answer({"month": "2026-10", "role": "ordinary", "worker": "citizen", "wages": "3.950"})
    expect(calculator.question("wages").locator(".nc-reading")).to_have_text(["RM3,950", "RM3.95"])
    calculator.reply("wages", "3,950.5")
    expect(calculator.understood("wages")).to_have_text("That is: RM3,950.50")


def test_a_month_written_first_is_refused_with_what_to_do(calculator: Calculator) -> None:
    calculator.reply("employs", "employees")
    calculator.reply("first_employed_on", "1/13/2022")
    expect(calculator.error("first_employed_on")).to_contain_text("Write the day first")


def test_the_calendar_of_the_browser_writes_into_the_field(calculator: Calculator, page: Page) -> None:
    calculator.reply("employs", "employees")
    question = calculator.question("first_employed_on")
    button = question.get_by_role("button", name="Open the calendar")
    expect(button).to_be_visible()
    page.evaluate("HTMLInputElement.prototype.showPicker = function () { window.opened = this.value; }")
    calculator.reply("first_employed_on", "10 Jan 2022")
    expect(calculator.understood("first_employed_on")).not_to_be_empty()
    button.click()
    assert page.evaluate("opened") == "2022-01-10"
    # what a browser does once a day has been chosen there
    question.locator(".nc-picker__field").evaluate(
        """field => {
          field.value = "2023-05-02";
          for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
        }"""
    )
    expect(calculator.control("first_employed_on")).to_have_value("02/05/2023")
    expect(calculator.understood("first_employed_on")).to_have_text("That is: 2 May 2023, Tuesday")


def test_where_there_is_no_calendar_there_is_no_button(page: Page, site: str) -> None:
    page.add_init_script("delete HTMLInputElement.prototype.showPicker")
    calculator = Calculator(page, site)
    calculator.reply("employs", "employees")
    expect(calculator.question("first_employed_on").get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("typed", ["10/1/2016", "2016-1-1", "2016年1月10日"])
def test_a_half_typed_day_changes_no_figure(calculator: Calculator, page: Page, typed: str) -> None:
    """Nor does it open a question or take the answer away, at any pause between two keys."""
    calculator.answer({"employs": "nobody", "employed_before": "no"})
    calculator.expect_outcome("not_an_employer")
    calculator.open_day("as_at")
    field = calculator.control("as_at")
    field.fill("")
    for key in typed[:-1]:
        field.press_sequentially(key)
        page.wait_for_timeout(350)
        assert page.locator(".nc-day-note").count() == 0, field.input_value()
        expect(calculator.error("as_at")).to_be_hidden()
        calculator.expect_outcome("not_an_employer")
    field.press_sequentially(typed[-1])
    field.blur()
    expect(page.locator(".nc-day-note")).to_contain_text("January 2016")


def test_a_year_of_two_digits_counts_once_the_field_is_left(calculator: Calculator, page: Page) -> None:
    """It may be the beginning of another; what is understood so far is said."""
    calculator.reply("employs", "employees")
    field = calculator.type("first_employed_on", "10/1/20")
    expect(calculator.understood("first_employed_on")).to_contain_text("10 January 2020")
    page.wait_for_timeout(400)
    expect(calculator.question("registration")).to_be_hidden()
    field.press_sequentially("22")
    expect(calculator.understood("first_employed_on")).to_contain_text("10 January 2022")
    expect(calculator.question("registration")).to_be_visible()


def test_a_number_counts_without_leaving_its_field(page: Page, site: str) -> None:
    """Said back at once; what follows comes when the reader rests, so that Tab leads there."""
    calculator = Calculator(page, site, "contributions")
    calculator.answer({"month": "2026-10", "role": "ordinary", "worker": "citizen"})
    calculator.type("wages", "3950")
    expect(calculator.understood("wages")).to_have_text("That is: RM3,950")
    expect(calculator.question("age")).to_be_visible()
    expect(calculator.control("wages")).to_be_focused()


def test_the_day_of_the_answer_is_a_line_that_opens(calculator: Calculator, page: Page) -> None:
    line = calculator.question("as_at").locator("summary")
    expect(line).to_contain_text("Answer for: today, ")
    expect(calculator.control("as_at")).to_be_hidden()
    line.click()
    expect(calculator.control("as_at")).to_be_visible()
    calculator.reply("as_at", "1 May 2023")
    expect(line).to_have_text("Answer for: 1 May 2023, Monday")
    page.reload()
    expect(line).to_have_text("Answer for: 1 May 2023, Monday")


def test_a_mistake_in_the_day_of_the_answer_opens_its_line(calculator: Calculator, page: Page) -> None:
    calculator.reply("as_at", "soon")
    calculator.reply("employs", "public_service_only")
    calculator.question("as_at").locator("summary").click()
    calculator.submit()
    expect(calculator.control("as_at")).to_be_visible()
    page.locator(".nc-summary a").click()
    expect(calculator.control("as_at")).to_be_focused()


def top(page: Page) -> float:
    """How far the first line of the answer is below what covers the top of the window."""
    distance: float = page.evaluate(
        """() => document.querySelector(".nc-answer").getBoundingClientRect().top -
             Math.max(...[...document.querySelectorAll(".md-header, .nc-day-note")].map(
               (each) => each.getBoundingClientRect().bottom))"""
    )
    return distance


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "shown", [False, True], ids=["the answer comes with the button", "it was there already"]
)
@pytest.mark.parametrize("day", ["", "2016-05-01"], ids=["today", "another day"])
def test_the_answer_comes_to_the_top(
    calculator: Calculator, page: Page, size: tuple[int, int], *, shown: bool, day: str
) -> None:
    """Wherever the button was in the window, and under the note of another day, which covers the top."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    calculator.answer({"as_at": day} if day else {})
    calculator.reply("employs", "public_service_only")
    calculator.expect_outcome("outside_the_acts")
    if day:
        expect(page.locator(".nc-day-note")).to_be_visible()
    button = calculator.element.locator('button[type="submit"]')
    for block in ("end", "start"):
        if not shown:
            calculator.element.get_by_role("button", name="Start again").click()
            calculator.answer({"as_at": day} if day else {})
            calculator.reply("employs", "public_service_only")
        button.evaluate("(button, block) => button.scrollIntoView({ block, behavior: 'instant' })", block)
        button.evaluate("button => button.click()")
        expect(calculator.result).to_be_focused()
        assert 0 <= top(page) <= 40


def place(page: Page, selector: str) -> float:
    found: float = page.locator(selector).evaluate("each => each.getBoundingClientRect().top")
    return found


@pytest.mark.parametrize("size", SIZES)
def test_a_change_of_mind_moves_nothing_under_the_finger(
    calculator: Calculator, page: Page, size: tuple[int, int]
) -> None:
    """Questions and the answer come and go below, the list of mistakes above; the reply stays."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    calculator.submit()
    expect(calculator.element.locator(".nc-summary")).to_be_visible()
    calculator.answer(LATE)
    for value in ("spouse_only", "nobody", "public_service_only", "employees", "director_only"):
        reply = f'[name="employs"][value="{value}"]'
        page.locator(reply).scroll_into_view_if_needed()
        before = place(page, reply)
        page.locator(reply).check()
        page.wait_for_timeout(500)
        assert abs(place(page, reply) - before) < 2, value
        expect(page.locator(reply)).to_be_focused()


def test_the_note_of_another_day_moves_nothing(calculator: Calculator, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    calculator.open_day("as_at")
    field = calculator.control("as_at")
    before = place(page, '[name="as_at"]')
    field.fill("1/5/2016")
    expect(page.locator(".nc-day-note")).to_be_visible()
    assert abs(place(page, '[name="as_at"]') - before) < 2
    expect(field).to_be_focused()


def test_how_far_one_is_is_said_with_what_is_certain(calculator: Calculator) -> None:
    progress = calculator.element.locator('[data-part="progress"]')
    expect(progress).to_be_empty()
    calculator.reply("employs", "employees")
    expect(progress).to_contain_text("Questions answered so far: 1.")
    calculator.answer({**LATE, "employs": "employees"})
    expect(progress).to_have_text("All questions answered: 4.")


def test_the_list_of_mistakes_is_right_for_one_and_for_many(calculator: Calculator) -> None:
    calculator.reply("employs", "employees")
    calculator.answer({"first_employed_on": "10/1", "as_at": "soon"})
    calculator.submit()
    summary = calculator.element.locator(".nc-summary")
    expect(summary.locator("a")).to_have_count(2)
    expect(summary).to_contain_text("What the answer still needs (2):")
