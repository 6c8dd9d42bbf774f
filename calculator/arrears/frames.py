"""What a decision of `contributions` comes to for a payroll, kept for each class of equal facts."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from calculator.arrears.columns import ANSWERED, SHARES, UNDECIDED, WAGES, Status
from calculator.arrears.owed import CONTRIBUTIONS, DUE_DAY_NOT_KNOWN, DUE_ON, Owed
from calculator.engine import NOT_KNOWN, Law
from calculator.engine.asking.found import load
from calculator.engine.asking.notice import Loaded
from calculator.engine.decision import Decision
from calculator.engine.rows import Classes, Whole
from calculator.engine.rows.cuts import sen

# An outcome of the notice.
NOTHING_DUE = "nothing_due"
# Findings that warn of an amount which is said all the same, beside the one of the last check.
DOMESTIC_TRANSITION, ACT4_ROW_INFERRED = "domestic_transition", "act4_row_inferred"
# The table of whose rows the second speaks.
ACT4_TABLE = "act4_contributions"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a decision owes, whatever the wages: of a share that is a cell of a table, where it stands.

    `alike` tells that the least and the highest wages lead to the same cells.
    """

    owed: Owed
    cells: tuple[tuple[str, str] | None, ...]
    alike: bool = True

    def beside(self, highest: "Frame") -> "Frame":
        """The same, where that of the highest wages is this one or not."""
        return self if self == highest else replace(self, alike=False)

    def at(self, law: Law, day: date, wages: object) -> Owed:
        """The same at these wages, with what the tables say of them."""
        if not isinstance(wages, Decimal) or not any(self.cells):
            return self.owed
        owed = self.owed
        bands = {
            table: law.tables[table].on(day).band(wages)
            for table in {cell[0] for cell in filter(None, self.cells)}
        }
        shares = tuple(
            sen(bands[cell[0]].amounts[cell[1]]) if cell else share
            for share, cell in zip(owed.shares, self.cells, strict=True)
        )
        # which row it is depends on the wages, so that no frame can say it
        act4 = bands.get(ACT4_TABLE)
        inferred = owed.status == ANSWERED and act4 is not None and act4.known == "inferred"
        reason = f"{owed.reason} {ACT4_ROW_INFERRED}".lstrip() if inferred else owed.reason
        return Owed(owed.status, reason, shares, owed.due, owed.dated)


@cache
def frames() -> Classes[Frame]:
    """The frame of each class of equal facts: what was decided for one payroll is there for the next."""
    contributions = load(CONTRIBUTIONS)
    whole = Whole({WAGES: _highest(contributions.law)}, Frame.beside)
    return Classes(contributions, _framer(contributions), whole)


def _highest(law: Law) -> Decimal:
    """Wages in the last band of every table."""
    edges = (
        band.wage_over for table in law.tables.values() for each in table.in_force() for band in each.bands
    )
    return max(edges) + 1


def _framer(contributions: Loaded) -> Callable[[Decision], Frame]:
    """Make what turns a decision into a frame: an amount is a cell where it is the very one of a row read."""
    of = contributions.notice
    # equal ones are one, and what many classes come to is kept once
    kept: dict[Frame, Frame] = {}
    says_nothing = {of.ask, of.after_last_check}
    warns = {DOMESTIC_TRANSITION, of.after_last_check}
    no_rule = {finding.code for finding in of.undecided(contributions.law.fresh())} - says_nothing

    def read(decision: Decision) -> Frame:
        figures = {name: each for found in decision.findings for name, each in found.figures.items()}
        cells = {
            id(amount): (band.table, column)
            for step in decision.steps
            for band in step.bands
            for column, amount in band.amounts.items()
        }
        places = tuple(cells.get(id(figures[name].amount)) if name in figures else None for name in SHARES)
        ruled = no_rule.isdisjoint(finding.code for finding in decision.findings)
        shares = tuple(
            None if place else _share(figures.get(name), ruled=ruled)
            for name, place in zip(SHARES, places, strict=True)
        )
        status: Status = ANSWERED
        due, dated = ruled, DUE_ON in figures
        warnings = [str(each.code) for each in decision.findings if each.code in warns]
        why = [*([] if dated else [DUE_DAY_NOT_KNOWN]), *warnings]
        if decision.outcome == of.cannot_decide:
            status = UNDECIDED
            why = [
                each.code
                for each in decision.findings
                if each.code in no_rule or NOT_KNOWN in each.figures.values()
            ]
        elif decision.outcome == NOTHING_DUE:
            said = (str(each.code) for each in decision.findings)
            why = [*(code for code in said if code not in says_nothing), *warnings]
            due = dated = False
        frame = Frame(Owed(status, " ".join(why), shares, due, dated), places)
        return kept.setdefault(frame, frame)

    return read


def _share(figure: object, *, ruled: bool) -> int | None:
    """What a scheme asks; one that no finding speaks of asks nothing, where the rules came to their end."""
    if figure is None:
        return 0 if ruled else None
    return None if figure == NOT_KNOWN else sen(figure.amount)  # type: ignore[attr-defined]
