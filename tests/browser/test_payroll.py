"""The payroll calculator as a person meets it: by hand and with a file, and that nothing is sent."""

import csv
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect

from calculator import answer
from calculator.arrears.columns import COLUMNS
from calculator.arrears.requests import MOST_ROWS
from tests.browser.calculator import PATHS
from tests.browser.conftest import Watch
from tests.browser.waiting import until_so
from tests.payroll.reading import cells, read

pytestmark = pytest.mark.usefixtures("quick_rules")
ROOT = Path(__file__).parents[2]
# of overrides/payroll/run/rehearsal.js
PIECES = 24
AXE = ROOT / "node_modules/axe-core/axe.min.js"
HAND = {
    "worker": "citizen",
    "role": "ordinary",
    "born_on": "1/2/1985",
    "first_month": "3/2024",
    "last_month": "6/2024",
    "wages": "3,250",
    "paid_on": "26/11/2026",
}
FILE = """Employee No,Wage month,Gross wages,Status in Malaysia,Kind of worker,Day of birth,Note
A1,3/2024,"RM3,250.00",Citizen,An employee,1/2/1985,=cmd()
A1,4/2024,abc,公民,一般雇员,1/2/1985,
A1,3/2024,3250,Citizen,An employee,1/2/1985,
,,,,,,
A2,1/2030,3250,Citizen,An employee,1/2/1985,
B1,5/2024,"1,000.50",Foreign worker,An employee,1/2/1985,
"""
# Of the last no word is read: it may mean two
OTHERS_WORDS = """month,wages,worker,role,age,act4_payable_before_55,eis_payable_before_57
2025-01,1700,Foreigner,Employee,30,,
2025-01,1700,Warganegara,员工,58,Y,Tidak
2025-01,1700,外籍劳工,Pekerja,30,,
2025-01,1700,Resident,Employee,30,,
"""


class Payroll:
    """The payroll calculator in one language."""

    def __init__(self, page: Page, site: str, lang: str = "en") -> None:
        self.page = page
        page.goto(f"{site}{PATHS[lang]}arrears/")
        self.element = page.locator("payroll-calculator[data-begun]")

    def choose(self, fact: str, reply: str) -> None:
        self.element.locator(f'[name="{fact}"][value="{reply}"]').check()

    def fill(self, facts: Mapping[str, str]) -> None:
        for fact, reply in facts.items():
            control = self.element.locator(f'[name="{fact}"]')
            if control.first.get_attribute("type") == "radio":
                self.choose(fact, reply)
            else:
                control.fill(reply)

    def work(self) -> None:
        self.part("submit").click()

    def part(self, name: str) -> Locator:
        return self.element.locator(f'[data-part="{name}"]').first

    @property
    def result(self) -> Locator:
        return self.part("result")

    @property
    def rows(self) -> Locator:
        return self.element.locator('[data-table="rows"] tbody tr')


def asked(columns: list[str], rows: list[list[str]]) -> dict[str, Any]:
    payroll = {"columns": columns, "rows": rows, "paid_on": HAND["paid_on"]}
    made: dict[str, Any] = json.loads(
        answer(json.dumps({"notice": "arrears", "lang": "en", "payroll": payroll}))
    )
    return made


def test_by_hand(page: Page, site: str) -> None:
    payroll = Payroll(page, site, "zh")
    payroll.choose("way", "hand")
    payroll.fill(HAND)
    payroll.part("add").click()
    payroll.fill({"from_month": "5/2024", "from_wages": "RM4,100.50"})
    payroll.work()
    expect(payroll.result).to_be_visible()
    expect(payroll.rows).to_have_count(4)
    months = [(f"2024-0{month}", "3250" if month < 5 else "4100.50") for month in (3, 4, 5, 6)]
    rows = [[month, wages, "citizen", "ordinary", HAND["born_on"]] for month, wages in months]
    expected = asked(["month", "wages", "worker", "role", "born_on"], rows)["rows"]
    assert isinstance(expected, list)
    with page.expect_download() as download:
        payroll.part("csv").click()
    saved = list(csv.DictReader(download.value.path().read_text(encoding="utf-8-sig").splitlines()))
    assert [row["month"] for row in saved] == [month for month, _ in months]
    assert [row["employer_total"] for row in saved] == [row["values"][5] for row in expected]
    assert [row["interest_estimate"] for row in saved] == [row["values"][9] for row in expected]
    # two readings side by side, until the reader says that the workers were registered
    expect(payroll.part("two-readings")).to_be_visible()
    payroll.choose("registered", "yes")
    expect(payroll.part("two-readings")).to_be_hidden()
    expect(payroll.part("reading-one")).to_contain_text("令吉")


def test_a_form_in_which_nothing_stands_says_what_is_missing(page: Page, site: str) -> None:
    payroll = Payroll(page, site, "zh")
    payroll.choose("way", "hand")
    payroll.work()
    expect(payroll.part("summary").locator("a")).to_have_count(3)
    for id in ("first_month", "last_month", "wages"):
        expect(payroll.element.locator(f'[data-question="{id}"] .nc-error')).not_to_be_empty()
    expect(payroll.result).to_be_hidden()


def test_a_question_comes_up_when_a_month_turns_on_it(page: Page, site: str) -> None:
    payroll = Payroll(page, site)
    payroll.choose("way", "hand")
    payroll.fill({**HAND, "born_on": "1/2/1966", "wages": "x"})
    question = payroll.element.locator('[data-question="act4_payable_before_55"]')
    expect(question).to_be_hidden()
    payroll.work()
    # what is wrong stands beside the field and in the list above, which has the focus
    expect(payroll.element.locator('[data-question="wages"] .nc-error')).not_to_be_empty()
    expect(payroll.part("summary")).to_be_focused()
    payroll.part("summary").locator("a").click()
    expect(payroll.element.locator('[name="wages"]')).to_be_focused()
    payroll.fill({"wages": "3250"})
    payroll.work()
    expect(payroll.result).to_be_visible()
    expect(payroll.part("summary")).to_be_hidden()
    expect(question).to_be_visible()
    payroll.choose("act4_payable_before_55", "yes")
    payroll.element.locator('[name="eis_payable_before_57"][value="yes"]').check()
    payroll.work()
    expect(payroll.part("rows")).to_contain_text("worked out: 4")


def test_a_file(page: Page, site: str, watch: Watch, tmp_path: Path) -> None:
    file = tmp_path / "payroll.csv"
    file.write_bytes(FILE.encode("gb18030"))
    payroll = Payroll(page, site)
    payroll.choose("way", "file")
    payroll.work()
    expect(payroll.part("file-error")).not_to_be_empty()
    payroll.element.locator('[data-part="chosen"]').set_input_files(file)
    expect(payroll.part("named")).to_contain_text("payroll.csv (rows: 5)")
    chosen = payroll.part("columns").locator("select")
    values = [chosen.nth(index).input_value() for index in range(chosen.count())]
    assert values == ["worker_id", "month", "wages", "worker", "role", "born_on", ""]
    before = len(watch.requests)
    payroll.work()
    expect(payroll.result).to_be_visible()
    # the rules are asked by way of the test; nobody else hears of it, and nothing is kept
    assert {url.rpartition("/")[2] for url in watch.requests[before:]} <= {"quick-rules"}
    assert page.evaluate("[Object.keys(sessionStorage), location.hash].flat().join()") == ""
    expect(payroll.part("rows")).to_have_text(
        "Rows read: 5; worked out: 2; cannot be decided: 0; refused: 3."
    )
    refused = payroll.element.locator('[data-table="refused"] tbody tr')
    expect(refused).to_have_count(3)
    expect(refused.nth(0)).to_contain_text("abc")
    expect(refused.nth(0).locator("th")).to_have_text("Row 3")
    expect(refused.nth(1)).to_contain_text("earlier row")
    payroll.element.locator('[data-part="filter"]').select_option("refused")
    expect(payroll.rows).to_have_count(3)
    payroll.element.locator('[data-part="filter"]').select_option("")
    payroll.element.locator('[data-part="search"]').fill("b1")
    expect(payroll.rows).to_have_count(1)
    with page.expect_download() as download:
        payroll.part("xlsx").click()
    written = read(download.value.path().read_bytes())
    assert written["header"][7] == "Note"
    assert [row[7] for row in cells(written)] == ["=cmd()", "", "", "", ""]
    with page.expect_download() as download:
        payroll.part("csv").click()
    saved = list(csv.DictReader(download.value.path().read_text(encoding="utf-8-sig").splitlines()))
    assert [row["Note"] for row in saved] == ["'=cmd()", "", "", "", ""]
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run('payroll-calculator', { resultTypes: ['violations'] })")
    assert [each["id"] for each in found["violations"] if each["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("fault", ["refused", "stands still"])
def test_a_file_is_not_read_in_silence_where_its_reader_does_not_come(
    fault: str, page: Page, site: str, watch: Watch, tmp_path: Path
) -> None:
    watch.expects_errors = True
    file = tmp_path / "payroll.csv"
    file.write_bytes(FILE.encode())
    page.clock.install()
    reader = "**/payroll-reader.*.js"
    page.route(reader, lambda route: route.abort() if fault == "refused" else None)
    payroll = Payroll(page, site)
    payroll.choose("way", "file")
    payroll.element.locator('[data-part="chosen"]').set_input_files(file)
    if fault == "stands still":
        expect(payroll.part("reading")).to_be_visible()
        page.clock.run_for(5_500)
    expect(payroll.part("file-error")).not_to_be_empty()
    expect(payroll.part("reading")).to_be_hidden()
    # and can be tried again
    page.unroute(reader)
    payroll.element.locator('[data-part="chosen"]').set_input_files([])
    payroll.element.locator('[data-part="chosen"]').set_input_files(file)
    expect(payroll.part("named")).to_contain_text("payroll.csv (rows: 5)")


def test_what_is_typed_is_there_in_the_other_language_and_a_file_is_not(page: Page, site: str) -> None:
    payroll = Payroll(page, site, "zh")
    payroll.choose("way", "hand")
    payroll.fill({**HAND, "born_on": "1/2/1966"})
    payroll.part("add").click()
    payroll.fill({"from_month": "5/2024", "from_wages": "4,100"})
    payroll.work()
    # what some months turn on is a question in the form now, to which the result leads
    payroll.part("to-question").click()
    question = payroll.element.locator('[data-question="act4_payable_before_55"]')
    expect(question.locator("input").first).to_be_focused()
    page.locator('.md-header a[hreflang="en"]').click()
    page.wait_for_url(f"{site}arrears/")
    expect(payroll.result).to_be_visible()
    for fact, reply in {**HAND, "born_on": "1/2/1966", "from_month": "5/2024", "from_wages": "4,100"}.items():
        control = payroll.element.locator(f'[name="{fact}"]')
        if control.first.get_attribute("type") == "radio":
            expect(payroll.element.locator(f'[name="{fact}"][value="{reply}"]')).to_be_checked()
        else:
            expect(control).to_have_value(reply)
    paste(payroll, "month,wages\n2025-01,3250")
    expect(payroll.part("read")).to_be_visible()
    page.reload()
    expect(payroll.part("choose-again")).to_be_visible()
    assert "3250" not in page.evaluate("JSON.stringify({ ...sessionStorage })").replace("3,250", "")


def test_stopping_waits_for_nothing(page: Page, site: str) -> None:
    payroll = Payroll(page, site)
    # rules that never answer
    page.route("**/quick-rules", lambda _: None)
    payroll.choose("way", "hand")
    payroll.fill(HAND)
    payroll.work()
    payroll.part("cancel").click()
    expect(payroll.part("cancelled")).to_be_visible()
    expect(payroll.part("submit")).to_be_focused()
    expect(payroll.result).to_be_hidden()


def paste(payroll: Payroll, text: str) -> None:
    payroll.choose("way", "file")
    payroll.part("pasted").evaluate("(box, text) => (box.value = text)", text)
    payroll.part("pasted").dispatch_event("change")


@pytest.mark.parametrize("lang", PATHS)
def test_what_is_of_one_reading_says_of_which(lang: str, page: Page, site: str) -> None:
    with_act800 = {"en": "With Act 800: ", "zh": "包括第800法令："}[lang]
    payroll = Payroll(page, site, lang)
    paste(payroll, "month,wages,worker,role,age\n2024-01,3250,citizen,ordinary,41\n")
    payroll.fill({"paid_on": HAND["paid_on"]})
    payroll.work()
    headings = [payroll.part("chart").locator("h3"), payroll.part("programmes").locator("h4")]
    for heading in headings:
        expect(heading).to_have_text(re.compile(f"^{with_act800}"))
    payroll.choose("registered", "yes")
    for heading in headings:
        expect(heading).not_to_have_text(re.compile(with_act800))


def test_wages_are_sorted_as_amounts(page: Page, site: str) -> None:
    payroll = Payroll(page, site)
    wages = ["1,850.00", "900", "RM12,000", "x"]
    rows = "".join(f'2024-0{at},"{each}",citizen,ordinary,41\n' for at, each in enumerate(wages, 1))
    paste(payroll, f"month,wages,worker,role,age\n{rows}")
    payroll.work()
    payroll.element.locator('[data-table="rows"] [data-column="wages"] button').click()
    for at, shown in enumerate(["x", "900", "1,850.00", "RM12,000"]):
        expect(payroll.rows.nth(at)).to_contain_text(shown)


@pytest.mark.parametrize("lang", PATHS)
def test_a_quotation_mark_that_is_not_closed_refuses_the_file(lang: str, page: Page, site: str) -> None:
    payroll = Payroll(page, site, lang)
    paste(payroll, 'month,wages,note\n2024-01,3250,\n2024-02,3250,"\n2024-03,3250,\n')
    expect(payroll.part("file-error")).to_contain_text(
        {"en": "Row 3: a quotation mark", "zh": "第3行：引号"}[lang]
    )
    payroll.work()
    expect(payroll.result).to_be_hidden()


def test_what_a_file_does_not_say_is_said_once(page: Page, site: str) -> None:
    payroll = Payroll(page, site)
    paste(payroll, "Month,Wages,Age\n2025-01,3250,41\n2025-02,1,41")
    # all names are our own, so there is nothing to look at
    expect(payroll.part("mapping")).not_to_have_attribute("open", "")
    payroll.work()
    expect(payroll.part("summary").locator("a")).to_have_count(2)
    for column, reply in {"worker": "citizen", "role": "ordinary"}.items():
        payroll.element.locator(f'[data-default="{column}"] select').select_option(reply)
    payroll.work()
    expect(payroll.part("rows")).to_contain_text("worked out: 2")


@pytest.mark.parametrize(("lang", "kind"), [("en", "xlsx"), ("zh", "csv")])
def test_the_template_is_read_as_it_is(page: Page, site: str, lang: str, kind: str, tmp_path: Path) -> None:
    payroll = Payroll(page, site, lang)
    payroll.choose("way", "file")
    with page.expect_download() as download:
        payroll.element.locator(f'section a[download][href$=".{kind}"]').click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    # that its rows are examples stands beside it, and the way to what each column takes
    beside = payroll.element.locator(f'section p:has(a[href$=".{kind}"])')
    expect(beside).to_contain_text({"en": "examples: delete them", "zh": "只是例子"}[lang])
    beside.locator('a[href="#file"]').click()
    expect(page.locator("#file + details[open]")).to_be_in_viewport()
    payroll.element.locator('[data-part="chosen"]').set_input_files(file)
    payroll.work()
    expect(payroll.result).to_be_visible()
    expect(payroll.element.locator('[data-table="refused"]')).to_be_hidden()
    # nothing to say of its second sheet, nor of its names, but that its examples are still there
    said = payroll.part("problems").locator("li")
    expect(said).to_have_text([re.compile("examples of the template|模板的例子")])
    for fold in ("settings", "mapping"):
        expect(payroll.part(fold)).not_to_have_attribute("open", "")
    # and so are the words of other people
    paste(payroll, OTHERS_WORDS)
    payroll.work()
    expect(payroll.part("rows")).to_contain_text(re.compile("refused: 1|1行有误"))
    expect(payroll.part("rows")).to_contain_text(re.compile("worked out: 3|3行已算好"))


@pytest.mark.parametrize("lang", PATHS)
def test_without_a_script_it_leads_on(lang: str, site: str, browser: Browser) -> None:
    """To its own rules in words, and to the steps of the notice that answers month by month."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{PATHS[lang]}arrears/")
    without = page.locator('[data-part="without"]')
    expect(without).to_be_visible()
    assert re.search("too old|太旧", without.inner_text())
    # what stands between words of ours is of their language
    assert lang == "en" or not re.search("[:,] ", without.inner_text())
    expect(without.locator("a[download]").last).to_have_attribute(
        "href", re.compile(rf"payroll-template-{lang}\.csv$")
    )
    expect(page.locator("payroll-calculator form")).to_be_hidden()
    expect(page.locator(".nc-plain")).to_be_hidden()
    without.locator("a").first.click()
    expect(page.locator("#by-hand")).to_be_in_viewport()
    without.locator('a[href$="steps/"]').click()
    expect(page).to_have_url(f"{site}{PATHS[lang]}contributions/steps/")
    context.close()


def payrolls_asked(page: Page) -> list[dict[str, Any]]:
    """The payroll of each request about one, in the order in which they are made."""
    asked: list[dict[str, Any]] = []

    def note(request: Request) -> None:
        if request.url.endswith("quick-rules"):
            given = json.loads(request.post_data or "")
            asked.extend([given["payroll"]] if "payroll" in given else [])

    page.on("request", note)
    return asked


def test_while_the_reader_looks_for_a_file_the_rules_rehearse(page: Page, site: str) -> None:
    """With rows that are all right, so that it is what a file will need; nothing of it is shown."""
    rehearsed = payrolls_asked(page)
    payroll = Payroll(page, site)
    for way in ("hand", "file"):
        payroll.choose("way", way)
    until_so(page, lambda: len(rehearsed) >= PIECES, "all pieces are asked about")
    page.wait_for_load_state("networkidle")
    assert [len(piece["rows"]) for piece in rehearsed] == [MOST_ROWS] * PIECES
    assert {frozenset(piece["columns"]) for piece in rehearsed} == {frozenset(COLUMNS)}
    rows = [row for piece in rehearsed for row in asked(piece["columns"], piece["rows"])["rows"]]
    assert {row["reason"] for row in rows if row["status"] == "refused"} == set()
    expect(payroll.result).to_be_hidden()


def test_the_rehearsal_ends_where_the_reader_wants_the_result(page: Page, site: str) -> None:
    rehearsed = payrolls_asked(page)
    payroll = Payroll(page, site)
    paste(payroll, FILE)
    expect(payroll.part("read")).to_be_visible()
    payroll.work()
    expect(payroll.result).to_be_visible()
    ours = [at for at, piece in enumerate(rehearsed) if len(piece["rows"]) < MOST_ROWS]
    assert ours == list(range(len(rehearsed)))[-len(ours) :]


@pytest.mark.parametrize("lang", PATHS)
def test_a_reader_with_a_script_finds_the_plain_pages_too(lang: str, page: Page, site: str) -> None:
    """On a slow line they stand beside the form that waits, as in the other notices."""
    Payroll(page, site, lang)
    page.locator(".nc-plain a").click()
    expect(page).to_have_url(f"{site}{PATHS[lang]}contributions/steps/")
