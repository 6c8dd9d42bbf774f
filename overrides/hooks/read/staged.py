"""Between the two stages: a folder with the pages, and a list of what finishing needs of them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

PAGES = "pages"
# Whole pages that no generator sees, by notice and language; in the site under this name too.
FRAMED = "embed"
# What programs read, as it is in the site.
DATA = "data"
LIST = "staged.json"
# Beside the home page of each language.
FEED = "feed.xml"
# Every page as Markdown without HTML, and the list of them beside the home page of each language.
MARKDOWN, LLMS = "markdown", "llms.txt"
# By page and language what an answer can be taken along as.
ALONG = "along"
# By page and language the pages to which shared answers lead.
SHARED = "shared"
# By language what the search of the site says.
SEARCH = "search"

type ByLanguage[T] = Mapping[str, T]


@dataclass(frozen=True)
class Staged:
    """`pages` has by name and language each page's `title`, `description` and the day it was `updated`.

    `not_found` has the words of the page for missing addresses, `terms` the site's own Chinese words, `shell`
    what stands around a page without a theme: `name`, `skip`, `links` (name of a page, its title), `note`;
    `steps` by notice and language the pages of the way without a script (hooks/render/steps/pages.py);
    `calendars` what each calendar is made of (hooks/render/calendars/files.py), `previews` what each preview
    picture says (hooks/render/previews.py); `plain` by language further pages without a theme: what changed
    in each notice (hooks/render/changes.py), where a page has moved (hooks/render/redirects.py); `feeds` what
    each feed has, `structured` by page and language what search engines are told (hooks/render/found/);
    `templates` by folder and language what a workbook to fill in says (hooks/render/payroll_template.py).
    """

    pages: Mapping[str, ByLanguage[Mapping[str, str]]]
    not_found: ByLanguage[Mapping[str, str]]
    terms: list[str]
    shell: ByLanguage[Mapping[str, Any]]
    steps: Mapping[str, ByLanguage[list[dict[str, Any]]]]
    calendars: Sequence[Mapping[str, Any]]
    previews: Sequence[Mapping[str, Any]]
    plain: ByLanguage[list[dict[str, Any]]]
    feeds: Sequence[Mapping[str, Any]]
    structured: Mapping[str, ByLanguage[Mapping[str, Any]]]
    templates: Mapping[str, ByLanguage[Mapping[str, Any]]] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        """Put the list beside the pages."""
        (folder / LIST).write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), encoding="utf-8")


# Where nothing but single pages is made.
NOTHING = Staged({}, {}, [], {}, {}, [], [], {}, [], {})


def read(folder: Path) -> Staged:
    """The list as it was written."""
    return Staged(**json.loads((folder / LIST).read_text(encoding="utf-8")))
