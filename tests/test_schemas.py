"""The schemas for editors: the files of the project keep to them, and they refuse what readers refuse."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from calculator.engine.asking.found import notices
from calculator.engine.law import load_law
from calculator.law.perkeso import PERKESO
from tests import tiny_notice
from tests.tools.schemas.__main__ import write
from tests.tools.schemas.files import of_law, of_notice, schemas

ROOT = Path(__file__).parents[1]
BROKEN = Path(__file__).parent / "broken"
# Written by `make translate`.
MADE = "confirmed.toml"
SCHEMAS = dict(schemas(ROOT))
# Mistakes that no schema can see: between two places, in the text of the file, or in a day (a text in JSON).
NOT_SEEN_IN_LAW = {
    "parameters": {
        "day_with_time", "from_in_quotes", "from_out_of_order", "from_twice", "key_twice", "misspelt_source",
        "not_toml", "number_grouped", "primary_without_primary_text", "source_nowhere",
    },
    "programmes": {
        "announced_end_after_the_last_day", "at_the_same_time", "disputed_day_apart_from_the_period",
        "disputed_day_in_quotes", "last_day_before_first", "offer_about_what_was_not_in_force",
        "years_out_of_order",
    },
    "sources": {"day_in_quotes"},
    "tables": {
        "ceiling_left_behind", "ceiling_no_longer_known", "ceiling_of_no_parameter", "ceiling_of_other_rows",
        "end_before_the_rows", "no_such_file", "rate_left_behind", "rate_of_no_parameter",
    },
    "wage_items": set[str](),
}  # fmt: skip
# Mistakes in the words that a schema sees: those in a key or its value, not in the words or between twins.
SEEN_IN_WORDS = (
    "calendar_day_of_no_rule", "calendar_own_day_of_no_finding", "calendar_part_that_nobody_reads",
    "calendar_without_a_text", "choice_of_no_value", "cost_without_how_much", "error_of_no_code",
    "finding_of_no_code", "form_with_a_key_that_nobody_reads", "nobody_to_ask", "not_a_text",
    "number_of_whom_to_ask_missing", "own_name_of_nothing", "part_of_an_answer_unknown", "picture_of_people",
    "picture_with_a_text_that_nobody_reads", "picture_without_a_text", "question_of_no_fact",
    "section_of_no_source", "text_of_a_finding_that_nobody_reads",
)  # fmt: skip


def read(path: Path) -> object:
    """A file as an editor sees it: days are texts."""
    return plain(tomllib.loads(path.read_text(encoding="utf-8")))


def plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, date) else value


def wrong(schema: Mapping[str, Any], path: Path) -> list[str]:
    found = Draft7Validator(schema).iter_errors(read(path))
    return [f"{error.json_path}: {error.message}" for error in found]


def schema_for(name: str, made: Mapping[str, Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [schema for pattern, schema in made.items() if fnmatchcase(name, pattern)]


def files() -> Iterator[Path]:
    """Every TOML file of the law, the rules, the words and the cases that somebody writes."""
    for folder in ("calculator", "docs", *(f"tests/{notice}" for notice in notices())):
        yield from (path for path in (ROOT / folder).rglob("*.toml") if path.name != MADE)


@pytest.mark.parametrize("path", sorted(files()), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_has_one_schema_and_keeps_to_it(path: Path) -> None:
    (schema,) = schema_for(path.relative_to(ROOT).as_posix(), SCHEMAS)
    assert wrong(schema, path) == []


def test_every_schema_is_one() -> None:
    one_of_each = {pattern.rpartition("/")[2]: schema for pattern, schema in SCHEMAS.items()}
    for name, schema in one_of_each.items():
        if name != "labels.*.toml":  # the shape of interface.*.toml, and the longest
            Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("kind", NOT_SEEN_IN_LAW)
def test_what_the_readers_of_the_law_refuse_is_refused_where_a_schema_can(kind: str) -> None:
    law = load_law([BROKEN / "law" / "base"], PERKESO)
    schema = dict(of_law("law", PERKESO, law))[f"law/{kind}.toml"]
    not_seen = set()
    for path in (BROKEN / "law" / kind).glob("*.toml"):
        try:
            if not wrong(schema, path):
                not_seen.add(path.stem)
        except tomllib.TOMLDecodeError:
            not_seen.add(path.stem)
    assert not_seen == NOT_SEEN_IN_LAW[kind]


@pytest.mark.parametrize("case", SEEN_IN_WORDS)
def test_what_the_checks_of_words_refuse_is_refused_where_a_schema_can(case: str) -> None:
    (tiny,) = tiny_notice.site().notices.values()
    made, folder = dict(of_notice(tiny)), BROKEN / "content" / case
    found = [
        error
        for path in folder.rglob("*.toml")
        for schema in schema_for(f"docs/tiny/{path.name}", made)
        for error in wrong(schema, path)
    ]
    assert found


def test_sound_words_keep_to_the_schemas() -> None:
    (tiny,) = tiny_notice.site().notices.values()
    made = dict(of_notice(tiny))
    for path in (BROKEN / "content" / "base" / "docs" / "tiny").rglob("*.toml"):
        (schema,) = schema_for(f"docs/tiny/{path.name}", made)
        assert wrong(schema, path) == []


def test_editors_find_them(tmp_path: Path) -> None:
    """.taplo.toml names each schema that there is, for files that there may be."""
    write(ROOT, tmp_path)
    rules = tomllib.loads((tmp_path / ".taplo.toml").read_text(encoding="utf-8"))["rule"]
    assert [rule["include"] for rule in rules] == [[pattern] for pattern in SCHEMAS]
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.json")}
    assert {rule["schema"]["path"] for rule in rules} == made
