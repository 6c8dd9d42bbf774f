"""Waits for what a script sees in a page.

Playwright's own `wait_for_function` evaluates its text in the page, which the policy of our pages forbids.
"""

from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Error, Frame, Page

# As long as a full Pyodide takes on a busy machine.
LIMIT_MS = 30_000


def until(where: Page | Frame, script: str, given: object = None, *, limit_ms: int = LIMIT_MS) -> Any:  # noqa: ANN401 - what it gives
    """What the script gives, as soon as it is true for Python; a promise is waited for."""
    end = monotonic() + limit_ms / 1000
    while not (seen := _seen(where, script, given)):
        if monotonic() > end:
            pytest.fail(f"never true: {script}")
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
