"""What nothing reads is removed, and a function that its module alone calls is private."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OFFERING = sorted(file for part in ("engine", "law") for file in (ROOT / "calculator" / part).rglob("*.py"))
# Tests read everything, so what they alone read is read by nobody; notices of theirs are rules like ours.
READING = [
    file
    for part in ("calculator", "overrides", "tests")
    for file in (ROOT / part).rglob("*.py")
    if not file.name.startswith(("test_", "conftest"))
]
# The parts of an answer are read by whoever gets it.
JSON = ("protocol.py", "protocol_parts.py")
# How tests look for notices elsewhere than the site does.
FOR_TESTS = {"look_in"}


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def offered(file: Path) -> Iterator[str]:
    """The public names of a module and of the classes in it."""
    for node in tree(file).body:
        yield from (name for name in defined(node) if not name.startswith("_"))
        if isinstance(node, ast.ClassDef) and file.name not in JSON:
            yield from (name for each in node.body for name in defined(each) if not name.startswith("_"))


def defined(node: ast.stmt) -> Iterator[str]:
    """The names that a statement makes."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.TypeAlias):
        yield node.name.id
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name))


@cache
def read(file: Path) -> frozenset[str]:
    """The names that a module reads: variables, attributes, and what it calls arguments."""
    names = set[str]()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            names.add(node.id)
        elif isinstance(node, ast.Attribute):
            names.add(node.attr)
        elif isinstance(node, ast.ImportFrom) and file.name != "__init__.py":
            names |= {alias.name for alias in node.names}
    return frozenset(names)


EVERYWHERE = {file: read(file) for file in READING}
each_module = pytest.mark.parametrize("file", OFFERING, ids=lambda file: file.relative_to(ROOT).as_posix())


@each_module
def test_whatever_is_offered_is_read(file: Path) -> None:
    somewhere = {name for names in EVERYWHERE.values() for name in names}
    assert sorted(set(offered(file)) - somewhere - FOR_TESTS) == []


@each_module
def test_a_public_function_is_called_from_elsewhere(file: Path) -> None:
    elsewhere = {name for other, names in EVERYWHERE.items() if other != file for name in names}
    functions = {node.name for node in tree(file).body if isinstance(node, ast.FunctionDef)}
    assert sorted(name for name in functions - elsewhere - FOR_TESTS if not name.startswith("_")) == []
