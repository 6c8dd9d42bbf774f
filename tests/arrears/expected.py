"""What the slow and obvious way makes of a payroll, as the answer and the result file write it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from tests.arrears.made import Made
from tests.arrears.slow import Result

type Row = tuple[str, list[str], list[str]]


def row(result: Result) -> Row:
    """Status, reasons and values of a row."""
    sides = [total(result, side) for side in ("employer", "employee")]
    amounts = [*result.shares.values(), *sides, result.due_on, result.days_late, result.interest]
    written = ["" if each is None else str(each) for each in amounts]
    return result.status, sorted(result.reasons), written


def total(result: Result, side: str) -> Decimal | None:
    """All that one side pays, if it is known."""
    known = [share for name, share in result.shares.items() if name.endswith(side)]
    return None if None in known else sum(filter(None, known), Decimal("0.00"))


def totals(rows: Sequence[Made], results: Sequence[Result], paid_by_default: date) -> dict[str, Any]:
    """Rows by status and by reason, and by month what is still owed, with the interest."""
    statuses, reasons = Counter[str](), Counter[str]()
    months: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for made, result in zip(rows, results, strict=True):
        statuses[result.status] += 1
        reasons.update(result.reasons)
        if result.status == "answered":
            month = months[str(made.month)[:7]]
            paid = made.paid_on is not None and made.paid_on <= paid_by_default
            for name, amount in result.shares.items():
                month[name] += Decimal(0) if paid else amount or 0
            for name, amount in (("", result.interest), ("_without_act800", result.without_act800)):
                month[f"interest{name or '_estimate'}"] += amount or 0
                month[f"interest_on_paid{name}"] += (amount or 0) if paid else 0
    return {"rows": {"read": len(rows), **statuses}, "reasons": dict(reasons), "months": dict(months)}
