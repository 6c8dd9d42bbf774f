"""Our scripts and styles, bundled by a Node that stays: starting one takes longer than the bundling."""

import json
import shutil
import subprocess
from pathlib import Path

from overrides.desk.places import BUNDLES, LIVE
from overrides.hooks.assemble import bundle, node
from overrides.hooks.read.text import Problem

TOOL = "overrides/desk/bundler.mjs"


class Bundler:
    """A Node that bundles whenever it is asked."""

    def __init__(self, root: Path) -> None:
        """Start it; raises AssembleError where there is no Node."""
        self._root = root
        command = [node.node(root), str(root / TOOL), bundle.SOURCE, f"{BUNDLES}-next"]
        self._process = subprocess.Popen(  # noqa: S603 - our own tool
            command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def bundle(self) -> list[Problem]:
        """Bundle what there is; gives what is wrong, and leaves the bundles of before where that is much."""
        assert self._process.stdin  # noqa: S101 - a pipe
        assert self._process.stdout  # noqa: S101 - likewise
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        wrong = [Problem(*each) for each in json.loads(self._process.stdout.readline() or "[]")]
        made = self._root / f"{BUNDLES}-next"
        if (made / bundle.LIST).exists():
            shutil.rmtree(self._root / BUNDLES, ignore_errors=True)
            made.rename(self._root / BUNDLES)
            bundle.copy(self._root, self._root / LIVE, BUNDLES)
        return wrong

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()
