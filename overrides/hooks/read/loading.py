"""Loads the notices, and says as problems, with file and line, what is wrong with their law and rules."""

import re
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from overrides.hooks.read.rules import LawFileError, Loaded, NoticeError, load
from overrides.hooks.read.text import Problem

RULES = "calculator"
# A breach of the contract by the replies to try, and the question it is about.
SAMPLES = re.compile(r'samples\.toml has .*\b(?:to|for) "(\w+)"')


def loaded(ids: Iterable[str], root: Path, problems: set[Problem]) -> Iterator[tuple[str, Loaded]]:
    """The notices that can be loaded, by id; to `problems` is added why others cannot."""
    for id in ids:
        rules = f"{RULES}/{id}/rules.py"
        try:
            yield id, load(id)
        except LawFileError as error:
            problems.update(Problem.printed(said) or Problem(rules, 1, said) for said in error.problems)
        except NoticeError as error:
            problems.update(_breach(said, id, root) for said in str(error).split("\n"))
        except Exception as error:  # noqa: BLE001 - whatever rules raise that are being written
            problems.add(_raised(error, root, rules))


def _breach(said: str, id: str, root: Path) -> Problem:
    """What the rules owe to those who call them; what the replies to try lack stands in their own file."""
    found = SAMPLES.search(said)
    if not found:
        return Problem(f"{RULES}/{id}/rules.py", 1, said)
    name, question = f"{RULES}/{id}/samples.toml", found[1]
    path = root / name
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    line = next((at for at, text in enumerate(lines, 1) if re.match(rf"\s*{question}\s*=", text)), 1)
    more = f'; write {question} = ["…"], on both sides of every limit' if "has no replies" in said else ""
    return Problem(name, line, f"{said}{more}")


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
