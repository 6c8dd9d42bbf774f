"""Drives a calculator in a page as another program would: by the names and values of its controls."""

import re
from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

PATHS = {"en": "", "zh": "zh/"}
ANY = re.compile(".")


class Calculator:
    """The calculator of one notice in one language, opened in `page`."""

    def __init__(self, page: Page, site: str, notice: str = "amnesty", lang: str = "en") -> None:
        """Open the notice; the calculator need not be ready yet."""
        self.page = page
        self.url = f"{site}{PATHS[lang]}{notice}/"
        page.goto(self.url)
        self.element = page.locator("notice-calculator")

    @property
    def result(self) -> Locator:
        return self.element.locator("[data-outcome]")

    @property
    def explanation(self) -> Locator:
        return self.result.locator('[data-part="explain"]')

    @property
    def along(self) -> Locator:
        return self.result.locator('[data-part="along"]')

    def control(self, fact: str) -> Locator:
        return self.element.locator(f'[name="{fact}"]')

    def question(self, fact: str) -> Locator:
        return self.element.locator(f'[data-question="{fact}"]')

    def error(self, fact: str) -> Locator:
        return self.question(fact).locator(".nc-error")

    def reply(self, fact: str, value: str) -> None:
        """Answer one question, once it is asked."""
        question = self.question(fact)
        expect(question).to_be_visible()
        if question.get_attribute("role") == "radiogroup":
            self.control(fact).and_(self.page.locator(f'[value="{value}"]')).check()
        elif value == "unknown":
            question.locator("[data-unknown]").check()
        else:
            self.open_day(fact)
            if (unknown := question.locator("[data-unknown]")).count():
                unknown.uncheck()
            self.control(fact).fill(value)
            self.control(fact).blur()

    def type(self, fact: str, keys: str) -> Locator:
        """Press keys in a field, once it is asked: a hidden one takes no focus, and they would go nowhere."""
        expect(self.question(fact)).to_be_visible()
        field = self.control(fact)
        field.press_sequentially(keys)
        return field

    def open_day(self, fact: str) -> None:
        """The day of the answer is a line that opens."""
        day = self.question(fact).locator("details")
        if day.count() and day.get_attribute("open") is None:
            day.locator("summary").click()

    def understood(self, fact: str) -> Locator:
        return self.question(fact).locator(".nc-understood")

    def answer(self, facts: Mapping[str, object]) -> None:
        """Answer what is asked, from top to bottom, until every reply of `facts` is given."""
        left = {fact: str(value) for fact, value in facts.items()}
        while left:
            fact = self._next(left)
            self.reply(fact, left.pop(fact))

    def _next(self, left: Mapping[str, str]) -> str:
        """The first question on the page, from top to bottom, that is asked and has a reply."""
        wanted = ", ".join(f'[data-question="{fact}"]' for fact in left)
        first = self.element.locator(wanted).filter(visible=True).first
        expect(first).to_be_visible()
        return first.get_attribute("data-question") or ""

    def submit(self) -> None:
        self.element.locator('button[type="submit"]').click()

    def expect_outcome(self, outcome: str) -> None:
        expect(self.result).to_have_attribute("data-outcome", outcome)
        if self.page.locator("[data-draw]").count():
            # until it has come, or failed, what stands below it will move away from a click
            place = self.result.locator('[data-part="picture"]')
            expect(place).to_have_attribute("data-state", ANY)

    def figures(self) -> dict[str, set[str]]:
        """Every value shown for each figure, by its id."""
        found: list[list[str]] = self.result.locator("[data-figure]").evaluate_all(
            "slots => slots.map(slot => [slot.dataset.figure, slot.getAttribute('value')])"
        )
        figures: dict[str, set[str]] = {}
        for id, value in found:
            figures.setdefault(id, set()).add(value)
        return figures

    def findings(self) -> list[str]:
        """The codes of the findings shown, reasons first."""
        found: list[str] = self.result.locator("[data-finding]").evaluate_all(
            "findings => findings.map(finding => finding.dataset.finding)"
        )
        return found
