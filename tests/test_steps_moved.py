"""Addresses of steps that were given out once and have no page any more: each gets a page that leads on."""

from pathlib import Path
from urllib.parse import urljoin

import pytest

from overrides.hooks.read.addresses import address
from overrides.hooks.read.files import LANGUAGES
from overrides.hooks.read.tree import TreeError
from overrides.hooks.render.context import load_site
from overrides.hooks.render.steps.kept import FOLDER, left, within
from overrides.hooks.render.steps.pages import pages
from overrides.hooks.render.steps.places import Page
from tests.test_steps import ROOT, Read, steps

NOTICE = "amnesty"
EMPLOYEES = "employs-employees/"
# An address of before, and the page from which whoever has it goes on
GONE = {
    # a range that was divided: the reader chooses again
    f"{EMPLOYEES}first_employed_on-before-2018-01-01/registration-registered/": EMPLOYEES,
    # a question that is asked no more
    "employs-nobody/colour-red/": "employs-nobody/",
    # nothing of it is known any more
    "size-small/": "",
}


def kept(root: Path, *addresses: str) -> dict[str, Page]:
    """The addresses without a page, where these were given out beside those of today."""
    file = root / FOLDER / f"{NOTICE}.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    now = (ROOT / FOLDER / f"{NOTICE}.txt").read_text(encoding="utf-8")
    file.write_text(now + "".join(f"{each}\n" for each in addresses), encoding="utf-8")
    return left(root, NOTICE, steps()[NOTICE].mapped)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_has_a_page_that_leads_on(lang: str, tmp_path: Path) -> None:
    site, mapped = load_site(ROOT, {}), steps()[NOTICE].mapped
    made = list(pages(site, lang, mapped, kept(tmp_path, *GONE)))
    today, moved = made[: len(mapped.pages)], made[len(mapped.pages) :]
    by_name = {page["name"]: page for page in today}
    words = site.library.tables["interface"][lang].data["steps"]
    assert {page["name"] for page in moved} == {f"{NOTICE}/steps/{old}".rstrip("/") for old in GONE}
    for page in moved:
        old = page["name"].removeprefix(f"{NOTICE}/steps/")
        here = f"https://x/{address(page['name'], lang)}"
        links = [urljoin(here, link).removeprefix("https://x/") for link in Read(page["body"]).links]
        onward = f"{NOTICE}/steps/{GONE[f'{old}/']}".rstrip("/")
        assert links == [address(f"{NOTICE}/index", lang), address(onward, lang)]
        assert onward in by_name
        assert words["moved_title"] in page["title"]
        assert words["moved"] in page["body"]
        assert not page["indexed"]


def test_they_count_as_pages(tmp_path: Path) -> None:
    """As far as all together are within the budget they stay; else the message says what can be done."""
    mapped = steps()[NOTICE].mapped
    room = 400 - len(mapped.pages)
    some = kept(tmp_path, *(f"size-{number}/" for number in range(room)))
    assert within(NOTICE, mapped, some) is some
    more = kept(tmp_path, *(f"size-{number}/" for number in range(room + 1)))
    with pytest.raises(TreeError, match=rf"amnesty: .*{room + 1} .* docs/addresses/amnesty\.txt"):
        within(NOTICE, mapped, more)
