"""Markup in what the rules say is text in a page without a script too: the same component draws both."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

from calculator import answer
from overrides.hooks.assemble import node
from overrides.hooks.assemble.plain.steps import TOOL
from tests.node import ROOT

MARKUP = "<img src=x onerror=alert(1)></data></template><script>alert(1)</script>"
FACTS = {"as_at": "2026-11-23", "employs": "employees", "first_employed_on": "2014-03-03"}
FACTS |= {"earned_within_limit": "unknown", "registration": "registered", "registered_on": "2016-03-10"}


def spoilt(decision: Any) -> Any:  # noqa: ANN401 - a response as JSON has it
    """A decision in which every figure has markup for its value and its text."""
    for finding in decision["findings"]:
        finding["figures"] = {id: {"value": MARKUP, "text": MARKUP} for id in finding["figures"]}
    return decision


def test_a_figure_is_text_in_a_page_without_a_script(site: Path) -> None:
    page = (site / "amnesty" / "index.html").read_text(encoding="utf-8")
    found = re.search(r"<notice-calculator.*?</notice-calculator>", page, re.DOTALL)
    assert found
    decision = json.loads(answer(json.dumps({"notice": "amnesty", "lang": "en", "facts": FACTS})))
    assert decision["status"] == "decision"
    asked = {"decision": spoilt(decision), "said": {}, "left_out": []}
    given = json.dumps([{"calculator": found[0], "answers": [asked]}])
    ((html,),) = json.loads(node.ask(ROOT, TOOL, given))
    assert MARKUP in unescape(html)
    assert not re.search(r"<(?:img|script)\b", html)
