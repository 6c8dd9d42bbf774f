"""Reads a writer's file: its text, or one sentence that says how to save it."""

from codecs import BOM_UTF8
from pathlib import Path

from overrides.hooks.read.rules import fault
from overrides.hooks.read.text import MISSING, Text, WordsError

EMPTY = "this file is empty; write its text, or delete it together with its twin in the other language"


def text_of(path: Path, root: Path) -> str:
    """The text of a file, its lines ending as on any system; raises WordsError where it cannot be read."""
    return _text(_bytes(path, root), path.relative_to(root).as_posix())


def of_spreadsheet(path: Path, root: Path) -> str:
    """The text of a table that a spreadsheet may have saved: it begins UTF-8 with a mark."""
    return _text(_bytes(path, root).removeprefix(BOM_UTF8), path.relative_to(root).as_posix())


def _bytes(path: Path, root: Path) -> bytes:
    name = path.relative_to(root).as_posix()
    if path.is_dir():
        said = "this is a folder with the name of a text; give it another name, or move what is in it"
        raise WordsError([Text("", name).problem(said)])
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise WordsError([Text("", name).problem(MISSING)]) from None
    except OSError as error:
        said = f"this file cannot be opened ({error.strerror})"
        todo = "close it in other programs, or allow yourself to read it"
        raise WordsError([Text("", name).problem(f"{said}; {todo}")]) from None


def _text(data: bytes, name: str) -> str:
    if found := fault(data):
        line, said = found
        raise WordsError([Text("", name, line).problem(said)])
    return data.decode().replace("\r\n", "\n").replace("\r", "\n")
