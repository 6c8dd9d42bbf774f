"""What crosses the border is described once: types and schemas are made from it, and answers fit them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from calculator.engine import protocol as described
from overrides.hooks.assemble import protocol

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.json"))
SCHEMAS = {name: protocol.schema(root) for name, root in protocol.ROOTS.items()}
TYPES = {"string": str, "integer": int, "boolean": bool, "null": type(None), "array": list, "object": dict}


def fits(value: object, schema: Mapping[str, Any], parts: Mapping[str, Any]) -> bool:
    """Whether a value is what a schema says, as far as ours go."""
    if "$ref" in schema:
        return fits(value, parts[schema["$ref"].rpartition("/")[2]], parts)
    if "anyOf" in schema:
        return any(fits(value, each, parts) for each in schema["anyOf"])
    if "enum" in schema:
        return value in schema["enum"]
    return isinstance(value, TYPES[schema["type"]]) and all(
        inner is not None and fits(each, inner, parts) for each, inner in within(value, schema)
    )


def within(value: object, schema: Mapping[str, Any]) -> Iterator[tuple[object, Mapping[str, Any] | None]]:
    """Every part of a list or an object with its schema; None where one is missing or too many."""
    if isinstance(value, list):
        yield from ((each, schema["items"]) for each in value)
    if isinstance(value, dict):
        yield from ((name, None) for name in schema.get("required", ()) if name not in value)
        other = schema["additionalProperties"] or None
        for name, each in value.items():
            yield each, schema.get("properties", {}).get(name, other)


@pytest.mark.parametrize("side", ["request", "response"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_fit_the_schemas(path: Path, side: str) -> None:
    """What programs are shown is what they are told."""
    schema = SCHEMAS[side]
    assert fits(json.loads(path.read_text(encoding="utf-8"))[side], schema, schema["$defs"])


def test_another_shape_does_not_fit() -> None:
    """A schema that everything fits would prove nothing."""
    schema = SCHEMAS["response"]
    unfit: list[object] = [
        {"status": "question", "question": "age"},
        {"status": "decided"},
        [],
        {"error": "x", "more": 1},
    ]
    for wrong in unfit:
        assert not fits(wrong, schema, schema["$defs"])


def test_the_types_of_the_scripts_are_not_stale() -> None:
    """Run `python -m overrides.hooks.assemble.protocol` after a change of calculator/engine/protocol.py."""
    assert protocol.declared().read_text(encoding="utf-8").startswith(protocol.declarations())


def test_the_types_are_written_above_what_is_written_by_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command leaves the rest as it is."""
    monkeypatch.setattr(protocol, "SCRIPTS", tmp_path)
    file = tmp_path / "protocol.d.ts"
    file.write_text(f"old\n{protocol.END}\n\nexport type Own = 1;\n", encoding="utf-8")
    protocol.main()
    written = file.read_text(encoding="utf-8")
    assert written == f"{protocol.declarations()}\n\nexport type Own = 1;\n"


def test_the_schemas_are_written_for_programs(tmp_path: Path) -> None:
    """Each a file of its own."""
    protocol.write(tmp_path)
    for name, schema in SCHEMAS.items():
        assert json.loads((tmp_path / "schema" / f"{name}.json").read_text(encoding="utf-8")) == schema


def test_what_is_absent_is_left_out() -> None:
    """And what is open stays: a stretch without an end has a null."""
    last = described.Figure(value="17", text="17")
    change = described.Change(fact="age", from_=None, to=last, outcome="x", findings=[])
    assert list(described.plain(change)) == ["fact", "from", "to", "outcome", "findings"]
    assert described.plain(change)["from"] is None
