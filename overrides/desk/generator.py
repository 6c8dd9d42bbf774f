"""MkDocs kept warm: what a build does before its first page is done once, and each page for itself.

Beside hooks/site.py the only one that imports mkdocs. It calls the parts of which its build consists, and
leaves the hooks' two stages to the desk.
"""

import logging
from itertools import chain
from pathlib import Path

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config import load_config
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from overrides.hooks.read.navigation import Navigation


class Warnings(logging.Handler):
    """Keeps what MkDocs complains of; in a build each of these is an error."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(logging.WARNING)
        self._said: list[str] = []

    def taken(self) -> list[str]:
        """What was said since this was last asked."""
        said, self._said = self._said, []
        return list(dict.fromkeys(said))

    def emit(self, record: logging.LogRecord) -> None:
        """Called by the logger."""
        self._said.append(record.getMessage())


class Generator:
    """The generator for the pages of one language: `pages` holds their Markdown, `site` gets their HTML."""

    def __init__(self, root: Path, pages: Path, site: Path, lang: str, navigation: Navigation) -> None:
        """Do what a build does before its first page."""
        self.warnings = Warnings()
        logger = logging.getLogger("mkdocs")
        logger.handlers, logger.propagate = [self.warnings], False
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
        config.nav, config.docs_dir = navigation, str(pages)
        # static-i18n builds one language after the other; this is one of them and no more
        i18n = config.plugins["i18n"]
        i18n.current_language, i18n.building = lang, True  # type: ignore[attr-defined] # mkdocs knows only its base class
        config.plugins.on_startup(command="build", dirty=False)
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files, environment = get_files(config), config.theme.get_env()
        files.add_files_from_theme(environment, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        self._nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        self._pages = {
            each.src_uri: each.page or Page(None, each, config) for each in files.documentation_pages()
        }
        for page in self._pages.values():
            page.read_source(config)
        self._environment = config.plugins.on_env(environment, config=config, files=files)
        files.copy_static_files()
        self.warnings.taken()  # of pages that are still empty
        self._config, self._files, self._lang = config, files, lang
        self._complaints: dict[str, list[str]] = {}

    def make(self, name: str, titles: dict[str, str]) -> Path:
        """Build one page; `titles` are those of all pages, for the navigation. Gives the file."""
        for each, title in titles.items():
            self._page(each).meta["title"] = title
        page = self._page(name)
        self._populate(page)
        _build_page(page, self._config, self._files.documentation_pages(), self._nav, self._environment)
        return Path(page.file.abs_dest_path)

    def _page(self, name: str) -> Page:
        return self._pages[f"{name}.{self._lang}.md"]

    def _populate(self, page: Page) -> None:
        """Read one page, and keep what is said of its links."""
        _populate_page(page, self._config, self._files)
        self._complaints[page.file.src_uri] = self.warnings.taken()

    def links(self) -> list[str]:
        """What is wrong with the links of the pages that were made, as MkDocs says it."""
        for page in self._pages.values():
            page.validate_anchor_links(files=self._files, log_level=logging.WARNING)
        return [*chain.from_iterable(self._complaints.values()), *self.warnings.taken()]
