"""What a scheme asks for the month, and how its row of the table is said."""

from collections.abc import Generator
from dataclasses import dataclass
from decimal import Decimal

from calculator.contributions.codes import Code
from calculator.engine import NOT_KNOWN, Band, Figure, Finding


@dataclass(slots=True)
class Owed:
    """What one scheme asks for the month in ringgit; a share that cannot be decided is None.

    `left` tells that the employee has left the scheme.
    """

    employer: Decimal | None = Decimal("0.00")
    employee: Decimal | None = Decimal("0.00")
    left: bool = False

    @property
    def together(self) -> Decimal | None:
        """Both shares; None where one of them is not known."""
        return None if self.employer is None or self.employee is None else self.employer + self.employee

    def figures(self, scheme: str) -> dict[str, Figure]:
        """The row of this scheme on a payslip: both shares and their sum, also where it is not known."""
        return {
            f"{scheme}_employer": _share(self.employer),
            f"{scheme}_employee": _share(self.employee),
            f"{scheme}_together": _share(self.together),
        }


# A scheme yields its findings and returns what is owed under it.
type Scheme = Generator[Finding, None, Owed]

UNKNOWN = Owed(None, None)
NOTHING = Owed()
LEFT = Owed(left=True)


def row(band: Band, within: Code, top: Code) -> Finding:
    """The band of wages used: "exceeds X but does not exceed Y", or above the ceiling."""
    if band.wage_up_to is None:
        return Finding(top, {"highest_row_over": ringgit(band.wage_over)}, band.sources)
    figures = {"wage_over": ringgit(band.wage_over), "wage_up_to": ringgit(band.wage_up_to)}
    return Finding(within, figures, band.sources)


def _share(amount: Decimal | None) -> Figure:
    return NOT_KNOWN if amount is None else ringgit(amount)


def ringgit(amount: Decimal) -> Figure:
    """An amount of money as a figure."""
    return Figure(amount, "ringgit")
