"""Errors that rules raise while they are being written, at the line of the rules that is to be mended."""

from pathlib import Path

from overrides.hooks.read.reached import last_line
from overrides.hooks.read.rules import Loaded
from overrides.hooks.read.text import Problem, hint


def in_rules(error: Exception, notice: Loaded, root: Path) -> Problem | None:
    """What a notice's rules have raised; None where it was not raised in them."""
    folder = f"calculator/{notice.id}/"
    place = last_line(error, root, lambda name: name.startswith(folder))
    if place is None:
        return None
    said = f"{type(error).__name__}: {error}"
    if isinstance(error, KeyError):
        id = str(error.args[0])
        wrong = hint(id, notice.law.parameters) or "; add it to parameters.toml, or name another"
        said = f'no parameter "{id}"{wrong}'
    return Problem(*place, said)
