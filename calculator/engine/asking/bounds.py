"""What a form takes, and how a text is refused that is nothing it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculator.engine.month import Month

# Nothing that is counted or earned is written longer, commas and signs included, unless its bounds are.
DIGITS = 10

READABLE = (int, Decimal, date, Month)
type Readable = int | Decimal | date | Month


class ReplyError(ValueError):
    """Raised when a text cannot be read; `code` is the error code the writer's words explain.

    `readings` are what it can mean, where it can mean more than one thing.
    """

    def __init__(self, code: str, readings: Sequence[Readable] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.readings = tuple(readings)


@dataclass(frozen=True, slots=True)
class Between[T: (int, Decimal, date, Month)]:
    """What a form takes, both ends included: `Annotated[int, Between(0, 120)]`. No rule of the law."""

    least: T
    most: T

    def check(self, value: T) -> T:
        """The value, if it is within; raises ReplyError."""
        if value < self.least:
            raise ReplyError("too_small")
        if value > self.most:
            raise ReplyError("too_large")
        return value

    @property
    def digits(self) -> int:
        """The most digits of a whole number worth reading."""
        return max(DIGITS, len(str(self.most)))
