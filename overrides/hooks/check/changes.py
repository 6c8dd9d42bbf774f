"""Checks what is said of the changes of a notice: days in their order, in parts that somebody reads."""

from collections.abc import Iterator
from datetime import date

from overrides.hooks.read.library import Library
from overrides.hooks.read.tables import Table
from overrides.hooks.read.text import Problem, hint
from overrides.hooks.render.changes import PARTS, WORDS


def changes(library: Library, notice: str) -> Iterator[Problem]:
    """What is wrong in the files of one notice; it need not have any."""
    for lang, table in library.tables.get(f"{notice}/{WORDS}", {}).items():
        document = library.pages[f"{notice}/index"][lang]
        yield from _days(table, document.day("published"), document.day("updated"))


def _days(table: Table, published: date | None, updated: date | None) -> Iterator[Problem]:
    before: date | None = None
    for key, parts in table.data.items():
        part = next(iter(parts)) if isinstance(parts, dict) and parts else ""
        under = (key, part) if part else (key,)
        try:
            day = date.fromisoformat(key)
        except ValueError:
            yield table.problem(f'"{key}" is not a day; write such as ["2026-11-23".law]', *under)
            continue
        if before and day >= before:
            yield table.problem(f"{day} stands below {before}; the latest day stands first", *under)
        before = day
        if published and day < published:
            yield table.problem(f"{day} is before the notice was published, on {published}", *under)
        if updated and day > updated:
            said = f"{day} is after the last change that the page names; write updated: {day} there"
            yield table.problem(said, *under)
        for each in parts if isinstance(parts, dict) else (part,):
            if each not in PARTS:
                said = f'unknown part "{each}"{hint(each, PARTS)}; write ["{key}".{" or .".join(PARTS)}]'
                yield table.problem(said, key, each)
