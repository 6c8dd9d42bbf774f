"""The server of `make serve` does what a plain file host does, under any base path."""

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from overrides.serve import main, serve
from overrides.static_host import Server

FILES = {
    "index.html": b"home",
    "404.html": b"not here",
    "zh/404.html": "不在这里".encode(),
    "amnesty/index.html": b"amnesty",
    "rt.0a1b2c3d.wasm": b"wasm",
    "rt.0a1b2c3d.wasm.gz": b"gzip",
    "rt.0a1b2c3d.wasm.br": b"brotli",
    "pyodide.mjs": b"module",
    "page.js": b"script",
    "deadlines.ics": b"calendar",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    return tmp_path


@pytest.fixture(params=["/", "/notices/2023/"])
def address(site: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    with serve(site, base=request.param) as url:
        assert url.endswith(request.param)
        yield url


def get(url: str, path: str = "", *, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=5)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, parts.path + path, headers=named)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("", 200, FILES["index.html"]),
        ("amnesty/", 200, FILES["amnesty/index.html"]),
        ("nowhere", 404, FILES["404.html"]),
        ("zh/nowhere/", 404, FILES["zh/404.html"]),
        ("../../etc/passwd", 404, FILES["404.html"]),
        ("%2e%2e/secret", 404, FILES["404.html"]),
        ("index.html/", 404, FILES["404.html"]),
        ("%00", 404, FILES["404.html"]),
    ],
)
def test_a_path_gives_its_page(address: str, path: str, status: int, body: bytes) -> None:
    response, answered = get(address, path)
    assert (response.status, answered) == (status, body)


def test_a_folder_without_its_slash_is_sent_on_with_its_query(address: str) -> None:
    response, _ = get(address, "amnesty?as_at=2026-11-23")
    assert response.status == 301
    assert response.headers["Location"] == f"{urlsplit(address).path}amnesty/?as_at=2026-11-23"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("rt.0a1b2c3d.wasm", "application/wasm"),
        ("pyodide.mjs", "text/javascript; charset=utf-8"),
        ("page.js", "text/javascript; charset=utf-8"),
        ("deadlines.ics", "text/calendar; charset=utf-8"),
    ],
)
def test_a_file_has_its_type(address: str, name: str, kind: str) -> None:
    assert get(address, name)[0].headers["Content-Type"] == kind


@pytest.mark.parametrize(
    ("accepted", "coding", "body"),
    [
        ("gzip, deflate, br", "br", b"brotli"),
        ("gzip, br;q=0", "gzip", b"gzip"),
        ("identity", None, b"wasm"),
    ],
)
def test_the_best_compressed_neighbour_is_sent(
    address: str, accepted: str, coding: str | None, body: bytes
) -> None:
    response, answered = get(address, "rt.0a1b2c3d.wasm", Accept_Encoding=accepted)
    assert (response.headers["Content-Encoding"], answered) == (coding, body)
    assert response.headers["Content-Type"] == "application/wasm"


def test_a_host_that_compresses_nothing(site: Path) -> None:
    with serve(site, compressed=False) as url:
        response, body = get(url, "rt.0a1b2c3d.wasm", Accept_Encoding="br")
    assert (response.headers["Content-Encoding"], body) == (None, b"wasm")


def test_only_hashed_names_are_kept_without_asking(address: str) -> None:
    assert "immutable" in get(address, "rt.0a1b2c3d.wasm")[0].headers["Cache-Control"]
    page, _ = get(address)
    assert page.headers["Cache-Control"] == "no-cache"
    again, body = get(address, If_None_Match=page.headers["ETag"])
    assert (again.status, body) == (304, b"")


def test_head_has_no_body(address: str) -> None:
    response, body = get(address, method="HEAD")
    assert (response.status, response.headers["Content-Length"], body) == (200, "4", b"")


def test_a_taken_port_and_a_missing_site_are_one_sentence(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Server(site, 0) as taken:
        assert main([str(site), "--port", str(taken.server_port)]) == 1
    sentence = f"make: port {taken.server_port} is taken: choose another one, as in `make serve PORT=8123`.\n"
    assert capsys.readouterr().err == sentence
    assert main([str(site / "zh")]) == 1
    assert "run `make build` first" in capsys.readouterr().err
