"""One visit in a fresh browser: from the navigation to the first answer that stands in the page, and further ones."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, Playwright, ViewportSize

GROUP = Path("/sys/fs/cgroup/cpu/notice-bench")
PERIOD = 20_000
TIMEOUT_MS = 120_000
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]

# A phone's window, and time for the browser's own start to end: a reader's browser runs already.
WINDOW: ViewportSize = {"width": 390, "height": 844}
REST_MS = 1_000
REST_SLOW_MS = 4_000

# Fills the form as soon as there is one, as a reader would, and says when an outcome can be read.
# performance.now() counts from the start of the navigation. It says so in the console: asking the page would make the
# page run code of ours in the middle.
VISITOR = """
(() => {
  const long = [];
  const Stock = window.Worker;
  window.Worker = class extends Stock {
    constructor(...given) {
      super(...given);
      window.worker ??= this;
    }
  };
  new PerformanceObserver((list) => long.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: "longtask", buffered: true });
  let filled = false;
  const look = () => {
    const reply = document.querySelector('input[name="employs"][value="public_service_only"]');
    if (reply && !filled && reply.checkVisibility()) {
      filled = true;
      reply.click();
      reply.form?.requestSubmit();
    }
    const found = document.querySelector('[data-outcome="outside_the_acts"]');
    if (found && found.checkVisibility() && window.answeredAt === undefined) {
      window.answeredAt = performance.now();
      console.log(`bench:${JSON.stringify([window.answeredAt, Math.max(0, ...long)])}`);
    }
    if (window.answeredAt === undefined) requestAnimationFrame(look);
  };
  look();
})();
"""

# Asks the page's worker one thing after the other: from the question to the answer, in milliseconds.
FURTHER = """
async (requests) => {
  const took = [];
  for (const [at, request] of requests.entries()) {
    const id = 1e6 + at;
    const answered = new Promise((resolve) => {
      const listen = ({ data }) => data.id === id && resolve(window.worker.removeEventListener("message", listen));
      window.worker.addEventListener("message", listen);
    });
    const from = performance.now();
    window.worker.postMessage({ id, request });
    await answered;
    took.push(performance.now() - from);
  }
  return took;
}
"""


def chromium() -> str:
    """The browser to measure in: that of $CHROMIUM, or the system's."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"


@dataclass
class Visit:
    """Until the answer, and the longest task on the main thread until then; in milliseconds."""

    milliseconds: float
    longest_task: float
    further: tuple[float, ...] = ()


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


def visit(
    playwright: Playwright, chromium: str, url: str, *, slow: bool, warm: bool, then: Sequence[str] = ()
) -> Visit:
    """Open `url` in a fresh profile, or for the third time where `warm`; `then` are further requests."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        wrapper = _slow(chromium, Path(profile)) if slow else chromium
        context = playwright.chromium.launch_persistent_context(
            str(Path(profile) / "data"), executable_path=wrapper, args=FLAGS, headless=True, viewport=WINDOW
        )
        try:
            context.pages[0].wait_for_timeout(REST_SLOW_MS if slow else REST_MS)
            for _ in range(2 if warm else 0):
                _open(context.new_page(), url)
            return _open(context.pages[0] if not warm else context.new_page(), url, then)
        finally:
            context.close()


def _slow(chromium: str, folder: Path) -> str:
    """A starter that joins the group first, so that every process of the browser is in it."""
    script = folder / "chromium"
    script.write_text(f'#!/bin/sh\necho $$ > {GROUP}/cgroup.procs\nexec "{chromium}" "$@"\n')
    script.chmod(0o700)
    return str(script)


def _open(page: Page, url: str, then: Sequence[str] = ()) -> Visit:
    page.add_init_script(VISITOR)
    with page.expect_console_message(lambda said: said.text.startswith("bench:"), timeout=TIMEOUT_MS) as said:
        page.goto(url, wait_until="commit", timeout=TIMEOUT_MS)
    milliseconds, longest = json.loads(said.value.text.removeprefix("bench:"))
    further = _further(page, then) if then else ()
    page.close()
    return Visit(milliseconds, longest, further)


def _further(page: Page, requests: Sequence[str]) -> tuple[float, ...]:
    """How long each takes, a second after the first answer: no reader is quicker."""
    page.wait_for_timeout(REST_MS)
    took: list[float] = page.evaluate(FURTHER, list(requests))
    return tuple(took)
