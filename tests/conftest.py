"""The built site, once for all tests that look into it."""

from pathlib import Path

import pytest

from tests import spreadsheet, with_third
from tests.built import build, once

collect_ignore = [] if spreadsheet.is_there() else ["test_spreadsheet_program.py"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site without an address of its own, for any folder."""
    return once(tmp_path_factory, "site", lambda folder: build(folder, SITE_URL=""))


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with an address, in a folder of a domain."""
    settings = {"SITE_URL": "https://example.com/law/", "PYTHONHASHSEED": "7"}
    return once(tmp_path_factory, "published", lambda folder: build(folder, **settings))


@pytest.fixture(scope="session")
def third(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project with a third notice in it."""
    return once(tmp_path_factory, "third", with_third.with_third)


@pytest.fixture(scope="session")
def third_site(third: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of three notices, with stock Pyodide alone."""
    once(tmp_path_factory, "third_site", lambda _folder: with_third.build(third))
    return third / "site"
