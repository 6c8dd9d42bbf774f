"""Many rows of facts put to one notice: each class of equal facts is decided once."""

from calculator.engine.rows.classes import Classes, Missing, Whole
from calculator.engine.rows.cuts import Cuts

__all__ = ["Classes", "Cuts", "Missing", "Whole"]
