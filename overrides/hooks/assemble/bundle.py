"""Our scripts and styles as the pages get them: bundled, small, each named after its content."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from overrides.hooks.assemble import node

TOOL = "overrides/hooks/assemble/bundle.mjs"
SOURCE = "overrides/assets"
CACHE = ".cache/bundles"
LIST = "bundles.json"


@dataclass(frozen=True)
class Bundles:
    """`files`: where each lies under assets/, by its name; `inline`: texts for a page's head."""

    files: dict[str, str]
    inline: dict[str, str]


def bundle(root: Path) -> None:
    """Write the bundles to the cache; raises AssembleError where that fails, esbuild has then said why."""
    node.run(root, TOOL, SOURCE, CACHE)


def read(root: Path, cache: str = CACHE) -> Bundles:
    """What lies in the cache."""
    return Bundles(**json.loads((root / cache / LIST).read_text(encoding="utf-8")))


def copy(root: Path, site: Path, cache: str = CACHE) -> None:
    """Put the bundles into the site."""
    shutil.copytree(root / cache, site / "assets", ignore=shutil.ignore_patterns(LIST), dirs_exist_ok=True)
