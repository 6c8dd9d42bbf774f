"""`python -m overrides.bench.payroll_page FOLDER`: a payroll file in the page, from choosing it to its totals.

FOLDER has what `python -m tests.tools.payroll FOLDER` writes. Reading alone is a visit of its own: from the choice
to the moment at which the page holds all rows; in the other the button is pressed at once. The runtime is there
before, as it begins when the reader begins to fill in the form, and some seconds have passed: nobody finds a file
sooner, and the page uses them for a rehearsal (overrides/payroll/run/rehearsal.js). Where the small one gives up, stock Pyodide begins
within the time that is measured, and the table says so. What the page counts is compared with what is expected.
How long the page was busy with one thing, and heard no click, is the longest task on its main thread meanwhile.
The table goes into docs/benchmark.md.
"""

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from overrides.bench.browser import FLAGS, TIMEOUT_MS, chromium
from overrides.bench.table import made, put_below
from overrides.serve import serve
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "benchmark.md"
HEAD = "## A payroll file in the page"
COMMAND = "python -m overrides.bench.payroll_page"
FILES = ("payroll.csv", "payroll.xlsx")
# What is wanted: so many times the reading, and a second.
TIMES, AND_MS = 1.5, 1000
SMALL = "answer"
# From the form until the file is found.
TO_FIND_MS = 3000

# In the page: when the file is chosen, and when a part of it is shown.
WATCH = """
(whole) => {
  const root = document.querySelector("payroll-calculator");
  const shown = root.querySelector(whole ? '[data-part="result"]' : '[data-part="read"]');
  let longest = 0;
  new PerformanceObserver((list) => {
    longest = Math.max(longest, ...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask" });
  window.took = new Promise((resolve) => {
    root.addEventListener("change", ({ target }) => {
      if (target.type !== "file") return;
      const chosen = performance.now();
      const look = () => {
        const took = performance.now() - chosen;
        // the last task is told of after its end
        if (!shown.hidden) setTimeout(() => resolve([took, longest]), 500);
        return !shown.hidden;
      };
      new MutationObserver((_, observer) => look() && observer.disconnect()).observe(shown, { attributes: true });
      if (whole) setTimeout(() => root.querySelector("form").requestSubmit());
    }, { capture: true });
  });
}
"""


@dataclass(frozen=True)
class Visit:
    """How long it took, the longest task meanwhile, and which runtime answered; none where nothing was asked."""

    milliseconds: float
    longest_task: float
    runtime: str = ""


type Results = Mapping[tuple[str, bool], list[Visit]]


def main() -> None:
    """Measure, print the table and write it to docs/benchmark.md."""
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args()
    expected = json.loads((options.folder / "expected.json").read_text(encoding="utf-8"))
    results: dict[tuple[str, bool], list[Visit]] = defaultdict(list)
    with serve(options.site) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        for _ in range(options.rounds):
            for name in FILES:
                for whole in (False, True):
                    visit = _visit(browser, f"{url}arrears/", options.folder / name, expected, whole=whole)
                    results[name, whole].append(visit)
        version = browser.version
        browser.close()
    text = _table(results, version, len(expected["rows"]))
    print(text)  # noqa: T201
    put_below(options.out, HEAD, text)


def _visit(browser: Browser, url: str, file: Path, expected: Mapping[str, object], *, whole: bool) -> Visit:
    """Choose the file in a fresh profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(TIMEOUT_MS)
    page = context.new_page()
    page.goto(url)
    page.locator('payroll-calculator [name="way"][value="file"]').check()
    page.locator('payroll-calculator [name="paid_on"]').fill(str(expected["paid_on"]))
    root = page.locator('payroll-calculator[data-state="ready"]')
    root.wait_for()
    page.wait_for_timeout(TO_FIND_MS)
    page.evaluate(WATCH, whole)
    page.locator('payroll-calculator [data-part="chosen"]').set_input_files(file)
    milliseconds, longest = page.evaluate("window.took")
    runtime = ""
    if whole:
        runtime = root.get_attribute("data-runtime") or ""
        _compare(page.locator('payroll-calculator [data-part="rows"]').inner_text(), expected)
    context.close()
    return Visit(milliseconds, longest, runtime)


def _compare(said: str, expected: Mapping[str, object]) -> None:
    """Stop where the page counts other rows than are expected."""
    totals = expected["totals"]
    counts: Mapping[str, int] = totals["rows"] if isinstance(totals, dict) else {}
    missing = [f"{name}: {count:,}" for name, count in counts.items() if f"{count:,}" not in said]
    if missing:
        raise SystemExit(f'the page says "{said}", and not {", ".join(missing)}')


def _table(results: Results, version: str, rows: int) -> str:
    rounds = len(next(iter(results.values())))
    lines = [
        HEAD,
        "",
        (
            f"{made(COMMAND, version, rounds)}, load {os.getloadavg()[0]:.1f} at the end. {rows:,} rows of every kind, "
            "one in twenty of them bad (`python -m tests.tools.payroll`), from the choice of the file until its totals "
            "stand in the page; reading alone until the page holds all rows. The file is chosen "
            f"{TO_FIND_MS // 1000} s after the form is ready. Medians, in brackets the quickest and the "
            f"slowest. Wanted: {TIMES} times the reading, and {AND_MS:,} ms. The machine is not quiet: read the ratios."
        ),
        "",
        "| file | reading alone | to the totals | of what is wanted |",
        "|---|---|---|---|",
    ]
    for name in FILES:
        alone, whole = (results[name, each] for each in (False, True))
        wanted = TIMES * _median(alone) + AND_MS
        lines.append(f"| {name} | {_cell(alone)} | {_cell(whole)} | **{_median(whole) / wanted:.2f}x** |")
    visits = [visit for (_, whole), each in results.items() if whole for visit in each]
    taken_over = sum(visit.runtime != SMALL for visit in visits)
    longest = [visit.longest_task for visit in visits]
    said = (
        f"Stock Pyodide took over in {taken_over} of {len(visits)} visits. Longest task on the page's main thread "
        f"up to the totals: median {median(longest):.0f} ms, at most {max(longest):.0f} (0: none above 50 ms)."
    )
    return "\n".join([*lines, "", said, ""])


def _median(visits: Sequence[Visit]) -> float:
    return median(visit.milliseconds for visit in visits)


def _cell(visits: Sequence[Visit]) -> str:
    all_of_them = [visit.milliseconds for visit in visits]
    return f"{_median(visits):,.0f} ms ({min(all_of_them):,.0f}-{max(all_of_them):,.0f})"


if __name__ == "__main__":
    main()
