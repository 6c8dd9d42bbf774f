"""The totals of a whole payroll: in one line, and as JSON."""

import json
from dataclasses import asdict

from calculator.arrears.owed import CONTRIBUTIONS
from calculator.arrears.totals import Totals
from calculator.arrears.unpaid import at_most
from calculator.engine.asking.found import load
from calculator.receipt.version import version

PACKAGE = "calculator.arrears"


def version_of_rules() -> str:
    """The version of the rules behind each row: those of a month, and how a payroll is read and added up."""
    return version(CONTRIBUTIONS, PACKAGE)


def counted(totals: Totals) -> str:
    """How many rows there were of each kind, on one line."""
    rows = totals.said().rows
    return "".join(f"{status} {count}\n" for status, count in asdict(rows).items())


def as_json(totals: Totals) -> str:
    """The totals as a request gives them, with the most that interest may be, in all and by month."""
    law = load(CONTRIBUTIONS).law
    said = asdict(totals.said())
    months = [{"month": month, **sums} for month, sums in said["months"].items()]
    behind = {"law_as_at": law.as_at.isoformat(), "rules": version_of_rules()}
    whole = {**said, "interest": asdict(at_most(months)), **behind}
    return f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n"
