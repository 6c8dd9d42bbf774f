"""Files to fill in: each that the writers keep as CSV is written beside it as a workbook too."""

import base64
import csv
import json
from pathlib import Path

from overrides.hooks.assemble import node

TOOL = "overrides/hooks/assemble/templates.mjs"
NAMED = "*/payroll-template-*.csv"


def write(root: Path, site: Path) -> None:
    """Write a workbook beside each; raises AssembleError where that fails, the tool has then said why."""
    found = sorted(site.glob(NAMED))
    given = [{"name": path.parent.name, "rows": _rows(path)} for path in found]
    # Node is started once for all of them
    made = json.loads(node.ask(root, TOOL, json.dumps(given))) if given else []
    for path, workbook in zip(found, made, strict=True):
        path.with_suffix(".xlsx").write_bytes(base64.b64decode(workbook))


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))
