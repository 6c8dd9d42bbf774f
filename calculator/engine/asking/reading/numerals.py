"""Chinese numerals: 三千九百五十, 一万二, 十五, 二〇二二, 叁仟, and 1.5万."""

from calculator.engine.asking.reading.text import is_whole

ZERO = "0"
DIGITS = {
    digit: str(number)
    for number, digits in enumerate(
        ("〇零○◯", "一壹", "二两贰貳兩", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for digit in digits
}  # fmt: skip
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = (("亿億", 10**8), ("万萬", 10**4))
POINTS = "点點"
NUMERALS = frozenset((*DIGITS, *TENS, *POINTS, *(mark for marks, _ in LARGE for mark in marks)))


def digits(text: str) -> str:
    """Digit for digit: 二〇二二 is 2022; other characters stay."""
    return "".join(DIGITS.get(character, character) for character in text)


def number(text: str) -> str:
    """The number as plain decimal; empty where it is none."""
    whole, point, part = _parted(text, POINTS)
    try:
        value = _value(digits(whole))
    except ValueError:
        return ""
    if not point:
        return str(value)
    part = digits(part)
    return f"{value}.{part}" if is_whole(part) else ""


def _parted(text: str, marks: str) -> tuple[str, str, str]:
    """As str.partition at the first of these marks."""
    mark = next((character for character in text if character in marks), "")
    return text.partition(mark) if mark else (text, "", "")


def _value(text: str) -> int:
    """A number in which digits are ASCII already; raises ValueError."""
    for marks, size in LARGE:
        head, mark, rest = _parted(text, marks)
        if mark:
            return _times(head, size) + (_rest(rest, size) if rest else 0)
    return int(text) if is_whole(text) else _below_ten_thousand(text)


def _times(head: str, size: int) -> int:
    """Of 1.5万 and 十二万 what stands before 万, in ones; raises ValueError."""
    whole, point, part = head.partition(".")
    if not point:
        return _value(whole) * size
    zeros = len(str(size)) - 1 - len(part)
    if not is_whole(whole + part) or zeros < 0:
        raise ValueError(head)
    return int(f"{whole}{part}{ZERO * zeros}")


def _rest(text: str, size: int) -> int:
    """What follows 万 or another unit: 一万二 is 12,000, 一万零二 is 10,002; raises ValueError."""
    after = text.lstrip(ZERO)
    if text == after and is_whole(after):
        # one digit is of the next smaller kind, all digits are what they are; 3千95 could be either
        if len(after) not in (1, len(str(size)) - 1):
            raise ValueError(text)
        return int(after) * (size // 10 if len(after) == 1 else 1)
    value = _value(after)
    if value >= size:
        raise ValueError(text)
    return value


def _below_ten_thousand(text: str) -> int:
    """Thousands, hundreds, tens: each once, the larger first; raises ValueError."""
    at = next((at for at, character in enumerate(text) if character in TENS), None)
    if at is None:
        raise ValueError(text)
    head, size, rest = text[:at], TENS[text[at]], text[at + 1 :]
    # 十五 has no digit before its ten
    before = head or ("1" if size == TENS["十"] else "")
    if len(before) != 1 or not is_whole(before):
        raise ValueError(text)
    return int(before) * size + (_rest(rest, size) if rest else 0)
