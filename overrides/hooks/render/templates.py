"""The templates of all HTML that we make: what they are given is escaped unless it is HTML already."""

from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

HERE = Path(__file__).parent
# templates/ has the marks and tables of a page, calculator/ the parts of the calculator.
FOLDERS = (HERE / "templates", HERE.parents[1])

TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(FOLDERS),
    undefined=jinja2.StrictUndefined,
    autoescape=True,
    comment_start_string="{##",
    comment_end_string="##}",
)
# Chinese as it is: six signs for each character would cost the reader half a kilobyte.
TEMPLATES.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}


def html(template: str, **given: Any) -> Markup:  # noqa: ANN401 - a template takes anything
    """What a template makes of the given."""
    return Markup(TEMPLATES.get_template(template).render(given))  # noqa: S704 - escaped by the template


def part(template: str, macro: str, *given: Any) -> Markup:  # noqa: ANN401 - a template takes anything
    """What one macro of a template makes of the given."""
    made: Markup = getattr(TEMPLATES.get_template(template).module, macro)(*given)
    return made
