"""What a row owes in whole sen, and a code that says why."""

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress

from calculator.arrears.columns import (
    BUT_ACT800,
    OF_EMPLOYEE,
    OF_EMPLOYER,
    SHARES,
    UNDECIDED,
    Status,
)
from calculator.arrears.sums import AT, ONE

# The notice whose rules decide the rows, and the figure of the day by which is paid.
CONTRIBUTIONS = "contributions"
DUE_ON = "due_on"
# Reasons of this package, beside the codes of findings.
DUE_DAY_NOT_KNOWN, BIRTHDAY_IN_MONTH = "due_day_not_known", "birthday_in_month"
# So many amounts are kept as they are written: those of the tables come again and again.
KEPT = 1 << 9
# Which shares are added up: all, all but those of Act 800, the employer's and the employee's.
SUMS = ((True,) * len(SHARES), BUT_ACT800, OF_EMPLOYER, OF_EMPLOYEE)
AT_SHARES = tuple(AT[name] for name in SHARES)


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
    # those of sums.py for one row but interest, where it is still owed and where it is paid
    sums: int = field(init=False, compare=False)
    sums_of_paid: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Add up once what many rows need."""
        together, without_act800, *totals = (_sum(self.shares, which) for which in SUMS)
        object.__setattr__(self, "together", together)
        object.__setattr__(self, "without_act800", without_act800)
        object.__setattr__(self, "said", tuple(map(ringgit, (*self.shares, *totals))))
        sums = self._sums()
        owed = sum((share or 0) << at for share, at in zip(self.shares, AT_SHARES, strict=True))
        object.__setattr__(self, "sums", sums if self.status == UNDECIDED else sums + owed)
        object.__setattr__(self, "sums_of_paid", sums + ONE["paid"])

    def _sums(self) -> int:
        """All but the shares; of what cannot be decided nothing is added up."""
        if self.status == UNDECIDED:
            return ONE["not_decided"]
        if not self.due:
            return ONE["answered"]
        if not self.dated:
            return ONE["answered"] + ONE["due_day_not_known"]
        owed = (self.together or 0) * ONE["owed"] + (self.without_act800 or 0) * ONE["owed_without_act800"]
        return ONE["answered"] + ONE["dated"] + owed

    def or_else(self, other: "Owed") -> "Owed":
        """What is owed where a birthday in the month leaves open which of two it is."""
        if other == self:
            return self
        shares = tuple(a if a == b else None for a, b in zip(self.shares, other.shares, strict=True))
        due, dated = self.due and other.due, self.dated and other.dated
        return Owed(UNDECIDED, BIRTHDAY_IN_MONTH, shares, due, dated)


def _sum(shares: tuple[int | None, ...], which: tuple[bool, ...]) -> int | None:
    chosen = [*compress(shares, which)]
    # None is no number to add, and no sum
    return None if None in chosen else sum(chosen)  # type: ignore[arg-type]


@lru_cache(maxsize=KEPT)
def ringgit(sen: int | None) -> str:
    """An amount in sen as plain decimal ringgit; empty where it is not known."""
    return "" if sen is None else f"{sen // 100}.{sen % 100:02}"
