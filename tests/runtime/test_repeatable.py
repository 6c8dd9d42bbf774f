"""The tool that makes the runtimes: repeatable, and loud when something does not fit."""

import json
import shutil
from pathlib import Path

import pytest

from tests.runtime.conftest import PYODIDE, ROOT, ask, run_tool, write_wheel

CACHE = ROOT / ".cache" / "runtime"
# Rules that do what rules must not do: import at question time, and swallow the failure.
RULES = """
import dataclasses, datetime, decimal, enum, functools, json, operator, re

def rare(numbers):
    return sum(numbers)

def answer(request):
    asked = json.loads(request)
    if "rare" in asked:
        try:
            return json.dumps({"status": "decision", "sum": rare(asked["numbers"])})
        except Exception:
            return json.dumps({"status": "wrong"})
    if "import" in asked:
        try:
            import zoneinfo
        except Exception:
            return json.dumps({"status": "wrong"})
        return json.dumps({"status": "imported"})
    if "swallow" in asked:
        try:
            import fractions
        except BaseException:
            pass
        return json.dumps({"status": "wrong"})
    return json.dumps({"status": "decision", "sum": sum(asked["numbers"])})
"""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """The options that make a runtime for a wheel of twenty lines."""
    folder = tmp_path_factory.mktemp("tiny")
    wheel = write_wheel(folder, {"tiny/__init__.py": RULES})
    corpus = folder / "corpus.json"
    corpus.write_text(json.dumps([json.dumps({"numbers": [1, number]}) for number in range(80)]))
    options: dict[str, object] = {
        "wheel": wheel,
        "lock": folder / "pyodide-lock.json",
        "corpus": corpus,
        "entry": "tiny:answer",
        "out": folder / "out",
        "quick": True,
    }
    done = run_tool(**options)
    assert done.returncode == 0, done.stderr
    return options


def test_pruned_import_cannot_be_taken_for_an_answer(tiny: dict[str, object]) -> None:
    good, imported, swallowed, again = ask(
        Path(str(tiny["out"])), ['{"numbers": [2, 3]}', '{"import": 1}', '{"swallow": 1}', '{"numbers": [4]}']
    )
    assert good == '{"status": "decision", "sum": 5}'
    assert isinstance(imported, dict)
    assert isinstance(swallowed, dict)
    assert again == '{"status": "decision", "sum": 4}'


def test_function_that_never_ran_cannot_be_taken_for_an_answer(tiny: dict[str, object]) -> None:
    rare, again = ask(Path(str(tiny["out"])), ['{"rare": 1, "numbers": [2]}', '{"numbers": [4]}'])
    assert isinstance(rare, dict)
    assert again == '{"status": "decision", "sum": 4}'


def test_unchanged_inputs_are_not_made_again(tiny: dict[str, object]) -> None:
    done = run_tool(**tiny)
    assert done.stdout == "runtime: nothing has changed, kept as it is\n"


def test_missing_option_is_named() -> None:
    done = run_tool(wheel="x")
    assert done.returncode == 1
    assert "--lock --corpus --out" in done.stderr


def test_another_pyodide_is_refused_by_name(tiny: dict[str, object], tmp_path: Path) -> None:
    other = tmp_path / "pyodide"
    shutil.copytree(PYODIDE, other)
    package = json.loads((other / "package.json").read_text())
    (other / "package.json").write_text(json.dumps({**package, "version": "315.0.0"}))
    glue = (other / "pyodide.asm.mjs").read_text()
    (other / "pyodide.asm.mjs").write_text(glue.replace("noImageDecoding", "noPictures"))
    done = run_tool(**{**tiny, "pyodide": other, "out": tmp_path / "out"})
    assert done.returncode == 1
    assert "Pyodide is 315.0.0" in done.stderr
    assert "does not mention noImageDecoding" in done.stderr


def test_made_again_it_has_the_same_hashes(tmp_path: Path) -> None:
    """The site's own runtime, made a second time from the same inputs."""
    made = json.loads((CACHE / "made" / "runtime.json").read_text())
    [wheel] = (ROOT / "site" / "assets" / "wheels").glob("*.whl")
    [corpus] = CACHE.glob("corpus-*.json")
    lock = wheel.with_name("pyodide-lock.json")
    done = run_tool(wheel=wheel, lock=lock, corpus=corpus, out=tmp_path / "out", quick=True)
    assert done.returncode == 0, done.stderr
    again = json.loads((tmp_path / "out" / "runtime.json").read_text())
    assert again["input"] == made["input"]
    for part in ("wasm", "image"):
        assert again["answer"][part]["sha256"] == made["answer"][part]["sha256"]
    assert again["full"]["stdlib"]["sha256"] == made["full"]["stdlib"]["sha256"]
