"""The HTML of every kind of page is valid.

Not by the letter, and on purpose: choices have `autocomplete`, without which Firefox puts old ones back after
a reload, which the rules have not read.
"""

import subprocess

from tests.accessible.states import PAGES
from tests.browser.calculator import PATHS
from tests.browser.conftest import ROOT, SITE

CONFIG = ROOT / "tests/accessible/valid.json"


def test_html_is_valid() -> None:
    files = [SITE / f"{path}{page}index.html" for path in PATHS.values() for page in PAGES]
    assert [file for file in files if not file.exists()] == []
    command = ["node_modules/.bin/html-validate", "--config", str(CONFIG), "--formatter", "text"]
    done = subprocess.run([*command, *files], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
