"""What belongs to a month, side by side in one number: a row adds all of its own in one addition."""

from calculator.arrears.columns import SHARES

# Interest in either reading of the law, and the part of it on what is paid; the shares still owed; how many
# rows there are of each kind; what was owed in either reading where the day is known by which it was due.
# The first two stand as the next two do, so that interest on what is paid is put into both at once.
FIELDS = (
    "interest", "without_act800", "paid_interest", "paid_without_act800", *SHARES,
    "answered", "paid", "not_decided", "due_day_not_known", "dated", "owed", "owed_without_act800",
)  # fmt: skip
# No sum of sen or rows comes near so many bits.
BITS = 64
MOST = (1 << BITS) - 1
AT = {name: BITS * at for at, name in enumerate(FIELDS)}
# One sen or row of each.
ONE = {name: 1 << at for name, at in AT.items()}


def apart(sums: int) -> dict[str, int]:
    """Each of them by its name."""
    return {name: sums >> at & MOST for name, at in AT.items()}


def one_of(sums: int, name: str) -> int:
    """The one of this name."""
    return sums >> AT[name] & MOST
