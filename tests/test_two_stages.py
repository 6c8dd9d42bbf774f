"""The site does not hang on its generator: another one builds the same, and what it leaves out is said."""

from pathlib import Path

import pytest

from overrides.hooks import finish
from overrides.hooks.assemble.node import AssembleError
from overrides.hooks.assemble.pages import scripts
from overrides.hooks.read import staged
from overrides.hooks.read.addresses import address
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.stage import stage
from tests.built import ROOT, build
from tests.tools.compare_sites import differences

GENERATOR = ("-<meta content='mkdocs-", "+<meta content='mkdocs-ProperDocs")
MARKS = f"{scripts.FIRST}{scripts.STYLES}{scripts.SEARCH}{scripts.LAST}"


def test_properdocs_builds_the_same_pages(published: Path, tmp_path: Path) -> None:
    other = build(tmp_path / "site", generator="properdocs", SITE_URL="https://example.com/law/")
    for page, lines in differences(published, other):
        assert [line for line in lines if not line.startswith(GENERATOR)] == [], page
    # each is named after its content
    assert [each.name for each in _indexes(other)] == [each.name for each in _indexes(published)]
    assert (other / "sitemap.xml").read_bytes() == (published / "sitemap.xml").read_bytes()


def _indexes(site: Path) -> list[Path]:
    return sorted((site / "assets" / "search").glob("*.json"))


@pytest.fixture(scope="module")
def finished_markdown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("staged")
    stage(ROOT, folder, {})
    return folder


def test_the_first_stage_leaves_nothing_to_run(finished_markdown: Path) -> None:
    pages = sorted((finished_markdown / staged.PAGES).rglob("*.md"))
    names = staged.read(finished_markdown).pages
    assert len(pages) == len(names) * len(LANGUAGES)
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert text.startswith('---\ntitle: "')
        assert "{{" not in text, path


def test_a_page_that_the_generator_has_not_built_is_named(finished_markdown: Path, tmp_path: Path) -> None:
    with pytest.raises(AssembleError, match=r"the generator has not built accessibility/index\.html"):
        finish.finish(ROOT, finished_markdown, tmp_path, None)


def test_a_mark_that_the_theme_does_not_leave_is_named(finished_markdown: Path, tmp_path: Path) -> None:
    for name in staged.read(finished_markdown).pages:
        for lang in LANGUAGES:
            folder = tmp_path / address(name, lang)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "index.html").write_text(MARKS, encoding="utf-8")
    home = tmp_path / "zh" / "index.html"
    home.write_text(MARKS.replace(scripts.STYLES, ""), encoding="utf-8")
    with pytest.raises(AssembleError, match=f"the theme leaves no {scripts.STYLES} in zh/index.html"):
        finish.finish(ROOT, finished_markdown, tmp_path, None)


def test_only_one_file_knows_the_generator() -> None:
    for path in (ROOT / "overrides" / "hooks").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        knows = any(
            f"{word} {name}" in text for word in ("import", "from") for name in ("mkdocs", "material")
        )
        assert knows == (path.name == "site.py"), path
