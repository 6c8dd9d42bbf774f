"""Links to answers, and what the browser tests of them have in common."""

import tomllib

import pytest
from playwright.sync_api import Locator

from calculator.engine.asking.found import notices
from tests.browser.calculator import PATHS, Calculator
from tests.browser.conftest import ROOT
from tests.browser.test_along import opened

each_notice = pytest.mark.parametrize(
    ("notice", "lang"), [(each, lang) for each in notices() for lang in PATHS]
)
each_lang = pytest.mark.parametrize("lang", PATHS)
GIVEN = "#v=1&as_at=2024-06-01&employs=employees&first_employed_on=2020-01-01&registration=registered"
WHOLE = f"{GIVEN}&registered_on=2023-06-01"


INTERFACE = {
    lang: tomllib.loads((ROOT / "docs" / f"interface.{lang}.toml").read_text(encoding="utf-8"))
    for lang in PATHS
}


def link(calculator: Calculator) -> str:
    return opened(calculator).locator('[data-part="address"]').input_value()


def said(calculator: Calculator) -> Locator:
    return calculator.element.locator(".nc-restored")
