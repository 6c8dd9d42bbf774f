"""Files to fill in: each that the writers keep as CSV is written beside it as a workbook too.

A second sheet says what each column takes, and holds the words that its cells offer.
"""

import base64
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from overrides.hooks.assemble import node
from overrides.hooks.read.templates import NAME, read_template

TOOL = "overrides/hooks/assemble/templates.mjs"


def write(root: Path, site: Path, said: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
    """Write a workbook beside each; `said` has by folder and language what the second sheet says.

    Raises AssembleError where a column is called what no column is, or the tool has said why it failed.
    """
    found = sorted(site.glob(f"*/{NAME}*.csv"))
    given = [_template(path, said) for path in found]
    # Node is started once for all of them
    made = json.loads(node.ask(root, TOOL, json.dumps(given))) if given else []
    for path, workbook in zip(found, made, strict=True):
        path.with_suffix(".xlsx").write_bytes(base64.b64decode(workbook))


def _template(path: Path, said: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> dict[str, Any]:
    words = said[path.parent.name][path.stem.removeprefix(NAME)]
    rows = read_template(path, path.parent)
    columns = words["columns"]
    if strange := [name for name in rows[0] if name not in columns]:
        raise node.AssembleError(f'{path.name}: no column is called "{strange[0]}" in the words of the page')
    told = [[name, columns[name]["takes"], columns[name]["may_be_empty"]] for name in rows[0]]
    return {
        "name": words["rows"],
        "rows": rows,
        "explained": words["explained"],
        "headings": words["headings"],
        "told": told,
        "choices": [columns[name]["choices"] for name in rows[0]],
    }
