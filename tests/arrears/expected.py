"""What the slow and obvious way makes of a payroll, as the answer and the result file write it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
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


def totals(rows: Sequence[Made], results: Sequence[Result]) -> dict[str, Any]:
    """How many rows there are of each status and reason, and what is owed by month."""
    statuses, reasons = Counter[str](), Counter[str]()
    months: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for made, result in zip(rows, results, strict=True):
        statuses[result.status] += 1
        reasons.update(result.reasons)
        if result.status == "answered":
            month = months[str(made.month)[:7]]
            extra = {"interest_estimate": result.interest, "interest_without_act800": result.without_act800}
            for name, amount in {**result.shares, **extra}.items():
                month[name] += amount or 0
    return {"rows": {"read": len(rows), **statuses}, "reasons": dict(reasons), "months": dict(months)}
