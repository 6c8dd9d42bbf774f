"""The loader of embedded calculators is what pages of others expect, and so are the lines that they copy."""

import base64
import hashlib
import html
import re
from pathlib import Path

import pytest

from calculator.engine.asking.found import notices
from overrides.hooks.read.files import LANGUAGES, TAGS
from overrides.hooks.render.context import load_site
from tests.built import ROOT

LOADER = "embed/v1.js"
# FROZEN. Pages that we do not know name the loader with this hash, and browsers refuse it with any other. So
# nobody may change the file or this line: a formatter that would change it is told to leave it alone
# (biome.json), and what a new loader is to do stands in a file beside it, embed/v2.js, with its own hash.
SHA384 = "kEm386wFEbfU0PXZqQqb9r526zBT9uEoLHIbFmg4AEZBhQDQQnqc/Ox+Mcty3vVW"
LINES = re.compile(r"<pre><code[^>]*>(.*?)</code></pre>", re.DOTALL)
SOMEWHERE, ADDRESS = "https://…/", "https://example.com/law/"


def integrity(file: Path) -> str:
    return f"sha384-{base64.b64encode(hashlib.sha384(file.read_bytes()).digest()).decode()}"


def test_the_loader_is_frozen(site: Path) -> None:
    assert integrity(site / LOADER) == f"sha384-{SHA384}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_notice_has_its_lines_in_every_language(lang: str, site: Path, published: Path) -> None:
    for folder, address in ((site, SOMEWHERE), (published, ADDRESS)):
        page = (folder / ("" if lang == "en" else lang) / "embed" / "index.html").read_text(encoding="utf-8")
        copied = [html.unescape(re.sub(r"<[^>]+>", "", lines)) for lines in LINES.findall(page)]
        assert len(copied) == len(notices()) * len(LANGUAGES)
        for each in copied:
            link, script = each.splitlines()
            found = re.fullmatch(r'<a data-notice="(.+)" href="(.+)" lang="(.+)">(.+)</a>', link)
            assert found, link
            frame, href, tag, _ = found.groups()
            assert f'<html lang="{tag}">' in (folder / frame / "index.html").read_text(encoding="utf-8")
            assert href.startswith(address)
            assert (folder / href.removeprefix(address) / "index.html").is_file()
            assert tag in TAGS.values()
            source = (
                f'src="{address}{LOADER}" integrity="{integrity(folder / LOADER)}" crossorigin="anonymous"'
            )
            assert script == f"<script async {source}></script>"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_has_no_frame_is_named(lang: str) -> None:
    text = (ROOT / f"docs/embed.{lang}.md").read_text(encoding="utf-8")
    (without,) = set(load_site(ROOT, {}).library.listed()) - set(notices())
    assert f'{{{{ link("{without}") }}}}' in text


def test_framed_pages_are_not_for_search_engines(published: Path) -> None:
    for notice in notices():
        for folder in ("embed", "zh/embed"):
            page = (published / folder / notice / "index.html").read_text(encoding="utf-8")
            assert '<meta name="robots" content="noindex">' in page
