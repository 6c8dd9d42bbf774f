"""Firefox without a driver: it opens a page of a test, which does the work and sends back what it saw."""

import json
import os
import subprocess
import threading
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from overrides.static_host import Handler, Server
from tests.browser.conftest import SITE, firefox
from tests.browser.two_runtimes import site_manifest, worker_name, worker_source

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


class Exchange(Handler):
    """Serves the site with the test's own files in it, and takes what the page saw."""

    files: Mapping[str, str]
    found: dict[str, Any]
    done: threading.Event

    def do_GET(self) -> None:  # noqa: N802 - named so by Python
        name = urlsplit(self.path).path.removeprefix("/")
        if name not in self.files:
            super().do_GET()
            return
        body = self.files[name].encode()
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


def serving() -> Server:
    """A server of the site on any free port, which answers as long as the block runs."""
    Exchange.files, Exchange.found, Exchange.done = {}, {}, threading.Event()
    server = Server(SITE, 0, handler=Exchange)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def workers(server: Server, names: Iterable[str]) -> str:
    """As JSON for a page: by notice the source of its worker and its name, which START takes."""
    given = {name: [worker_source(), worker_name(server.url, site_manifest(name))] for name in names}
    # `<` could end the element that it will stand in
    return json.dumps(given).replace("<", "\\u003c")


def seen(server: Server, files: Mapping[str, str], profile: Path, minutes: int) -> dict[str, Any]:
    """What the page `test.html` among the files sends back; fails where it sends nothing in time."""
    Exchange.files = files
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items())
    (profile / "user.js").write_text("\n".join(lines))
    address = f"{server.url}test.html"
    command = [str(firefox()), "--headless", "--no-remote", "--profile", str(profile), address]
    # Firefox refuses a home that belongs to somebody else
    own = {**os.environ, "HOME": str(profile)}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=own) as browser:
        try:
            assert Exchange.done.wait(minutes * MINUTES), "Firefox sent nothing"
        finally:
            browser.terminate()
            server.shutdown()
    return Exchange.found
