"""The wheel of three notices on the browser's Python: it answers the third's table as this one does."""

import json
from pathlib import Path

import pytest

from calculator.engine.figures import LANGUAGES
from tests import with_third
from tests.pyodide import in_node

TABLE = with_third.NOTICES / "tests" / "e_invoice" / "cases.toml"
ASKED = """
import json
from tests.cases import cases
own = [case for case in cases() if case.notice == "e_invoice"]
asked = [case.request(lang, explain=lang == "zh") for case in own for lang in ("en", "zh")]
print(json.dumps(asked))
"""
HERE = (
    "import json, sys; from calculator import answer; print(json.dumps([*map(answer, json.load(sys.stdin))]))"
)


@pytest.fixture(scope="module")
def requests(third: Path) -> list[str]:
    """Every row of its table in both languages, explained in one, as the tests in its project read it."""
    done = with_third.run(third, "-c", ASKED)
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


def test_both_pythons_answer_its_table_alike(third: Path, third_site: Path, requests: list[str]) -> None:
    """What its table expects is tested in CPython; here each text is the same, explanations included."""
    rows = TABLE.read_text(encoding="utf-8").count("[[case]]")
    assert len(requests) == len(LANGUAGES) * rows
    found = in_node.ask(third_site, requests)
    assert found["python"].startswith("3.14.")
    here = json.loads(with_third.run(third, "-c", HERE, given=json.dumps(requests)).stdout)
    assert found["responses"] == here
