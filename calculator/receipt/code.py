"""The code of an answer, as a page prints it: `R1.` and what was asked and answered, without a word.

What follows the point is base64url (RFC 4648) without padding of a zlib stream (RFC 1950, which has a
checksum) of JSON: notice, version of the rules, day of the law's last check, facts, outcome, and for each
finding its code, figures and the checksum of its sources. `along/slip/code.js` writes it; nobody signs it.
"""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

PREFIX = re.compile(r"R(\d{1,4})\.")
VERSION = "1"
CODE = re.compile(r"[A-Za-z0-9_-]*")
# The longest answer has a tenth of it: whatever is larger is no answer, but may be meant to fill the memory.
MOST_BYTES = 1 << 16
ID = re.compile(r"[a-z0-9_]{1,80}")
SHORT_TEXT = 200
RULES = re.compile(r"[0-9a-f]{1,64}")
SOURCES = re.compile(r"[0-9a-f]{4}")


class CodeError(ValueError):
    """Raised when a code cannot be read; the argument is one of the reasons that `verify` prints."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A finding as a code has it: its figures by id, and a checksum in place of its sources."""

    figures: Mapping[str, str]
    sources: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a code says: what was asked, and what the rules of that version answered."""

    notice: str
    rules: str
    law_as_at: str
    facts: Mapping[str, str]
    outcome: str
    findings: Mapping[str, Stated]


def checksum(sources: Iterable[str]) -> str:
    """Four digits that tell whether a finding rests on the same sources, in whatever order."""
    return f"{zlib.crc32(','.join(sorted(sources)).encode()) & 0xFFFF:04x}"


def read(code: str) -> Receipt:
    """What a code says, however it was broken into lines; raises CodeError."""
    code = "".join(code.split())
    prefix = PREFIX.match(code)
    if prefix is None:
        raise CodeError("not_a_code")
    if prefix[1] != VERSION:
        raise CodeError("unknown_version")
    try:
        return _receipt(json.loads(_unpacked(code[prefix.end() :])))
    except CodeError:
        raise
    except (ValueError, TypeError, AttributeError, RecursionError):
        # it has passed a checksum and is none of ours all the same: someone has made it so
        raise CodeError("malformed") from None


def _unpacked(packed: str) -> bytes:
    if not CODE.fullmatch(packed):
        raise CodeError("mistyped")
    stream = zlib.decompressobj()
    try:
        # a last character alone makes no byte: others were cut off
        whole = packed[:-1] if len(packed) % 4 == 1 else packed
        text = stream.decompress(base64.urlsafe_b64decode(whole + "=" * (-len(whole) % 4)), MOST_BYTES)
    except (binascii.Error, zlib.error):
        raise CodeError("mistyped") from None
    if stream.unconsumed_tail:
        raise CodeError("too_long")
    if not stream.eof:
        raise CodeError("truncated")
    if stream.unused_data or whole != packed:
        raise CodeError("mistyped")
    return text


def _receipt(said: Any) -> Receipt:  # noqa: ANN401 - whatever JSON can hold
    notice, rules, law_as_at, facts, outcome, findings = said
    return Receipt(
        notice=_id(notice),
        rules=_matching(RULES, rules),
        law_as_at=_text(law_as_at),
        facts={_id(id): _text(reply) for id, reply in facts.items()},
        outcome=_id(outcome),
        findings={_id(code): _stated(figures, sources) for code, figures, sources in findings},
    )


def _stated(figures: Any, sources: Any) -> Stated:  # noqa: ANN401 - likewise
    return Stated({_id(id): _text(value) for id, value in figures.items()}, _matching(SOURCES, sources))


def _id(said: Any) -> str:  # noqa: ANN401 - likewise
    return _matching(ID, said)


def _text(said: Any) -> str:  # noqa: ANN401 - likewise
    """A text that a terminal can print as it is."""
    if not isinstance(said, str) or len(said) > SHORT_TEXT or not said.isprintable():
        raise CodeError("malformed")
    return said


def _matching(pattern: re.Pattern[str], said: Any) -> str:  # noqa: ANN401 - likewise
    if not isinstance(said, str) or not pattern.fullmatch(said):
        raise CodeError("malformed")
    return said
