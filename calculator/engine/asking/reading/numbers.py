"""Numbers and amounts, with the marks between their digits as one habit or the other has them.

Readings are plain decimals as text: a number too long to be meant is never made.
"""

from calculator.engine.asking.reading import numerals
from calculator.engine.asking.reading.text import is_whole

THOUSAND = 3  # digits between two marks
SEN = 2  # digits after the point of an amount
POINT, COMMA, MARKS = ".", ",", ".,"


def _longest_first(*words: str) -> tuple[str, ...]:
    """The longest is looked for first: 名员工 ends with 员工."""
    return tuple(sorted(words, key=len, reverse=True))


# Words before or after a number that say what it counts
CURRENCY = _longest_first(
    "rm", "myr", "ringgit malaysia", "ringgit",
    "令吉", "零吉", "林吉特", "马来西亚令吉", "馬來西亞令吉", "马币", "馬幣",
)  # fmt: skip
# That nothing follows, as on a cheque: RM3,950/-, RM3,950.00 only
CLOSED = ("sahaja", "only", "/-", "/=", "正", "整")
SMALL_COINS = ("sen", "仙")
YEARS = _longest_first("years old", "years", "year", "yrs", "岁", "歲", "周岁", "足岁", "tahun")
OF_HUNDRED, PER_CENT = ("百分之",), _longest_first("%", "percent", "per cent", "peratus")
PEOPLE = _longest_first(
    "people", "persons", "person", "workers", "worker", "employees", "employee", "staff",
    "人", "名", "位", "个", "个人", "员工", "名员工", "雇员", "名雇员", "orang", "pekerja",
)  # fmt: skip


def plain(text: str) -> bool:
    """Whether this is a number as programs write it: digits, a sign, a point."""
    return is_whole(text.removeprefix("-").replace(POINT, "", 1))


def numbers(text: str) -> tuple[str, ...]:
    """Every number that the text can be, the likelier first."""
    body = text.removeprefix("-")
    sign = text[: len(text) - len(body)]
    return tuple(sign + reading for reading in _unsigned(body))


def amounts(text: str) -> tuple[str, ...]:
    """Every number of ringgit: currency before or after it, with `/-` or sen at its end."""
    # RM3,950/- only has both
    lower = without(without(text.lower(), after=CLOSED), after=CLOSED)
    if lower.endswith(SMALL_COINS):
        return _with_sen(lower)
    after = without(lower, before=CURRENCY)
    body = without(after, after=CURRENCY)
    if after == lower or not body.startswith(POINT):
        return numbers(body)
    # RM. 3,950 has the point of an abbreviation; that of RM.50 may be one
    rest = body.removeprefix(POINT)
    if rest.startswith(" ") or set(rest) & set(MARKS):
        return numbers(rest.strip())
    return (*numbers(rest), *numbers(body))


def without(text: str, *, before: tuple[str, ...] = (), after: tuple[str, ...] = ()) -> str:
    """The text without one of these words before it, and one of those after it; the longer stand first."""
    # one look at all of them first: mostly none is there
    for word in before if text.startswith(before) else ():
        if text.startswith(word):
            text = text.removeprefix(word)
            break
    for word in after if text.endswith(after) else ():
        if text.endswith(word):
            text = text.removesuffix(word)
            break
    return text.strip()


def _with_sen(text: str) -> tuple[str, ...]:
    """3950令吉50仙; sen alone are not what is asked for."""
    body = without(text, after=SMALL_COINS)
    for word in CURRENCY:
        ringgit, found, sen = body.partition(word)
        if found and ringgit:
            [small, *more] = numbers(sen.strip()) or ("",)
            if more or not is_whole(small) or len(small) > SEN:
                return ()
            return tuple(f"{whole}.{small:0>2}" for whole in numbers(ringgit.strip()) if POINT not in whole)
    return ()


def _unsigned(text: str) -> tuple[str, ...]:
    if not numerals.NUMERALS.isdisjoint(text):
        found = numerals.number(text.replace(" ", ""))
        return (found,) if found else ()
    head, *groups = text.replace("'", " ").split(" ")
    return _spaced(head, groups) if groups else _marked(text)


def _marked(text: str) -> tuple[str, ...]:
    """By the points and commas."""
    marks = [character for character in text if character in MARKS]
    if not is_whole(text.replace(POINT, "").replace(COMMA, "")):
        return ()
    if not marks:
        return (text,)
    if marks == [POINT]:
        return _at_point(*text.split(POINT))
    if marks == [COMMA]:
        return _at_comma(*text.split(COMMA))
    return _grouped(text, marks[-1])


def _spaced(head: str, groups: list[str]) -> tuple[str, ...]:
    """3 950.00: a space can only stand between groups of three."""
    last, tail = groups[-1][:THOUSAND], groups[-1][THOUSAND:]
    whole = _joined([head, *groups[:-1], last])
    if not whole or not tail:
        return (whole,) if whole else ()
    part = tail[1:]
    return (f"{whole}.{part}",) if tail[0] in MARKS and is_whole(part) else ()


def _at_point(whole: str, part: str) -> tuple[str, ...]:
    """3950.50, and 3.950: thousands for some, three ringgit ninety-five for others."""
    decimal = f"{whole or '0'}.{part}" if part else whole
    if len(part) != THOUSAND or not _joined([whole, part]):
        return (decimal,)
    # the zero says nothing, and without it the reading can be typed again
    return (whole + part, decimal.removesuffix("0"))


def _at_comma(whole: str, part: str) -> tuple[str, ...]:
    """3,950 is thousands for sure; 3,95 is a decimal comma or a slip."""
    if thousands := _joined([whole, part]):
        return (thousands,)
    if not whole or not 0 < len(part) <= SEN:
        return ()
    decimal = f"{whole}.{part}"
    # nobody parts thousands behind four digits, or behind a zero
    return (decimal,) if len(whole) > THOUSAND or whole == "0" else (decimal, whole + part)


def _grouped(text: str, last: str) -> tuple[str, ...]:
    """Several marks: 1,234,567 and 1.234.567, 3,950.00 and 3.950,00."""
    other = COMMA if last == POINT else POINT
    if other not in text:
        whole = _joined(text.split(last))
        return (whole,) if whole else ()
    head, _, part = text.rpartition(last)
    whole = _joined(head.split(other))
    if not whole or (last == COMMA and not 0 < len(part) <= SEN):
        return ()
    return (f"{whole}.{part}" if part else whole,)


def _joined(groups: list[str]) -> str:
    """Groups of three as one number; empty where they are none."""
    head, *rest = groups
    fit = is_whole("".join(groups)) and 0 < len(head) <= THOUSAND and head != "0"
    return "".join(groups) if fit and all(len(each) == THOUSAND for each in rest) else ""
