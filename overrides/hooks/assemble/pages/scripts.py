"""Our scripts and styles, put where the theme has left marks for them."""

from markupsafe import Markup
from overrides.hooks.assemble.bundle import Bundles
from overrides.hooks.assemble.pages.links import relative

# The marks that theme/main.html leaves: in the head before the theme's styles, after them, and at the end.
FIRST, STYLES, LAST = "<!-- finish: first -->", "<!-- finish: styles -->", "<!-- finish: last -->"
CALCULATOR = "<notice-calculator"

RULES = Markup("""{manifest}
    <script type="text/plain" id="rules-worker">{worker}</script>
    <script data-folder="{folder}">{start}</script>
    <script type="module" async src="{page}"></script>""")
STYLE = Markup('<link rel="stylesheet" href="{}">')
EVERY_PAGE = Markup('<script type="module" src="{}"></script>')


def missing(html: str) -> list[str]:
    """The marks that a page lacks."""
    return [mark for mark in (FIRST, STYLES, LAST) if mark not in html]


def put(html: str, address: str, bundles: Bundles, manifest: str) -> str:
    """A page with its scripts and styles; `address` is where it stands below the root of the site."""

    def of(name: str) -> str:
        return relative(f"assets/{bundles.files[name]}", address)

    calculates = CALCULATOR in html
    rules = RULES.format(
        manifest=Markup(manifest),  # noqa: S704 - our own element
        worker=Markup(bundles.inline["rules-worker"]),  # noqa: S704 - our own script
        folder=relative("assets/javascripts/", address),
        start=Markup(bundles.inline["start-rules"]),  # noqa: S704 - our own script
        page=of("javascripts/calculator-page.js"),
    )
    style = "stylesheets/calculator-page.css" if calculates else "stylesheets/notice.css"
    html = html.replace(FIRST, rules if calculates else "", 1)
    html = html.replace(STYLES, STYLE.format(of(style)), 1)
    return html.replace(LAST, "" if calculates else EVERY_PAGE.format(of("javascripts/every-page.js")), 1)
