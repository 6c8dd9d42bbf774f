"""`python -m tests.tools.many_notices 2 20 60`: how long the words of so many notices take.

For each number a temporary folder gets the writers' files and the rules, with that many copies of a notice
(three folders each). The first stage is run there twice: as after a change of the rules, and as after one of
words alone. Nothing is built from it. With the argument `profile` it says where the time goes.

With the argument `images` the answer runtime is made there instead, once anew and once after a change of one
notice's rules: how long that takes without compressing the files, and how much a page of the copied notice
loads of it.
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
# The same, with what a page of the copied notice loads before its first answer.
IMAGES = f"""
import brotli, json, resource
from pathlib import Path
from overrides.hooks.assemble import runtime, wheel

root, assets = Path.cwd(), Path.cwd() / "site" / "assets"
for changed in (False, True):
    if changed:
        with (root / "calculator" / "{COPIED}" / "rules.py").open("a") as rules:
            rules.write("CHANGED = True\\n")
    for old in (assets / "wheels").glob("*"):
        old.unlink()
    begin = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    made = wheel.prepare(root, assets.parent), assets / "wheels/pyodide-lock.json", root / "made"
    folder = runtime.make_runtime(root, *made, "--quick")
    took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - begin
    answer = json.loads((folder / "{COPIED}.json").read_text())["answer"]
    read = {{part: (folder / file["file"]).read_bytes() for part, file in answer.items()}}
    said = ", ".join(f"{{part}} {{len(brotli.compress(each)):,}} bytes" for part, each in read.items())
    print(f"{{took:7.1f}} s {{'after a change' if changed else 'anew'}}: {{said}}", flush=True)
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


def images(folder: Path) -> str:
    """What making the answer runtime there says, and took in seconds of the processor."""
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    for name in (".venv", "node_modules"):
        (folder / name).symlink_to(ROOT / name)
    command = [sys.executable, "-c", IMAGES]
    said = subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True).stdout
    return "\n".join(line for line in said.splitlines() if not line.startswith("runtime: "))


def main(*arguments: str) -> Iterator[str]:
    """A line for each number of notices."""
    for count in (int(each) for each in arguments if each.isdigit()):
        with TemporaryDirectory() as folder:
            copies(Path(folder), count)
            if "images" in arguments:
                yield f"{count:3} notices:\n{images(Path(folder))}"
                continue
            first, again = float(seconds(Path(folder))), float(seconds(Path(folder)))
            said = f"{first:6.1f} s with new rules, {again:5.1f} s with new words alone"
            yield f"{count:3} notices: {said} ({again / count:.2f} s each)"
            if "profile" in arguments:
                yield seconds(Path(folder), "profile")


if __name__ == "__main__":
    for line in main(*sys.argv[1:]):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
