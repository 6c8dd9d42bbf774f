"""`python -m tests.tools.everywhere`: the same requests on every Python and browser at hand, byte for byte.

They are drawn as those are that the answer runtime is made with, but from another seed. CPython's answers are
compared by their hash with those of other versions of it (`--python`), and with what the page's own worker
answers in Chromium (CHROMIUM names it) and in Firefox where there is one. A request for which the answer
runtime has no answer is answered by the full one, and counted.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import batched, islice
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from calculator import answer
from calculator.engine.asking.found import notices
from overrides.serve import serve
from tests.browser.conftest import SITE, firefox
from tests.browser.in_firefox import seen, serving, workers
from tests.browser.two_runtimes import COMPARE, START, Worker, digest, site_manifest
from tests.tools import traps

ROOT = Path(__file__).parents[2]
SEED = 11_000_000
BATCH = 250
# Of another Python: its version, then the hash of each answer.
OTHER = """
import hashlib, json, platform, sys
from calculator import answer
print(platform.python_version())
for line in sys.stdin:
    print(hashlib.sha256(answer(json.loads(line)).encode()).hexdigest())
"""
FIREFOX = """<!doctype html><meta charset="utf-8"><title>Firefox</title>
<script type="module">
const send = (found) => fetch("found", { method: "POST", body: JSON.stringify(found) });
try {
  const pairs = await (await fetch("pairs.json")).json();
  const odd = {};
  for (const [notice, given] of Object.entries(%(given)s)) {
    odd[notice] = [];
    (%(start)s)(given);
    for (let at = 0; at < pairs[notice].length; at += %(batch)d)
      odd[notice].push(...(await (%(compare)s)(pairs[notice].slice(at, at + %(batch)d))));
    window.runtimes.stop();
  }
  await send({ version: navigator.userAgent, odd });
} catch (error) {
  await send({ error: String(error) });
}
</script>"""

# A request and the hash of CPython's answer.
type Pair = tuple[str, str]
# What was compared, and by notice what differs: each with the `request`, the `hash` and the `runtime`.
type Found = tuple[str, Mapping[str, Sequence[Mapping[str, Any]]]]


def in_python(python: str, pairs: Mapping[str, Sequence[Pair]]) -> Found:
    """What another version of Python answers otherwise."""
    whole = [pair for each in pairs.values() for pair in each]
    given = "".join(f"{json.dumps(request)}\n" for request, _ in whole)
    command = [python, "-c", OTHER]
    done = subprocess.run(command, input=given, cwd=ROOT, check=True, capture_output=True, text=True)
    version, *hashes = done.stdout.splitlines()
    odd = [
        {"request": request, "hash": hashed}
        for (request, ours), hashed in zip(whole, hashes, strict=True)
        if hashed != ours
    ]
    return f"CPython {version}", {"all": odd}


def in_chromium(pairs: Mapping[str, Sequence[Pair]]) -> Found:
    """What the worker of each notice's page answers otherwise, or by the full runtime."""
    odd: dict[str, list[Mapping[str, Any]]] = {}
    with sync_playwright() as playwright, serve(SITE) as site:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])
        for notice, each in pairs.items():
            worker = Worker.begin(browser.new_page(), site, site_manifest(notice))
            odd[notice] = [
                one for batch in batched(each, BATCH) for one in worker.compare([*batch], "answer")
            ]
        return f"Chromium {browser.version}", odd


def in_firefox(pairs: Mapping[str, Sequence[Pair]]) -> Found:
    """The same in Firefox."""
    asked = {notice: [[*pair, "answer"] for pair in each] for notice, each in pairs.items()}
    with serving() as server, tempfile.TemporaryDirectory() as profile:
        given = {"start": START, "compare": COMPARE, "given": workers(server, pairs)}
        page = FIREFOX % {**given, "batch": BATCH}
        found = seen(server, {"test.html": page, "pairs.json": json.dumps(asked)}, Path(profile), 60)
    if "error" in found:
        raise SystemExit(found["error"])
    return found["version"], found["odd"]


def compared(pythons: Sequence[str], pairs: Mapping[str, Sequence[Pair]]) -> Iterator[Found]:
    """Each Python and browser in turn."""
    for python in pythons:
        yield in_python(python, pairs)
    if os.environ.get("CHROMIUM"):
        yield in_chromium(pairs)
    if firefox():
        yield in_firefox(pairs)


def main() -> int:
    """Compare, and say how many differ; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.everywhere")
    parser.add_argument("--requests", type=int, default=100_000, help="for all notices together")
    parser.add_argument("--python", action="append", default=[], help="another Python, as often as there are")
    options = parser.parse_args()
    each = options.requests // len(notices())
    pairs = {
        name: [(request, digest(answer(request))) for request in islice(traps.form(name, SEED), each)]
        for name in notices()
    }
    ours = {request: hashed for those in pairs.values() for request, hashed in those}
    said = f"{len(ours):,} requests, CPython {platform.python_version()} and"
    differ = 0
    for name, odd in compared(options.python, pairs):
        every = [one for those in odd.values() for one in those]
        wrong = [one["request"] for one in every if one["hash"] != ours[one["request"]]]
        full = len(every) - len(wrong)
        sys.stdout.write(f"{said} {name}: {len(wrong)} differ, {full} by the full runtime\n")
        sys.stdout.writelines(f"  {request[:300]}\n" for request in wrong[:5])
        sys.stdout.flush()
        differ += len(wrong)
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
