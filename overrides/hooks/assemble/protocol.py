"""What page and programs exchange with the rules, as TypeScript and as JSON Schema: made from protocol.py.

`python -m overrides.hooks.assemble.protocol` writes protocol.d.ts anew; the build puts the schema into
`site`/schema.
"""

import inspect
import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, TypeAliasType, get_args, get_origin, get_type_hints, is_typeddict

from calculator.arrears import protocol as of_rows
from calculator.engine import protocol

ROOT = Path(__file__).parents[3]
SCRIPTS = ROOT / "overrides" / "assets" / "javascripts"
WIDTH = 110
HEAD = "// `python -m overrides.hooks.assemble.protocol` makes this from calculator/engine/protocol.py."
# What page and worker say to each other is no matter of the rules, and stands below.
END = "// The rest is written by hand."
# Each is a schema of its own, by the name of its file.
ROOTS: Mapping[str, Any] = {
    "request": protocol.Request,
    "response": protocol.Response,
    "rows-request": of_rows.RowsRequest,
    "rows-response": of_rows.RowsResponse,
}
PLAIN = {str: "string", int: "number", bool: "boolean", NoneType: "null"}
SCHEMAS = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}


def main() -> None:
    """Write protocol.d.ts, leaving what stands below the line."""
    file = declared()
    _, _, rest = file.read_text(encoding="utf-8").partition(END)
    file.write_text(declarations() + rest, encoding="utf-8")


def declared() -> Path:
    """The file with the types, wherever it stands among the scripts."""
    (file,) = SCRIPTS.rglob("protocol.d.ts")
    return file


def write(site: Path) -> None:
    """Put the schemas of requests and responses under `site`/schema, for who writes programs."""
    folder = site / "schema"
    folder.mkdir(exist_ok=True)
    for name, root in ROOTS.items():
        text = json.dumps(schema(root), indent=2, ensure_ascii=False)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def declarations() -> str:
    """The types as TypeScript, down to the line under which the rest is written by hand."""
    parts = [HEAD]
    for part in _reached(list(ROOTS.values())):
        if isinstance(part, TypeAliasType):
            parts.append(f"export type {part.__name__} = {_type(part.__value__)};")
        else:
            lines = "".join(f"  {_key(name, hint)}: {_type(hint)};\n" for name, hint in _hints(part))
            parts.append(f"{_comment(part)}export interface {part.__name__} {{\n{lines}}}")
    return "\n\n".join([*parts, END])


def _comment(part: type) -> str:
    said = inspect.getdoc(part) or ""
    if len(said) <= WIDTH - len("/**  */") and "\n" not in said:
        return f"/** {said} */\n"
    paragraphs = [textwrap.wrap(each, WIDTH - len(" * ")) for each in said.split("\n\n")]
    return "/**\n" + "".join(f" * {line}\n" for lines in paragraphs for line in lines) + " */\n"


def _hints(part: type) -> list[tuple[str, Any]]:
    """The names of a part as JSON has them, with their types."""
    assert _is_part(part)  # noqa: S101 - protocol.py has nothing else
    return [(name.rstrip("_"), hint) for name, hint in get_type_hints(part).items()]


def _is_part(hint: object) -> bool:
    """Parts of which there are many in a response are dictionaries, which need not be turned into ones."""
    return is_typeddict(hint) or (isinstance(hint, type) and is_dataclass(hint))


def _members(hint: object) -> tuple[Any, ...]:
    """The types of a union, without the mark of what may be left out; null comes last."""
    members = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    kept = [member for member in members if member is not protocol.Absent]
    return tuple(sorted(kept, key=lambda member: member is NoneType))


def _optional(hint: object) -> bool:
    return protocol.Absent in get_args(hint)


def _key(name: str, hint: object) -> str:
    return f"{name}?" if _optional(hint) else name


def _type(hint: object) -> str:
    """A type in TypeScript."""
    members = _members(hint)
    if len(members) > 1:
        return " | ".join(map(_type, members))
    (one,) = members
    if get_origin(one) is Literal:
        return " | ".join(f'"{value}"' for value in get_args(one))
    if get_origin(one) is Sequence:
        return f"{_type(get_args(one)[0])}[]"
    if get_origin(one) is Mapping:
        return f"Record<string, {_type(get_args(one)[1])}>"
    return PLAIN.get(one) or str(one.__name__)


def schema(root: Any) -> dict[str, Any]:  # noqa: ANN401 - a class or a union of them
    """The JSON Schema of one part, with every part it has."""
    named = {
        part.__name__: _schema(part.__value__) if isinstance(part, TypeAliasType) else _object(part)
        for part in _reached([root])
    }
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "$ref": f"#/$defs/{root.__name__}", "$defs": named}


def _object(part: type) -> dict[str, Any]:
    hints = _hints(part)
    return {
        "type": "object",
        "description": " ".join((inspect.getdoc(part) or "").split()),
        "properties": {name: _schema(hint) for name, hint in hints},
        "required": [name for name, hint in hints if not _optional(hint)],
        "additionalProperties": False,
    }


def _schema(hint: object) -> dict[str, Any]:
    members = _members(hint)
    if len(members) > 1:
        return {"anyOf": [_schema(member) for member in members]}
    (one,) = members
    if get_origin(one) is Literal:
        return {"enum": list(get_args(one))}
    if get_origin(one) is Sequence:
        return {"type": "array", "items": _schema(get_args(one)[0])}
    if get_origin(one) is Mapping:
        return {"type": "object", "additionalProperties": _schema(get_args(one)[1])}
    if one in SCHEMAS:
        return {"type": SCHEMAS[one]}
    return {"$ref": f"#/$defs/{one.__name__}"}


def _reached(roots: Sequence[Any]) -> list[Any]:
    """The parts, and the parts they have, each once and after whoever has it."""
    found: dict[str, Any] = {}
    waiting = list(roots)
    while waiting:
        part = waiting.pop(0)
        if found.setdefault(part.__name__, part) is part:
            waiting += [each for each in _within(part) if each.__name__ not in found]
    return list(found.values())


def _within(part: Any) -> Iterator[Any]:  # noqa: ANN401 - a class, an alias or what get_type_hints gives
    """The named parts in a part."""
    alias = isinstance(part, TypeAliasType)
    hints = [part.__value__] if alias else [hint for _, hint in _hints(part)]
    while hints:
        hint = hints.pop(0)
        if isinstance(hint, TypeAliasType) or _is_part(hint):
            yield hint
        elif get_origin(hint) is not Literal:
            hints += [each for each in get_args(hint) if each is not protocol.Absent]


if __name__ == "__main__":
    main()
