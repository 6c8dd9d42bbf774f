"""What Lighthouse says of every kind of page.

`CHROMIUM=… python -m tests.accessible.lighthouse [page …]` looks at each page in both languages, the tests
look at each in one. Pages that search engines are told to leave out are not asked about them.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from overrides.serve import serve
from tests.accessible.states import PAGES
from tests.browser.calculator import PATHS
from tests.browser.conftest import SITE

LIGHTHOUSE = Path(__file__).parents[2] / "node_modules" / ".bin" / "lighthouse"
ALWAYS, INDEXED = ("accessibility", "best-practices"), "seo"


def found(site: str, page: str) -> dict[str, Any]:
    """What Lighthouse says of a page of the built site, as it writes it."""
    html = (SITE / page / "index.html").read_text(encoding="utf-8")
    categories = [*ALWAYS, *([] if 'content="noindex' in html else [INDEXED])]
    command = [
        str(LIGHTHOUSE),
        site + page,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(categories)}",
    ]
    command += ["--chrome-flags=--headless=new --no-sandbox", "--no-enable-error-reporting"]
    environment = {**os.environ, "CHROME_PATH": os.environ["CHROMIUM"]}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def scores(said: dict[str, Any]) -> dict[str, int]:
    """The marks by category, of 100."""
    return {key: round(100 * each["score"]) for key, each in said["categories"].items()}


def lost(said: dict[str, Any]) -> Iterator[str]:
    """What takes marks away."""
    for category in said["categories"].values():
        for reference in category["auditRefs"]:
            audit = said["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{audit['id']}: {audit['title']}"


def main(site: str, wanted: list[str]) -> int:
    """Print the scores of each page and what takes from them; returns how many are below 100."""
    below = 0
    for page in (path + name for path in PATHS.values() for name in wanted or PAGES):
        said = found(site, page)
        below += sum(score < 100 for score in scores(said).values())
        lines = (f"{page or './'}: {scores(said)}", *(f"    {each}" for each in lost(said)))
        sys.stdout.writelines(f"{line}\n" for line in lines)
        sys.stdout.flush()
    return below


if __name__ == "__main__":
    with serve(SITE, base="/notices/") as url:
        sys.exit(main(url.rstrip("/") + "/", sys.argv[1:]) > 0)
