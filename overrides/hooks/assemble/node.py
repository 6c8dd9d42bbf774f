"""Node, with which our tools run, and how a tool is run."""

import shutil
import subprocess
from pathlib import Path


class AssembleError(RuntimeError):
    """Raised when something the site is made from is not there; says what to run."""


def run(root: Path, tool: str, *arguments: str | Path) -> None:
    """Run one of our tools in `root`; raises AssembleError where it fails, the tool has then said why."""
    command = [node(root), str(root / tool), *map(str, arguments)]
    if subprocess.run(command, cwd=root, check=False).returncode:  # noqa: S603 - our own tool
        raise AssembleError(f"{tool} has failed, see above")


def ask(root: Path, tool: str, given: str) -> str:
    """What one of our tools makes of a text; raises AssembleError where it fails, having said why."""
    command = [node(root), str(root / tool)]
    done = subprocess.run(command, cwd=root, input=given, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603 - our own tool
    if done.returncode:
        raise AssembleError(f"{tool} has failed, see above")
    return done.stdout


def node(root: Path) -> str:
    """Node as `make setup` installs it, or the system's; raises AssembleError."""
    found = shutil.which("node", path=root / ".venv" / "bin") or shutil.which("node")
    if found is None:
        raise AssembleError("Node is not there; run `make setup`")
    return found
