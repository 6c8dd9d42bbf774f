"""The wheel of the rules, with the lock file that Pyodide reads of it."""

import logging
import shutil
import tempfile
from pathlib import Path

from build import ProjectBuilder
from overrides.hooks.assemble import pyodide
from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec
from pyproject_hooks import quiet_subprocess_runner

# Where it lies in a site.
WHEELS = "assets/wheels"


def prepare(root: Path, site: Path) -> Path:
    """Put the wheel and its lock file into a site, and give the wheel; raises AssembleError."""
    stock = pyodide.installed(root) / pyodide.LOCK
    wheels = site / WHEELS
    wheels.mkdir(parents=True, exist_ok=True)
    wheel = build(root, wheels)
    lock(wheel, stock)
    return wheel


def build(root: Path, into: Path) -> Path:
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
    path = wheel.with_name(pyodide.LOCK)
    spec.to_json(path)
    return path
