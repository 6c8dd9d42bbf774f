"""The most that a payroll may be charged, and what programmes take off, in the slow and obvious way.

As in slow.py nothing of the rules is imported: what each programme offered is read in its file, the reported
minimum and rounding are written here a second time.
"""

import math
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from tests.arrears.made import Made
from tests.arrears.schemes import LAW
from tests.arrears.slow import SEN, Result

MULTIPLE = 5
NOTHING = Decimal("0.00")


def most(rows: Sequence[Made], results: Sequence[Result], by_default: date) -> dict[str, list[Decimal]]:
    """By month the most that interest may be, with Act 800 and without it; never less than the estimate."""
    months: dict[tuple[str, date], list[tuple[Result, date]]] = defaultdict(list)
    for made, result in zip(rows, results, strict=True):
        if result.status == "answered" and result.due_on:
            months[str(made.month)[:7], result.due_on].append((result, made.paid_on or by_default))
    found = {}
    for (month, due_on), paid in months.items():
        whole = at_most(due_on, [(owed(result), day) for result, day in paid])
        without = at_most(due_on, [(owed(result, but="act800"), day) for result, day in paid])
        estimates = (result.interest for result, _ in paid), (result.without_act800 for result, _ in paid)
        found[month] = [max(whole, total(estimates[0])), max(without, total(estimates[1]))]
    return found


def owed(result: Result, but: str = "none") -> Decimal:
    """What all that is owed comes to, but that of one Act."""
    return total(share for name, share in result.shares.items() if not name.startswith(but))


def total(amounts: Iterable[Decimal | None]) -> Decimal:
    """Of an answered row, all are known."""
    return sum((each for each in amounts if each is not None), NOTHING)


def at_most(due_on: date, unpaid: Sequence[tuple[Decimal, date]]) -> Decimal:
    """Six per cent a year, for each month of delay rounded up to a multiple of five ringgit over all rows."""
    total, begins = Decimal(0), due_on
    while begins < max(day for _, day in unpaid):
        # a month is due on the fifteenth
        ends = (begins + timedelta(31)).replace(day=15)
        exact = (
            sum(amount * max((min(day, ends) - begins).days, 0) for amount, day in unpaid)
            * 6
            / Decimal(36500)
        )
        total += math.ceil(exact / MULTIPLE) * MULTIPLE
        begins = ends
    return total


@cache
def offers() -> dict[str, dict[str, Any]]:
    """Programmes with what they offered on interest, as they stand in their file."""
    with (LAW / "programmes.toml").open("rb") as file:
        read = tomllib.load(file)
    on_interest = {id: [each for each in of["offers"] if each["of"] == "interest"] for id, of in read.items()}
    return {id: {**read[id], "offers": found} for id, found in on_interest.items() if found}


def programmes(rows: Sequence[Made], results: Sequence[Result], by_default: date) -> dict[str, Any]:
    """By programme the rows that it reached, their interest, and what each of its offers takes off."""
    found: dict[str, Any] = {}
    for made, result in zip(rows, results, strict=True):
        if result.status != "answered" or not result.due_on or not result.interest:
            continue
        for id, certain, off in reaching(result.due_on, made.paid_on or by_default, result.interest):
            sums = found.setdefault(
                id, {"rows": [0, NOTHING], "disputed": [0, NOTHING], "off": [NOTHING] * len(off)}
            )
            at = sums["rows" if certain else "disputed"]
            at[0] += 1
            at[1] += result.interest
            if certain:
                sums["off"] = [before + each for before, each in zip(sums["off"], off, strict=True)]
    return found


def reaching(due_on: date, paid_on: date, interest: Decimal) -> Iterator[tuple[str, bool, list[Decimal]]]:
    """The programmes of a day, whether it is certain that they ran, and what each offer takes off."""
    for id, programme in offers().items():
        disputed = paid_on in programme.get("disputed_days", [])
        if not disputed and not programme["first_day"] <= paid_on <= programme["last_day"]:
            continue
        of_the_year = [holds(offer, due_on) for offer in programme["offers"]]
        if any(of_the_year):
            rates = [Decimal(offer.get("rate", 100)) for offer in programme["offers"]]
            cut = [(interest * rate / 100).quantize(SEN, ROUND_HALF_UP) for rate in rates]
            off = [each if of_it else NOTHING for each, of_it in zip(cut, of_the_year, strict=True)]
            yield id, not disputed, off


def holds(offer: dict[str, Any], due_on: date) -> bool:
    first, last = offer.get("years", (due_on.year, due_on.year))
    return bool(first <= due_on.year <= last)
