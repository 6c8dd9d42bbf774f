"""An answer as a spreadsheet and as data: saved from the page, and read back by what reads such files."""

import csv
import io
import json
from typing import Any

import jsonschema
import pytest
from playwright.sync_api import Page

from calculator.engine.asking.found import notices
from calculator.engine.figures import LANGUAGES
from calculator.receipt.verify import SAME, verify
from calculator.receipt.version import version
from tests.browser.along import address, opened, tabulated
from tests.browser.calculator import Calculator
from tests.browser.conftest import SITE
from tests.browser.test_at_a_glance import sentences
from tests.browser.test_outcomes import WORDS, said_of
from tests.browser.test_picture import FACTS
from tests.cases import Case, ask

pytestmark = pytest.mark.usefixtures("quick_rules")
each_answer = pytest.mark.parametrize(
    ("notice", "lang"), [(notice, lang) for notice in notices() for lang in LANGUAGES]
)
DAYS = {"amnesty": "2026-11-25", "contributions": "2026-11"}


def saved(kind: str, notice: str, lang: str, page: Page, site: str) -> tuple[Calculator, Any, bytes]:
    """An answer in the page, what the rules say, and the content of the file that a button gives."""
    response = ask(Case(notice, "", "", FACTS[notice]).request(lang))
    calculator = opened(page, site, notice, lang, FACTS[notice])
    with page.expect_download() as waited:
        calculator.along.locator(f'[data-part="{kind}"]').click()
    assert waited.value.suggested_filename == f"{notice}-{response['outcome']}-{DAYS[notice]}.{kind}"
    return calculator, response, waited.value.path().read_bytes()


@each_answer
def test_a_spreadsheet_has_the_whole_answer(notice: str, lang: str, page: Page, site: str) -> None:
    calculator, response, content = saved("csv", notice, lang, page, site)
    # the mark by which Excel and WPS know UTF-8, and the lines as they end them
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    words = WORDS.tables["interface"][lang].data["along"]["data"]
    assert head == [words[column] for column in ("part", "item", "text", "value", "sources")]
    assert {len(row) for row in rows} == {len(head)}

    items = {row[1]: row for row in rows}
    assert items[words["address"]][2] == address(calculator)
    assert items[words["rules"]][2] == f"{notice} {version(notice)}"
    assert items[words["checked"]][3] == response["law_as_at"]
    assert items[words["day"]][3] == DAYS[notice]
    assert verify(items[words["code"]][2])[0] == SAME
    labels = {
        id: page.locator(f'[data-question="{id}"] .nc-label').text_content() for id in response["asked"]
    }
    for id, label in labels.items():
        assert items[(label or "").strip()][3] == FACTS[notice][id]
    texts = sentences(notice, lang)
    for finding in response["findings"]:
        _, _, text, _, sources = items[finding["code"]]
        for piece in texts[finding["code"]]:
            # the words of a button stand beside the sentence
            assert piece in text or calculator.result.locator(".nc-button").filter(has_text=piece).count()
        for id in finding["sources"]:
            assert said_of(id, notice, lang) in sources
        for id, figure in finding["figures"].items():
            assert items[f"{finding['code']}.{id}"][2:4] == [figure["text"], figure["value"]]
    outcome = next(row for row in rows if row[0] == words["outcome"])
    assert outcome[1] == response["outcome"]
    shown = calculator.result.locator('[data-part="outcome"]').text_content() or ""
    assert outcome[2] == " ".join(shown.split())
    for row, column, value in tabulated(calculator):
        assert items[words["cell"].format(row=row, column=column)][2] == value
    key_figures = calculator.result.locator('[data-part="figures"] dt').all_text_contents()
    assert key_figures
    assert {*key_figures} <= {row[1] for row in rows if row[0] == words["figures"]}


@each_answer
def test_data_is_as_the_schemas_say(notice: str, lang: str, page: Page, site: str) -> None:
    """Asked the same, today's rules answer the same."""
    calculator, response, content = saved("json", notice, lang, page, site)
    said = json.loads(content)
    assert said.keys() == {"request", "response", "rules", "code", "address"}
    for part in ("request", "response"):
        schema = json.loads((SITE / "schema" / f"{part}.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(schema).validate(said[part])
    assert said["response"] == response == ask(json.dumps(said["request"]))
    assert said["rules"] == version(notice)
    assert said["address"] == address(calculator)
    assert verify(said["code"])[0] == SAME
