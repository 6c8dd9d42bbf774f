"""How much a reader of a notice loads before the first answer, on the wire with brotli."""

import json
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

from calculator.engine.asking.found import notices
from tests.browser.two_runtimes import worker_source

ASSETS = Path(__file__).parents[2] / "site" / "assets"
KB = 1000


@pytest.fixture(params=notices())
def sizes(request: pytest.FixtureRequest) -> dict[str, int]:
    """Bytes of the compressed files that a notice's page loads."""
    runtime = ASSETS / "runtime"
    answer = json.loads((runtime / f"{request.param}.json").read_text())["answer"]
    found = {part: (runtime / f"{answer[part]['file']}.br").stat().st_size for part in ("wasm", "image")}
    return {**found, "script": len(brotli.compress(worker_source().encode()))}


def test_answer_runtime_in_all(sizes: dict[str, int]) -> None:
    """However many notices there are: each page loads its own image, and the module that all share."""
    assert sum(sizes.values()) <= 1_310 * KB, sizes


def test_each_part(sizes: dict[str, int]) -> None:
    assert sizes["wasm"] <= 345 * KB
    assert sizes["image"] <= 965 * KB
    assert sizes["script"] <= 4 * KB


def test_the_module_is_the_same_for_all() -> None:
    """Whoever has read one notice has it already when they open the next."""
    manifests = (json.loads((ASSETS / "runtime" / f"{notice}.json").read_text()) for notice in notices())
    assert len({manifest["answer"]["wasm"]["file"] for manifest in manifests}) == 1
