"""MkDocs events: the only file that imports mkdocs. It passes strings and paths to plain functions.

static-i18n runs the build once per language, so nothing is kept here: what a build needs is on its config.
"""

import os
import sys
from datetime import UTC, datetime, time
from pathlib import Path

import jinja2
from material.plugins.search import plugin as search  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

ROOT = Path(__file__).parents[2]
if str(ROOT) not in sys.path:  # `mkdocs`, unlike `python -m mkdocs`, does not look in the working folder
    sys.path.insert(0, str(ROOT))

from calculator.engine.law import LawFileError  # noqa: E402 - the path above is needed first
from overrides.hooks import assets, bundle, compress, head, manifest, protocol, render, runtime  # noqa: E402
from overrides.hooks.check import check  # noqa: E402
from overrides.hooks.form import form  # noqa: E402
from overrides.hooks.nav import nav_of  # noqa: E402
from overrides.hooks.parity import TEXTS  # noqa: E402
from overrides.hooks.place import Place, Site, load_site  # noqa: E402
from overrides.hooks.segment import Segmenter  # noqa: E402
from overrides.hooks.words import LANGUAGES, WordsError  # noqa: E402

AFTER_I18N = -200


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the writers' files, list the pages, and fix the time of the build."""
    try:
        site = load_site(ROOT, config.extra.get("consultancy", {}))
        if not _within_another(config):
            check(site)
            bundle.bundle(ROOT)
    except (WordsError, LawFileError) as error:
        raise PluginError(f"the site cannot be built:\n{error}") from None
    except assets.AssetsError as error:
        raise PluginError(str(error)) from None
    config.extra["site"] = site
    config.nav = nav_of(site.library)
    # the same commit builds the same bytes on any day
    midnight = datetime.combine(site.law.as_at, time(), UTC)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(midnight.timestamp())))
    search.jieba = Segmenter(entry["zh"] for entry in site.library.glossary.data.values())
    if not config.site_url:
        config.theme.static_templates.discard("sitemap.xml")  # its addresses must be absolute
    return config


def _within_another(config: MkDocsConfig) -> bool:
    """Whether this is the build of a further language, which static-i18n starts at the end of the first."""
    return bool(config.plugins["i18n"].building)  # type: ignore[attr-defined] # mkdocs knows only its base class


@event_priority(AFTER_I18N)
def on_nav(nav: Navigation, config: MkDocsConfig, **_: object) -> Navigation:
    """Name each group of pages after its notice, in the language of this build."""
    site: Site = config.extra["site"]
    for item in nav.items:
        if isinstance(item, Section):
            place = site.place(f"{item.title}/index", config.theme["language"])
            item.title = render.plain(place.document.meta["title"], place)
    return nav


def on_files(files: Files, **_: object) -> Files:
    """Of overrides/ only assets/ is part of the site; of the theme's search only our languages."""
    for file in list(files):
        own = Path(file.abs_src_path or "").is_relative_to(ROOT / "overrides")
        if assets.not_served(file.src_uri, ours=own):
            files.remove(file)
    return files


def on_page_markdown(_markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Run the macros of a page and of its front matter."""
    place = _place(page, config)
    document = place.document
    for key in TEXTS & set(page.meta):
        page.meta[key] = render.plain(str(page.meta[key]), place)
    page.meta["notice_status"] = page.meta.pop(
        "status", ""
    )  # under its own name Material makes an icon of it
    page.update_date = str(document.day("updated") or place.as_at)
    try:
        rendered, blocks = render.page(document.body, place, form)
    except jinja2.UndefinedError as error:  # the macros have been checked, so it is the form
        said = f"{document.path}: the form needs a text that docs/interface.{place.lang}.toml lacks"
        raise PluginError(f"{said}: {error}") from None
    page.meta["blocks"] = blocks
    page.meta["calculator"] = any("<notice-calculator" in block for block in blocks)
    return rendered


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Put the blocks of the macros in, and the days under the title."""
    place = _place(page, config)
    document = place.document
    inserted = render.insert(html, page.meta.pop("blocks"))
    return render.under_title(inserted, render.days(place, document))


def _place(page: Page, config: MkDocsConfig) -> Place:
    lang = config.theme["language"]
    site: Site = config.extra["site"]
    return site.place(page.file.src_uri.removesuffix(f".{lang}.md"), lang)


def on_env(env: jinja2.Environment, config: MkDocsConfig, **_: object) -> jinja2.Environment:
    """Give the templates our `bundles` and the words around a page: `interface`, or `interfaces` in all."""
    site: Site = config.extra["site"]
    tables = site.library.tables["interface"]
    env.globals["interfaces"] = {lang: tables[lang].data for lang in LANGUAGES}
    env.globals["interface"] = tables[config.theme["language"]].data
    env.globals["bundles"] = bundle.read(ROOT)
    return env


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, **_: object
) -> TemplateContext:
    """Let the language switch lead to this page's twin, under any base path."""
    twins = page.file.alternates  # type: ignore[attr-defined] # added by static-i18n
    links = [{**each, "link": twins[each["lang"]].url} for each in config.extra["alternate"]]
    # static-i18n sets the attribute, which a template finds before the entry of the same name
    config.extra["alternate"] = config.extra.alternate = links  # type: ignore[attr-defined]
    return context


def on_template_context(context: TemplateContext, template_name: str, **_: object) -> TemplateContext:
    """The page for missing addresses is served at any depth: its links start at the root of the site."""
    if template_name == assets.NOT_FOUND:
        context["base_url"] = context["base_url"].rstrip("/")
    return context


def on_post_page(output: str, config: MkDocsConfig, **_: object) -> str:
    """Write the links between twins as search engines want them."""
    twins = {alternate["lang"]: alternate["link"] for alternate in config.extra["alternate"]}
    return head.alternates(output, config.site_url, twins)


@event_priority(AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """Once for all languages: the wheel, what runs it, and what hosts and pages need to know of it."""
    if _within_another(config):
        return
    site = Path(config.site_dir)
    for lang in LANGUAGES[1:]:
        assets.copy_not_found(site, lang)
    try:
        bundle.copy(ROOT, site)
        assets.prepare(ROOT, site)
        runtime.prepare(ROOT, site)
        manifest.write(site)
        protocol.write(site)
        compress.prepare(ROOT, site)
    except assets.AssetsError as error:
        raise PluginError(str(error)) from None
