"""What the rules caution of an amount, or of a month, stands in the reason of the row that is answered."""

from datetime import date

from calculator.arrears.columns import ANSWERED, COLUMNS
from calculator.arrears.payroll import Payroll
from calculator.engine.decision import Decision
from tests.arrears.test_classes import drawn, one_by_one

CAUTIONS = {"domestic_transition", "act4_row_inferred", "after_last_check"}


def test_an_answered_row_has_the_cautions_that_its_decision_has() -> None:
    """Of every year, before and after the last check, with wages at the edges of bands."""
    rows = list(drawn(3000, seed=7))
    asked = [id for id in COLUMNS if any(id in row for row in rows)]
    cells = [[row.get(id, "") for id in asked] for row in rows]
    met = set[str]()
    for row, line in zip(rows, Payroll(asked, date(2026, 11, 26)).lines(cells), strict=True):
        if line.status == ANSWERED:
            decision = one_by_one(row)
            assert isinstance(decision, Decision)
            said = {str(finding.code) for finding in decision.findings} & CAUTIONS
            assert set(line.reason.split()) & CAUTIONS == said, row
            met |= said
    assert met == CAUTIONS
