"""What the calculator runs on: the wheel of the rules with its lock file, and Pyodide."""

import logging
import shutil
import tempfile
from fnmatch import fnmatch
from pathlib import Path

from build import ProjectBuilder
from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec
from pyproject_hooks import quiet_subprocess_runner

PYODIDE = "node_modules/pyodide"
STOCK = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
NOT_FOUND = "404.html"
# Material brings a stemmer for every language it knows.
STEMMERS = "assets/javascripts/lunr/*"
OUR_STEMMERS = ("lunr.multi.min.js", "lunr.stemmer.support.min.js", "lunr.zh.min.js")


class AssetsError(RuntimeError):
    """Raised when something the site is made from is not there; says what to run."""


def node(root: Path) -> str:
    """Node as `make setup` installs it, or the system's; raises AssetsError."""
    found = shutil.which("node", path=root / ".venv" / "bin") or shutil.which("node")
    if found is None:
        raise AssetsError("Node is not there; run `make setup`")
    return found


def prepare(root: Path, site: Path) -> None:
    """Put the wheel and its lock file under `site`/assets; raises AssetsError."""
    pyodide = root / PYODIDE
    if not pyodide.is_dir():
        raise AssetsError(f"{PYODIDE} is not there; run `make setup`")
    wheels = site / "assets" / "wheels"
    wheels.mkdir(parents=True, exist_ok=True)
    lock(build_wheel(root, wheels), pyodide / "pyodide-lock.json")


def build_wheel(root: Path, into: Path) -> Path:
    """Build the wheel of calculator/ in the environment at hand; nothing is fetched."""
    builder = ProjectBuilder(root, runner=quiet_subprocess_runner)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(builder.build("wheel", folder))
        return Path(shutil.copy(made, into))


def lock(wheel: Path, stock: Path) -> Path:
    """Write a pyodide-lock.json beside the wheel, with this wheel alone, for the Pyodide of the stock lock.

    `pyodide.loadPackage` reads from it where the wheel is, its hash and what it imports.
    """
    spec = PyodideLockSpec.from_json(stock)
    spec.packages.clear()
    logging.getLogger("pyodide_lock").setLevel(logging.WARNING)
    spec = add_wheels_to_spec(spec, [wheel], base_path=wheel.parent)
    path = wheel.with_name("pyodide-lock.json")
    spec.to_json(path)
    return path


def copy_stock(root: Path, site: Path) -> None:
    """Copy the files of Pyodide that a browser needs as they are."""
    into = site / "assets" / "pyodide"
    into.mkdir(parents=True, exist_ok=True)
    for name in STOCK:
        shutil.copyfile(root / PYODIDE / name, into / name)


def copy_not_found(site: Path, lang: str) -> None:
    """The page for missing addresses again in a language's folder, for hosts that look there first."""
    shutil.copyfile(site / NOT_FOUND, site / lang / NOT_FOUND)


def not_served(path: str, *, ours: bool) -> bool:
    """Whether a file of the theme is no part of the site; of overrides/ (`ours`) only bundles are."""
    # static-i18n brings the template of the site map, which is copied as it is when it is not rendered
    if ours or path == "sitemap.xml" or path.endswith(".map"):
        return True
    return fnmatch(path, STEMMERS) and not path.endswith(OUR_STEMMERS)
