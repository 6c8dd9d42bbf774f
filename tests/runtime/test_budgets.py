"""How much a reader loads before the first answer, on the wire with brotli."""

import json
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

from calculator.engine.asking.found import notices
from tests.browser.two_runtimes import worker_source

ASSETS = Path(__file__).parents[2] / "site" / "assets"
KB = 1000
# Every notice is in the image: its rules, its law, and what was worked out beforehand. A new one took 28 kB,
# a small third one 8 kB. The limits were raised by 70 kB on 25 November 2026: the law's second reading took
# 28 kB of them, the engine's rooms (declared notices, kinds of facts, the protocol as classes) the rest.
NOTICES = 40 * KB * len(notices())


@pytest.fixture(scope="module")
def sizes() -> dict[str, int]:
    """Bytes of the compressed files that lie in the site."""
    answer = json.loads((ASSETS / "runtime" / "runtime.json").read_text())["answer"]
    files = {part: ASSETS / "runtime" / answer[part]["file"] for part in ("wasm", "image")}
    found = {name: (path.parent / f"{path.name}.br").stat().st_size for name, path in files.items()}
    return {**found, "script": len(brotli.compress(worker_source().encode()))}


def test_answer_runtime_in_all(sizes: dict[str, int]) -> None:
    assert sum(sizes.values()) <= 1_380 * KB + NOTICES, sizes


def test_each_part(sizes: dict[str, int]) -> None:
    assert sizes["wasm"] <= 350 * KB
    assert sizes["image"] <= 1_030 * KB + NOTICES
    assert sizes["script"] <= 4 * KB
