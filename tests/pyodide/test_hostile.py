"""Hostile requests on the browser's Python: stock and pruned, it says to the letter what this one says."""

import pytest

from calculator import answer
from tests.hostile import agree
from tests.pyodide import in_node

REQUESTS = 300


@pytest.fixture(scope="module")
def asked() -> dict[str, list[str]]:
    return agree.requests(REQUESTS)


def test_stock_pyodide_agrees(asked: dict[str, list[str]]) -> None:
    every = [request for requests in asked.values() for request in requests]
    found = in_node.ask(agree.SITE, every)["responses"]
    assert list(agree.differences(every, [*map(answer, every)], found)) == []


def test_the_answer_runtime_agrees(asked: dict[str, list[str]]) -> None:
    """Or has no answer, and then a page asks the stock one."""
    for name, found in agree.in_image(agree.SITE, asked).items():
        assert list(agree.differences(asked[name], [*map(answer, asked[name])], found)) == []
        assert any(found)
