"""What of others' work the site and its tools hold: listed, locked, under licences that go together."""

import json
import re
from importlib.metadata import PackageMetadata, distributions
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from overrides.hooks.assemble import materials
from overrides.hooks.assemble.node import AssembleError

ROOT = Path(__file__).parents[1]
NPM = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
LOCKED = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
# What may stand beside the MIT licence of this project in one work: none asks for the licence of the whole.
IN_THE_SITE = {"MIT", "MPL-2.0", "OFL-1.1", "PSF-2.0"}
OF_TOOLS = IN_THE_SITE | {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC0-1.0", "ISC", "MIT-CMU",
    "NCSA",
}  # fmt: skip
# Packages that name their licence in words of their own, each looked up by hand.
IN_WORDS = {
    r"^Apache (?:Software License|License 2\.0)$": "Apache-2.0",
    r"^MIT License": "MIT",
    r"^BSD License$": "BSD-3-Clause",
    r"^Python Software Foundation License$": "PSF-2.0",
    r"^Mozilla Public License 2\.0 \(MPL 2\.0\)$": "MPL-2.0",
    r"^All contributions towards LibCST": "MIT",
    r"^BSD-3-Clause, Apache-2\.0, dependency licenses$": "BSD-3-Clause",
}
# And one that names none but in a file.
IN_A_FILE = {"pkginfo": "MIT"}
CLASSIFIER = "License :: OSI Approved :: "
OPERATOR = re.compile(r" (?:AND|OR) |[()]")
IMPORTED = re.compile(r'^import [^"]*"((?:@[\w-]+/)?[\w-]+)[\w/.-]*";', re.MULTILINE)


@pytest.fixture(scope="module")
def bill(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("bill")
    materials.write(ROOT, folder)
    return (folder / materials.FILE).read_text(encoding="utf-8")


def test_the_bill_is_one_by_its_standard(bill: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None


def test_the_bill_holds_all_that_scripts_of_the_site_import(bill: str) -> None:
    listed = {
        "/".join(filter(None, (each.get("group"), each["name"]))) for each in json.loads(bill)["components"]
    }
    scripts = [
        path
        for folder in ("assets", "calculator", "payroll", "search")
        for path in (ROOT / "overrides" / folder).rglob("*.js")
    ]
    imported = {name for path in scripts for name in IMPORTED.findall(path.read_text(encoding="utf-8"))}
    assert "minisearch" in imported
    assert imported - {"pruned-pyodide"} <= listed
    assert {"pyodide", "python", "mkdocs-material"} <= listed


def test_every_licence_in_the_site_suits_ours(bill: str) -> None:
    licences = {
        each["name"]: {OPERATOR.sub("", of["license"]["id"]) for of in each["licenses"]}
        for each in json.loads(bill)["components"]
    }
    assert {name: of for name, of in licences.items() if not of <= IN_THE_SITE} == {}


def test_what_is_not_locked_is_named(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"dependencies": {"lost": "1.0.0"}}', encoding="utf-8")
    (tmp_path / "package-lock.json").write_text('{"packages": {}}', encoding="utf-8")
    with pytest.raises(AssembleError, match=r"package-lock.json has no lost, which package.json names"):
        materials.write(tmp_path, tmp_path)


def named(licence: str) -> set[str]:
    for words, name in IN_WORDS.items():
        if re.search(words, licence):
            return {name}
    return {each for each in OPERATOR.split(licence) if each}


def licence(known: PackageMetadata) -> str:
    if expression := known.get("License-Expression"):
        return str(expression)
    classified = [
        each.removeprefix(CLASSIFIER)
        for each in known.get_all("Classifier") or []
        if each.startswith(CLASSIFIER)
    ]
    return classified[0] if classified else known.get("License") or IN_A_FILE.get(known["Name"], "none")


def test_every_tool_has_a_licence_that_is_known() -> None:
    of_npm = {
        name: named(each.get("license", "none")) for name, each in LOCKED.items() if not each.get("link")
    }
    of_python = {each.metadata["Name"]: named(licence(each.metadata)) for each in distributions()}
    unknown = {name: of for name, of in (of_npm | of_python).items() if not of <= OF_TOOLS}
    assert unknown == {}


def test_every_locked_package_has_its_hash() -> None:
    python = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert [
        line for line in re.findall(r"^[\w.,\[\]-]+==.*$", python, re.MULTILINE) if not line.endswith("\\")
    ] == []
    assert [
        name
        for name, each in LOCKED.items()
        if "node_modules/" in name and not each.get("link") and "integrity" not in each
    ] == []
