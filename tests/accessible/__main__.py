"""Looks at every kind of page and every state for barriers.

`CHROMIUM=… python -m tests.accessible [part of a name …]`: both languages, both schemes, 320 to 1280 px;
then every stop of the Tab key, there and back. Some minutes; CI looks at less
(tests/browser/test_accessible.py).
"""

import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import product
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from calculator import answer
from overrides.serve import serve
from tests.accessible import checks, keys
from tests.accessible.states import PAGES, STATES, WORKERS, Opened, waiting
from tests.browser.calculator import PATHS
from tests.browser.conftest import PATIENCE_MS, QUICK_WORKER, SITE, replace_worker

# Colours do not change with the width, nor does the place of things with the scheme
LOOKS = [
    {"color_scheme": scheme, "width": width}
    for scheme, width in (("light", 320), ("dark", 390), ("light", 768), ("dark", 1280))
]
type Found = dict[str, list[str]]


@contextmanager
def opened(browser: Browser, look: Mapping[str, Any], worker: str = QUICK_WORKER) -> Iterator[Page]:
    """A page of a browser that looks like this, with the rules of this Python behind it."""
    scheme = look.get("color_scheme", "light")
    context = browser.new_context(
        viewport={"width": look.get("width", 390), "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE_MS)
    replace_worker(context, worker)
    context.route("**/quick-rules", lambda route: route.fulfill(body=answer(route.request.post_data or "")))
    yield context.new_page()
    context.close()


def main(browser: Browser, site: str, wanted: list[str]) -> int:
    """Print what is wrong, each fault once with where it was seen; returns how many faults there are."""
    found: Found = defaultdict(list)
    seen = _look(browser, site, wanted, found) + _walk(browser, site, wanted, found)
    for fault, where in sorted(found.items()):
        print(f"{fault}\n    {len(where)} ×, first: {where[0]}")  # noqa: T201 - a command
    print(f"{seen} looks and stops, {len(found)} faults")  # noqa: T201 - a command
    return len(found)


def _look(browser: Browser, site: str, wanted: list[str], found: Found) -> int:
    seen = 0
    for look, lang in product(LOOKS, PATHS):
        for name, page in _places(browser, site, lang, look, wanted):
            seen += 1
            for check in checks.EVERY:
                for fault in check(page):
                    found[f"{check.__name__}: {fault}"].append(f"{lang} {name} {look}")
    return seen


def _walk(browser: Browser, site: str, wanted: list[str], found: Found) -> int:
    seen = 0
    for lang, width, name in product(PATHS, (390, 1280), _wanted(PAGES, wanted)):
        with opened(browser, {"width": width}) as page:
            page.goto(f"{site}{PATHS[lang]}{name}", wait_until="networkidle")
            for key in ("Tab", "Shift+Tab"):
                stops, faults = keys.walk(page, key)
                seen += stops
                for fault in faults:
                    found[f"keys: {fault}"].append(f"{lang} {name} {width}")
    return seen


def _wanted(names: Iterable[str], wanted: list[str]) -> list[str]:
    return [name for name in names if not wanted or any(each in (name or "home") for each in wanted)]


def _places(
    browser: Browser, site: str, lang: str, look: Mapping[str, Any], wanted: list[str]
) -> Iterator[tuple[str, Page]]:
    """Every kind of page and every state, as it stands."""
    with opened(browser, look) as page:
        for name in _wanted(PAGES, wanted):
            page.goto(f"{site}{PATHS[lang]}{name}")
            page.mouse.move(60, 300)  # the theme's own script comes with it
            page.wait_for_load_state("networkidle")
            yield name, page
        for name in _wanted(STATES, wanted):
            page.goto("about:blank")
            page.context.clear_cookies()
            STATES[name](Opened(page, site, lang))
            yield name, page
            page.evaluate("sessionStorage.clear()")
    for name in _wanted(WORKERS, wanted):
        with opened(browser, look, WORKERS[name]) as page:
            waiting(Opened(page, site, lang), name)
            yield name, page


if __name__ == "__main__":
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright, serve(SITE, base="/notices/") as url:
        chromium = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])
        faults = main(chromium, url.rstrip("/") + "/", sys.argv[1:])
        chromium.close()
    sys.exit(faults > 0)
