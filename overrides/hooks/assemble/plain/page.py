"""One page without a theme: its frame, its twin in the other language, its place in the site."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import jinja2
from markupsafe import Markup
from overrides.hooks.assemble.bundle import Bundles
from overrides.hooks.assemble.pages import languages, links, open_graph
from overrides.hooks.assemble.previews.files import Previews
from overrides.hooks.read.addresses import ICON, address, relative
from overrides.hooks.read.files import LANGUAGES, TAGS
from overrides.hooks.read.staged import Staged

STYLE = "stylesheets/plain.css"
NAMES = {"en": "English", "zh": "中文"}
TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent),
    undefined=jinja2.StrictUndefined,
    autoescape=True,
    trim_blocks=True,
)
NOTHING = Markup()


@dataclass(frozen=True)
class Page:
    """What a page without a theme says, in one language.

    `name` is its address below its language, the same in both: `amnesty/steps/employs`. Search engines are
    told of it where it is `indexed`; `head` is what else its head has. `picture` is the address of that
    which chats show, where it is not that of the notice. `moved_to` is the page that has left this address.
    """

    name: str
    title: str
    description: str
    body: Markup
    indexed: bool = False
    head: Markup = NOTHING
    picture: str = ""
    moved_to: str = ""


@dataclass(frozen=True)
class Frame:
    """What all pages are finished with; and the frame of those without a theme."""

    root: Path
    site: Path
    staged: Staged
    site_url: str | None
    bundles: Bundles
    previews: Previews

    def write(self, page: Page, lang: str) -> Path:
        """Put a page into the site; returns its file."""
        twins = {each: address(page.name, each) for each in LANGUAGES}
        content = page.moved_to or page.name
        here, other = twins[lang], next(each for each in LANGUAGES if each != lang)
        shell = self.staged.shell[lang]
        made = TEMPLATES.get_template("shell.html").render(
            page=page,
            shell=shell,
            tag=TAGS[lang],
            whole=urljoin(self.site_url, address(content, lang)) if self.site_url else "",
            other={"href": relative(twins[other], here), "tag": TAGS[other], "name": NAMES[other]},
            style=relative(f"assets/{self.bundles.files[STYLE]}", here),
            icon=relative(ICON, here),
            home=relative(address("index", lang), here),
            links=[(relative(address(name, lang), here), title) for name, title in shell["links"]],
        )
        preview = open_graph.picture(page.picture or self.previews.of_page(content, lang), self.site_url)
        made = open_graph.put(
            links.alternates(made, self.site_url, twins), page.title, page.description, preview
        )
        path = self.site / here / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(languages.marked(made, lang), encoding="utf-8")
        return path
