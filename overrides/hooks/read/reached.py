"""Which line of the project led to an error; knows nothing of rules, so that the desk can import it."""

import traceback
from collections.abc import Callable
from pathlib import Path


def last_line(error: BaseException, root: Path, wanted: Callable[[str], bool]) -> tuple[str, int] | None:
    """The last line that was reached in a file that is wanted; files below `root` are named from there."""
    frames = traceback.extract_tb(error.__traceback__)
    named = ((frame.filename.removeprefix(f"{root}/"), frame.lineno or 1) for frame in reversed(frames))
    return next((each for each in named if wanted(each[0])), None)
