"""What a decision of `contributions` comes to for a payroll: whole sen, and a code that says why."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from calculator.arrears.columns import (
    ANSWERED,
    BUT_ACT800,
    OF_EMPLOYEE,
    OF_EMPLOYER,
    SHARES,
    UNDECIDED,
    Status,
)
from calculator.engine import NOT_KNOWN, Law
from calculator.engine.asking.notice import Loaded
from calculator.engine.decision import Decision
from calculator.engine.rows.cuts import sen

# The notice whose rules decide the rows. Of it an outcome, and the figure of the day by which is paid.
CONTRIBUTIONS = "contributions"
NOTHING_DUE, DUE_ON = "nothing_due", "due_on"
# Reasons of this package, beside the codes of findings.
DUE_DAY_NOT_KNOWN, BIRTHDAY_IN_MONTH = "due_day_not_known", "birthday_in_month"


@dataclass(frozen=True, slots=True)
class Owed:
    """What a class of rows owes: `shares` in sen in the order of SHARES, None where that is not known.

    `due` tells that there is something to pay, by a day that is known where `dated` says so.
    """

    status: Status
    reason: str
    shares: tuple[int | None, ...]
    due: bool
    dated: bool

    # both shares, and both of all but Act 800; None where a part of them is not known
    together: int | None = field(init=False, compare=False)
    without_act800: int | None = field(init=False, compare=False)
    # the shares, then what the employer and the employee pay in all, as they are written
    said: tuple[str, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Add up once what many rows need."""
        every = (True,) * len(SHARES)
        sums = [_sum(self.shares, which) for which in (every, BUT_ACT800, OF_EMPLOYER, OF_EMPLOYEE)]
        object.__setattr__(self, "together", sums[0])
        object.__setattr__(self, "without_act800", sums[1])
        object.__setattr__(self, "said", tuple(map(ringgit, (*self.shares, *sums[2:]))))

    def or_else(self, other: "Owed") -> "Owed":
        """What is owed where a birthday in the month leaves open which of two it is."""
        if other == self:
            return self
        shares = tuple(a if a == b else None for a, b in zip(self.shares, other.shares, strict=True))
        due, dated = self.due and other.due, self.dated and other.dated
        return Owed(UNDECIDED, BIRTHDAY_IN_MONTH, shares, due, dated)


def _sum(shares: tuple[int | None, ...], which: tuple[bool, ...]) -> int | None:
    chosen = [share for share, counts in zip(shares, which, strict=True) if counts]
    known = [share for share in chosen if share is not None]
    return sum(known) if len(known) == len(chosen) else None


@dataclass(frozen=True, slots=True)
class Frame:
    """What a decision owes, whatever the wages: of a share that is a cell of a table, where it stands."""

    owed: Owed
    cells: tuple[tuple[str, str] | None, ...]

    def at(self, law: Law, day: date, wages: object) -> Owed:
        """The same at these wages, with what the tables say of them."""
        if not isinstance(wages, Decimal) or not any(self.cells):
            return self.owed
        pairs = zip(self.owed.shares, self.cells, strict=True)
        shares = tuple(
            sen(law.tables[cell[0]].on(day).band(wages).amounts[cell[1]]) if cell else share
            for share, cell in pairs
        )
        owed = self.owed
        return Owed(owed.status, owed.reason, shares, owed.due, owed.dated)


def framer(contributions: Loaded) -> Callable[[Decision], Frame]:
    """Make what turns a decision into a frame: an amount is a cell where it is the very one of a row read."""
    of = contributions.notice
    says_nothing = {of.ask, of.after_last_check}
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
        why = [] if dated else [DUE_DAY_NOT_KNOWN]
        if decision.outcome == of.cannot_decide:
            status = UNDECIDED
            why = [
                each.code
                for each in decision.findings
                if each.code in no_rule or NOT_KNOWN in each.figures.values()
            ]
        elif decision.outcome == NOTHING_DUE:
            why = [each.code for each in decision.findings if each.code not in says_nothing]
            due = dated = False
        return Frame(Owed(status, " ".join(why), shares, due, dated), places)

    return read


def _share(figure: object, *, ruled: bool) -> int | None:
    """What a scheme asks; one that no finding speaks of asks nothing, where the rules came to their end."""
    if figure is None:
        return 0 if ruled else None
    return None if figure == NOT_KNOWN else sen(figure.amount)  # type: ignore[attr-defined]


def ringgit(sen: int | None) -> str:
    """An amount in sen as plain decimal ringgit; empty where it is not known."""
    return "" if sen is None else f"{sen // 100}.{sen % 100:02}"
