"""The built site, once for all tests that look into it."""

from pathlib import Path

import pytest

from tests.built import build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site without an address of its own, for any folder."""
    return build(tmp_path_factory.mktemp("site"), SITE_URL="")


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with an address, in a folder of a domain."""
    return build(
        tmp_path_factory.mktemp("published"), SITE_URL="https://example.com/law/", PYTHONHASHSEED="7"
    )
