"""Asks the built site's own worker from a page of the site, without the form."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import batched
from typing import Any, Self

from playwright.sync_api import Page

from tests.browser.conftest import SITE

BATCH = 250
# So many requests of the answer runtime may need the full one: gaps cost time, never an answer.
GAPS = 1 / 5000
START = """
([source, name]) => {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(url, { type: "module", name });
  const got = new Map();
  const state = { events: [], failures: [] };
  worker.addEventListener("message", ({ data }) => {
    if (data.ready) state.events.push(data);
    if (data.failure && data.id === undefined) state.failures.push(data.failure);
    got.get(data.id)?.(data);
  });
  worker.addEventListener("error", (event) => state.failures.push(String(event.message)));
  let last = 0;
  window.runtimes = {
    state,
    stop: () => worker.terminate(),
    ask: (request) => new Promise((resolve, reject) => {
      const id = ++last;
      got.set(id, resolve);
      setTimeout(() => reject(new Error(`no answer to ${request.slice(0, 200)}`)), 300_000);
      worker.postMessage({ id, request });
    }),
  };
}
"""
# Only what differs comes back: the answers are compared by their hash, here as there over the bytes.
COMPARE = """
async (pairs) => {
  const encoder = new TextEncoder();
  const two = (one) => one.toString(16).padStart(2, "0");
  const hex = (bytes) => Array.from(new Uint8Array(bytes), two).join("");
  const answers = await Promise.all(pairs.map(([request]) => window.runtimes.ask(request)));
  const hashes = await Promise.all(
    answers.map(({ response }) => crypto.subtle.digest("SHA-256", encoder.encode(response ?? ""))),
  );
  const odd = answers.map((answer, at) => ({ ...answer, request: pairs[at][0], hash: hex(hashes[at]) }));
  return odd.filter((answer, at) => answer.hash !== pairs[at][1] || answer.runtime !== pairs[at][2]);
}
"""


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _in_page(notice: str, id: str) -> str:
    html = (SITE / notice / "index.html").read_text(encoding="utf-8")
    found = re.search(rf'<script type="[a-z/]+" id="{id}">(.*?)</script>', html, re.DOTALL)
    assert found, f"the page has no {id}"
    return found[1]


def worker_source() -> str:
    """The worker's script as it stands in the page of a notice."""
    return _in_page("amnesty", "rules-worker")


def site_manifest(notice: str = "amnesty") -> dict[str, Any]:
    """What the runtimes of a notice's page are made of, as it tells its worker."""
    manifest: dict[str, Any] = json.loads(_in_page(notice, "runtime-manifest"))
    return manifest


def worker_name(site: str, manifest: dict[str, Any] | None = None) -> str:
    """What a page would tell the worker; the manifest of the amnesty's page if none is given."""
    return json.dumps({"script": f"{site}assets/javascripts/", "manifest": manifest or site_manifest()})


@dataclass
class Worker:
    """One worker in a page. `ask` gives its message: response, and which runtime gave it."""

    page: Page

    @classmethod
    def begin(
        cls, page: Page, site: str, manifest: dict[str, Any] | None = None, *, before: str = ""
    ) -> Self:
        """Start the site's worker; `before` is run in it first."""
        page.goto(site)
        page.evaluate(START, [before + worker_source(), worker_name(site, manifest)])
        return cls(page)

    def ask(self, request: str) -> dict[str, str]:
        answer: dict[str, str] = self.page.evaluate("(request) => window.runtimes.ask(request)", request)
        return answer

    def compare(self, expected: list[tuple[str, str]], runtime: str) -> list[dict[str, Any]]:
        """The messages that differ from the expected hashes, or come from another runtime."""
        pairs = [[request, hashed, runtime] for request, hashed in expected]
        odd: list[dict[str, Any]] = self.page.evaluate(COMPARE, pairs)
        return odd

    @property
    def events(self) -> list[dict[str, str]]:
        found: list[dict[str, str]] = self.page.evaluate("window.runtimes.state.events")
        return found


def compare_all(
    page: Page, site: str, manifest: dict[str, Any], expected: Sequence[tuple[str, str]], runtime: str
) -> None:
    """Every request has the answer of that hash, from that runtime but for a few."""
    worker = Worker.begin(page, site, manifest)
    gaps = []
    for batch in batched(expected, BATCH):
        odd = worker.compare(list(batch), runtime)
        hashes = dict(batch)
        wrong = [one for one in odd if one["hash"] != hashes[one["request"]]]
        assert wrong == [], f"{len(wrong)} answers differ"
        if odd:
            # the answer runtime had a gap, and the full one answered from there on: go on with a new worker
            gaps.append(odd[0]["request"])
            worker = Worker.begin(page, site, manifest)
    assert len(gaps) <= GAPS * len(expected), gaps
