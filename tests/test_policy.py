"""The content security policy of every page: what is put into it, what is refused, what hosts are told."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from overrides.hooks.assemble.node import AssembleError
from overrides.hooks.assemble.pages import policy

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8">'
POLICY = re.compile(r'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]+)">')
README = Path(__file__).parents[1] / "README.md"
# The longest line that Cloudflare Pages reads of such a file.
LONGEST_LINE = 2_000


def put(tmp_path: Path, body: str) -> tuple[str, str]:
    """The page with its policy, and the policy of the whole site."""
    page = tmp_path / "index.html"
    page.write_text(f"{HEAD}</head><body>{body}</body></html>", encoding="utf-8")
    whole = policy.put(tmp_path)
    return page.read_text(encoding="utf-8"), whole


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("body", "directive"),
    [
        ("<script>go()</script>", f"script-src 'self' blob: 'wasm-unsafe-eval' {hashed('go()')};"),
        ("<script data-folder='a/'>go()</script>", f"'wasm-unsafe-eval' {hashed('go()')};"),
        ('<script src="a.js"></script>', "script-src 'self' blob: 'wasm-unsafe-eval';"),
        ('<script type="application/json">{}</script>', "script-src 'self' blob: 'wasm-unsafe-eval';"),
        ('<script type="text/plain" id="w">x()</script>', "script-src 'self' blob: 'wasm-unsafe-eval';"),
        ("<style>p { top: 0 }</style>", f"style-src 'self' {hashed('p { top: 0 }')};"),
        ("<script>'<style>p</style>'</script>", "style-src 'self';"),
    ],
)
def test_what_stands_in_a_page_may_run(body: str, directive: str, tmp_path: Path) -> None:
    page, whole = put(tmp_path, body)
    found = POLICY.search(page)
    assert found is not None
    assert directive in found[1]
    assert directive in whole
    assert "unsafe-inline" not in whole
    assert "unsafe-eval" not in whole.replace("wasm-unsafe-eval", "")


def test_nothing_of_others_is_allowed(tmp_path: Path) -> None:
    _, whole = put(tmp_path, "")
    assert "default-src 'none'" in whole
    assert "http" not in whole
    assert "*" not in whole


@pytest.mark.parametrize("body", ['<p style="top: 0">x</p>', '<a href="#" onclick="go()">x</a>'])
def test_what_the_policy_forbids_is_refused_with_its_page(body: str, tmp_path: Path) -> None:
    with pytest.raises(AssembleError, match=r"index.html: an element has (style|onclick)="):
        put(tmp_path, body)


def test_the_readme_names_what_a_host_must_allow(tmp_path: Path) -> None:
    """Each directive whose sources are more than ours alone, and what a request needs."""
    _, whole = put(tmp_path, "<script>go()</script>")
    must = dict(re.findall(r"([a-z]+-src) ([^;]+)", whole))
    named = dict(re.findall(r"`([a-z]+-src) ([^`]+)`", README.read_text(encoding="utf-8")))
    hashes = re.compile(r" 'sha256-[^']+'")
    needed = {name: hashes.sub("", sources) for name, sources in must.items()}
    assert named == {name: needed[name] for name in named}
    beyond = {name for name, sources in needed.items() if sources not in ("'self'", "'none'")}
    assert beyond | {"connect-src"} == named.keys()


def test_columns_of_a_table_keep_their_side(tmp_path: Path) -> None:
    page, _ = put(tmp_path, '<table><tr><td style="text-align: right;">1</td></tr></table>')
    assert '<td class="right">1</td>' in page


def test_every_page_has_its_policy_and_hosts_are_told(site: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert [page[:200] for page in pages if not POLICY.search(page)] == []
    for name in ("_headers", ".htaccess", "headers.nginx.conf"):
        told = (site / name).read_text(encoding="utf-8")
        assert "script-src 'self' blob: 'wasm-unsafe-eval' 'sha256-" in told, name
        assert max(map(len, told.splitlines())) < LONGEST_LINE, name
