"""MkDocs events: the only file of the site that imports mkdocs. It calls the two stages.

static-i18n runs the build once per language, so nothing is kept here: what a build needs is on its config.
"""

import os
import sys
from datetime import UTC, datetime, time
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section

ROOT = Path(__file__).parents[2]
if str(ROOT) not in sys.path:  # `mkdocs`, unlike `python -m mkdocs`, does not look in the working folder
    sys.path.insert(0, str(ROOT))

from overrides.hooks.assemble.node import AssembleError  # noqa: E402 - the path above is needed first
from overrides.hooks.assemble.theme_files import MADE_BY_US, not_served  # noqa: E402
from overrides.hooks.finish import finish  # noqa: E402
from overrides.hooks.read.staged import PAGES, read  # noqa: E402
from overrides.hooks.stage import StageError, stage  # noqa: E402

AFTER_I18N = -200
STAGED = ROOT / ".cache" / "staged"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let MkDocs build the finished pages instead of docs/, and fix the time of the build."""
    if not _within_another(config):
        try:
            # with an address the site is made to be published
            made = stage(ROOT, STAGED, config.extra.get("consultancy", {}), published=bool(config.site_url))
        except StageError as error:
            raise PluginError(f"the site cannot be built:\n{error}") from None
        config.nav = made.navigation
        config.docs_dir = str(STAGED / PAGES)
        # the same commit builds the same bytes on any day
        midnight = datetime.combine(made.law_as_at, time(), UTC)
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(midnight.timestamp())))
    config.theme.static_templates -= MADE_BY_US
    return config


def _within_another(config: MkDocsConfig) -> bool:
    """Whether this is the build of a further language, which static-i18n starts at the end of the first."""
    return bool(config.plugins["i18n"].building)  # type: ignore[attr-defined] # mkdocs knows only its base class


def on_files(files: Files, **_: object) -> Files:
    """Leave out what the theme brings and the site does not need."""
    for file in list(files):
        if not_served(file.src_uri):
            files.remove(file)
    return files


@event_priority(AFTER_I18N)
def on_nav(nav: Navigation, config: MkDocsConfig, **_: object) -> Navigation:
    """Name each group of pages after its notice, in the language of this build."""
    pages = read(Path(config.docs_dir).parent).pages
    for item in nav.items:
        if isinstance(item, Section):
            item.title = pages[f"{item.title}/index"][config.theme["language"]]["title"]
    return nav


@event_priority(AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """Once for all languages: make the site whole."""
    if _within_another(config):
        return
    try:
        finish(ROOT, STAGED, Path(config.site_dir), config.site_url)
    except AssembleError as error:
        raise PluginError(str(error)) from None
