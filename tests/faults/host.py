"""A host, or a network before it, that does to chosen files what can go wrong with them."""

import fnmatch
import gzip
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from threading import Event
from time import sleep, time
from typing import ClassVar

from overrides.static_host import Handler, content_type

INLINE = re.compile(r"<script(?: data-worker=\"[^\"]*\")?>.*?</script>", re.DOTALL)
WORKER = '<script type="text/plain" id="rules-worker">'
OWN = re.compile(r'(<script type="module" async src="[^"]+") integrity="[^"]+"')
# What has another name in another release, and where a page names it.
RELEASED = re.compile(r"assets/(?:runtime/.*|javascripts/full-runtime\..*)")
NAMED = re.compile(r'("file":"[^"]+)(")')
LOG_IN = b"<!doctype html><title>Log in</title><p>Log in to this network."
SLOW_S, PIECES = 3, 20
TOO_NEW = "let what = 1 ??? 2;"


# Who rewrites the scripts of a page takes out the policy that names them.
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@dataclass(frozen=True)
class Setting:
    """What goes wrong: `files` has the fault of each pattern, the rest is as faults.toml says.

    `released` is what the addresses of the runtimes end with since another release; those without it
    are gone.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    before: str = ""
    policy: str = ""
    plain: bool = False
    deferred: bool = False
    syntax: str = ""
    released: str = ""

    def of(self, name: str) -> str:
        """The fault of a file; empty where there is none."""
        found = (fault for pattern, fault in self.files.items() if fnmatch.fnmatch(name, pattern))
        return next(found, "")


class FaultyHost(Handler):
    """Sends what `setting` says; the next request follows the next setting. `over` ends what stands still.

    `failed` is when files were asked for that had a fault, by the clock that the browser has, too.
    """

    setting = Setting()
    over = Event()
    failed: ClassVar[list[float]] = []

    def _send(self, file: Path, status: HTTPStatus) -> None:
        name = file.relative_to(self.root).as_posix()
        fault = self.setting.of(name)
        new = self.setting.released
        if new and RELEASED.fullmatch(name) and not self.path.endswith(new):
            fault = "missing"
        if file.suffix == ".html":
            self._page(file, status)
        elif self.setting.plain and not fault:
            self._body(content_type(file), file.read_bytes())
        elif not fault:
            super()._send(file, status)
        else:
            self.failed.append(time())
            FAULTS[fault](self, file)

    def _page(self, file: Path, status: HTTPStatus) -> None:
        html, setting = file.read_text(encoding="utf-8"), self.setting
        html = NAMED.sub(rf"\1{setting.released}\2", html)
        html = html.replace(WORKER, WORKER + setting.before)
        if setting.deferred or setting.syntax:
            html = POLICY.sub("", html)
        if setting.deferred:
            html = _deferred(html)
        if setting.syntax:
            html = OWN.sub(rf'<script type="module" async>{TOO_NEW}</script>\1', html)
            html = re.sub(r'<script type="module" async src="[^"]+"></script>', "", html)
        if setting.syntax == "all":
            html = INLINE.sub(f"<script>{TOO_NEW}</script>", html)
        policy = [("Content-Security-Policy", setting.policy)] if setting.policy else []
        self._body("text/html; charset=utf-8", html.encode(), status=status, more=policy)

    def _body(
        self,
        kind: str,
        body: bytes,
        *,
        status: HTTPStatus = HTTPStatus.OK,
        more: Sequence[tuple[str, str]] = (),
        sent: int | None = None,
    ) -> None:
        """`sent`: only so many bytes of those promised."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache")
        for header, value in more:
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(body[:sent])
        self.wfile.flush()

    def packed(self, file: Path, body: bytes, sent: int | None = None) -> None:
        """As a host sends it that compresses."""
        self._body(content_type(file), gzip.compress(body, 1), more=[("Content-Encoding", "gzip")], sent=sent)

    def away(self) -> None:
        """End the connection."""
        self.close_connection = True

    def wait(self) -> None:
        """Say nothing more."""
        self.over.wait(90)
        self.away()


def _deferred(html: str) -> str:
    """Every inline script at the end, to be run when the rest has been."""
    scripts = INLINE.findall(html)
    late = "".join(each.replace("<script", '<script type="late"', 1) for each in scripts)
    run = """<script>addEventListener("load", () => {
      for (const each of document.querySelectorAll("script[type=late]")) {
        const script = document.createElement("script");
        for (const { name, value } of each.attributes) if (name !== "type") script.setAttribute(name, value);
        script.text = each.text;
        each.replaceWith(script);
      }
    });</script>"""
    return INLINE.sub("", html).replace("</body>", f"{late}{run}</body>")


def _flipped(body: bytes) -> bytes:
    middle = len(body) // 2
    return body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :]


def _cut(host: FaultyHost, file: Path) -> None:
    body = file.read_bytes()
    host.packed(file, body, sent=len(gzip.compress(body, 1)) // 2)
    host.failed.append(time())


def _stalled(host: FaultyHost, file: Path) -> None:
    _cut(host, file)
    host.wait()


def _cut_off(host: FaultyHost, file: Path) -> None:
    _cut(host, file)
    host.away()


def _slow(host: FaultyHost, file: Path) -> None:
    body = gzip.compress(file.read_bytes(), 1)
    host._body(content_type(file), body, more=[("Content-Encoding", "gzip")], sent=0)
    step = len(body) // PIECES + 1
    for at in range(0, len(body), step):
        host.wfile.write(body[at : at + step])
        host.wfile.flush()
        sleep(SLOW_S / PIECES)


def _status(status: HTTPStatus) -> Callable[[FaultyHost, Path], None]:
    return lambda host, _file: host._body("text/html; charset=utf-8", LOG_IN, status=status)


FAULTS: Mapping[str, Callable[[FaultyHost, Path], None]] = {
    "missing": _status(HTTPStatus.NOT_FOUND),
    "forbidden": _status(HTTPStatus.FORBIDDEN),
    "error": _status(HTTPStatus.INTERNAL_SERVER_ERROR),
    "html": _status(HTTPStatus.OK),
    "type": lambda host, file: host._body("text/plain; charset=utf-8", file.read_bytes()),
    "truncated": lambda host, file: host.packed(file, file.read_bytes()[: file.stat().st_size // 2]),
    "cut": _cut_off,
    "flipped": lambda host, file: host.packed(file, _flipped(file.read_bytes())),
    "stalled": _stalled,
    "silent": lambda host, _file: host.wait(),
    "slow": _slow,
    "refused": lambda host, _file: host.away(),
}
