"""What docs/<notice>/steps.<lang>.toml may hold: two days, and tables of texts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.rules import InvalidFactError, Loaded, read
from overrides.hooks.read.tables import Table
from overrides.hooks.read.text import Problem, Text, hint
from overrides.hooks.render.steps.texts import TABLES

DAYS = ("first", "last")


def days(table: Table, of: Loaded) -> Iterator[Problem]:
    """The first and the last day that pages speak of: replies to the question that dates the answer."""
    (question,) = (each for each in of.questions if each.id == of.notice.day)
    days: dict[str, Any] = {}
    for key in DAYS:
        if key in table.data:
            try:
                days[key] = read(question, table.data[key])
            except InvalidFactError as error:
                said = f'"{table.data[key]}" is no reply to {question.id} ({error.code})'
                yield table.problem(f"{said}; write it as a program does: 2026-11-25, 2026-11", key)
    if len(days) == len(DAYS) and days["first"] > days["last"]:
        yield table.problem('"last" lies before "first": there would be no page', "last")


def keys(table: Table) -> Iterator[Problem]:
    """Keys that nobody reads, and what is no table or no text where there must be one."""
    every = (*DAYS, *TABLES)
    for key, value in table.data.items():
        if key not in every:
            yield table.problem(f'unknown key "{key}"{hint(key, every)}', key)
        elif key in TABLES:
            yield from _shape(table, value, key)


def _shape(table: Table, value: object, *keys: str) -> Iterator[Problem]:
    """Tables of texts, and under [replies] such a table for each question."""
    is_table = len(keys) < (3 if keys[0] == "replies" else 2)
    if is_table is not isinstance(value, Mapping):
        yield table.problem(f'"{keys[-1]}" is {_as_table(keys) if is_table else "a text"}', *keys)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _shape(table, inner, *keys, key)


def _as_table(keys: Sequence[str]) -> str:
    return f"a table, not a text: write [{'.'.join(keys)}] on a line of its own"


def same_days(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """The days are the same in both languages."""
    if not tables:
        return
    one, other = (tables[lang] for lang in LANGUAGES)
    for key in DAYS:
        if one.data.get(key) != other.data.get(key):
            where = Text("", other.path, other.line(key))
            yield where.problem(f'"{key}" is not the same as in {one.path}')


def part(table: Table, part: str) -> Mapping[str, object]:
    """A table of the file; empty where there is none."""
    found = table.data.get(part, {})
    return found if isinstance(found, Mapping) else {}
