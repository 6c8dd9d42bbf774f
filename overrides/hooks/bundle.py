"""Our scripts and styles as the pages get them: bundled, small, each named after its content."""

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from overrides.hooks.assets import AssetsError, node

TOOL = "overrides/hooks/bundle.mjs"
SOURCE = "overrides/assets"
CACHE = ".cache/bundles"


@dataclass(frozen=True)
class Bundles:
    """`files`: where each lies under assets/, by its path in SOURCE; `inline`: texts for a page's head."""

    files: dict[str, str]
    inline: dict[str, str]


def bundle(root: Path) -> Bundles:
    """Write the bundles to the cache; raises AssetsError where that fails, esbuild has then said why."""
    command = [node(root), TOOL, SOURCE, CACHE]
    done = subprocess.run(command, cwd=root, check=False, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own tool
    if done.returncode:
        raise AssetsError(f"{TOOL} has failed, see above")
    return Bundles(**json.loads(done.stdout))


def copy(root: Path, site: Path) -> None:
    """Put the bundles into the site."""
    shutil.copytree(root / CACHE, site / "assets", dirs_exist_ok=True)
