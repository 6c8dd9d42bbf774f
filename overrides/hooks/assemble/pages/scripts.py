"""Our scripts and styles, put where the theme has left marks for them."""

import re
from pathlib import Path

from markupsafe import Markup
from overrides.hooks.assemble import full_runtime
from overrides.hooks.assemble.bundle import Bundles
from overrides.hooks.assemble.pages.manifest import manifest
from overrides.hooks.read.addresses import relative

# The marks that theme/main.html leaves: in the head before the theme's styles, after them, and at the end.
FIRST, STYLES, LAST = "<!-- finish: first -->", "<!-- finish: styles -->", "<!-- finish: last -->"
# And in the bar at the top, for the button of the search.
SEARCH = "<!-- finish: search -->"
CALCULATOR = re.compile(r'<(?P<element>[a-z]+-calculator)\b[^>]*\bdata-notice="(?P<notice>[^"]+)"')
# The element of the payroll calculator, which has a bundle of its own.
PAYROLL, PAYROLL_BUNDLE = "payroll-calculator", "payroll-page"
# As payroll/payroll.html leaves it: what reads and writes files is fetched with the first one.
READS, READER = 'data-reads=""', "javascripts/payroll-reader.js"

RULES = Markup("""{manifest}
    <script type="text/plain" id="rules-worker">{worker}</script>
    <script data-worker="{file}">{start}</script>
    <script type="module" async src="{page}" integrity="{integrity}"></script>""")
STYLE = Markup('<link rel="stylesheet" href="{}">')
MODULE = Markup('<script type="module" src="{}"></script>')
# A page that names a day still to come of a notice's life (render/life.py).
LIFE = "data-life="


def missing(html: str) -> list[str]:
    """The marks that a page lacks."""
    return [mark for mark in (FIRST, STYLES, SEARCH, LAST) if mark not in html]


def put(html: str, address: str, bundles: Bundles, site: Path, bundle: str = "calculator-page") -> str:
    """A page with its scripts and styles; `address` is where it stands below the root of `site`.

    A page with a calculator gets those of `bundle`.
    """

    def of(name: str) -> str:
        return relative(f"assets/{bundles.files[name]}", address)

    def rules(notice: str) -> Markup:
        return RULES.format(
            manifest=Markup(manifest(site, notice)),  # noqa: S704 - our own element
            worker=Markup(bundles.inline["rules-worker"]),  # noqa: S704 - our own script
            file=of("javascripts/rules-worker.js"),
            start=Markup(bundles.inline["start-rules"]),  # noqa: S704 - our own script
            page=of(f"javascripts/{bundle}.js"),
            integrity=full_runtime.integrity(site / "assets" / bundles.files[f"javascripts/{bundle}.js"]),
        )

    found = CALCULATOR.search(html)
    if found and found["element"] == PAYROLL:
        bundle = PAYROLL_BUNDLE
        html = html.replace(READS, f'data-reads="{of(READER)}"', 1)
    style = f"stylesheets/{bundle}.css" if found else "stylesheets/notice.css"
    html = html.replace(FIRST, rules(found["notice"]) if found else "", 1)
    html = html.replace(STYLES, STYLE.format(of(style)), 1)
    last = ([] if found else ["every-page"]) + (["life"] if LIFE in html else [])
    return html.replace(LAST, "".join(MODULE.format(of(f"javascripts/{each}.js")) for each in last), 1)
