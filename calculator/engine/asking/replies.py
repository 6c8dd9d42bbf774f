"""Text from a form or a program → Python values; says in a code what is wrong with it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from calculator.engine.asking.bounds import DIGITS, Between, ReplyError
from calculator.engine.asking.reading import days, numbers
from calculator.engine.asking.reading.text import is_whole, normal, parts
from calculator.engine.month import Month

# What nobody ticked: an empty reply is none at all.
NONE = "none"


def text(given: object) -> str:
    """Any JSON scalar as text in its normal form; raises ReplyError for a list, an object or null."""
    if isinstance(given, bool):
        return "yes" if given else "no"
    if isinstance(given, (str, int, Decimal)):
        return normal(str(given))
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
    # all of them together may be longer than any other reply
    given_one_by_one = (
        given if isinstance(given, list) else parts(given) if isinstance(given, str) else [given]
    )
    replies = [text(each) for each in given_one_by_one]
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
    """A day as people write it, or as YYYY-MM-DD."""
    value = text(given)
    found = _iso(value) or days.days(value)
    return _meant(found, within, lambda: _why_no_day(value))


def _why_no_day(value: str) -> str:
    if days.month_first(value):
        return "month_first"
    return "no_such_day" if days.no_such_day(value) else "not_a_date"


def _iso(value: str) -> list[date]:
    """What programs send, which is nearly every day that is read."""
    # date.fromisoformat also reads 20230131 and 2023-W05-2, which no form of ours writes
    if len(value) != len("YYYY-MM-DD") or not value.isascii() or value[4] + value[7] != "--":
        return []
    try:
        return [date.fromisoformat(value)]
    except ValueError:
        return []


def month(given: object, within: Between[Month]) -> Month:
    """A month as people write it, or as YYYY-MM."""
    value = text(given)
    if short := [each for each in days.short_months(value) if within.least <= each <= within.most]:
        # one reading alone is asked back too: who wrote it may have meant a day of a month
        raise ReplyError("ambiguous", short)
    found = days.months(value)
    return _meant(found, within, lambda: "no_such_month" if days.no_such_month(value) else "not_a_month")


def year(given: object, within: Between[int]) -> int:
    """A year of four digits."""
    return _meant(days.years(text(given)), within, lambda: "not_a_year")


def whole(given: object, within: Between[int], words: tuple[str, ...] = ()) -> int:
    """A whole number, with or without a word for what it counts: 35, 三十五, 35岁."""
    found = numbers.numbers(numbers.without(text(given).lower(), after=words))
    value = found[0] if len(found) == 1 else ""
    if not is_whole(value.removeprefix("-")) or len(value) > within.digits:
        raise ReplyError("not_a_number")
    return within.check(int(value))


def money(given: object, within: Between[Decimal]) -> Decimal:
    """An amount in ringgit with at most two decimals: 3950, RM3,950.00, 3 950令吉, 三千九百五十."""
    value = text(given)
    # a number in JSON has one reading
    found = _exact(numbers.amounts(value) if isinstance(given, str) else [value], 2 * within.digits)
    # also where it is the only one of several readings that is not too much: RM.019999999
    amount = _meant(found, within, lambda: "not_an_amount", _to_the_sen)
    if not _to_the_sen(amount):
        raise ReplyError("too_many_decimals")
    return amount


def percentage(given: object, within: Between[Decimal]) -> Decimal:
    """A percentage, with or without its sign: 12.5, 12.5%, 百分之五."""
    value = numbers.without(text(given).lower(), before=numbers.OF_HUNDRED, after=numbers.PER_CENT)
    # behind one point stand decimals, however many: nobody writes thousands per cent
    found = [value] if numbers.plain(value) else numbers.numbers(value)
    return _meant(_exact(found, DIGITS), within, lambda: "not_a_percentage")


def _exact(found: Iterable[str], longest: int) -> list[Decimal]:
    # Decimal also reads 1e3, NaN and 1_000, which nobody means as wages; a long text need not be made one
    exact = [Decimal(each) for each in found if numbers.plain(each) and len(each) <= longest]
    # what is read can be read again as it is said back: .5 has a zero then
    return [each for each in exact if len(f"{each:f}") <= longest]


def _to_the_sen(amount: Decimal) -> bool:
    exponent = amount.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -numbers.SEN


def _meant[T: (int, Decimal, date, Month)](
    found: Sequence[T],
    within: Between[T],
    why_none: Callable[[], str],
    offered: Callable[[T], bool] = lambda _: True,
) -> T:
    """The one reading that the form takes; raises ReplyError for none, with the code why, and for several."""
    fitting = [each for each in found if within.least <= each <= within.most]
    if len(fitting) > 1:
        raise ReplyError("ambiguous", [each for each in fitting if offered(each)])
    if not found:
        raise ReplyError(why_none())
    return fitting[0] if fitting else within.check(found[0])
