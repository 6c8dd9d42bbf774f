"""What a scheme asks for the month, and how its row of the table is said."""

from collections.abc import Generator
from dataclasses import dataclass
from decimal import Decimal

from calculator.contributions.codes import Code
from calculator.engine import Band, Figure, Finding


@dataclass(slots=True)
class Owed:
    """What one scheme asks for the month in ringgit; `known` is false where it cannot be decided.

    `left` tells that the employee has left the scheme.
    """

    employer: Decimal = Decimal("0.00")
    employee: Decimal = Decimal("0.00")
    known: bool = True
    left: bool = False

    def figures(self, scheme: str) -> dict[str, Figure]:
        """The row of this scheme on a payslip: both shares and their sum."""
        return {
            f"{scheme}_employer": ringgit(self.employer),
            f"{scheme}_employee": ringgit(self.employee),
            f"{scheme}_together": ringgit(self.employer + self.employee),
        }


# A scheme yields its findings and returns what is owed under it.
type Scheme = Generator[Finding, None, Owed]

UNKNOWN = Owed(known=False)
NOTHING = Owed()
LEFT = Owed(left=True)


def row(band: Band, within: Code, top: Code) -> Finding:
    """The band of wages used: "exceeds X but does not exceed Y", or above the ceiling."""
    if band.wage_up_to is None:
        return Finding(top, {"highest_row_over": ringgit(band.wage_over)}, band.sources)
    figures = {"wage_over": ringgit(band.wage_over), "wage_up_to": ringgit(band.wage_up_to)}
    return Finding(within, figures, band.sources)


def ringgit(amount: Decimal) -> Figure:
    """An amount of money as a figure."""
    return Figure(amount, "ringgit")
