"""Both runtimes answer byte for byte what CPython answers.

The answer runtime answers every path and thousands of generated requests; the full one, which is slower,
every third of them.
"""

from functools import cache
from itertools import batched

import pytest
from playwright.sync_api import BrowserContext

from calculator import answer
from calculator.engine.asking.found import notices
from overrides import corpus
from tests.browser.two_runtimes import Worker, digest, site_manifest

BATCH = 250
# So many requests of the answer runtime may need the full one: gaps cost time, never an answer.
GAPS = 1 / 5000
OF_FULL = 3


@cache
def every(notice: str) -> list[tuple[str, str]]:
    """Requests and the hash of CPython's answer."""
    requests = corpus.golden(notice)
    assert len(requests) > corpus.GENERATED
    return [(request, digest(answer(request))) for request in requests]


@pytest.mark.no_cover  # it would take three times as long, and other tests run the same lines
@pytest.mark.parametrize("runtime", ["answer", "full"])
@pytest.mark.parametrize("notice", notices())
def test_answers_are_those_of_cpython(notice: str, runtime: str, context: BrowserContext, site: str) -> None:
    page, golden = context.new_page(), every(notice)
    manifest = site_manifest(notice)
    if runtime == "full":
        del manifest["answer"]
        golden = golden[::OF_FULL]
    worker = Worker.begin(page, site, manifest)
    gaps = []
    for batch in batched(golden, BATCH):
        odd = worker.compare(list(batch), runtime)
        expected = dict(batch)
        wrong = [one for one in odd if one["hash"] != expected[one["request"]]]
        assert wrong == [], f"{len(wrong)} answers differ"
        if odd:
            # the answer runtime had a gap, and the full one answered from there on: go on with a new worker
            gaps.append(odd[0]["request"])
            worker = Worker.begin(page, site, manifest)
    assert len(gaps) <= GAPS * len(golden), gaps
