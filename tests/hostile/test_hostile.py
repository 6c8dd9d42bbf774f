"""A little of what the commands of this folder do at length."""

import subprocess

import pytest

from tests.hostile import agree, seeds
from tests.hostile.promise import BrokenError, response_to
from tests.hostile.targets import TARGETS
from tests.node import ROOT

# Of the seeds of each target every so-many-th.
STRIDE, RUNS, REQUESTS = 5, 60, 600


@pytest.mark.parametrize("target", TARGETS)
def test_every_promise_holds_for_the_seeds(target: str) -> None:
    given = list(seeds.seeds(target))
    assert given
    for each in given[:: STRIDE if len(given) > STRIDE else 1]:
        TARGETS[target](each)


def test_a_broken_promise_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    for response in ('{"status": "failed", "error": "x"}', '{"status": "decision"}'):
        monkeypatch.setattr("tests.hostile.promise.answer", lambda _request, said=response: said)
        with pytest.raises(BrokenError):
            response_to("{}")


def test_links_and_payroll_files_in_node() -> None:
    script = ROOT / "tests" / "hostile" / "scripts.mjs"
    node = ROOT / ".venv" / "bin" / "node"
    done = subprocess.run([node, script, str(RUNS), "1"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("runs") == 5


def test_the_requests_are_the_same_each_time_and_of_every_kind() -> None:
    asked = agree.requests(REQUESTS)
    assert asked == agree.requests(REQUESTS)
    codes = set()
    for texts in asked.values():
        for text in texts:
            response = response_to(text)
            codes |= {response["status"], *(error["code"] for error in response.get("errors", ()))}
    assert codes >= {"decision", "question", "payroll", "invalid", "too_much", "not_json", "unknown_lang"}


def test_a_difference_is_found() -> None:
    found = list(agree.differences(["a", "b", "c"], ["1", "2", "3"], ["1", "x", None]))
    assert found == [("b", "2", "x")]
