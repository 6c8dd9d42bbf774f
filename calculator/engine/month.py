"""A calendar month, the unit in which contributions are owed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of the calendar; raises ValueError when there is no such month."""

    year: int
    number: int

    def __post_init__(self) -> None:
        """Let `date` judge the month, so that there is one idea of what exists."""
        date(self.year, self.number, 1)

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.number, 1)

    @property
    def following(self) -> "Month":
        """The month after this one."""
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    def __str__(self) -> str:
        """ISO 8601: 2026-07."""
        return f"{self.year:04}-{self.number:02}"
