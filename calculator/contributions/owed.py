"""What a scheme asks for the month, and how its row of the table is said."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from calculator.contributions.codes import Code
from calculator.engine import Band, Figure, Finding


@dataclass(slots=True)
class Owed:
    """What one scheme asks for the month in ringgit; `known` is false where it cannot be decided."""

    employer: Decimal = Decimal("0.00")
    employee: Decimal = Decimal("0.00")
    known: bool = True


# A scheme yields its findings and returns what is owed under it.
type Scheme = Generator[Finding, None, Owed]

UNKNOWN = Owed(known=False)
NOTHING = Owed()


def row(band: Band, within: Code, top: Code) -> Finding:
    """The band of wages used: "exceeds X but does not exceed Y", or above the ceiling."""
    figures: Mapping[str, Figure] = {"wage_over": ringgit(band.wage_over)}
    if band.wage_up_to is None:
        return Finding(top, figures, band.sources)
    return Finding(within, {**figures, "wage_up_to": ringgit(band.wage_up_to)}, band.sources)


def ringgit(amount: Decimal) -> Figure:
    """An amount of money as a figure."""
    return Figure(amount, "ringgit")
