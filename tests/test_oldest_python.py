"""The rules hold to the oldest Python that pyproject.toml allows, whichever runs the tests.

`python -m tests.tools.everywhere --python …` asks another Python itself.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_, MINOR = OLDEST = tuple(map(int, re.findall(r"\d+", PROJECT["requires-python"])))
FILES = {str(path.relative_to(ROOT)): path for path in sorted((ROOT / "calculator").rglob("*.py"))}


def made_with_a_parameter(tree: ast.AST) -> Iterator[str]:
    """The calls `Name[…](…)` of a class of ours: they raise up to 3.12.1 if it is slotted and frozen."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Subscript(value=ast.Name(id=name))) if name.lstrip("_")[0].isupper():
                yield f"line {node.lineno}: {name}[…](…)"


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_the_rules_is_read_by_the_oldest_python(name: str) -> None:
    tree = ast.parse(FILES[name].read_text(encoding="utf-8"), feature_version=(3, MINOR))
    assert [*made_with_a_parameter(tree)] == []


def test_such_a_call_is_found() -> None:
    tree = ast.parse("a = list[str]()\nb = Kind(1)\nc: Kind[str] = Kind[str](1)\n")
    assert [*made_with_a_parameter(tree)] == ["line 3: Kind[…](…)"]
