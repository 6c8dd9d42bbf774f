"""What is wrong, with file and line, whatever it was that failed."""

from collections.abc import Iterable
from pathlib import Path

from overrides.hooks.read.reached import last_line
from overrides.hooks.read.text import Problem

# Frames of these tell how something was called, and not what is to be mended.
NOT_TO_BLAME = ("overrides/desk/", ".venv/", "node_modules/")


def problems_of(error: BaseException, root: Path) -> list[Problem]:
    """What a writer has to mend, of any error; one that says no place is told where it was raised."""
    if isinstance(error, SyntaxError) and error.filename:
        line = f"{error.text.strip()} " if error.text else ""
        return [Problem(_shown(error.filename, root), error.lineno or 1, f"{line}is no Python: {error.msg}")]
    placed = [_placed(each) for each in getattr(error, "problems", ())]
    if placed and all(placed):
        return sorted({each for each in placed if each})
    return [_raised(error, root)]


def _placed(problem: object) -> Problem | None:
    return problem if isinstance(problem, Problem) else Problem.printed(str(problem))


def _raised(error: BaseException, root: Path) -> Problem:
    """The innermost line of the project's own code that led there."""
    if found := Problem.printed(str(error)):
        return found
    place = last_line(error, root, _to_blame) or last_line(error, root, bool) or ("", 1)
    return Problem(*place, f"{type(error).__name__}: {error}")


def _to_blame(path: str) -> bool:
    return not path.startswith(("/", "<", *NOT_TO_BLAME))


def _shown(path: str, root: Path) -> str:
    return path.removeprefix(f"{root}/")


def of_page(error: BaseException, path: str, root: Path) -> list[Problem]:
    """The same for an error in a page: where nothing else is known, its file is to blame."""
    if getattr(error, "problems", None) or isinstance(error, SyntaxError):
        return problems_of(error, root)
    return [Problem(path, 1, f"this page cannot be made: {str(error) or type(error).__name__}")]


def told(problems: Iterable[Problem], root: Path) -> list[dict[str, str | int]]:
    """Problems as the page reads them."""
    return [
        {"path": each.path, "line": each.line, "text": each.text, "open": opened(root, each.path, each.line)}
        for each in problems
    ]


def opened(root: Path, path: str, line: int) -> str:
    """The address at which an editor opens a line; known only while the desk runs, on its machine."""
    return f"vscode://file{root.resolve()}/{path}:{line}"
