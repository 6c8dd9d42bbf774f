"""Lighthouse finds nothing to mend on any kind of page, each in one of the languages."""

from itertools import cycle

import pytest

from tests.accessible import lighthouse
from tests.accessible.states import PAGES
from tests.browser.calculator import PATHS

LOOKED_AT = [path + page for path, page in zip(cycle(PATHS.values()), PAGES, strict=False)]


@pytest.mark.parametrize("page", LOOKED_AT)
def test_lighthouse_finds_nothing(page: str, site: str) -> None:
    said = lighthouse.found(site, page)
    assert [*lighthouse.lost(said)] == []
    assert set(lighthouse.scores(said).values()) == {100}
