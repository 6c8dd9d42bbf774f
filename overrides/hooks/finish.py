"""The second stage: what a generator has built becomes the whole site.

`python -m overrides.hooks.finish FOLDER SITE [ADDRESS]` takes the folder that the first stage has written,
and the one that a generator has built from it. Nothing here knows the generator; its theme leaves marks
in every page, which assemble/pages/scripts.py lists.
"""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from overrides.hooks.assemble import (
    bundle,
    compress,
    full_runtime,
    materials,
    protocol,
    runtime,
    styles,
    templates,
    wheel,
)  # fmt: skip
from overrides.hooks.assemble.found import feeds, markdown, structured
from overrides.hooks.assemble.node import AssembleError
from overrides.hooks.assemble.pages import (
    along,
    calendars,
    framed,
    languages,
    links,
    offline,
    open_graph,
    own,
    pictures,
    policy,
    scripts,
    search,
    shared,
    spare,
)  # fmt: skip
from overrides.hooks.assemble.plain import others, steps
from overrides.hooks.assemble.plain.page import Frame
from overrides.hooks.assemble.previews import files as previews
from overrides.hooks.read import staged
from overrides.hooks.read.addresses import address
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.staged import DATA, Staged

ROOT = Path(__file__).parents[2]


def finish(root: Path, folder: Path, site: Path, site_url: str | None) -> None:
    """Make the site whole: scripts, the rules and what runs them, links, search, compressed files.

    Raises AssembleError with what is missing.
    """
    found = staged.read(folder)
    _check_built(found, site)
    bundle.bundle(root)
    bundle.copy(root, site)
    wheel.prepare(root, site)
    runtime.prepare(root, site)
    protocol.write(site)
    shutil.copytree(folder / DATA, site / DATA)
    bundles = bundle.read(root)
    full_runtime.write(root, site, bundles)
    drawn = previews.draw(root, site, found.previews, found.terms)
    frame = Frame(root, site, found, site_url, bundles, drawn)
    for name, twins in found.pages.items():
        for lang in LANGUAGES:
            finish_page(name, lang, twins[lang], frame)
    search.put(folder, site, found, bundles)
    pictures.draw(root, site, bundles)
    shared.put(folder, frame)
    counted = steps.write(frame, found.steps)
    calendars.write(root, site, found.calendars, site_url)
    templates.write(root, site, found.templates)
    materials.write(root, site)
    others.write(frame, found.plain)
    feeds.write(site, found.feeds, site_url)
    markdown.put(folder, site, site_url)
    framed.write(root, folder, site, bundles)
    along.put(folder, site, bundles)
    own.not_found(site, found, site_url, bundles)
    styles.shrink(root, site)
    own.headers(site, policy.put(site))
    _print_steps(counted, site)
    offline.write(site, bundles)
    if site_url:
        own.site_map(site, found, site_url)
        own.robots(site, site_url)
    compress.prepare(root, site)


def _file(site: Path, name: str, lang: str) -> Path:
    return site / address(name, lang) / "index.html"


def _check_built(found: Staged, site: Path) -> None:
    """Whether the generator has built every page, each with the marks that its theme must leave."""
    for name in found.pages:
        for lang in LANGUAGES:
            path = _file(site, name, lang)
            where = path.relative_to(site).as_posix()
            if not path.exists():
                raise AssembleError(f"the generator has not built {where}")
            if marks := scripts.missing(path.read_text(encoding="utf-8")):
                raise AssembleError(f"the theme leaves no {' and no '.join(marks)} in {where}")


def _print_steps(counts: Mapping[str, int], site: Path) -> None:
    """Say how many pages the way without a script has, and how many bytes."""
    for notice, count in counts.items():
        folders = (site / address(f"{notice}/steps", lang) for lang in LANGUAGES)
        size = sum(path.stat().st_size for folder in folders for path in folder.rglob("index.html"))
        print(f"steps: {notice}: {count} pages in each language, {size} bytes in all")  # noqa: T201 - to be seen


def finish_page(name: str, lang: str, said: Mapping[str, str], frame: Frame) -> None:
    """One page in one language: its scripts, its links and its preview."""
    twins = {each: address(name, each) for each in LANGUAGES}
    here, path = twins[lang], _file(frame.site, name, lang)
    html = scripts.put(path.read_text(encoding="utf-8"), here, frame.bundles, frame.site)
    html = links.alternates(links.switch(html, lang, twins), frame.site_url, twins)
    html = framed.addressed(feeds.named(html, here, address("index", lang)), frame.site_url)
    picture = frame.previews.of_page(name, lang)
    told = frame.staged.structured.get(name, {}).get(lang)
    html = structured.put(html, told, here, picture, frame.site_url)
    preview = open_graph.picture(picture, frame.site_url)
    html = open_graph.put(html, said["title"], said["description"], preview)
    html = languages.marked(links.named(html, lang), lang)
    path.write_text(spare.without_indents(html), encoding="utf-8")


if __name__ == "__main__":
    try:
        finish(ROOT, Path(sys.argv[1]), Path(sys.argv[2]), next(iter(sys.argv[3:]), None))
    except AssembleError as error:
        sys.exit(str(error))
