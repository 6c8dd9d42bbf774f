"""An answer on one page of A4, read back as a PDF: what it says, its code, and its link as a QR code."""

import io
import re
from collections.abc import Mapping
from functools import cache

import pypdfium2  # type: ignore[import-untyped]
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from calculator.engine.asking.found import load, notices
from calculator.engine.figures import LANGUAGES
from calculator.receipt.verify import SAME, verify
from calculator.receipt.version import version
from tests.browser.along import address, opened
from tests.browser.calculator import Calculator
from tests.browser.test_at_a_glance import sentences
from tests.browser.test_outcomes import WORDS, said_of
from tests.browser.test_picture import FACTS
from tests.browser.waiting import until
from tests.cases import Case, ask
from tests.paths import kinds

pytestmark = pytest.mark.usefixtures("quick_rules")

A4 = (595, 842)
SPACE = re.compile(r"\s+")
# What the reader of PDF gives for a hyphen after which a line breaks.
HYPHEN_AT_THE_END = "\ufffe"
# What a source takes besides its words: its number, its label and its address
SOURCE = 80
# The page's own dialog would wait for someone
NO_DIALOG = "window.print = () => { window.asked = (window.asked ?? 0) + 1; }"
OUTCOMES = [(notice, str(outcome)) for notice in notices() for outcome in load(notice).outcomes]


@cache
def longest(notice: str) -> Mapping[str, Mapping[str, str]]:
    """By outcome, the facts whose answer has most words and sources."""
    texts = {code: sum(map(len, pieces)) for code, pieces in sentences(notice, "en").items()}
    found: dict[str, tuple[int, Mapping[str, str]]] = {}
    for facts, decision in kinds(notice):
        cited = {source for finding in decision.findings for source in finding.cited}
        length = sum(texts[finding.code] for finding in decision.findings) + SOURCE * len(cited)
        if length > found.get(decision.outcome, (0, facts))[0]:
            found[decision.outcome] = length, facts
    return {outcome: facts for outcome, (_, facts) in found.items()}


def printed(page: Page, calculator: Calculator) -> pypdfium2.PdfDocument:
    """What comes out of the printer after the button was pressed."""
    calculator.along.locator('[data-part="print"]').click()
    until(page, "Boolean(window.asked)")
    return pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))


def text_of(paper: pypdfium2.PdfDocument) -> str:
    """What can be read or copied there, without any space: lines may break anywhere, also after a hyphen."""
    read = (page.get_textpage().get_text_range().replace(HYPHEN_AT_THE_END, "-") for page in paper)
    return "".join(SPACE.sub("", text) for text in read)


def close(text: str) -> str:
    return SPACE.sub("", text)


def codes_on(image: bytes | pypdfium2.PdfPage) -> list[str]:
    """The QR codes in a picture or on a page; to readers of other codes, lines of text look like bars."""
    drawn = Image.open(io.BytesIO(image)) if isinstance(image, bytes) else image.render(scale=3).to_pil()
    return [
        found.text
        for found in zxingcpp.read_barcodes(
            drawn, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        )
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("notice", "outcome"), OUTCOMES)
def test_the_longest_answer_is_one_page_that_says_everything(
    notice: str, outcome: str, lang: str, page: Page, site: str
) -> None:
    facts = longest(notice)[outcome]
    response = ask(Case(notice, "", "", facts).request(lang))
    page.add_init_script(NO_DIALOG)
    calculator = opened(page, site, notice, lang, facts)
    outcome_said = calculator.result.locator('[data-part="outcome"]').inner_text()
    link = address(calculator)
    replies = [page.locator(f'[data-question="{id}"] .nc-label').inner_text() for id in response["asked"]]
    paper = printed(page, calculator)

    assert [tuple(map(round, each.get_size())) for each in paper] == [A4]
    text = text_of(paper)
    assert close(outcome_said) in text
    assert close(WORDS.tables["interface"][lang].data["short_disclaimer"]) in text
    assert version(notice) in text
    for label in replies[1:]:
        assert close(label) in text
    said = sentences(notice, lang)
    for finding in response["findings"]:
        for words in said[finding["code"]]:
            assert close(words) in text, finding["code"]
        for figure in finding["figures"].values():
            assert close(figure["text"]) in text or not shown(figure["text"], calculator), figure
        for source in finding["sources"]:
            assert close(said_of(source, notice, lang)) in text, source
    code = re.search(r"R1\.[A-Za-z0-9+/]+$", text)
    assert code is not None
    assert verify(code[0])[0] == SAME
    assert codes_on(paper[0]) == [link]


def shown(text: str, calculator: Calculator) -> bool:
    """Whether a figure stands in the answer: some are there for programs alone."""
    return calculator.result.locator("[data-figure]:not([hidden])").filter(has_text=text).count() > 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_itself_is_printed_as_before(lang: str, page: Page, site: str) -> None:
    """After the slip, and without it: the notice is there, what is to be pressed is not."""
    page.add_init_script(NO_DIALOG)
    calculator = opened(page, site, "amnesty", lang, FACTS["amnesty"])
    title = page.title()
    heading = page.locator("h1").first.inner_text()
    button = calculator.along.locator('[data-part="print"]').inner_text()
    # pressed twice, in a browser that does not say when it is done: one slip
    calculator.along.locator('[data-part="print"]').click()
    expect(page.locator(".nc-slip")).to_have_count(1)
    paper = printed(page, calculator)
    slip = text_of(paper)
    assert len(paper) == 1
    assert close(title) in slip
    assert close(heading) not in slip
    expect(page.locator(".nc-slip")).to_have_count(0)
    assert page.title() == title
    whole = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert len(whole) > 1
    text = text_of(whole)
    assert close(heading) in text
    assert close(button) not in text


def test_a_slip_is_as_light_as_paper_in_the_dark_too(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.add_init_script(NO_DIALOG)
    calculator = opened(page, site, "amnesty", "en", FACTS["amnesty"])
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    picture = printed(page, calculator)[0].render(scale=1).to_pil().convert("L")
    white = sum(picture.histogram()[250:])
    assert white > 0.7 * picture.width * picture.height
    assert picture.getpixel((2, 2)) == 255


def test_a_browser_that_packs_nothing_prints_without_a_code(page: Page, site: str) -> None:
    page.add_init_script(f"delete globalThis.CompressionStream; {NO_DIALOG}")
    calculator = opened(page, site, "amnesty", "en", FACTS["amnesty"])
    text = text_of(printed(page, calculator))
    assert close("You registered late") in text
    assert "verify" not in text


@pytest.mark.parametrize("notice", notices())
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_camera_reads_the_code_from_the_screen(
    notice: str, scheme: str, lang: str, page: Page, site: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 390, "height": 844})
    calculator = opened(page, site, notice, lang, FACTS[notice])
    place = calculator.along.locator('[data-part="qr"]')
    expect(place).to_be_empty()
    button = calculator.along.locator('[data-part="show-qr"]')
    button.click()
    code = place.get_by_role("img", name=WORDS.tables["interface"][lang].data["along"]["qr"]["label"])
    code.scroll_into_view_if_needed()
    assert codes_on(page.screenshot()) == [address(calculator)]
    button.click()
    expect(place).to_be_empty()
