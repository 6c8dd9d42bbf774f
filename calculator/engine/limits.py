"""What a request may be at most, looked at before it is parsed: the same on every Python and in every page.

A parser ends otherwise on each machine: where it is nested too deep, or where a number has more digits, or a
larger exponent, than this Python has room for.
"""

import re

# A reply has a hundred characters, and a form a few dozen. With the rows of a payroll come the months that
# stood for their workers before: for a piece of 200 workers, over many years, some millions of characters.
MOST_CHARACTERS, MOST_CHARACTERS_OF_ROWS = 1 << 16, 1 << 24
# The deepest that is asked is an amount in a kind of sum of a day of a month of a list of a request.
MOST_DEPTH = 8
MOST_DIGITS, MOST_DIGITS_OF_EXPONENT = 100, 4

STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
NUMBER = re.compile(rf"[0-9]{{{MOST_DIGITS + 1}}}|[eE][+-]?[0-9]{{{MOST_DIGITS_OF_EXPONENT + 1}}}")
BRACKET = re.compile(r"[][{}]")


def too_much(request: str) -> bool:
    """Whether a text is longer, or nested deeper, or has longer numbers, than anything that can be asked."""
    if len(request) > MOST_CHARACTERS_OF_ROWS:
        return True
    outside = STRING.sub("", request)
    return NUMBER.search(outside) is not None or _too_deep(outside)


def _too_deep(outside: str) -> bool:
    depth = 0
    for bracket in BRACKET.findall(outside):
        depth += 1 if bracket in "[{" else -1
        if depth > MOST_DEPTH:
            return True
    return False
