"""The built site, once for all tests that look into it."""

from pathlib import Path

import pytest

from tests import with_third
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


@pytest.fixture(scope="session")
def third(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project with a third notice in it."""
    return with_third.with_third(tmp_path_factory.mktemp("third") / "project")


@pytest.fixture(scope="session")
def third_site(third: Path) -> Path:
    """The site of three notices, with stock Pyodide alone."""
    return with_third.build(third)
