"""The days around the last check of the law, by the names a table gives them: they move with it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from calculator.engine.asking.found import load
from calculator.engine.month import Month

NAMES: Mapping[str, Callable[[date], object]] = {
    "{last_check}": lambda day: day,
    "{day_after_last_check}": lambda day: day + timedelta(days=1),
    "{month_of_last_check}": lambda day: Month(day.year, day.month),
    "{month_after_last_check}": lambda day: Month(day.year, day.month).following,
}


def dated(notice: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The facts or figures of a case, with the day or month in place of its name."""
    named = {id: NAMES[value] for id, value in values.items() if isinstance(value, str) and value in NAMES}
    return {**values, **{id: str(day(load(notice).law.as_at)) for id, day in named.items()}}
