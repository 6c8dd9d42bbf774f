"""The bill of materials: what of others' work is in the site, with version and licence (CycloneDX).

The tools that build the site are none of it: requirements.txt and package-lock.json pin each with its hash.
"""

import base64
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import metadata
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import BaseOutput, make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from overrides.hooks.assemble.node import AssembleError
from packageurl import PackageURL

FILE = "bill-of-materials.cdx.json"
# From npm, what package.json names as dependencies, not as tools: the browser's Python, what our scripts are
# bundled with, the letters of the preview pictures.
NPM, LOCK = "package.json", "package-lock.json"
# From Python packages: the theme's styles and script.
FROM_PYTHON = ("mkdocs-material",)
# Pyodide's package says nothing of the Python inside it.
PYTHON = ("python", "PSF-2.0")
LICENSES = LicenseFactory()


def write(root: Path, site: Path) -> None:
    """Write it into the site; raises AssembleError where something is not locked."""
    notices = Component(name="notices", type=ComponentType.APPLICATION, bom_ref="notices")
    moment = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    bom = Bom(
        serial_number=uuid5(NAMESPACE_URL, (root / LOCK).read_text(encoding="utf-8")),
        metadata=BomMetaData(timestamp=moment, component=notices),
        components=[*_from_npm(root), *_from_python(root)],
    )
    bom.register_dependency(notices, bom.components)
    made: BaseOutput = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6)
    (site / FILE).write_text(made.output_as_string(indent=2) + "\n", encoding="utf-8")


def _component(name: str, version: str, kind: str, licence: str, group: str = "") -> Component:
    return Component(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        licenses=[LICENSES.make_from_string(licence)],
        purl=PackageURL(kind, group or None, name, version),
        bom_ref=f"{kind}:{name}",
    )


def _from_npm(root: Path) -> Iterator[Component]:
    locked = json.loads((root / LOCK).read_text(encoding="utf-8"))["packages"]
    for full in json.loads((root / NPM).read_text(encoding="utf-8"))["dependencies"]:
        if (found := locked.get(f"node_modules/{full}")) is None:
            raise AssembleError(f"{LOCK} has no {full}, which {NPM} names; run `make lock`")
        group, _, name = full.rpartition("/")
        made = _component(name, found["version"], "npm", found["license"], group)
        digest = base64.b64decode(found["integrity"].removeprefix("sha512-")).hex()
        made.hashes.add(HashType(alg=HashAlgorithm.SHA_512, content=digest))
        yield made


def _from_python(root: Path) -> Iterator[Component]:
    for name in FROM_PYTHON:
        known = metadata(name)
        yield _component(name, known["Version"], "pypi", known["License-Expression"] or known["License"])
    lock = json.loads((root / "node_modules/pyodide/pyodide-lock.json").read_text(encoding="utf-8"))
    name, licence = PYTHON
    yield _component(name, lock["info"]["python"], "generic", licence)
