"""Both runtimes answer byte for byte what CPython answers.

The answer runtime answers every path and thousands of generated requests; the full one, which is slower,
every third of them.
"""

from functools import cache

import pytest
from playwright.sync_api import BrowserContext

from calculator import answer
from calculator.engine.asking.found import notices
from overrides import corpus
from tests.browser.two_runtimes import compare_all, digest, site_manifest

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
    golden, manifest = every(notice), site_manifest(notice)
    if runtime == "full":
        del manifest["answer"]
        golden = golden[::OF_FULL]
    compare_all(context.new_page(), site, manifest, golden, runtime)
