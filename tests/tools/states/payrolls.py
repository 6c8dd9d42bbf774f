"""The page of states of the payroll calculator, from its examples and what the rules say of them."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from calculator import answer
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.render.context import Site
from overrides.hooks.render.payroll import payroll

NOTICE = "arrears"
EXAMPLES = Path(__file__).parents[3] / "overrides" / "payroll" / "examples.toml"
TITLES = {"form": "What is asked", "status": "While it works", "result": "Result"}
PAID_ON = "2026-11-26"


def of_payroll(site: Site) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """The calculator in every language, and a section for each table of examples."""
    calculators = {lang: str(payroll(site.place(f"{NOTICE}/index", lang))) for lang in LANGUAGES}
    examples = tomllib.loads(EXAMPLES.read_text(encoding="utf-8"))
    rows = {**examples, "result": [_worked_out(each) for each in examples["result"]]}
    return calculators, [
        {"part": f"payroll-{part}", "id": f"states-payroll-{part}", "title": title, "rows": rows[part]}
        for part, title in TITLES.items()
    ]


def _worked_out(example: Mapping[str, Any]) -> dict[str, Any]:
    """An example with both answers that its result is made of, in every language."""
    paid_on = example.get("paid_on", PAID_ON)
    given = {"columns": example["columns"], "rows": example["rows"], "paid_on": paid_on, "seen": []}
    by = {}
    for lang in LANGUAGES:
        response = _ask(lang, payroll=given)
        months = response["totals"]["months"]
        unpaid = [{"month": month, **_unpaid(sums)} for month, sums in months.items()]
        by[lang] = {"payroll": response, "interest": _ask(lang, interest=unpaid)}
    return {**example, "paid_on": paid_on, "by": by}


def _unpaid(sums: Mapping[str, Any]) -> dict[str, Any]:
    amounts = ("interest_estimate", "interest_without_act800")
    return {"unpaid": sums["unpaid"], **{name: sums[name] or "0.00" for name in amounts}}


def _ask(lang: str, **request: object) -> Any:  # noqa: ANN401 - a response of the rules
    return json.loads(answer(json.dumps({"notice": NOTICE, "lang": lang, **request})))
