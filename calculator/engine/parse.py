"""Text from a form or a program → Python values; says in a code what is wrong with it."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from calculator.engine.month import Month

# What a form can sensibly hold. No rule of the law: Dated values say which days are covered.
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
MOST_RINGGIT = Decimal("9999999.99")
MOST_YEARS = 120
SEN = -2
THOUSAND = 3  # digits between two commas

# Chinese input methods give full-width digits and signs
NARROW = str.maketrans("０１２３４５６７８９．，－／", "0123456789.,-/")


class ParseError(ValueError):
    """Raised when a text cannot be read; `code` is the error code the writer's words explain."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def text(given: object) -> str:
    """Any JSON scalar as trimmed text; raises ParseError for a list, an object or null."""
    if isinstance(given, bool):
        return "yes" if given else "no"
    if isinstance(given, (str, int, Decimal)):
        return str(given).translate(NARROW).strip()
    raise ParseError("not_text")


def choice(choices: type[StrEnum], given: object) -> StrEnum:
    """A member of an enum of choices."""
    value = text(given)
    try:
        return choices(value)
    except ValueError:
        raise ParseError("not_a_choice") from None


def yes_no(given: object) -> bool:
    """`yes` or `no`; JSON's true and false as well."""
    value = text(given)
    if value not in {"yes", "no", "true", "false"}:
        raise ParseError("not_a_choice")
    return value in {"yes", "true"}


def day(given: object) -> date:
    """A day as YYYY-MM-DD."""
    value = text(given)
    # date.fromisoformat also reads 20230131 and 2023-W05-2, which no form of ours writes
    if len(value) != len("YYYY-MM-DD") or not value.isascii() or value[4] + value[7] != "--":
        raise ParseError("not_a_date")
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise ParseError("not_a_date") from None
    _within(found.year, EARLIEST_YEAR, LATEST_YEAR)
    return found


def month(given: object) -> Month:
    """A month as YYYY-MM."""
    year, dash, number = text(given).partition("-")
    if not dash or len(year) != len("YYYY") or len(number) != len("MM") or not (year + number).isdecimal():
        raise ParseError("not_a_month")
    try:
        found = Month(int(year), int(number))
    except ValueError:
        raise ParseError("not_a_month") from None
    _within(found.year, EARLIEST_YEAR, LATEST_YEAR)
    return found


def integer(given: object) -> int:
    """A whole number of years, people or the like."""
    value = text(given)
    if not value.removeprefix("-").isdecimal() or len(value) > len(str(MOST_RINGGIT)):
        raise ParseError("not_a_number")
    _within(int(value), 0, MOST_YEARS)
    return int(value)


def money(given: object) -> Decimal:
    """An amount in ringgit with at most two decimals; `RM` and thousands commas are allowed."""
    value = _without_thousands(text(given).upper().removeprefix("RM").strip())
    # Decimal also reads 1e3, NaN and 1_000, which nobody means as wages
    if set(value) - set("-0123456789.") or len(value) > 2 * len(str(MOST_RINGGIT)):
        raise ParseError("not_an_amount")
    try:
        amount = Decimal(value)
    except InvalidOperation:
        raise ParseError("not_an_amount") from None
    exponent = amount.as_tuple().exponent
    if isinstance(exponent, int) and exponent < SEN:
        raise ParseError("too_many_decimals")
    _within(amount, Decimal(0), MOST_RINGGIT)
    return amount


def _without_thousands(value: str) -> str:
    """3,950.00 without its comma; a comma anywhere else stays, and the amount is refused."""
    whole, point, sen = value.partition(".")
    first, *groups = whole.split(",")
    grouped = 0 < len(first) <= THOUSAND and all(len(group) == THOUSAND for group in groups)
    return first + "".join(groups) + point + sen if grouped else value


def _within[T: (int, Decimal)](value: T, least: T, most: T) -> None:
    if value < least:
        raise ParseError("too_small")
    if value > most:
        raise ParseError("too_large")


BY_KIND: Mapping[str, Callable[[object], object]] = {
    "yes_no": yes_no,
    "date": day,
    "month": month,
    "money": money,
    "integer": integer,
}
