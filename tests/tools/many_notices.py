"""`python -m tests.tools.many_notices 2 20 60`: how long the words of so many notices take.

For each number a temporary folder gets the writers' files and the rules, with that many copies of a notice
(three folders each). The first stage is run there twice: as after a change of the rules, and as after one of
words alone. Nothing is built from it. With the argument `profile` it says where the time goes.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
COPIED = "amnesty"
STAGE = """
import cProfile, pstats, sys, time
from pathlib import Path
begin = time.process_time()
from overrides.hooks.stage import stage
profile = cProfile.Profile()
if sys.argv[1:]:
    profile.enable()
stage(Path.cwd(), Path("staged"), {})
profile.disable()
print(time.process_time() - begin)
if sys.argv[1:]:
    pstats.Stats(profile).sort_stats("cumtime").print_stats(40)
"""


def copies(into: Path, count: int) -> None:
    """The project with so many notices: those there are, then copies of one of them."""
    for part in ("calculator", "docs", "overrides", "tests"):
        ignored = shutil.ignore_patterns("__pycache__", "broken", "browser", "benchmark.md")
        shutil.copytree(ROOT / part, into / part, ignore=ignored)
    there = len(list((ROOT / "calculator").glob("*/rules.py")))
    for number in range(there, count):
        name = f"{COPIED}_{number}"
        for part in ("calculator", "docs", "tests"):
            shutil.copytree(into / part / COPIED, into / part / name)
            for path in (into / part / name).rglob("*.*"):
                text = path.read_text(encoding="utf-8")
                renamed = re.sub(rf"(calculator\.|notice: ){COPIED}\b", rf"\g<1>{name}", text)
                path.write_text(renamed, encoding="utf-8")


def seconds(folder: Path, *profile: str) -> str:
    """What the first stage says of its own time, in seconds of the processor."""
    command = [sys.executable, "-c", STAGE, *profile]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def main(*arguments: str) -> Iterator[str]:
    """A line for each number of notices."""
    for count in (int(each) for each in arguments if each.isdigit()):
        with TemporaryDirectory() as folder:
            copies(Path(folder), count)
            first, again = float(seconds(Path(folder))), float(seconds(Path(folder)))
            said = f"{first:6.1f} s with new rules, {again:5.1f} s with new words alone"
            yield f"{count:3} notices: {said} ({again / count:.2f} s each)"
            if "profile" in arguments:
                yield seconds(Path(folder), "profile")


if __name__ == "__main__":
    for line in main(*sys.argv[1:]):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
