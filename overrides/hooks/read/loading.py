"""Loads the notices, and says as problems, with file and line, what is wrong with their law and rules."""

import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from overrides.hooks.read.rules import LawFileError, Loaded, NoticeError, load
from overrides.hooks.read.text import Problem

RULES = "calculator"


def loaded(ids: Iterable[str], root: Path, problems: set[Problem]) -> Iterator[tuple[str, Loaded]]:
    """The notices that can be loaded, by id; to `problems` is added why others cannot."""
    for id in ids:
        rules = f"{RULES}/{id}/rules.py"
        try:
            yield id, load(id)
        except LawFileError as error:
            problems.update(Problem.printed(said) or Problem(rules, 1, said) for said in error.problems)
        except NoticeError as error:
            problems.update(Problem(rules, 1, said) for said in str(error).split("\n"))
        except Exception as error:  # noqa: BLE001 - whatever rules raise that are being written
            problems.add(_raised(error, root, rules))


def _raised(error: Exception, root: Path, rules: str) -> Problem:
    """A mistake in Python, on the last line of the rules that was reached."""
    path, line, said = root / rules, 1, str(error)
    if isinstance(error, SyntaxError) and error.filename:
        path, line, said = Path(error.filename), error.lineno or 1, error.msg
    else:
        for frame in traceback.extract_tb(error.__traceback__):
            if root / RULES in Path(frame.filename).parents:
                path, line = Path(frame.filename), frame.lineno or 1
    name = path.relative_to(root).as_posix() if root in path.parents else path.as_posix()
    return Problem(name, line, f"{type(error).__name__}: {said}")
