"""The built site in Firefox: the page answers, and the answer runtime gives CPython's answers byte for byte.

No driver: Firefox opens a page of this test, which does the work and sends back what it found.
The file is collected only where there is a Firefox (conftest.py).
"""

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from calculator import answer
from calculator.engine.asking.found import notices
from overrides import corpus
from overrides.static_host import Handler, Server
from tests.browser.conftest import SITE, firefox
from tests.browser.two_runtimes import COMPARE, START, digest, site_manifest, worker_name, worker_source

# Chromium answers all of them; here every third shows that the engine of another browser does the same.
OF_FIREFOX = 3
MINUTES = 60
# Everything but this machine goes to a port where nobody listens.
PREFERENCES = {
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.share_proxy_settings": True,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1",
}
PAGE = """<!doctype html><meta charset="utf-8"><title>Firefox</title><iframe src="amnesty/"></iframe>
<script type="module">
const send = (found) => fetch("found", { method: "POST", body: JSON.stringify(found) });
const wanted = async (selector) => {
  for (;;) {
    const found = document.querySelector("iframe").contentDocument?.querySelector(selector);
    if (found?.checkVisibility()) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
try {
  const reply = await wanted('input[name="employs"][value="public_service_only"]');
  reply.click();
  reply.form.requestSubmit();
  const { outcome } = (await wanted("[data-outcome]")).dataset;
  const { runtime } = (await wanted("notice-calculator")).dataset;
  const pairs = await (await fetch("pairs.json")).json();
  const differ = [];
  let gaps = 0;
  for (const [notice, given] of Object.entries(%(given)s)) {
    (%(start)s)(given);
    differ.push(...(await (%(compare)s)(pairs[notice])));
    gaps += window.runtimes.state.events.length - 1;
    window.runtimes.stop();
  }
  await send({ outcome, runtime, differ: differ.slice(0, 5), gaps });
} catch (error) {
  await send({ error: String(error) });
}
</script>"""


class Exchange(Handler):
    """Serves the site with the test's page in it, and takes what Firefox found."""

    given: str
    pairs: dict[str, list[list[str]]]
    found: dict[str, object]
    done: threading.Event

    def do_GET(self) -> None:  # noqa: N802 - named so by Python
        texts = {
            "firefox.html": PAGE % {"start": START, "compare": COMPARE, "given": self.given},
            "pairs.json": json.dumps(self.pairs),
        }
        name = urlsplit(self.path).path.removeprefix("/")
        if name not in texts:
            super().do_GET()
            return
        body = texts[name].encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:  # noqa: N802 - named so by Python
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(HTTPStatus.NO_CONTENT)
        self.end_headers()
        self.found.update(json.loads(body))
        self.done.set()


@pytest.fixture
def address() -> Iterator[str]:
    every = notices()
    Exchange.pairs = {
        name: [[text, digest(answer(text)), "answer"] for text in corpus.golden(name)[::OF_FIREFOX]]
        for name in every
    }
    Exchange.found, Exchange.done = {}, threading.Event()
    with Server(SITE, 0, handler=Exchange) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        # `<` could end the element that it will stand in
        workers = {name: [worker_source(), worker_name(server.url, site_manifest(name))] for name in every}
        Exchange.given = json.dumps(workers).replace("<", "\\u003c")
        yield f"{server.url}firefox.html"
        server.shutdown()


def test_page_and_answers_in_firefox(address: str, tmp_path: Path) -> None:
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items())
    (tmp_path / "user.js").write_text("\n".join(lines))
    command = [str(firefox()), "--headless", "--no-remote", "--profile", str(tmp_path), address]
    # Firefox refuses a home that belongs to somebody else
    own = {**os.environ, "HOME": str(tmp_path)}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=own) as browser:
        try:
            assert Exchange.done.wait(10 * MINUTES), "Firefox sent nothing"
        finally:
            browser.terminate()
    assert Exchange.found == {"outcome": "outside_the_acts", "runtime": "answer", "differ": [], "gaps": 0}
