"""What Lighthouse says of every kind of page.

`CHROMIUM=… LIGHTHOUSE=… python -m tests.accessible.lighthouse [page …]`. LIGHTHOUSE is its command, such as
node_modules/.bin/lighthouse of a folder of its own: with its 200 packages it is no part of this project.
Pages that search engines are told to leave out are not asked about them.
"""

import json
import os
import subprocess
import sys
from typing import Any

from overrides.serve import serve
from tests.accessible.states import PAGES
from tests.browser.calculator import PATHS
from tests.browser.conftest import SITE

ALWAYS, INDEXED = ("accessibility", "best-practices"), "seo"


def scores(url: str, categories: list[str]) -> dict[str, Any]:
    """What Lighthouse found, as it writes it."""
    flags = "--headless=new --no-sandbox"
    command = [os.environ["LIGHTHOUSE"], url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": os.environ["CHROMIUM"]}
    only = f"--only-categories={','.join(categories)}"
    done = subprocess.run([*command, only], env=environment, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main(site: str, wanted: list[str]) -> int:
    """Print the scores of each page and what takes from them; returns how many are below 100."""
    below = 0
    for path in PATHS.values():
        for name in PAGES:
            if wanted and name not in wanted:
                continue
            html = (SITE / path / name / "index.html").read_text(encoding="utf-8")
            categories = [*ALWAYS, *([] if 'content="noindex' in html else [INDEXED])]
            found = scores(f"{site}{path}{name}", categories)
            said = {key: round(100 * each["score"]) for key, each in found["categories"].items()}
            below += sum(score < 100 for score in said.values())
            print(f"{path}{name or './'}: {said}")  # noqa: T201 - a command
            for each in found["categories"].values():
                for reference in each["auditRefs"]:
                    audit = found["audits"][reference["id"]]
                    if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                        print(f"    {audit['id']}: {audit['title']}")  # noqa: T201 - a command
    return below


if __name__ == "__main__":
    with serve(SITE, base="/notices/") as url:
        sys.exit(main(url.rstrip("/") + "/", sys.argv[1:]) > 0)
