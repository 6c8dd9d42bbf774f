"""Writes the pages of all states, for writers and testers: `python -m tests.tools.states FOLDER`.

Each page is one file that needs nothing else: templates, scripts and styles are those of the site.
"""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import jinja2

from overrides.hooks.render.context import load_site
from tests.tools.states.payrolls import NOTICE, of_payroll
from tests.tools.states.sections import of_notice, of_parts

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
# Our styles stand on those of the theme; its palette is no part of the site
THEME = "main.*.min.css"


def write(into: Path) -> None:
    """Write all pages into a folder."""
    site = load_site(ROOT, {})
    shown = {"index": of_parts(site, min(site.notices))}
    shown |= {notice: of_notice(site, notice) for notice in site.notices}
    shown[NOTICE] = of_payroll(site)
    titles = {name: "Parts" if name == "index" else name for name in shown}
    shared = {"titles": titles, "style": _theme() + _bundled("states.css"), "script": _bundled("states.js")}
    into.mkdir(parents=True, exist_ok=True)
    for name, (calculators, sections) in shown.items():
        html = _template().render(name=name, calculators=calculators, sections=sections, **shared)
        (into / f"{name}.html").write_text(html, encoding="utf-8")


def _template() -> jinja2.Template:
    loader = jinja2.FileSystemLoader(HERE)
    environment = jinja2.Environment(loader=loader, undefined=jinja2.StrictUndefined, autoescape=True)
    return environment.get_template("page.html")


def _bundled(name: str) -> str:
    command = ["node_modules/.bin/esbuild", str(HERE / name), "--bundle", "--format=iife"]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def _theme() -> str:
    folder = Path(str(files("material"))) / "templates" / "assets" / "stylesheets"
    return next(folder.glob(THEME)).read_text(encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
