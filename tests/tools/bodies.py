"""The bodies of law of this project, by the folders of calculator/law."""

from functools import cache
from importlib import import_module
from pathlib import Path

import calculator.law
from calculator.engine import Body
from calculator.engine.asking.found import load

LAW = Path("calculator", "law")


@cache
def bodies() -> dict[str, Body]:
    """Every body of law by the name of its folder."""
    folders = sorted(path.parent.name for path in Path(calculator.law.__path__[0]).glob("*/__init__.py"))
    modules = {name: vars(import_module(f"calculator.law.{name}")) for name in folders}
    return {
        name: each for name, module in modules.items() for each in module.values() if isinstance(each, Body)
    }


def body_of(folder: Path) -> Body:
    """The body of a folder with law: its own, or that of the notice."""
    return bodies().get(folder.name) or load(folder.name).notice.law


def home(root: Path, body: Body) -> Path:
    """The folder of a body in a project."""
    return root / LAW / body.package.rpartition(".")[2]
