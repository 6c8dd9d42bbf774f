"""Tries every row of tests/faults/faults.toml in Chromium, and writes what came of it.

`python -m tests.tools.faults`, once the site is built and CHROMIUM names a browser. With words after it only
the cases whose names hold one of them are tried; of the others it writes what came of them the last time.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.faults.host import FaultyHost
from tests.faults.table import ANSWER, Case, cases
from tests.faults.trial import ARGUMENTS, Ended, attempt, faulty

ROOT = Path(__file__).parents[2]
SITE = ROOT / os.environ.get("SITE_DIR", "site")
RESULT = ROOT / "tests" / "faults" / "result.md"
KEPT = ROOT / ".cache" / "faults.json"
SIDE_BY_SIDE, PARTS = 3, 24
HEAD = """# What a reader gets when something fails

`python -m tests.tools.faults` tries every row of [faults.toml](faults.toml) in Chromium and writes this: what
stood on the page in the end. "answer" is the answer, from whichever runtime, with the seconds from the page's
first byte; the others are sentences of the failure box, which say whose fault it is: the host's (`host`), the
network's (`network`), this browser's (`failed`); "without" is the sentence of a page without a script.

"told" are the seconds from the failure to the first sentence. The failure is the moment in which the host was
asked for the file that it does not send as it should, or in which it sent no more of it; or the page's first
byte where no file fails. A file that stands still has failed with its last byte; nobody can know that then,
for it may only be slow. After 4 seconds without a byte the reader is told so and has the other ways at hand;
after 8 it is given up and asked for in its other form, then the other runtime is; a page's own script is
given up after 10.
"""
LIMIT_S = 5


def main(words: Sequence[str]) -> int:
    """The exit code: 1 where anything ended otherwise than the table says."""
    chosen = [case for case in cases() if not words or any(word in case.name for word in words)]
    results: list[tuple[Case, Ended]] = []
    # most of a case is waiting
    with ProcessPoolExecutor(SIDE_BY_SIDE) as processes:
        for tried in processes.map(_try, (chosen[at::PARTS] for at in range(PARTS))):
            results += tried
    wrong = [case for case, ended in results if _is_wrong(case, ended)]
    sys.stdout.write(f"{len(results)} cases, {len(wrong)} ended otherwise\n")
    RESULT.write_text("\n".join(_page(_with_the_last(results))) + "\n", encoding="utf-8")
    return 1 if wrong else 0


def _with_the_last(results: Sequence[tuple[Case, Ended]]) -> list[tuple[Case, Ended]]:
    """Every case in the order of the table, as far as it was ever tried here."""
    known = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    known |= {case.name: asdict(ended) for case, ended in results}
    KEPT.write_text(json.dumps(known, indent=1), encoding="utf-8")
    return [(case, Ended(**known[case.name])) for case in cases() if case.name in known]


def _try(chosen: Sequence[Case]) -> list[tuple[Case, Ended]]:
    """Some cases, with a browser and a host of their own."""
    results = []
    with sync_playwright() as playwright, faulty(SITE) as (url, host):
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=list(ARGUMENTS))
        for case in chosen:
            ended = _ended(case, browser, url, host)
            results.append((case, ended))
            sys.stdout.write(f"{_line(case, ended)}\n")
            sys.stdout.flush()
        browser.close()
    return results


def _ended(case: Case, browser: Browser, url: str, host: type[FaultyHost]) -> Ended:
    try:
        return attempt(case, browser, url, host)
    except PlaywrightError as error:
        return Ended(f"nothing ({type(error).__name__})", 0, None, ())


def _is_wrong(case: Case, ended: Ended) -> bool:
    return ended.ends != case.ends or bool(ended.lost)


def _line(case: Case, ended: Ended) -> str:
    wrong = (
        f", expected {case.ends}, lost {', '.join(ended.lost) or 'nothing'}" if _is_wrong(case, ended) else ""
    )
    told = "" if ended.told is None else f", told after {ended.told:.1f} s"
    return f"{case.name}: {ended.ends} after {ended.seconds:.1f} s{told}{wrong}"


def _page(results: Sequence[tuple[Case, Ended]]) -> Iterator[str]:
    wrong = sum(_is_wrong(case, ended) for case, ended in results)
    yield HEAD
    yield f"**{len(results)} cases, {wrong} ended otherwise than expected.** {_longest(results)}\n"
    faults = list(dict.fromkeys(case.fault for case, _ in results if case.fault))
    yield f"| file | {' | '.join(faults)} |"
    yield f"|---|{'---|' * len(faults)}"
    for group in dict.fromkeys(case.group for case, _ in results if case.group):
        cells = {case.fault: _cell(case, ended) for case, ended in results if case.group == group}
        yield f"| {group} | {' | '.join(cells.get(fault, '') for fault in faults)} |"
    yield "\n| browser, host or network | ends in |\n|---|---|"
    for case, ended in results:
        if not case.group:
            yield f"| {case.name} | {_cell(case, ended)} |"


def _longest(results: Sequence[tuple[Case, Ended]]) -> str:
    """The longest that a reader waits for a sentence."""
    told = [ended.told for _, ended in results if ended.told is not None]
    late = sum(seconds > LIMIT_S for seconds in told)
    return (
        f"In {len(told)} of them a sentence stood on the page; from the failure to it the longest took "
        f"{max(told, default=0):.1f} s, and {late} took more than {LIMIT_S}."
    )


def _cell(case: Case, ended: Ended) -> str:
    told = "" if ended.told is None else f"told after {ended.told:.1f} s"
    text = ", ".join(
        filter(None, [ended.ends, told, f"{ended.seconds:.0f} s" if ended.ends == ANSWER else ""])
    )
    return f"**{text}, not {case.ends}**" if _is_wrong(case, ended) else text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
