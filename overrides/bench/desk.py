"""`python -m overrides.bench.desk`: how long from saving a file to seeing it on the desk, measured in Chromium.

A copy of the project is written in, so that nothing of the real one changes. Both languages of a notice are open
side by side, with an answer in each. The table goes into docs/benchmark.md, below that of `make bench`.
"""

import argparse
import os
import shutil
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from overrides.bench.browser import FLAGS, chromium
from overrides.bench.desk_copy import copied, desk
from overrides.bench.table import made, put_below
from playwright.sync_api import Error, Frame, sync_playwright

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".cache" / "bench" / "desk"
TABLE = ROOT / "docs" / "benchmark.md"
HEAD = "## From saving to seeing, on the writer's desk"
NOTICE = "desk/#amnesty/index&v=1&as_at=2026-11-25&employs=nobody&employed_before=no"
LOOK_EVERY = 0.01
SEEN_WITHIN = 30
# Between two changes: what runs in the background ends, and the next one is saved on a machine at rest.
REST = {False: 2.0, True: 12.0}
TEXT = "document.querySelector('{}').textContent.includes('{}')"


@dataclass(frozen=True)
class Change:
    """One thing that a writer saves: in `file` the text `old` becomes `new`; `seen` is true once a page shows it."""

    name: str
    file: str
    old: str
    new: str
    seen: str
    within: float = 1
    rules: bool = False


CHANGES = (
    Change("a word in a page", "docs/amnesty/index.en.md", "It is no reason", "It is {} no reason", TEXT.format("article", "It is {} no")),
    Change("an outcome", "docs/amnesty/outcomes/not_an_employer.en.md", "You do not have", "You {} do not have", TEXT.format(".nc-answer", "You {} do not")),
    Change("a finding", "docs/amnesty/findings.en.toml", '"Ask PERKESO, by its Careline, about', '"{} Ask PERKESO, by its Careline, about', TEXT.format(".nc-answer", "{} Ask")),
    Change("a form", "docs/amnesty/form.en.toml", '"Who works for you?"', '"Who {} works for you?"', TEXT.format("notice-calculator form", "Who {} works")),
    Change("a style", "overrides/assets/stylesheets/tokens.css", "--nc-space: 0.8rem", "--nc-space: 0.8{}rem", "getComputedStyle(document.body).getPropertyValue('--nc-space').includes('8{}rem')"),
    Change("a figure", "calculator/law/perkeso/parameters.toml", "{ from = 2018-01-01, value = 30,", "{ from = 2018-01-01, value = {},", "[...document.querySelectorAll('data[data-parameter=registration_period]')].some(e => e.value === '{}')", 2, rules=True),
    Change("a rule", "calculator/amnesty/rules.py", "        return Outcome.NOT_AN_EMPLOYER", "        return Outcome.PAST_EMPLOYER  # {}", "document.querySelector('.nc-answer').dataset.outcome === 'past_employer'", 2, rules=True),
)  # fmt: skip


def main() -> None:
    """Measure, print the table and write it to docs/benchmark.md."""
    parser = argparse.ArgumentParser(prog="python -m overrides.bench.desk", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args()
    shutil.rmtree(FOLDER, ignore_errors=True)
    folder = copied(ROOT, FOLDER)
    took: dict[Change, list[float]] = defaultdict(list)
    with desk(folder) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1600, "height": 900})
        page.goto(f"{url}{NOTICE}")
        english = page.locator("#en").element_handle().content_frame()
        if english is None:
            raise RuntimeError("the desk shows no page")
        _wait(english, "document.querySelector('.nc-answer') !== null")
        time.sleep(REST[True])
        for number in range(options.rounds):
            for change in CHANGES:
                took[change].append(_saved(change, str(41 + number), folder, english))
            print(f"bench: round {number + 1} of {options.rounds}", flush=True)  # noqa: T201
        version = browser.version
        browser.close()
    text = _table(took, version)
    put(options.out, text)
    print(text)  # noqa: T201


def _saved(change: Change, mark: str, folder: Path, frame: Frame) -> float:
    """Milliseconds from the change of a file to its sight; then the file is as it was."""
    path = folder / change.file
    before = path.read_text(encoding="utf-8")
    if change.old not in before:
        raise RuntimeError(f"{change.file} has no {change.old}")
    path.write_text(before.replace(change.old, change.new.replace("{}", mark), 1), encoding="utf-8")
    saved = time.perf_counter()
    seen = change.seen.replace("{}", mark)
    _wait(frame, seen)
    took = (time.perf_counter() - saved) * 1000
    time.sleep(REST[change.rules])
    path.write_text(before, encoding="utf-8")
    _wait(frame, f"!({seen})")
    time.sleep(REST[change.rules])
    return took


def _wait(frame: Frame, true: str) -> None:
    """Look until it is true; while the page is being loaded it is not."""
    end = time.monotonic() + SEEN_WITHIN
    while time.monotonic() < end:
        try:
            if frame.evaluate(true):
                return
        except Error:  # there is no such element yet, or the page has just gone
            pass
        time.sleep(LOOK_EVERY)
    raise RuntimeError(f"not seen within {SEEN_WITHIN} s: {true}")


def _table(took: dict[Change, list[float]], version: str) -> str:
    rounds = len(next(iter(took.values())))
    lines = [
        HEAD,
        "",
        (
            f"{made('python -m overrides.bench.desk', version, rounds)}, load {os.getloadavg()[0]:.1f} at the end. "
            "Both languages of the notice `amnesty` side by side with an answer; the time ends when the English page shows "
            "what was saved. Medians, in brackets the quickest and the slowest."
        ),
        "",
        "| saved | seen after | wanted |",
        "|---|---|---|",
    ]
    for change, times in took.items():
        cell = f"{median(times):,.0f} ms ({min(times):,.0f}-{max(times):,.0f})"
        lines.append(f"| {change.name} | {cell} | {change.within * 1000:,.0f} ms |")
    return "\n".join([*lines, ""])


def put(path: Path, text: str) -> None:
    """Put the table below the others, in place of the last one."""
    put_below(path, HEAD, text)


def kept(path: Path) -> str:
    """The table as it stands there, for who writes the file anew."""
    _, head, rest = (path.read_text(encoding="utf-8") if path.exists() else "").partition(HEAD)
    return f"\n{head}{rest}" if head else ""


if __name__ == "__main__":
    main()
