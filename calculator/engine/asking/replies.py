"""Text from a form or a program → Python values; says in a code what is wrong with it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from calculator.engine.month import Month

# Nothing that is counted or earned is written longer, commas and signs included, unless its bounds are.
DIGITS = 10
SEN = -2
THOUSAND = 3  # digits between two commas
# What nobody ticked: an empty reply is none at all.
NONE = "none"

# Chinese input methods give full-width digits and signs
NARROW = str.maketrans("０１２３４５６７８９．，－／％", "0123456789.,-/%")


class ReplyError(ValueError):
    """Raised when a text cannot be read; `code` is the error code the writer's words explain."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


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


def text(given: object) -> str:
    """Any JSON scalar as trimmed text; raises ReplyError for a list, an object or null."""
    if isinstance(given, bool):
        return "yes" if given else "no"
    if isinstance(given, (str, int, Decimal)):
        return str(given).translate(NARROW).strip()
    raise ReplyError("not_text")


def choice(given: object, choices: type[StrEnum]) -> StrEnum:
    """A member of an enum of choices."""
    value = text(given)
    try:
        return choices(value)
    except ValueError:
        raise ReplyError("not_a_choice") from None


def several(given: object, choices: type[StrEnum]) -> frozenset[StrEnum]:
    """Members of an enum of choices: a JSON list, or one text with commas; `none` where nothing applies."""
    replies = given if isinstance(given, list) else text(given).split(",")
    if replies in ([], [NONE]):
        return frozenset()
    return frozenset(choice(reply, choices) for reply in replies)


def yes_no(given: object) -> bool:
    """`yes` or `no`; JSON's true and false as well."""
    value = text(given)
    if value not in {"yes", "no", "true", "false"}:
        raise ReplyError("not_a_choice")
    return value in {"yes", "true"}


def day(given: object, within: Between[date]) -> date:
    """A day as YYYY-MM-DD."""
    value = text(given)
    # date.fromisoformat also reads 20230131 and 2023-W05-2, which no form of ours writes
    if len(value) != len("YYYY-MM-DD") or not value.isascii() or value[4] + value[7] != "--":
        raise ReplyError("not_a_date")
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise ReplyError("not_a_date") from None
    return within.check(found)


def month(given: object, within: Between[Month]) -> Month:
    """A month as YYYY-MM."""
    years, dash, number = text(given).partition("-")
    if not dash or len(years) != len("YYYY") or len(number) != len("MM") or not (years + number).isdecimal():
        raise ReplyError("not_a_month")
    try:
        found = Month(int(years), int(number))
    except ValueError:
        raise ReplyError("not_a_month") from None
    return within.check(found)


def year(given: object, within: Between[int]) -> int:
    """A year as YYYY."""
    value = text(given)
    if len(value) != len("YYYY") or not value.isdecimal():
        raise ReplyError("not_a_year")
    return within.check(int(value))


def whole(given: object, within: Between[int]) -> int:
    """A whole number of years or the like."""
    value = text(given)
    if not value.removeprefix("-").isdecimal() or len(value) > within.digits:
        raise ReplyError("not_a_number")
    return within.check(int(value))


def count(given: object, within: Between[int]) -> int:
    """A number of people, which may be written with thousands commas."""
    return whole(_without_thousands(text(given)), within)


def money(given: object, within: Between[Decimal]) -> Decimal:
    """An amount in ringgit with at most two decimals; `RM` and thousands commas are allowed."""
    value = _without_thousands(text(given).upper().removeprefix("RM").strip())
    amount = _exact(value, 2 * within.digits, "not_an_amount")
    exponent = amount.as_tuple().exponent
    if isinstance(exponent, int) and exponent < SEN:
        raise ReplyError("too_many_decimals")
    return within.check(amount)


def percentage(given: object, within: Between[Decimal]) -> Decimal:
    """A percentage, with or without its sign: 12.5 or 12.5%."""
    return within.check(_exact(text(given).removesuffix("%").strip(), DIGITS, "not_a_percentage"))


def _exact(value: str, longest: int, code: str) -> Decimal:
    # Decimal also reads 1e3, NaN and 1_000, which nobody means as wages
    if set(value) - set("-0123456789.") or len(value) > longest:
        raise ReplyError(code)
    try:
        return Decimal(value)
    except InvalidOperation:
        raise ReplyError(code) from None


def _without_thousands(value: str) -> str:
    """3,950.00 without its comma; a comma anywhere else stays, and the amount is refused."""
    whole_part, point, sen = value.partition(".")
    first, *groups = whole_part.split(",")
    grouped = 0 < len(first) <= THOUSAND and all(len(group) == THOUSAND for group in groups)
    return first + "".join(groups) + point + sen if grouped else value
