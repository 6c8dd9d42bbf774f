"""Loads the notices, and says as problems, with file and line, what is wrong with their law and rules."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from overrides.hooks.read.reached import last_line
from overrides.hooks.read.rules import Breach, LawFileError, Loaded, NoticeError, load
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
            problems.update(_breach(each, id, root) for each in error.breaches)
        except Exception as error:  # noqa: BLE001 - whatever rules raise that are being written
            problems.add(_raised(error, root, rules))


def _breach(breach: Breach, id: str, root: Path) -> Problem:
    """What the rules owe to those who call them; what the replies to try lack stands in their own file."""
    if not breach.samples_of:
        return Problem(f"{RULES}/{id}/rules.py", 1, breach.said)
    name = f"{RULES}/{id}/samples.toml"
    path, key = root / name, re.compile(rf"\s*{breach.samples_of}\s*=")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return Problem(name, next((at for at, text in enumerate(lines, 1) if key.match(text)), 1), breach.said)


def _raised(error: Exception, root: Path, rules: str) -> Problem:
    """A mistake in Python, on the last line of the rules that was reached."""
    said = f"{type(error).__name__}: {error}"
    if isinstance(error, SyntaxError) and error.filename:
        name = error.filename.removeprefix(f"{root}/")
        return Problem(name, error.lineno or 1, f"{type(error).__name__}: {error.msg}")
    place = last_line(error, root, lambda name: name.startswith(f"{RULES}/"))
    return Problem(*(place or (rules, 1)), said)
