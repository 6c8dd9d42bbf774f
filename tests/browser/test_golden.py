"""Every path and thousands of generated requests: both runtimes answer byte for byte what CPython answers."""

from itertools import batched

import pytest
from playwright.sync_api import BrowserContext

from calculator import answer
from overrides.runtime import corpus
from tests.browser.two_runtimes import Worker, digest

GENERATED = 5000
BATCH = 500


@pytest.fixture(scope="module")
def golden() -> list[tuple[str, str]]:
    """Requests and the hash of CPython's answer."""
    requests = corpus.golden(GENERATED)
    assert len(requests) > GENERATED
    return [(request, digest(answer(request))) for request in requests]


@pytest.mark.parametrize("runtime", ["answer", "full"])
def test_answers_are_those_of_cpython(
    runtime: str, golden: list[tuple[str, str]], context: BrowserContext, site: str
) -> None:
    worker = Worker.begin(context.new_page(), site, {"runtime": runtime})
    odd = [one for batch in batched(golden, BATCH) for one in worker.compare(list(batch), runtime)]
    assert odd == [], f"{len(odd)} of {len(golden)} answers differ"
