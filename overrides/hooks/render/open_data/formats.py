"""How the open data is written: the same data gives the same bytes."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from overrides.hooks.read.rules import figures

# By this mark at the beginning a spreadsheet sees that the text is UTF-8.
MARK = "\ufeff"


def as_csv(rows: Sequence[Mapping[str, str]]) -> str:
    """Rows as a spreadsheet opens them: a head of ids, commas, and lines that end as in RFC 4180."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]) if rows else [], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return MARK + text.getvalue()


def as_json(data: object) -> str:
    """Data as JSON, indented so that two versions can be compared line by line."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON has
    """An entry of the law as JSON has it: its fields by name, days in ISO 8601, amounts as texts."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    return figures.value(value) if isinstance(value, date | Decimal) else value
