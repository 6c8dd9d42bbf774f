"""The rows of faults.toml as cases: what is wrong, and what the reader gets."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.host import FAULTS, Setting

TABLE = Path(__file__).with_name("faults.toml")
ANSWER = "answer"


@dataclass(frozen=True)
class Case:
    """`ends` is "answer", a sentence of the failure box, or "without": that of a page without a script."""

    name: str
    setting: Setting
    ends: str
    address: str = "amnesty/"
    script: str = ""
    secure: bool = True
    group: str = ""
    fault: str = field(default="", compare=False)


def cases() -> list[Case]:
    """Every case of the table."""
    read = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    faults = {fault["name"]: fault for fault in read["fault"]}
    assert faults.keys() == FAULTS.keys() - {"refused"}
    of_files = [case for file in read["file"] for fault in faults.values() for case in _file(file, fault)]
    return [*of_files, *map(_place, read["place"])]


def _file(file: dict[str, Any], fault: dict[str, str]) -> Iterator[Case]:
    """The fault in the file as it is, and in both of its forms."""
    path, name = file["path"], fault["name"]
    others = dict.fromkeys(file.get("also", []), "missing")
    sentence = fault.get("of_page", fault["sentence"]) if file.get("page") else fault["sentence"]
    # a file of the answer runtime has the full one behind it
    behind = not others and not file.get("page")
    forms = [("", sentence)] if file.get("single") else [("", ANSWER), ("*", ANSWER if behind else sentence)]
    for ending, ends in forms:
        yield Case(
            f"{file['name']}{' and its packed form' if ending else ''}: {name}",
            Setting(files={path + ending: name, **others}),
            ends,
            file.get("address", "amnesty/"),
            group=file["name"] + (", both forms" if ending else ""),
            fault=name,
        )


def _place(place: dict[str, Any]) -> Case:
    files = dict.fromkeys(place.get("missing", []), "missing")
    files |= dict.fromkeys(place.get("refused", []), "refused")
    setting = Setting(
        files=files,
        **{key: place[key] for key in ("before", "policy", "plain", "deferred", "syntax") if key in place},
    )
    return Case(
        place["name"],
        setting,
        place["ends"],
        script=place.get("script", ""),
        secure=place.get("secure", True),
    )
