"""Waits for what a script sees in a page.

Playwright's own `wait_for_function` evaluates its text in the page, which the policy of our pages forbids.
"""

from collections.abc import Callable
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Error, Frame, Page

# As long as a full Pyodide takes on a busy machine.
LIMIT_MS = 30_000


def until(where: Page | Frame, script: str, given: object = None, *, limit_ms: int = LIMIT_MS) -> Any:  # noqa: ANN401 - what it gives
    """What the script gives, as soon as it is true for Python; a promise is waited for."""
    return until_so(where, lambda: _seen(where, script, given), script, limit_ms=limit_ms)


def until_so[T](where: Page | Frame, look: Callable[[], T], what: str, *, limit_ms: int = LIMIT_MS) -> T:
    """What a test sees itself, as soon as it is true; `what` says what that is."""
    end = monotonic() + limit_ms / 1000
    while not (seen := look()):
        if monotonic() > end:
            pytest.fail(f"never true: {what}")
        where.wait_for_timeout(50)
    return seen


def _seen(where: Page | Frame, script: str, given: object) -> Any:  # noqa: ANN401 - likewise
    try:
        return where.evaluate(script, given)
    except Error as error:
        # another page comes
        if "context was destroyed" in str(error):
            return None
        raise
