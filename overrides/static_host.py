"""What a plain file host does with a request, and nothing it cannot do."""

import re
import sys
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import MimeTypes
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote, urlsplit

HOST: Final = "127.0.0.1"
CODINGS: Final = {"br": ".br", "gzip": ".gz"}  # the better one first
# Names such as rt.0a1b2c3d.wasm and page.CZJG2L5E.js change with the content: browsers keep them for good.
HASHED: Final = re.compile(r"\.(?:[0-9a-f]{8,64}|[0-9A-Z]{8})\.")
# The system's own table of types differs from machine to machine, so only Python's and these count.
TYPES: Final = MimeTypes()
for _type, _suffix in (
    ("application/manifest+json", ".webmanifest"),
    ("application/octet-stream", ".bin"),
    ("application/wasm", ".wasm"),
    ("application/zip", ".whl"),
    ("font/woff2", ".woff2"),
    ("text/calendar", ".ics"),
    ("text/javascript", ".js"),
    ("text/javascript", ".mjs"),
):
    TYPES.add_type(_type, _suffix)


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from the folder `root`, which stands under the path `base`."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, root: Path, base: str, compressed: bool) -> None:
        """Keep the settings, then answer."""
        self.root, self.base, self.compressed = root, base, compressed
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send the file, the index page of a folder, or the 404 page in the reader's language."""
        path = unquote(urlsplit(self.path).path)
        if f"{path}/" == self.base:
            self._redirect(self.base)
            return
        inside = path.removeprefix(self.base) if path.startswith(self.base) else ""
        file = (self.root / inside.replace("\0", "?")).resolve()
        if not path.startswith(self.base) or not file.is_relative_to(self.root):
            self._send(self.root / "404.html", HTTPStatus.NOT_FOUND)
        elif file.is_dir() and not path.endswith("/"):
            self._redirect(f"{path}/")
        elif (page := file / "index.html" if path.endswith("/") else file).is_file():
            self._send(page, HTTPStatus.OK)
        else:
            folder = self.root / "zh" if inside.startswith("zh/") else self.root
            self._send(folder / "404.html", HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        """Send what GET would, without the body."""
        self.do_GET()

    def _redirect(self, path: str) -> None:
        query = urlsplit(self.path).query
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", quote(f"/{path.lstrip('/')}") + (f"?{query}" if query else ""))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, file: Path, status: HTTPStatus) -> None:
        coding, sent = self._variant(file)
        body = sent.read_bytes() if sent.is_file() else b"Not found\n"
        tag = f'"{sent.stat().st_mtime_ns:x}-{len(body):x}"' if sent.is_file() else '"none"'
        if status is HTTPStatus.OK and self.headers.get("If-None-Match") == tag:
            status, body = HTTPStatus.NOT_MODIFIED, b""
        self.send_response(status)
        self.send_header("Content-Type", content_type(file))
        if status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        if coding:
            self.send_header("Content-Encoding", coding)
        keep = HASHED.search(file.name) and status is not HTTPStatus.NOT_FOUND
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if keep else "no-cache")
        self.send_header("ETag", tag)
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("X-Content-Type-Options", "nosniff")
        # as hosts of static files do (GitHub Pages): scripts of other sites may read these files
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _variant(self, file: Path) -> tuple[str, Path]:
        accepted = self.headers.get("Accept-Encoding", "").split(",") if self.compressed else []
        names = {part.partition(";")[0].strip() for part in accepted if not part.endswith("q=0")}
        for coding, suffix in CODINGS.items():
            neighbour = file.with_name(file.name + suffix)
            if coding in names and neighbour.is_file():
                return coding, neighbour
        return "", file

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named so by Python
        """Stay quiet: the line with the address is what a reader needs."""


class Server(ThreadingHTTPServer):
    """A server on this machine; `url` is the address of the site's home page."""

    daemon_threads = True

    def __init__(
        self,
        root: Path,
        port: int,
        *,
        base: str = "/",
        compressed: bool = True,
        handler: type[Handler] = Handler,
    ) -> None:
        """Serve the folder `root` under the path `base`; port 0 takes any free one. OSError: it is taken."""
        base = f"/{base.strip('/')}/".replace("//", "/")
        super().__init__(
            (HOST, port), partial(handler, root=root.resolve(), base=base, compressed=compressed)
        )
        self.url = f"http://{HOST}:{self.server_port}{base}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a browser that went away in the middle of a file."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def content_type(file: Path) -> str:
    """The media type by the file's name, with the character set where it is text."""
    kind = TYPES.guess_type(file.name)[0] or "application/octet-stream"
    is_text = kind.startswith("text/") or kind.endswith(("json", "xml"))
    return f"{kind}; charset=utf-8" if is_text else kind
