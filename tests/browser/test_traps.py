"""Whatever breaks the answer runtime, the full one gives the right answer, and the page can tell."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from calculator import answer
from calculator.engine.asking.found import notices
from overrides import corpus
from overrides.serve import serve
from tests.browser.conftest import SITE, Watch
from tests.browser.two_runtimes import Worker, site_manifest

REQUEST = json.dumps(
    {
        "notice": "amnesty",
        "lang": "zh",
        "facts": {"as_at": "2026-11-23", "employs": "nobody", "employed_before": "no"},
        "explain": True,
    }
)
# Until the full runtime is fetched, which grows as it likes.
NO_MORE = """{
  const { grow } = WebAssembly.Memory.prototype;
  const { fetch } = globalThis;
  let full = false;
  globalThis.fetch = (input, init) => {
    full ||= String(input.url ?? input).includes("full-runtime");
    return fetch(input, init);
  };
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (!full) throw new RangeError("no more memory");
    return grow.call(this, pages);
  };
}
"""
WASM = re.compile(r"/rt\.[0-9a-f]+\.wasm(\.gz)?$")
IMAGE = re.compile(r"/heap\.[0-9a-f]+\.bin(\.gz)?$")


def expect_full_runtime(worker: Worker, request: str = REQUEST) -> str:
    """The right answer, from the full runtime; the reason that the page is told."""
    message = worker.ask(request)
    assert message == {"id": message["id"], "response": answer(request), "runtime": "full"}
    assert worker.events[-1]["ready"] == "full"
    return worker.events[-1]["reason"]


def test_answer_runtime_answers_first(context: BrowserContext, site: str, watch: Watch) -> None:
    worker = Worker.begin(context.new_page(), site)
    message = worker.ask(REQUEST)
    assert (message["response"], message["runtime"]) == (answer(REQUEST), "answer")
    assert [event["ready"] for event in worker.events] == ["answer"]
    assert not any("/assets/pyodide/" in url for url in watch.requests)


@pytest.mark.parametrize(
    "request_text",
    ["[" * 2000 + "]" * 2000, '{"a":' * 30_000, '{"a": 1e999999999}', f'{{"a": {"1" * 9999}}}'],
)
def test_too_much_is_invalid_in_the_page_too(request_text: str, context: BrowserContext, site: str) -> None:
    """No parser sees it, so none ends in its own way."""
    message = Worker.begin(context.new_page(), site).ask(request_text)
    assert (message["response"], message["runtime"]) == (answer(request_text), "answer")
    assert json.loads(message["response"])["errors"] == [{"question": None, "code": "too_much"}]


def test_request_beyond_what_the_runtime_can(context: BrowserContext, site: str) -> None:
    """Where the browser gives no more memory than the image has."""
    worker = Worker.begin(context.new_page(), site, before=NO_MORE)
    assert worker.ask(REQUEST)["runtime"] == "answer"
    assert expect_full_runtime(worker, json.dumps("x" * 40_000_000))
    # and it stays there
    assert worker.ask(REQUEST)["runtime"] == "full"
    assert [event["ready"] for event in worker.events] == ["answer", "full"]


def test_more_memory_than_the_image_has(context: BrowserContext, site: str) -> None:
    worker = Worker.begin(context.new_page(), site)
    large = json.dumps("x" * 40_000_000)
    for text in (large, REQUEST):
        message = worker.ask(text)
        assert (message["response"], message["runtime"]) == (answer(text), "answer")


@pytest.mark.parametrize("notice", notices())
def test_the_image_of_a_notice_answers_for_it_alone(notice: str, context: BrowserContext, site: str) -> None:
    """The rules of another notice are not in it: the full runtime has them."""
    worker = Worker.begin(context.new_page(), site, site_manifest(notice))
    own = corpus.first(notice)
    message = worker.ask(own)
    assert (message["response"], message["runtime"]) == (answer(own), "answer")
    other = next(each for each in notices() if each != notice)
    assert "Python raised an exception" in expect_full_runtime(worker, corpus.first(other))


@pytest.mark.parametrize("notice", notices())
def test_a_page_loads_the_image_of_its_own_notice(
    notice: str, context: BrowserContext, site: str, watch: Watch
) -> None:
    page = context.new_page()
    page.goto(f"{site}{notice}/")
    expect(page.locator("notice-calculator")).to_have_attribute("data-runtime", "answer")
    loaded = [url.rpartition("/")[2] for url in watch.requests if "/assets/runtime/" in url]
    parts = site_manifest(notice)["answer"]
    assert sorted(loaded) == sorted(parts[part]["file"] for part in ("wasm", "image"))


def cut_off(route: Route) -> None:
    route.fulfill(response=(got := route.fetch()), body=got.body()[:-1000])


def one_bit_off(route: Route) -> None:
    body = bytearray((got := route.fetch()).body())
    body[len(body) // 2] ^= 1
    route.fulfill(response=got, body=bytes(body))


def not_there(route: Route) -> None:
    route.fulfill(status=404, body="Not found")


SPOILT = [(file, spoil) for file in (WASM, IMAGE) for spoil in (cut_off, one_bit_off, not_there)]


@pytest.mark.parametrize(("file", "spoil"), SPOILT)
def test_file_that_is_spoilt_in_both_forms(
    file: re.Pattern[str], spoil: Callable[[Route], None], context: BrowserContext, site: str, watch: Watch
) -> None:
    watch.expects_errors = True
    context.route(file, spoil)
    expect_full_runtime(Worker.begin(context.new_page(), site))


def test_parts_of_different_builds(context: BrowserContext, site: str) -> None:
    """Hashes may all be right and the parts still not belong together."""
    manifest = {**site_manifest(), "build": "0" * 32}
    worker = Worker.begin(context.new_page(), site, manifest)
    assert "different builds" in expect_full_runtime(worker)


@pytest.mark.parametrize(
    "missing", ["DecompressionStream", "WebAssembly.instantiateStreaming", "crypto.subtle"]
)
def test_old_browser(missing: str, context: BrowserContext, site: str) -> None:
    """Without one of these the answer is right all the same, from whichever runtime still works."""
    holder, _, name = missing.rpartition(".")
    owner = f"Object.getPrototypeOf({holder})" if holder == "crypto" else holder or "globalThis"

    before = f"delete {owner}.{name};\n"
    assert Worker.begin(context.new_page(), site, before=before).ask(REQUEST)["response"] == answer(REQUEST)


def test_host_that_compresses_nothing(browser: Browser) -> None:
    """The worker takes the .gz file and unpacks it itself."""
    asked: list[str] = []
    with serve(SITE, compressed=False) as site:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        worker = Worker.begin(page, site)
        assert worker.ask(REQUEST)["runtime"] == "answer"
        page.close()
    assert any(url.endswith(".bin.gz") for url in asked)
