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
LIST = "bundles.json"


@dataclass(frozen=True)
class Bundles:
    """`files`: where each lies under assets/, by its name; `inline`: texts for a page's head."""

    files: dict[str, str]
    inline: dict[str, str]


def bundle(root: Path) -> None:
    """Write the bundles to the cache; raises AssetsError where that fails, esbuild has then said why."""
    command = [node(root), TOOL, SOURCE, CACHE]
    if subprocess.run(command, cwd=root, check=False).returncode:  # noqa: S603 - our own tool
        raise AssetsError(f"{TOOL} has failed, see above")


def read(root: Path) -> Bundles:
    """What lies in the cache."""
    return Bundles(**json.loads((root / CACHE / LIST).read_text(encoding="utf-8")))


def copy(root: Path, site: Path) -> None:
    """Put the bundles into the site."""
    shutil.copytree(root / CACHE, site / "assets", ignore=shutil.ignore_patterns(LIST), dirs_exist_ok=True)
