"""One visit in a fresh browser: from the navigation to the first answer that stands in the page."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, Playwright

GROUP = Path("/sys/fs/cgroup/cpu/notice-bench")
PERIOD = 20_000
TIMEOUT_MS = 120_000
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]

# Fills the form as soon as there is one, as a reader would, and notes when an outcome can be read.
# performance.now() counts from the start of the navigation.
VISITOR = """
(() => {
  const long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: "longtask", buffered: true });
  let filled = false;
  const look = () => {
    const reply = document.querySelector('input[name="employs"][value="nobody"]');
    if (reply && !filled && reply.checkVisibility()) {
      filled = true;
      reply.click();
      reply.form?.requestSubmit();
    }
    const found = document.querySelector('[data-outcome="not_an_employer"]');
    if (found && found.checkVisibility() && window.answeredAt === undefined) {
      window.answeredAt = performance.now();
      window.longTasks = long;
    }
    if (window.answeredAt === undefined) requestAnimationFrame(look);
  };
  look();
})();
"""


@dataclass
class Visit:
    """Until the answer, and the longest task on the main thread until then; in milliseconds."""

    milliseconds: float
    longest_task: float


@contextmanager
def quarter() -> Iterator[bool]:
    """Give this process, and the browsers it starts, half a core (a quarter of two); False where that cannot be.

    The servers run in another process, which keeps its share.
    """
    try:
        GROUP.mkdir(exist_ok=True)
        (GROUP / "cpu.cfs_period_us").write_text(str(PERIOD))
        (GROUP / "cpu.cfs_quota_us").write_text(str(PERIOD * (os.cpu_count() or 1) // 4))
    except OSError:
        yield False
        return
    yield True
    GROUP.rmdir()


def join(pid: int, group: Path = GROUP) -> None:
    """Put a process with all that it starts later into the group."""
    (group / "cgroup.procs").write_text(str(pid))


def visit(playwright: Playwright, chromium: str, url: str, *, slow: bool, warm: bool) -> Visit:
    """Open `url` in a fresh profile, or for the third time where `warm`."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        wrapper = _slow(chromium, Path(profile)) if slow else chromium
        context = playwright.chromium.launch_persistent_context(
            str(Path(profile) / "data"), executable_path=wrapper, args=FLAGS, headless=True
        )
        try:
            for _ in range(2 if warm else 0):
                _open(context.new_page(), url)
            return _open(context.pages[0] if not warm else context.new_page(), url)
        finally:
            context.close()


def _slow(chromium: str, folder: Path) -> str:
    """A starter that joins the group first, so that every process of the browser is in it."""
    script = folder / "chromium"
    script.write_text(f'#!/bin/sh\necho $$ > {GROUP}/cgroup.procs\nexec "{chromium}" "$@"\n')
    script.chmod(0o700)
    return str(script)


def _open(page: Page, url: str) -> Visit:
    page.add_init_script(VISITOR)
    page.goto(url, wait_until="commit", timeout=TIMEOUT_MS)
    page.wait_for_function("window.answeredAt !== undefined", timeout=TIMEOUT_MS)
    milliseconds, tasks = page.evaluate("[window.answeredAt, window.longTasks]")
    page.close()
    return Visit(milliseconds, max(tasks, default=0))
