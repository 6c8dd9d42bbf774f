"""The worker that keeps visited pages for when there is no network, and what switches it off."""

import hashlib
from pathlib import Path

from overrides.hooks.assemble.bundle import Bundles

WORKER, OFF = "service-worker", "service-worker-off"
BUILD = "{{ build }}"


def write(site: Path, bundles: Bundles) -> None:
    """Put both at the root of the site, for a worker serves nothing above its own folder.

    It is named after this build's pages, which name everything else by its content.
    """
    digest = hashlib.sha256()
    for path in sorted(site.rglob("*.html")):
        digest.update(path.relative_to(site).as_posix().encode() + b"\0" + path.read_bytes())
    made = bundles.inline[WORKER].replace(BUILD, digest.hexdigest()[:12])
    (site / f"{WORKER}.js").write_text(made, encoding="utf-8")
    (site / f"{OFF}.js").write_text(bundles.inline[OFF], encoding="utf-8")
