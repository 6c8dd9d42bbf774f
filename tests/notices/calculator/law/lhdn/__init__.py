"""What notices about LHDN, the Inland Revenue Board, share: dated figures and their sources."""

from calculator.engine import Body
from calculator.engine.figures import number, whole

__all__ = ["LHDN"]

LHDN = Body(
    package=__name__,
    units={"year": whole(number, lambda amount: f"{number(amount)}年")},
    notes=("gazetted_rules_differ",),
)
