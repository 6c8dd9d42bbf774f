"""The pages of the outcomes of a notice, to which shared answers lead: what an outcome means in general.

Apps that show a preview of a link never see what stands behind its #, so the page says what there is to say
without any replies.
"""

import json
import re
from pathlib import Path

from markupsafe import Markup, escape
from overrides.hooks.read.files import Document
from overrides.hooks.read.rules import Loaded
from overrides.hooks.read.staged import SHARED
from overrides.hooks.render import run_macros
from overrides.hooks.render.context import Place
from overrides.hooks.render.said import said, text_of
from overrides.hooks.render.templates import html

PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
# As marks.html makes the place of a figure of the decision.
SLOT = "data-figure"
FULL_STOPS = ".。"


def pages(place: Place, notice: Loaded) -> dict[str, dict[str, str]]:
    """By outcome the `title`, `description`, `notice` and `body` of its page in the language of the place."""
    texts = place.site.library.outcomes_of(notice.id, place.lang)
    return {code: _page(document, place) for code, document in texts.items()}


def _page(document: Document, place: Place) -> dict[str, str]:
    title, of_notice, words = (
        run_macros.title(document, place),
        said(place, "title"),
        place.words("interface"),
    )
    general = [each for each in _general(document, place) if text_of(each) != title]
    own = words["along"]["shared"]
    return {
        "title": own["title"].format(outcome=title.rstrip(FULL_STOPS), notice=of_notice),
        "description": own["between"].join(map(text_of, general)),
        "notice": of_notice,
        "body": html("shared.html", words=words, title=title, notice_title=of_notice, general=general),
    }


def _general(document: Document, place: Place) -> list[Markup]:
    """The writer's words for where no answer stands, or else the paragraphs that need no figure."""
    if "general" in document.meta:
        return [escape(run_macros.plain(document.meta["general"], place.answer()))]
    answer = run_macros.answer(document, place)
    return [Markup(each) for each in PARAGRAPH.findall(answer) if SLOT not in each]  # noqa: S704 - our own


def write(place: Place, folder: Path) -> None:
    """Put them where finishing looks for them; nothing for a page without a calculator of its own."""
    if place.notice:
        path = folder / SHARED / f"{place.page}.{place.lang}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            json.dumps(pages(place, place.notice), ensure_ascii=False, indent=1), encoding="utf-8"
        )
