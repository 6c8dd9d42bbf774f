"""With what a search begins: texts that are read, and requests out of form, for each target."""

import base64
import json
import tomllib
import zlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from calculator.engine.asking.found import notices
from overrides.corpus_hostile import DAYS, MARKUP, NUMBERS, SIGNS, drawn
from overrides.corpus_payroll import PAYROLL
from tests.arrears import made
from tests.hostile.targets import ASKED, KINDS_READ

TABLE = Path(__file__).parents[1] / "reading.toml"
PER_NAME, SEED = 100, 1
REQUESTS = [text for name in (*notices(), PAYROLL) for text in drawn(name, PER_NAME, SEED)]


def _typed() -> list[str]:
    """Every text of the table of readings."""
    parts = tomllib.loads(TABLE.read_text(encoding="utf-8")).values()
    return [text for kind in parts for texts in kind.values() for text in texts]


def _replies(count: int) -> Iterator[bytes]:
    for number, text in enumerate((*_typed(), *DAYS, *MARKUP, *NUMBERS)):
        yield bytes([number % count]) + text.encode()


def _files() -> Iterator[bytes]:
    rows = [[row.cells[id] for id in made.COLUMNS] for row in made.payroll(40)]
    for separator in ",;\t":
        lines = [separator.join(f'"{cell}"' if separator in cell else cell for cell in row) for row in rows]
        yield "\n".join([separator.join(made.COLUMNS), *lines[:5]]).encode()
        yield "\r\n".join(["\ufeff" + separator.join(made.COLUMNS), *lines[5:]]).encode()


def seeds(target: str) -> Iterator[bytes]:
    """The inputs with which the search of a target begins."""
    match target:
        case "request":
            yield from (text.encode() for text in REQUESTS)
        case "reply":
            yield from _replies(len(KINDS_READ))
        case "fact":
            yield from _replies(len(ASKED))
        case "cell":
            yield from ("\t".join(text).encode() for text in zip(_typed(), _typed()[7:], strict=False))
        case "payroll-file":
            yield from _files()
        case _:
            yield from (f"R1.{text}".encode() for text in _codes())


def _codes() -> Iterator[str]:
    whole: list[object] = [
        "amnesty",
        "0a",
        "2026-11-23",
        {"as_at": "x"},
        "out",
        [["code", {"a": "1"}, "00ff"]],
    ]
    said: object
    for said in (whole, whole[:3], [], {}, 1):
        yield base64.b64encode(zlib.compress(json.dumps(said).encode())).decode().rstrip("=")


def dictionary() -> str:
    """Tokens that a search puts together, as libFuzzer reads them."""
    tokens = chain(SIGNS, DAYS, NUMBERS[:6], ('"facts":', '"notice":', '"payroll":', "amnesty", "unknown"))
    return "".join(
        '"' + "".join(f"\\x{byte:02x}" for byte in token.encode()) + '"\n' for token in dict.fromkeys(tokens)
    )
