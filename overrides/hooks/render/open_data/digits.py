"""Regular expressions for whole numbers between two bounds, written without zeros in front."""

from collections.abc import Iterator
from decimal import Decimal

TEN = 10


def between(least: int, most: int) -> str:
    """What matches the numbers from `least` to `most`, both included; neither is below nought."""
    return f"(?:{'|'.join(_pieces(least, most))})"


def _pieces(at: int, most: int) -> Iterator[str]:
    """Pieces of one length each: digits that stay, a digit that goes up, digits of any kind."""
    while at <= most:
        step = 1
        while at and at % (step * TEN) == 0 and at + step * TEN - 1 <= most:
            step *= TEN
        digit = last = at // step % TEN
        while last < TEN - 1 and at + (last - digit + 2) * step - 1 <= most:
            last += 1
        stays, any_digits = at // step // TEN or "", len(str(step)) - 1
        goes_up = f"{digit}" if digit == last else f"[{digit}-{last}]"
        yield f"{stays}{goes_up}{rf'\d{{{any_digits}}}' if any_digits else ''}"
        at += (last - digit + 1) * step


def amounts(least: Decimal, most: Decimal, decimals: str) -> str:
    """What matches amounts with so many decimals (`1,2` in a repetition) from `least` to `most`.

    Exact where both are whole, or `most` has nothing but nines behind its point.
    """
    low, high = int(least), int(most)
    fraction = rf"(?:\.\d{{{decimals}}})?"
    if most != high:
        return between(low, high) + fraction
    below = f"{between(low, high - 1)}{fraction}|" if low < high else ""
    return rf"(?:{below}{high}(?:\.0{{{decimals}}})?)"
