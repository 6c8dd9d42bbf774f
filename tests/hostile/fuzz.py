"""`python -m tests.hostile.fuzz`: search for bytes that break a promise, by the lines they reach.

libFuzzer, by way of Atheris, keeps every input that reaches something new and changes it further. What it has
kept lies in .cache/fuzz, so that the next search goes on from there. Each target gets a share of the inputs.
What the slowest takes is measured again without the watching. An input that breaks a promise is printed and
kept; it belongs into a table of the tests.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from tests.hostile.seeds import dictionary, seeds
from tests.hostile.targets import TARGETS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FOLDER = ROOT / ".cache" / "fuzz"
TOOLS, PINS = FOLDER / "tools", HERE / "fuzz_tools.txt"
# Most inputs go where they are quickest and the texts have the most forms.
SHARES = {"request": 30, "reply": 50, "fact": 10, "cell": 5, "payroll-file": 1, "receipt": 4}
LONGEST = 2048
DONE = re.compile(r"stat::number_of_executed_units:\s*(\d+)")


def main() -> int:
    """Search; returns the exit code."""
    options = _options()
    _install()
    FOLDER.joinpath("tokens").write_text(dictionary(), encoding="ascii")
    whole = sum(SHARES[target] for target in options.targets)
    return max([_run(each, options.inputs * SHARES[each] // whole, options.seed) for each in options.targets])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000, help="how many, over all targets")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("targets", nargs="*", default=[*TARGETS], help=", ".join(TARGETS))
    return parser.parse_args()


def _install() -> None:
    if not (TOOLS / "atheris").is_dir():
        TOOLS.mkdir(parents=True, exist_ok=True)
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--require-hashes", "--target", TOOLS, "-r", PINS], check=True)


def _run(target: str, inputs: int, seed: int) -> int:
    """Search with one target in a process of its own; returns its exit code."""
    corpus = FOLDER / "corpus" / target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, given in enumerate(seeds(target)):
        corpus.joinpath(f"seed-{number}").write_bytes(given)
    command = [sys.executable, "-m", "tests.hostile.search", target, f"-runs={inputs}", f"-seed={seed}"]
    command += [f"-max_len={LONGEST}", f"-dict={FOLDER / 'tokens'}", "-print_final_stats=1", "-timeout=600"]
    command += [f"-artifact_prefix={FOLDER}/{target}-", str(corpus)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(TOOLS), str(ROOT)))}
    begun = time.perf_counter()
    with FOLDER.joinpath(f"{target}.log").open("w+", encoding="utf-8", errors="replace") as log:
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=log, stderr=log, check=False)
        log.seek(0)
        text = log.read()
    tried = DONE.search(text)
    line = f"{target}: {int(tried[1]) if tried else 0:,} inputs in {time.perf_counter() - begun:.0f} s"
    if done.returncode:
        sys.stdout.write(f"{line}, then one that breaks a promise\n{text[-3000:]}\n")
    else:
        kept = len([*corpus.iterdir()])
        sys.stdout.write(f"{line}, {kept:,} kept, the slowest takes {_slowest(target):.0f} ms of CPU\n")
    sys.stdout.flush()
    return done.returncode


def _slowest(target: str) -> float:
    """The most milliseconds that any kept input takes, at its best of three."""
    most = 0.0
    for file in FOLDER.joinpath("corpus", target).iterdir():
        given = file.read_bytes()
        most = max(most, min(_once(target, given) for _ in range(3)))
    return most


def _once(target: str, given: bytes) -> float:
    begun = time.process_time()
    TARGETS[target](given)
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    sys.exit(main())
